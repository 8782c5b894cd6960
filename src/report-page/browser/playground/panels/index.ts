/** The panels of tabs with an editor. */
import { fixed } from './fixed.ts'
import { model } from './model.ts'
import type { MakePanel } from './panel.ts'

export type { Desk, Panel } from './panel.ts'

/** Add one here, by the name of its tab. */
export const panels: Readonly<Record<string, MakePanel>> = { model, fixed }

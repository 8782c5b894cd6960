/** The panels of the tabs with an editor. */
import { fixed } from './fixed.ts'
import { model } from './model.ts'
import type { MakePanel } from './panel.ts'

export type { Panel, PanelPage } from './panel.ts'

/** By the name of the tab. Add one here. */
export const panels: Readonly<Record<string, MakePanel>> = { model, fixed }

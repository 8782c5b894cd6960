/** The tabs of the playground, in order. */
import { findings } from './findings.ts'
import { fixed } from './fixed.ts'
import { model } from './model.ts'
import { preview } from './preview.ts'
import type { Tab } from './tab.ts'
import { tree } from './tree.ts'

/** Add one here; the page and its engine pick it up. A tab whose `show` returns text also has a line in `browser/playground/panels.ts`. */
export const tabs: readonly Tab[] = [findings, preview, tree, model, fixed]

/** A tab of the playground. */
import type { Html } from '../../html.ts'
import type { Analysis } from '../analysis.ts'

export interface Tab {
  /** Its name in addresses. */
  name: string
  title: string
  /** Its content: markup, or the text of an editor. */
  show(analysis: Analysis): Html | string
}

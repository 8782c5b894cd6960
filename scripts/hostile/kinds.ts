/** All kinds of hostile input, each with the function to measure. */
import { commandKinds } from './commands.ts'
import { constructKinds } from './constructs.ts'
import { contextKinds } from './contexts.ts'
import { documentKinds } from './document-kinds.ts'
import { editorKinds } from './editors.ts'
import { modelKinds } from './models.ts'
import { otherKinds } from './others.ts'
import { pairKinds } from './pairs.ts'
import { redirectKinds } from './redirects.ts'
import { ruleKinds } from './rules.ts'
import { settingKinds } from './settings.ts'

export interface Kind {
  name: string
  /** Makes an input of about this many characters, and returns the function to measure, or several, each like a command of its own: the
   * slowest one counts.
   */
  prepare(size: number): Work | readonly Work[]
}

export type Work = () => unknown

export const kinds: readonly Kind[] = [
  ...documentKinds,
  ...constructKinds,
  ...editorKinds,
  ...pairKinds,
  ...ruleKinds,
  ...contextKinds,
  ...redirectKinds,
  ...modelKinds,
  ...otherKinds,
  ...commandKinds,
  ...settingKinds,
]

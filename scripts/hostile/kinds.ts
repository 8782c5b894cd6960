/** All kinds of hostile input, each with what is done to it. */
import { documentKinds } from './document-kinds.ts'
import { modelKinds } from './models.ts'
import { otherKinds } from './others.ts'
import { ruleKinds } from './rules.ts'

export interface Kind {
  name: string
  /** Makes an input of about so many characters, and returns what is timed. */
  prepare(size: number): () => unknown
}

export const kinds: readonly Kind[] = [...documentKinds, ...ruleKinds, ...modelKinds, ...otherKinds]

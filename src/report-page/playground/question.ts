/** The questions to the engine of the playground, and its answers. Both are plain data, because the engine runs in a worker. */
import type { Diagnostic } from '../../lint/index.ts'
import type { Place } from '../../text/index.ts'

/** The input of the user; it is stored in the address of the page. */
export interface UserInput {
  document: string
  /** The path of the document in an imagined repository, because some rules depend on it. */
  path: string
  /** The text of a `projects.yaml`; empty if there is none. */
  teams: string
  /** The text of a `goaldoc.config.yaml`. */
  configuration: string
}

export interface Question extends UserInput {
  /** The name of the current tab. */
  tab: string
  /** Whether unsafe fixes are also applied to the fixed text. */
  unsafe: boolean
  /** The text of the model if the user has edited it; if absent, it is made from the document. */
  model?: string
}

/** The fields next to the document. */
export type Box = 'teams' | 'configuration' | 'model'

/** An error in one of the fields. */
export interface Problem extends Pick<Place, 'line' | 'offset' | 'endOffset'> {
  box: Box
  message: string
}

export interface Answer {
  diagnostics: Diagnostic[]
  /** *1 error and 2 warnings* */
  summary: string
  problems: Problem[]
  /** The content of the tab: markup, or the text of its editor. */
  shown: { markup: string } | { text: string }
}

/** The document after the model was written to it; absent if that is not possible. */
interface Written {
  document?: string
  problems: Problem[]
}

/** The functions of the engine. */
export interface Engine {
  analyse(question: Question): Answer
  write(question: Question): Written
}

/** What the page of the playground asks its engine, and what it gets. Both are plain data, since the engine is in a worker. */
import type { Diagnostic } from '../../lint/index.ts'
import type { Place } from '../../text/index.ts'

/** What a user writes into the page; its address holds all of it. */
export interface Sheet {
  document: string
  /** The path of the document, as in a repository: rules look at it. */
  path: string
  /** The text of a `projects.yaml`; empty for none. */
  teams: string
  /** The text of a `goaldoc.config.yaml`. */
  configuration: string
}

export interface Question extends Sheet {
  /** The name of the tab that is shown. */
  tab: string
  /** Whether the fixed text has the unsafe fixes too. */
  unsafe: boolean
  /** The model, if the user has changed it; otherwise it is read from the document. */
  model?: string
}

/** The fields beside the document. */
export type Box = 'teams' | 'configuration' | 'model'

/** A mistake in one of them. */
export interface Problem extends Pick<Place, 'line' | 'offset' | 'endOffset'> {
  box: Box
  message: string
}

export interface Answer {
  diagnostics: Diagnostic[]
  /** *1 error and 2 warnings* */
  summary: string
  problems: Problem[]
  /** What the tab shows: markup, or the text of its editor. */
  shown: { markup: string } | { text: string }
}

/** The document after the model was written to it; absent if it cannot be. */
interface Written {
  document?: string
  problems: Problem[]
}

/** What the engine does. */
export interface Engine {
  look(question: Question): Answer
  write(question: Question): Written
}

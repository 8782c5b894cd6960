/** Reads a document once for everything that a command asks about it. */
import { type Goal, rememberPositions } from '../goal/index.ts'
import { once } from '../text/index.ts'
import { markAsRead } from './new-messages.ts'
import { placesOf } from './places.ts'
import { goalOf, readDocument } from './read.ts'
import type { DocumentOptions, Reading } from './reading.ts'
import { type UpdatedDocument, updateReading } from './update.ts'
import { type ReadDiagnostic, verbatimOf } from './verbatim.ts'

/** A document that was read. */
export interface OpenDocument {
  readonly source: string
  readonly reading: Reading
  /** What it states. It must not be changed in place, because `update` compares with it. */
  readonly goal: Goal
  /** The document that states a goal: see `updateDocument`. */
  update(goal: Goal): OpenDocument
}

export function openDocument(source: string, options: DocumentOptions = {}): OpenDocument {
  return opened({ source, reading: once(() => readDocument(source, options)) }, options)
}

function opened({ source, reading }: UpdatedDocument, options: DocumentOptions): OpenDocument {
  const goal = once(() => markedGoal(reading()).goal)
  /** The last update: several questions about a model and its document lead to the same one. */
  let last: { wanted: Goal; after: OpenDocument } | undefined
  const document: OpenDocument = {
    source,
    get reading() {
      return reading()
    },
    get goal() {
      return goal()
    },
    update(wanted) {
      if (last?.wanted === wanted) return last.after
      const updated = updateReading(reading(), wanted, options)
      const after = updated.source === source ? document : opened(updated, options)
      last = { wanted, after }
      return after
    },
  }
  return document
}

/** Reads any document. Nothing is lost: text that fits no key is kept verbatim, and the diagnostics say where. */
export function readGoal(source: string, options: DocumentOptions = {}): { goal: Goal; diagnostics: ReadDiagnostic[] } {
  const reading = readDocument(source, options)
  const { goal, places } = markedGoal(reading)
  return { goal, diagnostics: verbatimOf(reading, goal, places) }
}

/** The goal of a document, which knows its places and that it was read. */
function markedGoal(reading: Reading) {
  const goal = goalOf(reading)
  const places = placesOf(reading)
  rememberPositions(goal, places)
  markAsRead(goal)
  return { goal, places }
}

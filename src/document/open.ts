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
  return new LazyDocument({ source, reading: once(() => readDocument(source, options)) }, options)
}

/** A document that is read on first use. A class, because V8 keeps what getters of a single object refer to. */
class LazyDocument implements OpenDocument {
  readonly source: string
  private readonly options: DocumentOptions
  private readonly read: () => Reading
  private readonly state = once(() => markedGoal(this.reading).goal)
  /** The last update: several questions about a model and its document lead to the same one. */
  private last: { wanted: Goal; after: OpenDocument } | undefined

  constructor({ source, reading }: UpdatedDocument, options: DocumentOptions) {
    this.source = source
    this.options = options
    this.read = reading
  }

  get reading() {
    return this.read()
  }

  get goal() {
    return this.state()
  }

  update(wanted: Goal): OpenDocument {
    if (this.last?.wanted === wanted) return this.last.after
    const updated = updateReading(this.reading, wanted, this.options)
    const after = updated.source === this.source ? this : new LazyDocument(updated, this.options)
    this.last = { wanted, after }
    return after
  }
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

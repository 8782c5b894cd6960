/** The places of the values of a goal in the text that it was read from. */
import type { Place } from '../text/index.ts'
import type { Path } from './validate.ts'

/** A part of a text, by offsets in it. */
export interface OffsetRange {
  offset: number
  endOffset: number
}

/** Finds the place of the value at a path, or of a part of it; `undefined` if the text has no such value. */
export type Places = (path: Path, within?: OffsetRange) => Place | undefined

// Goals are plain data that people copy and compare, so their places are stored outside of them.
const registry = new WeakMap<object, Places>()

/** Stores the places of the values of a goal. */
export function rememberPositions(goal: object, places: Places): void {
  registry.set(goal, places)
}

/** The place of a value of a goal, or of the nearest value above it; `undefined` for a goal that was not read from text. */
export function positionsOf(goal: object): Places | undefined {
  return registry.get(goal)
}

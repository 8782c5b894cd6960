/** The error for values that a document or a model cannot express. */
import type { Place } from '../text/index.ts'
import { type OffsetRange, positionsOf } from './positions.ts'
import type { Path } from './validate.ts'

/** A value that cannot be written, and why. */
export interface UnwritableValue {
  path: Path
  /** One sentence without a full stop. */
  message: string
  /** Its place, if the goal was read from text. */
  place?: Place
}

/** A goal with values that cannot be written, such as a team whose name would be read as something else. */
export class UnwritableGoalError extends Error {
  override name = 'UnwritableGoalError'
  readonly values: readonly UnwritableValue[]
  /** The paths of these values. */
  readonly paths: readonly Path[]

  /** `file` is the file that cannot be written, if it is known. */
  constructor(values: readonly UnwritableValue[], file?: string) {
    const [first] = values
    const more = values.length > 1 ? ` (and ${values.length - 1} more)` : ''
    const place = file === undefined ? '' : ` in ${file}`
    super(
      `Cannot write ${first ? pathText(first.path) : 'the goal'}${place}: ${first?.message ?? 'goaldoc would read something else'}${more}. Change the value`,
    )
    this.values = values
    this.paths = values.map(({ path }) => path)
  }
}

/** The error for values of a goal, with their places. */
export function unwritable(
  goal: object,
  values: readonly (Omit<UnwritableValue, 'place'> & { within?: OffsetRange })[],
): UnwritableGoalError {
  const places = positionsOf(goal)
  return new UnwritableGoalError(
    values.map(({ path, message, within }) => {
      const place = places?.(path, within)
      return { path, message, ...(place ? { place } : {}) }
    }),
  )
}

/** A path as people write it: `teams[2].name`. */
function pathText(path: Path): string {
  return path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${key}`))
    .join('')
    .replace(/^\./, '')
}

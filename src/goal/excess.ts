/** Refuses models that are too large to be read again. */
import { isRecord, longestYaml, mostTokens, readSimpleYaml, tooLong } from '../text/index.ts'
import { readYaml } from './read-yaml.ts'
import { type UnwritableGoalError, unwritable } from './unwritable.ts'
import { isWithin, mostValues } from './validate.ts'

/** Checks that a model with this value is read: whatever is written must be read again.
 * @throws {UnwritableGoalError} with the key that takes most of it
 */
export function assertWithinLimits(yaml: string, value: object): void {
  const excess = excessOf(yaml, value)
  if (excess) throw tooLarge(value, excess)
}

/** Checks what is known about the size of a model before it is written, because writing one that is much too large takes long.
 * @throws {UnwritableGoalError} with the key that takes most of it
 */
export function assertMayFit(value: object): void {
  const least = leastLength(value)
  if (least > longestYaml) throw tooLarge(value, `at least ${least} characters are too many; at most ${longestYaml} are read`)
}

/** Checks that a model is not too large for the parser of YAML: the simple reader reads it, but written anew it would lose its comments.
 * @throws {UnwritableGoalError} with the key that takes most of it
 */
export function assertEditable(yaml: string, value: object): void {
  const excess = yaml.length <= mostTokens ? undefined : readYaml(yaml).excess
  if (excess)
    throw unwritable(value, [{ path: [largestKey(value)], message: `The model is too large to be edited: ${excess.reason}` }])
}

/** The fewest characters in which YAML without aliases can state a value: its texts, and what separates them. */
function leastLength(value: unknown): number {
  if (typeof value === 'string') return value.length
  if (Array.isArray(value)) return value.reduce<number>((sum, inner) => sum + 1 + leastLength(inner), 1)
  if (!isRecord(value)) return 1
  // A colon and a space, and a line end or a comma.
  return Object.entries(value).reduce((sum, [key, inner]) => sum + key.length + 3 + leastLength(inner), -1)
}

function tooLarge(value: object, excess: string): UnwritableGoalError {
  return unwritable(value, [{ path: [largestKey(value)], message: `The model would be too large: ${excess}` }])
}

function excessOf(yaml: string, value: object): string | undefined {
  const long = tooLong(yaml, longestYaml)
  if (long) return long
  if (!isWithin(value)) return `more than ${mostValues} values are too many`
  // A token has at least one character, and the simple reader has no tokens.
  return yaml.length <= mostTokens || readSimpleYaml(yaml) ? undefined : readYaml(yaml).excess?.reason
}

function largestKey(value: object): string {
  const sizes = Object.entries(value).map(([key, inner]): [string, number] => [key, JSON.stringify(inner)?.length ?? 0])
  return sizes.reduce((most, one) => (one[1] > most[1] ? one : most), ['title', 0])[0]
}

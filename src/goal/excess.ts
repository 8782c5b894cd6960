/** Refuses models that are too large to be read again. */
import { longestYaml, mostTokens, readSimpleYaml, tooLong } from '../text/index.ts'
import { readYaml } from './read-yaml.ts'
import { unwritable } from './unwritable.ts'
import { isWithin, mostValues } from './validate.ts'

/** Checks that a model with this value is read: whatever is written must be read again.
 * @throws {UnwritableGoalError} with the key that takes most of it
 */
export function assertWithinLimits(yaml: string, value: object): void {
  const excess = excessOf(yaml, value)
  if (excess) throw unwritable(value, [{ path: [largestKey(value)], message: `The model would be too large: ${excess}` }])
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

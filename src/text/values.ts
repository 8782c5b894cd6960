/** Plain values: goals, models and configurations consist of them. */

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Whether two plain values are equal. The order of keys does not matter, and a key whose value is `undefined` counts as absent. */
export function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (Array.isArray(a)) return Array.isArray(b) && a.length === b.length && a.every((inner, index) => isSame(inner, b[index]))
  if (!isRecord(a) || !isRecord(b)) return false
  for (const key of Object.keys(a)) if (!isSame(a[key], b[key])) return false
  for (const key of Object.keys(b)) if (b[key] !== undefined && !Object.hasOwn(a, key)) return false
  return true
}

/** The order of two texts by their code units, for sorting. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** A value and all values in it, each with its path. */
export function* valuesIn(
  value: unknown,
  path: (string | number)[] = [],
): Generator<{ value: unknown; path: (string | number)[] }> {
  yield { value, path }
  if (Array.isArray(value)) for (const [index, item] of value.entries()) yield* valuesIn(item, [...path, index])
  else if (isRecord(value)) for (const [key, item] of Object.entries(value)) yield* valuesIn(item, [...path, key])
}

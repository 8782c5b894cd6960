/** Long lists. A call like `list.push(...values)` or `Math.max(...values)` puts each value on the stack, which overflows with about 100,000
 * of them.
 */

/** Appends any number of values to a list. */
export function appendAll<Value>(list: Value[], values: readonly Value[]): void {
  for (const value of values) list.push(value)
}

/** The largest of any number of numbers; -Infinity if there is none. */
export function largest(numbers: Iterable<number>): number {
  let found = -Infinity
  for (const one of numbers) found = Math.max(found, one)
  return found
}

/** The smallest of any number of numbers; Infinity if there is none. */
export function smallest(numbers: Iterable<number>): number {
  let found = Infinity
  for (const one of numbers) found = Math.min(found, one)
  return found
}

/** Adds an item to the list of a key. The list itself is extended: copying it for each item would take the square of the time. */
export function addTo<Key, Item>(lists: Map<Key, Item[]>, key: Key, item: Item): void {
  const known = lists.get(key)
  if (known) known.push(item)
  else lists.set(key, [item])
}

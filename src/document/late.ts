/** Fields that are read when one of them is asked for: a rule that wants a heading does not wait for what stands below it. */

/** Gives an object the fields that `read` makes, all of them together and once. */
export function withLate<Whole extends object, Fields extends object>(
  whole: Whole,
  names: readonly (keyof Fields & string)[],
  read: () => Fields,
): Whole & Fields {
  let fields: Fields | undefined
  const get = (name: keyof Fields) => {
    fields ??= read()
    return fields[name]
  }
  for (const name of names) Object.defineProperty(whole, name, { enumerable: true, configurable: true, get: () => get(name) })
  return whole as Whole & Fields
}

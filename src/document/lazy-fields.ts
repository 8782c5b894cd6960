/** Fields that are computed on first use: a rule that only needs a heading does not wait for its content. */

/** Adds the fields that `read` returns to an object; all of them are computed together, once. */
export function withLazyFields<Whole extends object, Fields extends object>(
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

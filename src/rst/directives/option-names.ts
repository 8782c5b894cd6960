/** The options of directives by name, for editors. */
import { sphinxOptionNames } from './sphinx-signatures.ts'
import { directivesByName } from './standard.ts'

/** The options of a directive of docutils or Sphinx; none for another. `name` is as it is written. */
export function directiveOptionNames(name: string): string[] {
  const lower = name.toLowerCase()
  return [...new Set([...Object.keys(directivesByName.get(lower)?.options ?? {}), ...sphinxOptionNames(lower)])].sort()
}

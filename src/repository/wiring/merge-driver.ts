/** The git merge driver: which files it merges, and the command. */

/** Lines of `.gitattributes`. Every clone needs the driver itself too: attributes are committed, drivers are not. */
import { prefixOf } from './options.ts'

export function mergeAttributes(goals: string): string[] {
  return ['rst', 'yaml', 'yml'].map((ending) => `/${prefixOf(goals)}**/*.${ending} merge=goaldoc`)
}

/** Entries of the repository's git configuration. */
export const mergeDriver = [
  ['merge.goaldoc.name', 'goaldoc: merges goals by team and entry'],
  ['merge.goaldoc.driver', 'goaldoc merge --marker-size=%L --base-label=%S --our-label=%X --their-label=%Y -- %O %A %B %P'],
] as const

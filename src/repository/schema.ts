/** Where editors find the JSON Schema of a model: in the repository itself, so that no package needs to be installed. */
import { dirname, join, relative, sep } from 'node:path'
import { exists } from './files.ts'

/** The folder where `goaldoc init` writes the schemas. */
export const schemaFolder = '.goaldoc'

const places = [`${schemaFolder}/goal.schema.json`, 'schemas/goal.schema.json']

/** The path of the schema, relative to a model; `false` if the repository has none, because editors complain about a missing
 * schema.
 */
export function schemaFor(model: string): { schema: string | false } {
  for (let folder = dirname(model); ; folder = dirname(folder)) {
    const found = places.map((place) => join(folder, place)).find(exists)
    if (found) return { schema: relative(dirname(model), found).split(sep).join('/') }
    if (exists(join(folder, '.git')) || dirname(folder) === folder) return { schema: false }
  }
}

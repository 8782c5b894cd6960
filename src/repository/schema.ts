/** Where editors find the JSON Schema of a model: in the repository itself, so that no package needs to be installed. */
import { dirname, join, relative, sep } from 'node:path'
import { exists } from './files.ts'

/** The folder where `goaldoc init` writes the schemas. */
export const schemaFolder = '.goaldoc'

const places = [`${schemaFolder}/goal.schema.json`, 'node_modules/goaldoc/dist/goal.schema.json', 'schemas/goal.schema.json']

/** The path from a model to the schema; `undefined` if the repository has none. */
export function schemaFor(model: string): { schema?: string } {
  for (let folder = dirname(model); ; folder = dirname(folder)) {
    const found = places.map((place) => join(folder, place)).find(exists)
    if (found) return { schema: relative(dirname(model), found).split(sep).join('/') }
    if (exists(join(folder, '.git')) || dirname(folder) === folder) return {}
  }
}

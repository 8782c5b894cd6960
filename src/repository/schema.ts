/** Where editors find the JSON Schema of a model: in the repository itself, so that it is there without any package. */
import { dirname, join, relative, sep } from 'node:path'
import { exists } from './files.ts'

/** The folder that `goaldoc init` puts the schemas into. */
export const schemaFolder = '.goaldoc'

const places = [`${schemaFolder}/goal.schema.json`, 'node_modules/goaldoc/dist/goal.schema.json', 'schemas/goal.schema.json']

/** The path of the schema from a model; nothing where the repository has none. */
export function schemaFor(model: string): { schema?: string } {
  for (let folder = dirname(model); ; folder = dirname(folder)) {
    const found = places.map((place) => join(folder, place)).find(exists)
    if (found) return { schema: relative(dirname(model), found).split(sep).join('/') }
    if (exists(join(folder, '.git')) || dirname(folder) === folder) return {}
  }
}

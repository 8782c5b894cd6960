/** Compiles `templates/` into `src/document/builtin-templates.js`, so that rendering loads neither Handlebars' compiler nor YAML.
 * Run by the build and by `npm run generate`.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import Handlebars from 'handlebars'
import { parse } from 'yaml'

const root = new URL('../templates/', import.meta.url)
/** In chronological order; a profile that extends another one comes after it. */
const names = ['team-artifacts', 'champion', 'checklist']

const profiles = names.map((name) => {
  const folder = new URL(`${name}/`, root)
  const data = JSON.stringify(parse(readFileSync(new URL('profile.yaml', folder), 'utf8')))
  const templates = readdirSync(folder)
    .filter((file) => file.endsWith('.hbs'))
    .sort()
    .map((file) => {
      const source = readFileSync(new URL(file, folder), 'utf8')
      return `    ${JSON.stringify(file.replace(/\.hbs$/, ''))}: ${Handlebars.precompile(source, { noEscape: true })},`
    })
  return `  {\n    data: ${data},\n    templates: {\n${templates.join('\n')}\n    },\n  },`
})

writeFileSync(
  new URL('../src/document/builtin-templates.js', import.meta.url),
  `/** The built-in profiles, compiled from templates/ by scripts/templates.ts. */\n// @ts-nocheck\nexport const builtinTemplates = [\n${profiles.join('\n')}\n]\n`,
)

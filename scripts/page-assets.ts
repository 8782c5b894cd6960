/** Writes the style and the script of HTML pages to `src/report-page/assets.js`, with the hashes for their content security
 * policy. Run by the build and by `npm run generate`.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { rolldown } from 'rolldown'
import { inlined } from './inlined.ts'

const folder = join(import.meta.dirname, '../src/report-page')

const bundle = await rolldown({ input: join(folder, 'browser/main.ts'), platform: 'browser' })
const { output } = await bundle.generate({ format: 'iife', minify: true })
await bundle.close()

const style = ['look.css', 'page.css'].map((name) => readFileSync(join(folder, name), 'utf8')).join('')
const assets = { pageStyle: style, pageScript: output[0].code }
const lines = Object.entries(assets).map(([name, text]) => `export const ${name} = ${JSON.stringify(inlined(name, text))}\n`)
writeFileSync(
  join(folder, 'assets.js'),
  `/** The look and the script of pages, from look.css, page.css and browser/ by scripts/page-assets.ts. */\n// @ts-nocheck\n${lines.join('')}`,
)

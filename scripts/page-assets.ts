/** Puts the look and the script of HTML pages into `src/report-page/assets.js`, with the hashes that their content security policy
 * names. Run by the build and by `npm run generate`. */
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { rolldown } from 'rolldown'

const folder = join(import.meta.dirname, '../src/report-page')

const bundle = await rolldown({ input: join(folder, 'browser/main.ts'), platform: 'browser' })
const { output } = await bundle.generate({ format: 'iife', minify: true })
await bundle.close()

const assets = { pageStyle: readFileSync(join(folder, 'page.css'), 'utf8'), pageScript: output[0].code }
const lines = Object.entries(assets).map(([name, text]) => {
  // In a page that is HTML, only this would end the element.
  if (/<\/|<!--/.test(text))
    throw new Error(`Cannot put ${name} into a page: it holds the end of an element. Write it in another way`)
  const hash = `sha256-${createHash('sha256').update(text).digest('base64')}`
  return `export const ${name} = ${JSON.stringify({ text, hash })}\n`
})
writeFileSync(
  join(folder, 'assets.js'),
  `/** The look and the script of pages, from page.css and browser/ by scripts/page-assets.ts. */\n// @ts-nocheck\n${lines.join('')}`,
)

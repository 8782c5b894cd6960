/** Writes what a measurement printed into its section of `docs/measurements.md`, and the times of linters also into the README:
 *
 *     npm run -s bench -- cli | npm run -s measured -- cli
 *     npm run -s kills | npm run -s measured -- kills
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { fileURLToPath } from 'node:url'

const fileOf = (name: string) => fileURLToPath(new URL(`../${name}`, import.meta.url))

/** The page with the output in the section of that name, below its first paragraph: the rows of a table, then other lines as a list. */
export function withMeasurement(text: string, name: string, output: string, when: string): string {
  const section = new RegExp(`^## ${name}\n\n(?:.+\n)+`, 'm').exec(text)
  if (!section) throw new Error(`docs/measurements.md has no section \`## ${name}\``)
  const start = section.index + section[0].length
  const next = text.indexOf('\n## ', start)
  // What is printed above a table says how it was measured, as the page does.
  const lines = output
    .split('\n')
    .map((line) => line.trimEnd())
    .filter((line) => line !== '' && !/^Processor time|^# /.test(line))
  const table = lines.filter((line) => line.startsWith('|'))
  const notes = [...new Set(lines)].filter((line) => !line.startsWith('|')).map((line) => `- ${line}`)
  const body = [table, notes].filter((part) => part.length > 0).map((part) => `${part.join('\n')}\n`)
  return `${text.slice(0, start)}\n${when}\n\n${body.join('\n')}${next < 0 ? '' : text.slice(next)}`
}

/** The README with the times of linters that the page has. */
export function withSpeed(readme: string, page: string): string {
  const figures = new Map([...page.matchAll(/^\| (.+?) \| ([\d.]+)/gm)].map(([, what, figure]) => [what!, figure!]))
  const own = ': goaldoc lint, ms'
  const inputs = [...figures.keys()].filter((what) => what.endsWith(own)).map((what) => what.slice(0, -own.length))
  const timesAsLong = (name: string) =>
    inputs.map((input) => `${Number(figures.get(`${input}: ${name}, times as long as goaldoc`)).toFixed(1)} ×`)
  const rows = [
    ['linter', ...inputs],
    ['---', ...inputs.map(() => '---')],
    ['goaldoc', ...inputs.map((input) => `${figures.get(input + own)} ms`)],
    ...['rst-lint', 'doc8', 'rstcheck'].map((name) => [name, ...timesAsLong(name)]),
  ]
  const table = rows.map((cells) => `| ${cells.join(' | ')} |\n`)
  return readme.replace(/^\| linter \|.*\n(?:\|.*\n)+/m, table.join(''))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const name = process.argv[2]
  if (!name) throw new Error('Missing the name of the section')
  const when = `${new Date().toISOString().slice(0, 10)}, Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`
  const page = withMeasurement(readFileSync(fileOf('docs/measurements.md'), 'utf8'), name, readFileSync(0, 'utf8'), when)
  writeFileSync(fileOf('docs/measurements.md'), page)
  writeFileSync(fileOf('README.md'), withSpeed(readFileSync(fileOf('README.md'), 'utf8'), page))
}

/** Measures how often goaldoc and Sphinx agree about whole projects.
 *
 *     GOALDOC_ORACLES=DIR node --import jiti/register scripts/sphinx-compare.ts [PROJECT…] [--list] [--sphinx VERSION]
 *
 * Projects are the folders of `test/fixtures/sphinx` and of the corpus's `foreign`. The latter get a `conf.py`, and `__` in their
 * file names becomes a folder. A project that Sphinx cannot build is an error.
 */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { agreementOf, goaldocSays, kindOf, sphinxSays, whyNoSphinx } from '../test/conformance/sphinx.ts'

const { values, positionals } = parseArgs({
  options: { list: { type: 'boolean' }, sphinx: { type: 'string', default: '9.2' } },
  allowPositionals: true,
})
const root = join(import.meta.dirname, '..')

/** Extensions of Sphinx that the foreign projects use. */
const extensions = ['extlinks', 'todo', 'graphviz', 'ifconfig', 'doctest', 'autosummary']

function main(): void {
  const reason = whyNoSphinx(values.sphinx)
  if (reason) {
    console.error(`Cannot compare: ${reason}`)
    process.exit(2)
  }
  const own = foldersIn(join(root, 'test/fixtures/sphinx'))
  const foreign = foldersIn(join(root, '../shared/corpus/foreign'))
  const wanted = [...own, ...foreign].filter((folder) => positionals.length === 0 || positionals.includes(basename(folder)))
  const kinds = new Map<string, { has: number; lacks: number; beyond: number }>()
  for (const folder of wanted) compareProject(folder, kinds)
  console.log('\n|  has | lacks | beyond | kind |\n|---|---|---|---|')
  const total = { has: 0, lacks: 0, beyond: 0 }
  for (const [kind, counts] of [...kinds].sort(([, a], [, b]) => b.has + b.lacks + b.beyond - a.has - a.lacks - a.beyond)) {
    console.log(`| ${counts.has} | ${counts.lacks} | ${counts.beyond} | ${kind} |`)
    for (const name of ['has', 'lacks', 'beyond'] as const) total[name] += counts[name]
  }
  const share = (100 * total.has) / Math.max(1, total.has + total.lacks)
  console.log(`| ${total.has} | ${total.lacks} | ${total.beyond} | all: ${share.toFixed(1)} % of Sphinx's |`)
}

function compareProject(folder: string, kinds: Map<string, { has: number; lacks: number; beyond: number }>): void {
  const name = basename(folder)
  const project = mkdtempSync(join(tmpdir(), 'sphinx-'))
  try {
    copy(folder, project)
    // Sphinx first, because it may not have an extension.
    const { said, removed } = sphinxSays(project, values.sphinx)
    const before = process.cpuUsage()
    const ours = goaldocSays(project)
    const { user, system } = process.cpuUsage(before)
    const agreement = agreementOf(said, ours)
    for (const column of ['has', 'lacks', 'beyond'] as const)
      for (const { file, line, text } of agreement[column]) {
        const counts = kinds.get(kindOf(text)) ?? { has: 0, lacks: 0, beyond: 0 }
        counts[column]++
        kinds.set(kindOf(text), counts)
        if (values.list && column !== 'has') console.log(`${column} ${name}/${file}:${line} ${text}`)
      }
    const without = removed.length > 0 ? `, without ${removed.join(', ')}` : ''
    const [has, lacks, beyond] = [agreement.has.length, agreement.lacks.length, agreement.beyond.length]
    console.log(
      `${name}: has ${has}, lacks ${lacks}, beyond ${beyond} (${((user + system) / 1000).toFixed(0)} ms of processor${without})`,
    )
  } catch (error) {
    console.error(`${name}: ${error instanceof Error ? error.message : error}`)
    process.exitCode = 1
  } finally {
    rmSync(project, { recursive: true, force: true })
  }
}

function foldersIn(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(folder, name))
}

function copy(from: string, to: string): void {
  mkdirSync(join(to, '.git'))
  if (existsSync(join(from, 'conf.py'))) {
    cpSync(from, to, { recursive: true })
    return
  }
  for (const name of readdirSync(from)) {
    const target = join(to, name.replaceAll('__', '/'))
    mkdirSync(dirname(target), { recursive: true })
    writeFileSync(target, readFileSync(join(from, name)))
  }
  const index = join(to, 'index.rst')
  if (!existsSync(index)) writeFileSync(index, 'Contents\n========\n')
  const names = extensions.map((name) => `'sphinx.ext.${name}'`).join(', ')
  // Tables of Python objects would be generated from missing code.
  writeFileSync(join(to, 'conf.py'), `project = '${basename(from)}'\nextensions = [${names}]\nautosummary_generate = False\n`)
}

main()

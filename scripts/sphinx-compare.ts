/** How much goaldoc and Sphinx agree about whole projects.
 *
 *     GOALDOC_ORACLES=DIR node --import jiti/register scripts/sphinx-compare.ts [PROJECT…] [--list] [--sphinx VERSION]
 *
 * Projects are the folders of `test/fixtures/sphinx` and of the corpus's `foreign`; the latter get a `conf.py` of their own, and
 * `__` in their files' names becomes a folder. Messages without a line that depends on the text are left out, as are those about
 * Python code that Sphinx would have to import.
 */
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Diagnostic, lint } from '../src/lint/index.ts'
import { includeReader, openSphinxProjects } from '../src/repository/index.ts'

const { values, positionals } = parseArgs({
  options: { list: { type: 'boolean' }, sphinx: { type: 'string', default: '9.2' } },
  allowPositionals: true,
})
const root = join(import.meta.dirname, '..')
const oracles = process.env.GOALDOC_ORACLES ?? join(root, '.oracles')

/** Extensions that the foreign projects use and that come with Sphinx. */
const extensions = ['extlinks', 'todo', 'graphviz', 'ifconfig', 'doctest', 'autosummary']

interface Said {
  file: string
  line: number
  text: string
}

interface Tally {
  has: number
  lacks: Map<string, Said[]>
  beyond: Map<string, Said[]>
}

function main(): void {
  const own = foldersIn(join(root, 'test/fixtures/sphinx'))
  const foreign = foldersIn(join(root, '../shared/corpus/foreign'))
  const wanted = [...own, ...foreign].filter((folder) => positionals.length === 0 || positionals.includes(basename(folder)))
  const all: Tally = { has: 0, lacks: new Map(), beyond: new Map() }
  const kinds = new Map<string, { has: number; lacks: number; beyond: number }>()
  for (const folder of wanted) {
    const project = mkdtempSync(join(tmpdir(), 'sphinx-'))
    try {
      copy(folder, project)
      const started = performance.now()
      const ours = oursOf(project)
      const took = performance.now() - started
      const { has, lacks, beyond } = compare(theirsOf(project), ours)
      all.has += has.length
      for (const [name, list] of [
        ['has', has],
        ['lacks', lacks],
        ['beyond', beyond],
      ] as const)
        for (const said of list) {
          const kind = kindOf(said.text)
          const counts = kinds.get(kind) ?? { has: 0, lacks: 0, beyond: 0 }
          counts[name]++
          kinds.set(kind, counts)
          if (values.list && name !== 'has')
            console.log(`${name} ${basename(folder)}/${said.file}:${said.line} ${said.text.replace(/\s+/g, ' ')}`)
        }
      console.log(
        `${basename(folder)}: has ${has.length}, lacks ${lacks.length}, beyond ${beyond.length} (${took.toFixed(0)} ms)`,
      )
    } finally {
      rmSync(project, { recursive: true, force: true })
    }
  }
  console.log('\n|  has | lacks | beyond | kind |\n|---|---|---|---|')
  const total = { has: 0, lacks: 0, beyond: 0 }
  for (const [kind, counts] of [...kinds].sort(([, a], [, b]) => b.has + b.lacks + b.beyond - a.has - a.lacks - a.beyond)) {
    console.log(`| ${counts.has} | ${counts.lacks} | ${counts.beyond} | ${kind} |`)
    for (const name of ['has', 'lacks', 'beyond'] as const) total[name] += counts[name]
  }
  const share = (100 * total.has) / Math.max(1, total.has + total.lacks)
  console.log(`| ${total.has} | ${total.lacks} | ${total.beyond} | all: ${share.toFixed(1)} % of Sphinx's |`)
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
  writeFileSync(join(to, 'conf.py'), `project = '${basename(from)}'\nextensions = [${names}]\n`)
}

/** What depends on other programs, on Python code, or is not about a place in a document. */
const left = /autodoc|autosummary|pygments|image\.nonlocal|intersphinx|\[misc\.highlighting_failure\]/

function theirsOf(project: string): Said[] {
  const run = spawnSync(
    join(oracles, 'python3'),
    ['-m', 'sphinx', '-q', '-E', '-b', 'dummy', project, join(project, '.git/out')],
    {
      env: { ...process.env, PYTHONPATH: join(oracles, `sphinx-${values.sphinx}`), PYTHONDONTWRITEBYTECODE: '1', NO_COLOR: '1' },
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    },
  )
  const found: Said[] = []
  for (const line of run.stderr.split('\n')) {
    const match = /^(\/.*?\.\w+)(?::(\d+))?: (?:WARNING|ERROR|CRITICAL|SEVERE|INFO): (.*)$/.exec(line)
    const head = match?.[1]?.startsWith(`${project}/`) ? match : undefined
    if (head) found.push({ file: head[1]!.slice(project.length + 1), line: Number(head[2] ?? 0), text: head[3]! })
    else if (found.length > 0 && line !== '' && !/^(?:WARNING|ERROR)|^\S+\.py:/.test(line)) found.at(-1)!.text += `\n${line}`
  }
  const texts = found.map((said) => ({ ...said, text: plain(said.text.replaceAll(`${project}/`, '')) }))
  return texts.filter(({ text }) => !left.test(text))
}

function oursOf(project: string): Said[] {
  const projects = openSphinxProjects()
  const opened = projects.of(join(project, 'index.rst'))!.place!.project
  const found: Said[] = []
  for (const name of opened.names()) {
    const file = opened.pathOf(name)!
    const place = projects.of(join(project, file))!.place!
    const read = includeReader(join(project, file), project)
    for (const diagnostic of lint(readFileSync(join(project, file), 'utf8'), { path: file, sphinx: place, read })) {
      const text = sayingOf(diagnostic)
      if (text !== undefined && !left.test(text))
        found.push({ file, line: diagnostic.docutils?.line ?? diagnostic.line, text: plain(text) })
    }
  }
  return found
}

/** Sphinx's own words for a finding; nothing where it has none. Hints it does not print. */
function sayingOf({ data, docutils }: Diagnostic): string | undefined {
  const { sphinx } = (data ?? {}) as { sphinx?: string }
  if (sphinx !== undefined) return sphinx
  return docutils && docutils.level > 1 ? docutils.message : undefined
}

/** A message without what differs from machine to machine, and without the source that it quotes. */
function plain(text: string): string {
  const [first = '', ...more] = text.replace(/ \[[\w.]+\]$/gm, '').split('\n')
  const isCut = first.endsWith(' directive:')
  return [first, ...(isCut ? more.slice(0, 1) : [])].join(' ').trim().replace(/\s+/g, ' ').replace(/[.:]$/, '')
}

function compare(theirs: readonly Said[], ours: readonly Said[]) {
  const rest = new Map<string, Said[]>()
  const key = ({ file, text }: Said) => `${file} ${text}`
  for (const said of ours) rest.set(key(said), [...(rest.get(key(said)) ?? []), said])
  const [has, lacks]: [Said[], Said[]] = [[], []]
  for (const said of theirs) {
    const same = rest.get(key(said)) ?? []
    const at = Math.max(
      0,
      same.findIndex(({ line }) => line === said.line),
    )
    if (same.length === 0) lacks.push(said)
    else {
      same.splice(at, 1)
      has.push(said)
    }
  }
  return { has, lacks, beyond: [...rest.values()].flat() }
}

/** A message without its names and numbers. */
function kindOf(text: string): string {
  return text
    .replace(/"[^"]*"|'[^']*'|“[^”]*”/g, '…')
    .replace(/(duplicate label) .*, other instance.*/, '$1 …, other instance in …')
    .replace(/: [^…]*\/[^ ]*/, ': …')
    .replace(/\d+/g, 'N')
    .slice(0, 100)
}

main()

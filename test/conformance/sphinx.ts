/** What Sphinx says of a whole project, what goaldoc says of it, and how much the two agree.
 *
 * Sphinx is the one that `scripts/oracles.sh` unpacked. Messages that depend on other programs, on Python code that Sphinx would have
 * to import, or that are about no document are left out.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { type Diagnostic, lint } from '../../src/lint/index.ts'
import { includeReader, openSphinxProjects } from '../../src/repository/index.ts'

const oracles = process.env.GOALDOC_ORACLES ?? join(import.meta.dirname, '../../.oracles')

/** Why Sphinx cannot be asked; nothing where it can. */
export function whyNoSphinx(version = '9.2'): string | undefined {
  const folder = join(oracles, `sphinx-${version}`)
  return existsSync(folder) ? undefined : `Sphinx ${version} is not unpacked; run scripts/oracles.sh`
}

/** A message about a line of a document; line 0 where it is about the document as a whole. */
export interface Said {
  file: string
  line: number
  text: string
}

export interface SphinxRun {
  said: Said[]
  /** Extensions of `conf.py` that Sphinx could not import, and that were removed from it for that. */
  removed: string[]
}

/** What depends on other programs or on Python code, or is not about a place in a document. */
const left =
  /autodoc|autosummary|pygments|image\.nonlocal|intersphinx|\[misc\.highlighting_failure\]|^Exception occurred in ifconfig/

/** Builds a project. An extension that cannot be imported is removed from its `conf.py`; a build that still breaks off is an error. */
export function sphinxSays(project: string, version = '9.2', removed: string[] = []): SphinxRun {
  const run = spawnSync(
    join(oracles, 'python3'),
    ['-m', 'sphinx', '-q', '-E', '-b', 'dummy', project, join(project, '.git/out')],
    {
      env: {
        ...process.env,
        PYTHONPATH: join(oracles, `sphinx-${version}`),
        PYTHONDONTWRITEBYTECODE: '1',
        NO_COLOR: '1',
        FORCE_COLOR: '0',
      },
      cwd: project,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    },
  )
  if (run.status !== 0) {
    const missing = /Could not import extension ([\w.]+)/.exec(run.stderr)?.[1]
    if (missing === undefined || removed.includes(missing))
      throw new Error(`Sphinx did not build ${project} (exit status ${run.status}):\n${run.stderr.slice(-2000)}`)
    const conf = join(project, 'conf.py')
    writeFileSync(conf, readFileSync(conf, 'utf8').replace(new RegExp(`(['"])${missing}\\1,?`, 'g'), ''))
    return sphinxSays(project, version, [...removed, missing])
  }
  const found: Said[] = []
  let last: Said | undefined
  for (const line of run.stderr.split('\n')) {
    const [, path, number, text] = /^(\S.*?\.\w+)(?::(\d+))?: (?:WARNING|ERROR|CRITICAL|SEVERE|INFO): (.*)$/.exec(line) ?? []
    // Paths of included files are relative to where Sphinx runs. Sphinx writes the ending twice where it does not mean docutils' line.
    const file = path && relative(project, resolve(project, path)).replace(/(\.\w+)\1$/, '$1')
    if (file !== undefined && !file.startsWith('..')) {
      last = { file, line: Number(number ?? 0), text: text! }
      found.push(last)
    } else if (/^(?:WARNING|ERROR)|^\S+\.py:/.test(line)) last = undefined
    else if (last && line !== '') last.text += `\n${line}`
  }
  const said = found
    .filter(({ text }) => !left.test(text))
    .map((message) => ({ ...message, text: plain(message.text.replaceAll(`${project}/`, '')) }))
  return { said, removed }
}

/** What goaldoc says of every document of a project, in Sphinx's words. */
export function goaldocSays(project: string): Said[] {
  const projects = openSphinxProjects()
  const opened = projects.of(join(project, 'index.rst'))!.place!.project
  const found: Said[] = []
  for (const name of opened.names()) {
    const file = opened.pathOf(name)!
    const place = projects.of(join(project, file))!.place!
    const read = includeReader(join(project, file), project)
    for (const diagnostic of lint(readFileSync(join(project, file), 'utf8'), { path: file, sphinx: place, read })) {
      const text = sayingOf(diagnostic)
      if (text === undefined || left.test(text)) continue
      const { included } = (diagnostic.data ?? {}) as { included?: { path: string; line: number } }
      const line = diagnostic.docutils?.line ?? diagnostic.line
      found.push({ file: included?.path ?? file, line: included?.line ?? line, text: plain(text) })
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
  const [first = '', ...more] = text.replace(/ \[[\w./:-]+\]$/gm, '').split('\n')
  const isCut = first.endsWith(' directive:')
  return [first, ...(isCut ? more.slice(0, 1) : [])].join(' ').trim().replace(/\s+/g, ' ').replace(/[.:]$/, '')
}

export interface Agreement {
  has: Said[]
  /** Sphinx says it, goaldoc does not. */
  lacks: Said[]
  /** goaldoc says it, Sphinx does not. */
  beyond: Said[]
}

/** Compares by file and text; of the same text, the same line is preferred. */
export function agreementOf(theirs: readonly Said[], ours: readonly Said[]): Agreement {
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
export function kindOf(text: string): string {
  return text
    .replace(/"[^"]*"|'[^']*'|“[^”]*”/g, '…')
    .replace(/(duplicate label) .*, other instance.*/, '$1 …, other instance in …')
    .replace(/(duplicate object description of) .*?, other instance.*/, '$1 …, other instance in …')
    .replace(/: [^…]*\/[^ ]*/, ': …')
    .replace(/\d+/g, 'N')
    .slice(0, 100)
}

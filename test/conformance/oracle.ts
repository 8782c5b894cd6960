/** docutils, asked from the tests: many documents in one process of `oracle.py`, by every version that is installed. */
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type DocutilsVersion, docutilsVersions, type ParseOptions } from '../../src/rst/index.ts'

/** Debian's Python has Debian's docutils; another one that comes first in the path may have other versions of what it uses. */
const python = existsSync('/usr/bin/python3') ? '/usr/bin/python3' : 'python3'
const script = fileURLToPath(new URL('oracle.py', import.meta.url))

/** Where `scripts/oracles.sh` puts newer versions. */
export const oracles = process.env.GOALDOC_ORACLES ?? fileURLToPath(new URL('../../.oracles', import.meta.url))

export interface Sample {
  source: string
  /** The files beside the document, by their paths. */
  files?: Readonly<Record<string, string>>
  /** What the sample is called in reports: a file, or what made it. */
  name?: string
  /** What kind of sample it is, e.g. the damage that was done. Differences are counted by it. */
  kind?: string
  options?: ParseOptions
}

/** docutils' own crash, e.g. a recursion error. */
export interface Crash {
  crash: string
}

/** A message of docutils: line (null where it gives none), level, text in one line. */
export type MessageRow = [line: number | null, level: number, text: string]

/** A message of docutils with the path of the file that it is about. */
export type IncludedRow = [path: string | null, line: number | null, level: number, text: string]

interface Answers {
  included: IncludedRow[] | Crash
  pseudoxml: string | Crash
  verdict: MessageRow[] | Crash
  doctree: string | Crash
  words: string[] | Crash
}

/** Names that the stubs of the oracle and our own parser both know, so that documents of a governance repository parse as there. */
export const governanceNames = {
  directives: 'datatemplate datatemplate:yaml projects teams members sigtable retired-sigtable'.split(' '),
  roles: ['repo'],
}

let installed: Map<DocutilsVersion, string> | undefined

/** The versions of docutils that can be asked, each with the folder that Python has to look into first (empty: none). */
function installations(): Map<DocutilsVersion, string> {
  if (installed) return installed
  installed = new Map()
  const folders = existsSync(oracles) ? readdirSync(oracles).filter((name) => name.startsWith('docutils-')) : []
  for (const folder of ['', ...folders.map((name) => join(oracles, name))]) {
    const { status, stdout } = spawnSync(python, ['-c', 'import docutils; print(docutils.__version__)'], {
      encoding: 'utf8',
      env: environment(folder),
    })
    const version = docutilsVersions.find((known) => status === 0 && `${stdout.trim()}.`.startsWith(`${known}.`))
    if (version && !installed.has(version)) installed.set(version, folder)
  }
  return installed
}

function environment(folder: string): NodeJS.ProcessEnv {
  // The directive `date` prints today's date: both sides are asked in one time zone.
  const { PYTHONPATH: _, ...rest } = process.env
  return { ...rest, TZ: 'UTC', PYTHONIOENCODING: 'utf-8', ...(folder === '' ? {} : { PYTHONPATH: folder }) }
}

/** The versions of docutils that can be asked, oldest first. */
export function installedVersions(): DocutilsVersion[] {
  return docutilsVersions.filter((version) => installations().has(version))
}

/** Why docutils, or a version of it, cannot be asked; undefined where it can. */
export function whyNoDocutils(version?: DocutilsVersion): string | undefined {
  if (version ? installations().has(version) : installations().size > 0) return undefined
  return version
    ? `docutils ${version} is not installed (scripts/oracles.sh)`
    : 'docutils is not installed (Debian: python3-docutils)'
}

/** Gives our options the names of docutils' settings; what docutils has no setting for is left out. */
function docutilsSettings(options: ParseOptions = {}): Record<string, unknown> {
  const ours = new Set(['path', 'known', 'sphinx', 'nestingLimit', 'clock', 'docutils'])
  return Object.fromEntries(
    Object.entries(options)
      .filter(([name]) => !ours.has(name))
      .map(([name, value]) => [name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`), value]),
  )
}

/** Asks docutils about documents, in their order. `sphinx` makes Sphinx' names known (default: for everything but `pseudoxml`);
 * `version` is the newest installed by default. */
export function askDocutils<Verb extends keyof Answers>(
  verb: Verb,
  samples: readonly Sample[],
  options: { sphinx?: boolean; known?: { directives: string[]; roles: string[] }; version?: DocutilsVersion } = {},
): Answers[Verb][] {
  const version = options.version ?? installedVersions().at(-1)
  const folder = version && installations().get(version)
  if (folder === undefined) throw new Error(`Cannot ask docutils: ${whyNoDocutils(version)}`)
  const job = {
    known: options.known,
    documents: samples.map(({ source, files, options: parse }) => ({
      // docutils drops a byte order mark when it decodes a file; here it gets the text decoded.
      source: source.replace(/^\ufeff/, ''),
      files,
      path: parse?.path ?? 'test data',
      settings: docutilsSettings(parse),
    })),
  }
  const flag = options.sphinx === undefined ? [] : [options.sphinx ? '--sphinx' : '--plain']
  const { status, stdout, stderr, error } = spawnSync(python, [script, verb, ...flag], {
    input: JSON.stringify(job),
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
    env: environment(folder),
  })
  if (error || status !== 0) throw new Error(`Cannot ask docutils: ${error?.message ?? stderr}`)
  return JSON.parse(stdout)
}

export function isCrash(answer: unknown): answer is Crash {
  return typeof answer === 'object' && answer !== null && 'crash' in answer
}

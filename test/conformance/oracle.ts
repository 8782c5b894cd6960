/** docutils, asked from the tests: many documents in one process of `oracle.py`. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { ParseOptions } from '../../src/rst/index.ts'

/** Debian's Python has Debian's docutils; another one that comes first in the path may have other versions of what it uses. */
const python = existsSync('/usr/bin/python3') ? '/usr/bin/python3' : 'python3'
const script = fileURLToPath(new URL('oracle.py', import.meta.url))

export interface Sample {
  source: string
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

interface Answers {
  pseudoxml: string | Crash
  verdict: MessageRow[] | Crash
  doctree: string | Crash
}

/** Names that the stubs of the oracle and our own parser both know, so that documents of a governance repository parse as there. */
export const governanceNames = {
  directives: 'datatemplate datatemplate:yaml projects teams members sigtable retired-sigtable'.split(' '),
  roles: ['repo'],
}

/** Why docutils cannot be asked, or undefined where it can. */
export function whyNoDocutils(): string | undefined {
  const { status, stdout } = spawnSync(python, ['-c', 'import docutils; print(docutils.__version__)'], { encoding: 'utf8' })
  if (status !== 0) return 'docutils is not installed (Debian: python3-docutils)'
  const version = stdout.trim()
  return version.startsWith('0.19') ? undefined : `docutils is ${version}, and not 0.19, with which this parser agrees`
}

/** Gives our options the names of docutils' settings; what docutils has no setting for is left out. */
export function docutilsSettings(options: ParseOptions = {}): Record<string, unknown> {
  const ours = new Set(['path', 'known', 'sphinx', 'nestingLimit', 'today'])
  return Object.fromEntries(
    Object.entries(options)
      .filter(([name]) => !ours.has(name))
      .map(([name, value]) => [name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`), value]),
  )
}

/** Asks docutils about documents, in their order. `sphinx` makes Sphinx' names known (default: for everything but `pseudoxml`). */
export function askDocutils<Verb extends keyof Answers>(
  verb: Verb,
  samples: readonly Sample[],
  options: { sphinx?: boolean; known?: { directives: string[]; roles: string[] } } = {},
): Answers[Verb][] {
  const job = {
    known: options.known,
    documents: samples.map(({ source, options: parse }) => ({
      // docutils drops a byte order mark when it decodes a file; here it gets the text decoded.
      source: source.replace(/^\ufeff/, ''),
      path: parse?.path ?? 'test data',
      settings: docutilsSettings(parse),
    })),
  }
  const flag = options.sphinx === undefined ? [] : [options.sphinx ? '--sphinx' : '--plain']
  const { status, stdout, stderr, error } = spawnSync(python, [script, verb, ...flag], {
    input: JSON.stringify(job),
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
    // The directive `date` prints today's date: both sides are asked in one time zone.
    env: { ...process.env, TZ: 'UTC', PYTHONIOENCODING: 'utf-8' },
  })
  if (error || status !== 0) throw new Error(`Cannot ask docutils: ${error?.message ?? stderr}`)
  return JSON.parse(stdout)
}

export function isCrash(answer: unknown): answer is Crash {
  return typeof answer === 'object' && answer !== null && 'crash' in answer
}

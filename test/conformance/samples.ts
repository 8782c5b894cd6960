/** Where documents to compare come from: the fixtures, the corpus, the corpus damaged, inventions. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { DocutilsVersion } from '../../src/rst/index.ts'
import type { Sample } from './oracle.ts'

const folderOf = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const fixturesFolder = folderOf('../fixtures/rst')
const verdictFolder = folderOf('../fixtures/verdict')
const corpusFolder = folderOf('../../../shared/corpus')
const mutateScript = folderOf('../../../shared/tools/mutate.py')

/** Why the corpus cannot be read, or undefined where it can. It is kept beside the repository, never in it. */
export function whyNoCorpus(): string | undefined {
  return existsSync(corpusFolder) ? undefined : 'no corpus beside the repository (../shared/corpus)'
}

/** Why documents cannot be damaged, or undefined where they can. */
export function whyNoDamage(): string | undefined {
  return whyNoCorpus() ?? (existsSync(mutateScript) ? undefined : 'no script that damages documents (../shared/tools/mutate.py)')
}

/** The versions of docutils that the fixtures have expectations of. */
export const fixtureVersions = ['0.19', '0.21', '0.23'] as const satisfies readonly DocutilsVersion[]

export type FixtureVersion = (typeof fixtureVersions)[number]

/** A fixture: NAME.rst with its expectation NAME.txt (pseudo-XML) or NAME.json (messages), which is docutils 0.19's. Where a newer
 * version says something else from then on, that stands in NAME.VERSION.txt beside it. */
export interface Fixture extends Sample {
  name: string
  kind: string
  /** Where the expectation of a version is written: of 0.19 if it is left out. */
  file(version?: FixtureVersion): string
  /** The expectation of a version; undefined where there is none. */
  expected(version: FixtureVersion): string | undefined
}

function fixturesIn(folder: string, extension: 'txt' | 'json'): Fixture[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.rst'))
    .sort()
    .map((file) => {
      const name = file.replace(/\.rst$/, '')
      const path = (version?: FixtureVersion) =>
        join(folder, version && version !== fixtureVersions[0] ? `${name}.${version}.${extension}` : `${name}.${extension}`)
      return {
        name,
        kind: name.replace(/-.*/, ''),
        source: readFileSync(join(folder, file), 'utf8'),
        file: path,
        expected(version) {
          const until = fixtureVersions.slice(0, fixtureVersions.indexOf(version) + 1)
          const newest = until.findLast((each) => existsSync(path(each)))
          return newest && readFileSync(path(newest), 'utf8')
        },
      }
    })
}

/** Every fixture under test/fixtures/rst; parse options are in NAME.json. */
export function fixtures(): Fixture[] {
  return fixturesIn(fixturesFolder, 'txt').map((fixture) => {
    const optionsFile = join(fixturesFolder, `${fixture.name}.json`)
    return existsSync(optionsFile) ? { ...fixture, options: JSON.parse(readFileSync(optionsFile, 'utf8')) } : fixture
  })
}

/** Every fixture about messages, under test/fixtures/verdict: every message of parser and transforms as [line, level, text]. */
export function verdictFixtures(): Fixture[] {
  return fixturesIn(verdictFolder, 'json')
}

function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.rst'))
    .sort()
    .map((file) => join(folder, file))
}

function samplesOf(folder: string, kind: string, root = folder): Sample[] {
  return filesOf(folder).map((file) => ({ name: relative(root, file), kind, source: readFileSync(file, 'utf8') }))
}

/** All published versions of the corpus. */
export function corpus(): Sample[] {
  return samplesOf(join(corpusFolder, 'history'), 'corpus', corpusFolder)
}

/** Documents of other projects. */
export function foreign(): Sample[] {
  return samplesOf(join(corpusFolder, 'foreign'), 'foreign', corpusFolder)
}

/** The documents below a folder of one's own. */
export function below(folder: string): Sample[] {
  return samplesOf(folder, 'own')
}

/** Documents of the corpus, damaged as editors do; the same for the same seed. */
export function damaged(count: number, seed: number): Sample[] {
  const folder = mkdtempSync(join(tmpdir(), 'goaldoc-damaged-'))
  try {
    const files = filesOf(join(corpusFolder, 'history'))
    const { status, stderr } = spawnSync('python3', [mutateScript, folder, String(count), String(seed), ...files], {
      encoding: 'utf8',
    })
    if (status !== 0) throw new Error(`Cannot damage documents: ${stderr}`)
    const rows: { file: string; from: string; op: string; line: number }[] = JSON.parse(
      readFileSync(join(folder, 'index.json'), 'utf8'),
    )
    return rows.map(({ file, from, op, line }) => ({
      name: `${file} (${from}, ${op} at line ${line})`,
      kind: op,
      source: readFileSync(join(folder, file), 'utf8'),
    }))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

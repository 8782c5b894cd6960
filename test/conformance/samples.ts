/** Where documents to compare come from: the fixtures, the corpus, the corpus damaged, inventions. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ParseOptions } from '../../src/rst/index.ts'
import type { MessageRow, Sample } from './oracle.ts'

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

/** A fixture: NAME.rst with its expectation NAME.txt, and optionally parse options in NAME.json. */
export interface Fixture extends Sample {
  name: string
  textFile: string
  text: string | undefined
}

/** Every fixture under test/fixtures/rst. */
export function fixtures(): Fixture[] {
  return readdirSync(fixturesFolder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.rst'))
    .sort()
    .map((file) => {
      const path = join(fixturesFolder, file)
      const textFile = path.replace(/\.rst$/, '.txt')
      const optionsFile = path.replace(/\.rst$/, '.json')
      const options: ParseOptions = existsSync(optionsFile) ? JSON.parse(readFileSync(optionsFile, 'utf8')) : {}
      return {
        name: file.replace(/\.rst$/, ''),
        kind: file.replace(/-.*|\.rst$/, ''),
        source: readFileSync(path, 'utf8'),
        options,
        textFile,
        text: existsSync(textFile) ? readFileSync(textFile, 'utf8') : undefined,
      }
    })
}

/** A fixture about messages: NAME.rst with NAME.json, every message of parser and transforms as [line, level, text]. */
export interface VerdictFixture extends Sample {
  name: string
  rowsFile: string
  rows: MessageRow[] | undefined
}

/** Every fixture under test/fixtures/verdict. */
export function verdictFixtures(): VerdictFixture[] {
  return readdirSync(verdictFolder)
    .filter((file) => file.endsWith('.rst'))
    .sort()
    .map((file) => {
      const path = join(verdictFolder, file)
      const rowsFile = path.replace(/\.rst$/, '.json')
      return {
        name: file.replace(/\.rst$/, ''),
        kind: 'verdict',
        source: readFileSync(path, 'utf8'),
        rowsFile,
        rows: existsSync(rowsFile) ? JSON.parse(readFileSync(rowsFile, 'utf8')) : undefined,
      }
    })
}

function corpusFiles(): string[] {
  const history = join(corpusFolder, 'history')
  return readdirSync(history, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.rst'))
    .sort()
    .map((file) => join(history, file))
}

/** All published versions of the corpus. */
export function corpus(): Sample[] {
  return corpusFiles().map((file) => ({
    name: file.slice(corpusFolder.length + 1),
    kind: 'corpus',
    source: readFileSync(file, 'utf8'),
  }))
}

/** Documents of the corpus, damaged as editors do; the same for the same seed. */
export function damaged(count: number, seed: number): Sample[] {
  const folder = mkdtempSync(join(tmpdir(), 'goaldoc-damaged-'))
  try {
    const files = corpusFiles()
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

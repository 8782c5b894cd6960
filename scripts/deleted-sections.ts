/** Deletes each section directly below the title of each document of a governance repository, in the work tree and as a commit,
 * and prints what `goaldoc lint` reports.
 *
 *     node --import jiti/register scripts/deleted-sections.ts
 *
 * The repository is made from the corpus in `../shared/corpus`, which must exist.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readHeading } from '../src/document/heading.ts'
import { type ElementNode, isElement, parseRst } from '../src/rst/index.ts'
import { captured } from '../test/cli/captured.ts'
import { makeGovernance } from './governance.ts'

interface Found {
  ruleId: string
  line: number
  message: string
  severity: string
}

export interface Deletion {
  document: string
  section: string
  /** The findings for the deletion in the work tree, and for the commit with the deletion. */
  working: Found[]
  committed: Found[]
}

/** The sections directly below the title, or next to it, with their start and end offsets. */
export function topSections(source: string): { title: string; start: number; end: number }[] {
  const tree = parseRst(source)
  const isSection = (node: (typeof tree.children)[number]): node is ElementNode => isElement(node) && node.type === 'section'
  const [first, ...beside] = tree.children.filter(isSection)
  const nodes = [...(first?.children.filter(isSection) ?? []), ...beside]
  const headings = nodes.map((node) => readHeading(source, node))
  return headings.map(({ text, range }, index) => ({
    title: text,
    start: range.start,
    end: headings[index + 1]?.range.start ?? source.length,
  }))
}

/** Deletes all sections in turn, and finally restores the repository. */
export async function deleteEach(repository: string, documents: readonly string[]): Promise<Deletion[]> {
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=Halley', '-c', 'user.email=halley@planets.example', ...args], { cwd: repository })
  const lint = async (...args: string[]): Promise<Found[]> => {
    const { out } = await captured(['lint', '--format', 'json', ...args], repository)
    return (JSON.parse(out) as { files: { diagnostics: Found[] }[] }).files.flatMap((file) => file.diagnostics)
  }
  const keyOf = ({ ruleId, message }: Found) => `${ruleId} ${message}`
  const deletions: Deletion[] = []
  for (const document of documents) {
    const source = readFileSync(join(repository, document), 'utf8')
    const known = new Set((await lint(document)).map(keyOf))
    for (const { title, start, end } of topSections(source)) {
      writeFileSync(join(repository, document), `${`${source.slice(0, start)}${source.slice(end)}`.trimEnd()}\n`)
      const isNew = (found: Found) => !known.has(keyOf(found))
      const working = (await lint(document)).filter(isNew)
      git('commit', '-q', '-a', '-m', 'A section less')
      const committed = (await lint('--changed', 'HEAD~1', document)).filter(isNew)
      git('reset', '-q', '--hard', 'HEAD~1')
      deletions.push({ document, section: title, working, committed })
    }
  }
  return deletions
}

/** Whether a finding is about a missing section. */
export function isAboutLoss({ ruleId }: Found): boolean {
  return ruleId === 'goal/missing-section' || ruleId === 'goal/lost-section'
}

if (resolve(process.argv[1] ?? '') === fileURLToPath(import.meta.url)) {
  const repository = mkdtempSync(join(tmpdir(), 'goaldoc-deleted-'))
  makeGovernance(repository)
  const documents = execFileSync('git', ['ls-files', 'goals'], { cwd: repository, encoding: 'utf8' }).trim().split('\n')
  const deletions = await deleteEach(repository, documents)
  rmSync(repository, { recursive: true, force: true })
  const say = (found: readonly Found[]) => {
    const about = found.find(isAboutLoss)
    return about ? `${about.severity} ${about.ruleId} at ${about.line}` : 'NOT FOUND'
  }
  process.stdout.write('| document | section | in the work tree | as a commit | why |\n|---|---|---|---|---|\n')
  for (const { document, section, working, committed } of deletions)
    process.stdout.write(
      `| ${document.replace(/^goals\//, '')} | ${section} | ${say(working)} | ${say(committed)} | ${working.find(isAboutLoss)?.message ?? ''} |\n`,
    )
  const count = (of: 'working' | 'committed') => deletions.filter((deletion) => deletion[of].some(isAboutLoss)).length
  process.stdout.write(
    `\n${deletions.length} deletions: ${count('working')} found in the work tree, ${count('committed')} as a commit\n`,
  )
}

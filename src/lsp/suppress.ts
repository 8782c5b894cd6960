/** Comments that suppress a finding, at a place where they change nothing else. */
import { type Diagnostic, lintInSteps } from '../lint/index.ts'
import { applyEdits, type Edit, lineIndexAt, linesOf, type SourceLine } from '../text/index.ts'
import type { OpenFile } from './session.ts'

/** The time for a finding is that for so many characters, including the comparison with those of the other run. */
const charactersOfFinding = 100

/** How many characters may still be linted to find suppressions. */
export interface Budget {
  characters: number
}

/** The edit that suppresses a finding in its paragraph, list item or title; `undefined` if no comment can do that without causing
 * a new finding, e.g. within a literal block.
 */
export function suppressHere(file: OpenFile, found: Diagnostic, budget: Budget): Edit | undefined {
  const lines = linesOf(file.source)
  const first = blockStart(lines, lineIndexAt(lines, found.offset))
  const line = lines[first]
  if (!line) return undefined
  const ending = endingOf(lines)
  const comment = (indent: string): Edit => ({
    offset: line.offset,
    endOffset: line.offset,
    text: `${indent}.. goaldoc: ignore-next ${found.ruleId}${ending}${ending}`,
  })
  // With the indentation of the block; or for a list item, with that of the text of the item before it, so that the list is not
  // split.
  const indents = [/^\s*/.exec(line.text)![0], /^\s*(?:[-*+•]|#?\w*[.)]|\(\w+\))\s+/.exec(line.text)?.[0].replace(/\S/g, ' ')]
  return indents
    .flatMap((indent) => (indent === undefined ? [] : [comment(indent)]))
    .find((edit) => isSilencedBy(file, found, edit, budget))
}

/** The edit that suppresses the rule of a finding in the whole file; `undefined` if that is not possible. */
export function suppressInFile(file: OpenFile, found: Diagnostic, budget: Budget): Edit | undefined {
  const lines = linesOf(file.source)
  const ending = endingOf(lines)
  const offset = file.source.startsWith('\uFEFF') ? 1 : 0
  const edit = { offset, endOffset: offset, text: `.. goaldoc: ignore-file ${found.ruleId}${ending}${ending}` }
  return isSilencedBy(file, found, edit, budget) ? edit : undefined
}

/** The index of the first line of the block that contains a line. */
function blockStart(lines: readonly SourceLine[], at: number): number {
  const isBlank = (index: number) => lines[index] === undefined || lines[index].text.trim() === ''
  let first = at
  while (first > 0 && isBlank(first)) first--
  while (!isBlank(first - 1)) first--
  return first
}

function endingOf(lines: readonly SourceLine[]): string {
  return lines.find(({ ending }) => ending !== '')?.ending ?? '\n'
}

/** Whether an edit removes the finding and causes no new one; false beyond the budget. */
function isSilencedBy({ source, findings, options }: OpenFile, found: Diagnostic, edit: Edit, budget: Budget): boolean {
  if (budget.characters <= 0) return false
  budget.characters -= source.length + charactersOfFinding * findings.length
  const count = (all: readonly Diagnostic[]) =>
    all.filter(({ ruleId, message }) => ruleId === found.ruleId && message === found.message).length
  const after = lintInSteps(applyEdits(source, [edit]), options).findings
  const known = new Map<string, Set<string>>()
  for (const { ruleId, message } of findings) {
    const messages = known.get(ruleId)
    if (messages) messages.add(message)
    else known.set(ruleId, new Set([message]))
  }
  return count(after) < count(findings) && after.every(({ ruleId, message }) => known.get(ruleId)?.has(message))
}

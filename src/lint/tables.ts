/** Fixes inside tables: makes the new text of a cell fit into the table. */
import { type CellEdit, fitTable } from '../rst/index.ts'
import { type Edit, lineIndexAt, type SourceLine } from '../text/index.ts'
import type { Diagnostic } from './diagnostic.ts'
import { withoutFix } from './edits.ts'
import type { Document } from './rule.ts'

/** The lines of a table, and the columns before it. */
export interface TableLines {
  lines: readonly SourceLine[]
  indent: number
}

/** The findings, with the edits of their fixes adjusted so that tables stay tables. Fixes that widen a column are combined, because each of
 * them changes every line.
 */
export function fitIntoTables(document: Document, diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const isFixable = (found: Diagnostic) => found.fix !== undefined && found.fix.edits.length > 0
  if (!diagnostics.some(isFixable) || document.all('table').length === 0) return diagnostics
  const fixable = diagnostics
    .filter(isFixable)
    .map((found) => ({ found, ...extentOf(found.fix!.edits) }))
    .sort((a, b) => a.offset - b.offset)
  const changed = new Map<Diagnostic, Diagnostic>()
  let at = 0
  for (const { node, parents } of document.all('table')) {
    if (parents.some((parent) => parent.type === 'entry')) continue
    while (at < fixable.length && fixable[at]!.offset < node.position.start.offset) at++
    const inside: Diagnostic[] = []
    for (let next = at; next < fixable.length && fixable[next]!.offset <= node.position.end.offset; next++) {
      if (fixable[next]!.endOffset <= node.position.end.offset) inside.push(fixable[next]!.found)
    }
    if (inside.length === 0) continue
    const table = tableLines(document, node.position.start.offset, node.position.end.offset)
    if (!table) continue
    for (const [found, edits] of fitGroup(table, inside))
      changed.set(found, edits ? { ...found, fix: { ...found.fix!, edits } } : withoutFix(found))
  }
  return changed.size === 0 ? diagnostics : diagnostics.map((found) => changed.get(found) ?? found)
}

function extentOf(edits: readonly Edit[]): { offset: number; endOffset: number } {
  let [offset, endOffset] = [Number.POSITIVE_INFINITY, 0]
  for (const edit of edits) [offset, endOffset] = [Math.min(offset, edit.offset), Math.max(endOffset, edit.endOffset)]
  return { offset, endOffset }
}

/** The lines between two offsets as a grid or simple table; `undefined` for other tables. */
export function tableLines(document: Document, offset: number, endOffset: number): TableLines | undefined {
  const lines = document.lines.slice(document.lineAt(offset), document.lineAt(Math.max(offset, endOffset - 1)) + 1)
  const indent = offset - lines[0]!.offset
  if (!/^(?:\+-|=+ +=)/.test(lines[0]!.text.slice(indent))) return undefined
  const isPlain = lines.every(({ text }) => !text.includes('\t') && text.slice(0, indent).trim() === '')
  return isPlain ? { lines, indent } : undefined
}

/** The edits between two versions of a table: for each line only what differs, or for some lines the whole line. */
export function tableEdits(
  { lines, indent }: TableLines,
  texts: readonly string[],
  isWhole: (line: SourceLine) => boolean = () => false,
): Edit[] {
  return lines.flatMap((line, index) => {
    const [before, after] = [line.text.slice(indent).trimEnd(), texts[index]!.trimEnd()]
    if (before === after) return []
    const offset = line.offset + indent
    if (isWhole(line)) return { offset, endOffset: offset + before.length, text: after }
    let start = 0
    while (start < before.length && before[start] === after[start]) start++
    let end = 0
    while (end < Math.min(before.length, after.length) - start && before.at(-1 - end) === after.at(-1 - end)) end++
    return { offset: offset + start, endOffset: offset + before.length - end, text: after.slice(start, after.length - end) }
  })
}

/** The limit of lines that are rewritten for fixes that are tried one by one. Beyond it, only the first finding has the fix of all: each of
 * them would have an edit for each line.
 */
const mostLines = 100_000

/** Combines fixes that widen a column, safe and unsafe ones separately. If two are on one line, only one is applied at a time. */
function fitGroup(table: TableLines, inside: readonly Diagnostic[]): [Diagnostic, Edit[] | undefined][] {
  const touched = inside.map(({ fix }) => new Set(fix!.edits.map((edit) => lineOf(table, edit))))
  const counts = new Map<number, number>()
  for (const line of touched.flatMap((lines) => [...lines])) counts.set(line, (counts.get(line) ?? 0) + 1)
  const crowded = new Set(table.lines.filter((_, index) => (counts.get(index) ?? 0) > 1))
  return [true, false].flatMap((safe): [Diagnostic, Edit[] | undefined][] => {
    const group = inside.filter((found) => found.fix!.safe === safe)
    const isBig = group.length * table.lines.length > mostLines
    const readable = isBig ? group : group.filter((found) => fitted(table, [found], crowded))
    if (readable.length === 0) return []
    const together = fitted(table, readable, crowded)
    const own = new Set(readable.flatMap(({ fix }) => fix!.edits.map((edit) => lineOf(table, edit))))
    if (isBig) return together ? readable.map((found, index) => [found, index === 0 ? together : undefined]) : []
    if (together && together.length > own.size) return readable.map((found) => [found, together])
    return readable.map((found) => [found, fitted(table, [found], crowded)!])
  })
}

/** The line of a table on which an edit begins, as an index. */
function lineOf({ lines }: TableLines, { offset }: Edit): number {
  return lineIndexAt(lines, offset)
}

/** The edits of some findings in a table, and the changes that they need on its other lines. */
function fitted(table: TableLines, group: readonly Diagnostic[], whole: ReadonlySet<SourceLine>): Edit[] | undefined {
  const edits: CellEdit[] = []
  const seen = new Set<string>()
  for (const { offset, endOffset, text } of group.flatMap((found) => found.fix!.edits)) {
    const line = lineIndexAt(table.lines, offset)
    const key = `${offset} ${endOffset} ${text}`
    if (offset > table.lines[line]!.end || endOffset > table.lines[line]!.end || /[\r\n]/.test(text)) return undefined
    if (seen.has(key)) continue
    seen.add(key)
    const start = table.lines[line]!.offset + table.indent
    edits.push({ line, from: offset - start, to: endOffset - start, text })
  }
  edits.sort((a, b) => a.line - b.line || a.from - b.from)
  if (edits.some((edit, index) => edit.from < 0 || overlap(edit, edits[index + 1]))) return undefined
  const texts = fitTable(
    table.lines.map((line) => line.text.slice(table.indent)),
    edits,
  )
  return texts && tableEdits(table, texts, (line) => whole.has(line))
}

function overlap(edit: CellEdit, next: CellEdit | undefined): boolean {
  return next !== undefined && edit.line === next.line && next.from < edit.to && edit.from < next.to
}

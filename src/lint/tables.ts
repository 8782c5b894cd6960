/** Fixes inside of tables: what they put into a cell is fitted into the table. */
import { type CellEdit, fitTable } from '../rst/index.ts'
import type { Edit, SourceLine } from '../text/index.ts'
import type { Diagnostic } from './diagnostic.ts'
import type { Document } from './rule.ts'

/** The lines of a table, and the columns in front of it. */
export interface TableLines {
  lines: readonly SourceLine[]
  indent: number
}

/** The findings, the edits of their fixes such that tables stay tables. Fixes that make a column wider come together, since all of them
 * touch every line. */
export function fitIntoTables(document: Document, diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  if (!diagnostics.some((found) => found.fix)) return diagnostics
  const changed = new Map<Diagnostic, Diagnostic>()
  for (const { node, parents } of document.all('table')) {
    if (parents.some((parent) => parent.type === 'entry')) continue
    const table = tableLines(document, node.position.start.offset, node.position.end.offset)
    if (!table) continue
    const { offset } = table.lines[0]!
    const end = table.lines.at(-1)!.end
    const inside = diagnostics.filter((found) => found.fix?.edits.every((edit) => edit.offset >= offset && edit.endOffset <= end))
    for (const [found, edits] of fitGroup(table, inside)) changed.set(found, { ...found, fix: { ...found.fix!, edits } })
  }
  return changed.size === 0 ? diagnostics : diagnostics.map((found) => changed.get(found) ?? found)
}

/** The lines between two offsets as those of a table that is drawn with signs; nothing for other tables. */
export function tableLines(document: Document, offset: number, endOffset: number): TableLines | undefined {
  const lines = document.lines.slice(document.lineAt(offset), document.lineAt(Math.max(offset, endOffset - 1)) + 1)
  const indent = offset - lines[0]!.offset
  if (!/^(?:\+-|=+ +=)/.test(lines[0]!.text.slice(indent))) return undefined
  const isPlain = lines.every(({ text }) => !text.includes('\t') && text.slice(0, indent).trim() === '')
  return isPlain ? { lines, indent } : undefined
}

/** The edits that turn the lines of a table into others: of each line what differs, or on some lines the whole. */
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

/** Fixes that need a wider column come together, safe ones apart from the others. Of two on one line only one is applied at a time. */
function fitGroup(table: TableLines, inside: readonly Diagnostic[]): [Diagnostic, Edit[]][] {
  const touched = (line: SourceLine) => inside.filter(({ fix }) => fix!.edits.some((edit) => isOn(line, edit)))
  const crowded = new Set(table.lines.filter((line) => touched(line).length > 1))
  return [true, false].flatMap((safe): [Diagnostic, Edit[]][] => {
    const group = inside.filter((found) => found.fix!.safe === safe)
    const fits = group.flatMap((found): [Diagnostic, Edit[]][] => {
      const edits = fitted(table, [found], crowded)
      return edits ? [[found, edits]] : []
    })
    const readable = fits.map(([found]) => found)
    const together = fitted(table, readable, crowded)
    const own = table.lines.filter((line) => readable.some(({ fix }) => fix!.edits.some((edit) => isOn(line, edit))))
    return together && together.length > own.length ? readable.map((found) => [found, together]) : fits
  })
}

function isOn(line: SourceLine, edit: Edit): boolean {
  return edit.offset >= line.offset && edit.offset <= line.end
}

/** The edits of some findings within a table, and what they make of its other lines. */
function fitted(table: TableLines, group: readonly Diagnostic[], whole: ReadonlySet<SourceLine>): Edit[] | undefined {
  const edits: CellEdit[] = []
  const seen = new Set<string>()
  for (const { offset, endOffset, text } of group.flatMap((found) => found.fix!.edits)) {
    const line = table.lines.findIndex((candidate) => candidate.offset <= offset && offset <= candidate.end)
    const key = `${offset} ${endOffset} ${text}`
    if (line < 0 || endOffset > table.lines[line]!.end || /[\r\n]/.test(text)) return undefined
    if (seen.has(key)) continue
    seen.add(key)
    const start = table.lines[line]!.offset + table.indent
    edits.push({ line, from: offset - start, to: endOffset - start, text })
  }
  if (edits.some((edit) => edit.from < 0 || edits.some((other) => other !== edit && overlap(edit, other)))) return undefined
  const texts = fitTable(
    table.lines.map((line) => line.text.slice(table.indent)),
    edits,
  )
  return texts && tableEdits(table, texts, (line) => whole.has(line))
}

function overlap(a: CellEdit, b: CellEdit): boolean {
  return a.line === b.line && a.from < b.to && b.from < a.to
}

/** Updates toctrees for a move: each document stays in a toctree, and each pattern still matches a document. */
import { posix } from 'node:path'
import { isEntryFor, readToctrees, releaseDay, type Toctree, type ToctreeLine } from '../../lint/index.ts'
import { lineEnding } from '../files.ts'
import { relativeName } from './links.ts'

/** The texts of the pages after the move, by the names of the documents. */
export type Pages = Map<string, string>

/** The pages, and the name of the goals' folder among the documents, e.g. `goals`. */
export interface ToctreeEntries {
  pages: Pages
  goals: string
}

/** The text of a page for a pattern that would match nothing otherwise; Sphinx would warn about that. */
const placeholder = `===========
Placeholder
===========

There is no goal here at the moment.
`

/** Moves a document in all toctrees; `pages` already contains it under its new name. Its entry in the index page of the old
 * folder moves to the index page of the new folder; other entries are renamed.
 */
export function moveInToctrees(listing: ToctreeEntries, from: string, to: string): void {
  const { pages } = listing
  const emptied = patternsFor(pages, from)
  const indexes = [nearestIndex(pages, from), nearestIndex(pages, to)] as const
  for (const [page, text] of pages) {
    const isOldIndex = page === indexes[0] && page !== indexes[1]
    const entries = entriesFor(text, page, from)
    pages.set(page, isOldIndex ? withoutEntries(text, entries) : renamed(text, entries, page, to))
  }
  removePlaceholder(pages, posix.join(posix.dirname(to), 'placeholder'))
  if (!isListed(pages, to)) list(listing, to)
  removeEmptyFolder(listing, posix.dirname(from))
  for (const { page, target } of emptied) {
    if (!isEmpty(pages, page, target)) continue
    // The pattern `pike/*` gets a page that it matches; for a pattern such as `*/index`, the page goes to the old folder.
    const wanted = posix.join(posix.dirname(page), target.replace(/\*\*?$/, 'placeholder'))
    pages.set(/[*?[\]]/.test(wanted) ? posix.join(posix.dirname(from), 'placeholder') : wanted, placeholder)
  }
}

function isListed(pages: Pages, name: string): boolean {
  return [...pages].some(([page, text]) => entriesOf(text).some((entry) => isEntryFor(entry, page, name)))
}

/** The index page in the folder of a document, or in the nearest folder above that has one. */
function nearestIndex(pages: Pages, name: string): string | undefined {
  for (let at = posix.dirname(name); ; at = posix.dirname(at)) {
    const index = at === '.' ? 'index' : `${at}/index`
    if (pages.has(index)) return index
    if (at === '.') return undefined
  }
}

function entriesOf(text: string) {
  return text.includes('toctree::') ? readToctrees(text).flatMap(({ entries }) => entries) : []
}

/** The patterns in toctrees that match a document. */
function patternsFor(pages: Pages, name: string): { page: string; target: string }[] {
  return [...pages].flatMap(([page, text]) =>
    entriesOf(text)
      .filter((entry) => entry.isPattern && isEntryFor(entry, page, name))
      .map(({ target }) => ({ page, target })),
  )
}

function isEmpty(pages: Pages, page: string, target: string): boolean {
  const entry = { line: 0, target, isPattern: true }
  return pages.has(page) && ![...pages.keys()].some((name) => isEntryFor(entry, page, name))
}

function renamed(text: string, entries: readonly ToctreeLine[], page: string, to: string): string {
  const lines = text.split(/\r?\n/)
  for (const { line, target } of entries) {
    const name = target.startsWith('/') ? `/${to}` : relativeName(page, to)
    lines[line] = lines[line]!.replace(target, () => name)
  }
  return entries.length === 0 ? text : lines.join(lineEnding(text))
}

/** The entries in a toctree that name a document; patterns are not included. */
function entriesFor(text: string, page: string, name: string): ToctreeLine[] {
  return entriesOf(text).filter((entry) => !entry.isPattern && isEntryFor(entry, page, name))
}

function withoutEntries(text: string, entries: readonly ToctreeLine[]): string {
  if (entries.length === 0) return text
  const lines: (string | undefined)[] = text.split(/\r?\n/)
  for (const { line } of entries) lines[line] = undefined
  for (const { line, lastLine, entries: own } of readToctrees(text)) {
    if (own.length === 0 || own.some((entry) => lines[entry.line] !== undefined)) continue
    const hasOptions = lines.slice(line + 1, lastLine + 1).some((one) => one?.trim())
    // This reverses `addEntry`, which adds a toctree at the end of a page, or a blank line before the first entry.
    const isLast = !lines.slice(lastLine + 1).some((one) => one?.trim())
    let first = !hasOptions && isLast ? line : own[0]!.line
    while (lines[first - 1]?.trim() === '') first--
    lines.fill(undefined, first, lastLine + 1)
  }
  return lines.filter((line) => line !== undefined).join(lineEnding(text))
}

/** Adds a document to the toctree of the nearest index page. A new folder gets an index page if its neighbours have one. */
function list({ pages, goals }: ToctreeEntries, name: string): void {
  const folder = posix.dirname(name)
  const own = `${folder}/index`
  const parent = `${posix.dirname(folder)}/index`
  if (!pages.has(own) && folder !== goals && hasIndexBelow(pages, parent)) {
    pages.set(own, newIndex(posix.basename(folder)))
    if (!isListed(pages, own)) addEntry(pages, parent, own)
    return
  }
  const index = nearestIndex(pages, name)
  if (index !== undefined) addEntry(pages, index, name)
}

/** Whether a page lists the index pages of the folders below it. */
function hasIndexBelow(pages: Pages, page: string): boolean {
  return entriesOf(pages.get(page) ?? '').some(({ target }) => /^[^/]+\/index$/.test(target))
}

function newIndex(folder: string): string {
  const title = folder.replace(/^[a-z]/, (letter) => letter.toUpperCase())
  const line = '='.repeat(title.length)
  return `${line}\n${title}\n${line}\n\n.. toctree::\n   :glob:\n   :maxdepth: 1\n\n   *\n`
}

function addEntry(pages: Pages, page: string, name: string): void {
  const text = pages.get(page)!
  const end = lineEnding(text)
  const lines = text.split(/\r?\n/)
  const toctree = readToctrees(text).at(-1)
  const target = relativeName(page, name)
  if (toctree) {
    const at = placeFor(toctree, target)
    // A blank line separates options from the first entry.
    const isFirst = toctree.entries.length === 0
    const entry = [...(isFirst ? [''] : []), `${toctree.indent}${target}`]
    pages.set(page, [...lines.slice(0, at), ...entry, ...lines.slice(at)].join(end))
  } else pages.set(page, `${text.trimEnd()}${end}${end}.. toctree::${end}${end}   ${target}${end}`)
}

/** The index of the line for a new entry: by release if the entries are sorted by release, otherwise after the last one. */
function placeFor({ entries, lastLine }: Toctree, target: string): number {
  const day = releaseDay(target)
  const days = entries.map((entry) => releaseDay(entry.target))
  const last = (entries.at(-1)?.line ?? lastLine) + 1
  if (day === undefined || days.some((one) => one === undefined)) return last
  const isRising = days.length < 2 || days[0]! <= days.at(-1)!
  return entries.find((_, index) => (isRising ? days[index]! > day : days[index]! < day))?.line ?? last
}

/** Removes the placeholder from a folder that gets a goal, unless a page names it. */
function removePlaceholder(pages: Pages, name: string): void {
  const isNamed = [...pages].some(([page, text]) => entriesOf(text).some((one) => !one.isPattern && isEntryFor(one, page, name)))
  if (pages.get(name) === placeholder && !isNamed) pages.delete(name)
}

/** Removes the index page of a release without goals, unless someone has edited it or another page needs it. */
function removeEmptyFolder({ pages, goals }: ToctreeEntries, folder: string): void {
  const index = `${folder}/index`
  const text = pages.get(index)
  const isOfRelease = posix.dirname(posix.dirname(folder)) === goals
  const hasOthers = [...pages.keys()].some((name) => name.startsWith(`${folder}/`) && name !== index)
  if (text === undefined || !isOfRelease || hasOthers || !isBare(text)) return
  const rest = new Map(pages)
  rest.delete(index)
  const isNamed = [...rest.values()].some((other) => other.includes(`${posix.basename(folder)}/index`))
  if (isNamed || patternsFor(pages, index).some(({ page, target }) => isEmpty(rest, page, target))) return
  pages.delete(index)
}

/** Whether a page consists only of a title and a toctree with one pattern. */
function isBare(text: string): boolean {
  const toctree = readToctrees(text).at(-1)
  const other = text
    .split(/\r?\n/)
    .filter((line, at) => line.trim() !== '' && (!toctree || at < toctree.line || at > toctree.lastLine))
  const titles = other.filter((line) => !/^([=~^-])\1*\s*$/.test(line))
  return titles.length === 1 && toctree?.entries.length === 1 && toctree.entries[0]!.isPattern
}

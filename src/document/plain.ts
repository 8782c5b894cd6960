/** Escapes text so that RST reads it as that text, with no more backslashes than necessary.
 *
 * The parser decides: a backslash is put before every mark, and then every backslash is removed without which the parser reads the
 * same text.
 */
import { innerText, isElement, parseRst, type RstNode } from '../rst/index.ts'

/** The kinds of marks, with docutils' names of their elements. */
export type Mark = 'text' | 'emphasis' | 'strong' | 'literal' | 'reference' | 'substitution_reference' | 'footnote_reference'

/** A run of text with one mark. */
export interface Run {
  mark: Mark
  text: string
  /** The target of a reference. */
  url?: string
}

/** The text around it. */
export type Surroundings = 'paragraph' | 'quote' | 'line' | 'field' | 'title' | 'overlined title'

/** The runs as a paragraph; `undefined` if RST cannot express them. */
export function writeRuns(
  runs: readonly Run[],
  surroundings: Surroundings = 'paragraph',
  most: number = mostParsed.prose,
): string | undefined {
  const wanted = spelled(runs)
  const readsAsMeant = (text: string) => same(read(text, surroundings), wanted)
  for (const form of forms) {
    const written = withFewest(partsOf(runs, form), readsAsMeant, most)
    if (written !== undefined) return written
  }
  return undefined
}

/** Text in which no RST construct can begin: most names. */
export const isHarmless = (text: string) => /^[\p{L}\p{N}][\p{L}\p{N} ,/-]*$/u.test(text)

/** A line of plain text, e.g. a name, escaped for a sentence; unchanged if RST cannot express it. */
export function writePlain(text: string, surroundings: Surroundings = 'paragraph'): string {
  return isHarmless(text) ? text : (writeRuns([{ mark: 'text', text }], surroundings, mostParsed.line) ?? text)
}

/** The text that `writePlain` escaped. */
export function readPlain(text: string): string {
  return text.includes('\\') ? text.replace(/\\([\s\S])/g, '$1') : text
}

/** A line of RST, with backslashes where it would be read as a block. References and roles are not escaped, because only the
 * whole document decides about them.
 */
export function writeLine(text: string, surroundings: Surroundings): string {
  const isLeft = isHarmless(text) || /:`|`:|[\p{L}\p{N}`\]|]_(?![\p{L}\p{N}])/u.test(text)
  return isLeft || inline(text, surroundings) ? text : writePlain(text, surroundings)
}

/** The line that `writeLine` escaped. */
export function readLine(text: string, surroundings: Surroundings): string {
  const plain = readPlain(text)
  return plain !== text && writeLine(plain, surroundings) === text ? plain : text
}

/** A link with plain text. `named` makes the text a target name, which no other link of the document may use. */
export function writeLink(text: string, url: string, named: boolean): string {
  const isHarmless = !/[`<>\\]/.test(text) && !/[\s<>\\`]|_$/.test(url)
  const written = isHarmless ? undefined : writeRuns([{ mark: 'reference', text, url }])
  // A link whose text is its address is written as the address.
  const embedded = written?.endsWith('`__') ? written : `\`${text} <${url}>\`__`
  return named ? embedded.slice(0, -1) : embedded
}

/** An address after a text: without markup if RST reads its characters literally, even if it links only a part of it. */
export function writeUrl(url: string, before = ''): string {
  const said = inline(before + url, 'paragraph')
  if (
    said?.every((node) => !isElement(node) || node.attributes.refuri !== undefined) &&
    said.map(innerText).join('') === before + url
  )
    return before + url
  return (
    writeRuns([...(before === '' ? [] : [{ mark: 'text' as const, text: before }]), { mark: 'reference', text: url, url }]) ??
    before + url
  )
}

/** Pieces of RST; an optional piece is written only if the text is read differently without it. */
interface Part {
  text: string
  optional?: true
}

/** Characters that can begin or end a mark, and places where a line can begin a block. */
const special = /([!-/:-@[-`{-~•‣⁃—\n])/

/** An escaped space, which is not displayed. */
const nothing: Part = { text: '\\ ', optional: true }

/** Notations for the same text, the usual one first: without marks that RST adds to an address, with roles instead of marks, and with
 * escaped spaces where a line would begin a block in spite of any escapes.
 */
const forms = [
  { isPlain: true, startsApart: false },
  { isPlain: true, startsApart: true },
  { isPlain: false, startsApart: true },
] as const
type Form = (typeof forms)[number]

function partsOf(runs: readonly Run[], form: Form): Part[] {
  return runs.flatMap((run, index): Part[] => {
    const before = runs[index - 1]
    const touches =
      before !== undefined && (before.mark !== 'text' || run.mark !== 'text') && !/\s$/.test(before.text) && !/^\s/.test(run.text)
    return [...(touches || (index === 0 && form.startsApart) ? [nothing] : []), ...marked(run, form)]
  })
}

function marked({ mark, text, url = '' }: Run, form: Form): Part[] {
  switch (mark) {
    case 'text':
      return escaped(text, form)
    case 'emphasis':
      return [{ text: '*' }, ...escaped(text, form), { text: '*' }]
    case 'strong':
      return [{ text: '**' }, ...escaped(text, form), { text: '**' }]
    case 'literal':
      return form.isPlain ? [{ text: `\`\`${text}\`\`` }] : [{ text: ':literal:`' }, ...escaped(text, form), { text: '`' }]
    case 'substitution_reference':
      return [{ text: `|${text}|` }]
    case 'footnote_reference':
      return [{ text: `[${text}]_` }]
    case 'reference':
      return form.isPlain && (text === url || `mailto:${text}` === url)
        ? [{ text }]
        : [{ text: '`' }, ...escaped(text, form), { text: ` <${url.replace(/_$/, '\\_')}>\`__` }]
  }
}

function escaped(text: string, { startsApart }: Form): Part[] {
  return text.split(special).flatMap((piece, index): Part[] => {
    if (index % 2 === 0) return piece === '' ? [] : [{ text: piece }]
    if (piece === '\n') return startsApart ? [{ text: piece }, nothing] : [{ text: piece }]
    return piece === '\\' ? [{ text: '\\\\' }] : [{ text: '\\', optional: true }, { text: piece }]
  })
}

/** The characters that may be parsed to find out which pieces a paragraph or a line does not need. A long text keeps those that were not
 * tried. A name of 80 characters with 100 marks takes 16,000; a model may have thousands of names.
 */
const mostParsed = { prose: 1_000_000, line: 20_000 } as const

/** Drops optional pieces from the end to the start, as long as the text is read the same. */
function withFewest(parts: readonly Part[], isReadSame: (text: string) => boolean, most: number): string | undefined {
  let parsed = 0
  const reads = (text: string) => {
    parsed += text.length
    return isReadSame(text)
  }
  const optional = parts.flatMap((part, index) => (part.optional ? [index] : []))
  const left = new Set<number>()
  const text = () => parts.map((part, index) => (left.has(index) ? '' : part.text)).join('')
  const leave = (from: number, to: number): void => {
    if (from >= to || parsed > most) return
    const some = optional.slice(from, to)
    for (const index of some) left.add(index)
    if (reads(text())) return
    for (const index of some) left.delete(index)
    if (to - from === 1) return
    const middle = (from + to) >> 1
    leave(middle, to)
    leave(from, middle)
  }
  leave(0, optional.length)
  const written = text()
  return left.size === optional.length && optional.length > 0 ? written : reads(written) ? written : undefined
}

/** Marks and words in order; equal for two texts with the same content. */
type Spelling = readonly string[]

function same(a: Spelling | undefined, b: Spelling): boolean {
  return a !== undefined && a.length === b.length && a.every((item, index) => item === b[index])
}

function spelled(runs: readonly Run[]): Spelling {
  const all = runs.map(({ mark, text, url = '' }) => ({ mark, text: mark === 'footnote_reference' ? '' : text, url }))
  return joined(all)
}

function joined(runs: readonly Required<Run>[]): Spelling {
  const merged: Required<Run>[] = []
  for (const run of runs) {
    const last = merged.at(-1)
    if (last && last.mark === 'text' && run.mark === 'text') last.text += run.text
    else merged.push({ ...run })
  }
  return merged.map(({ mark, text, url }) => `${mark}\n${url}\n${text.replace(/[\s\x1c-\x1f\x85]+/g, ' ')}`)
}

/** How the parser reads a paragraph; `undefined` if it reads anything else. */
function read(text: string, surroundings: Surroundings): Spelling | undefined {
  const nodes = inline(text, surroundings)
  if (!nodes) return undefined
  const runs: Required<Run>[] = []
  for (const node of nodes) {
    if (!isElement(node)) {
      // An escaped space leaves an empty text node.
      if (node.value !== '') runs.push({ mark: 'text', text: node.value, url: '' })
      continue
    }
    if (node.type === 'target') continue
    const [child, ...more] = node.children
    if (more.length > 0 || (child && isElement(child))) return undefined
    runs.push({
      mark: node.type as Mark,
      text: child?.type === 'text' ? String(child.value) : '',
      url: String(node.attributes.refuri ?? ''),
    })
  }
  return joined(runs)
}

function inline(text: string, surroundings: Surroundings): RstNode[] | undefined {
  const only = (nodes: readonly RstNode[] | undefined, type: string): RstNode[] | undefined => {
    // Text that docutils reports but keeps stays as it is.
    const [node, ...more] = (nodes ?? []).filter((child) => !isElement(child) || child.attributes.level !== 1)
    return node && isElement(node) && node.type === type && more.length === 0 ? node.children : undefined
  }
  if (surroundings === 'paragraph') return only(parseRst(text).children, 'paragraph')
  if (surroundings === 'field')
    return only(only(only(parseRst(`:${text}: x`).children, 'field_list'), 'field')?.slice(0, 1), 'field_name')
  if (surroundings === 'title' || surroundings === 'overlined title') {
    const rule = '='.repeat(2 * text.length + 1)
    const section = only(parseRst(`${surroundings === 'title' ? '' : `${rule}\n`}${text}\n${rule}\n\nx`).children, 'section')
    return section?.length === 2 ? only(section.slice(0, 1), 'title') : undefined
  }
  if (surroundings === 'line') return only(only(parseRst(`| ${text}`).children, 'line_block'), 'line')
  const quote = only(parseRst(`  x\n\n${text.replace(/^/gm, '  ')}`).children, 'block_quote')
  return only(quote?.slice(1), 'paragraph')
}

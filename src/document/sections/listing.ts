/** Sections that list facts in a free wording, perhaps with prose around them: champions, trackers. */
import { isElement } from '../../rst/index.ts'
import { once } from '../../text/index.ts'
import type { Profile } from '../profile.ts'
import type { Part, Range } from '../reading.ts'
import { isSameText } from '../same-text.ts'
import { renderTemplate } from '../templates.ts'
import { blocksOf, textOf } from '../text.ts'
import { type Facts, type FoundFact, factsOf, fillWording, joinPieces, listOf, wordingOf } from '../wording.ts'
import { readProse, writeProse } from './prose.ts'
import type { Body, ReadSection, SectionKind, SectionValue } from './section.ts'

/** One item of the list. */
export type Item = Facts & { written?: string }

export interface ListOfItems {
  items: readonly Item[]
  /** The prose before and after the list. */
  intro?: string
  outro?: string
  /** The wording of all items without their own. */
  written?: string
  /** Whether the items are lines of one paragraph. */
  as?: 'lines'
}

/** The template of the section, and the name of the items in it. */
export interface Listing {
  template: 'champions' | 'tracking'
  items: 'people' | 'trackers'
  /** The facts of an item as RST. */
  inRst(facts: Facts): Facts
}

/** A section that lists items in the wording of its template, or in its own. */
export function listingSection<Key extends Listing['template']>(
  listing: Listing,
  find: (piece: string) => FoundFact[] | undefined,
): SectionKind<Key> {
  return {
    read(body) {
      const read = readWorded(body, listing, find)
      if (!read) return readProse(body) as ReadSection<SectionValue<Key>>
      const { items, ...rest } = read.value
      return { value: { ...rest, [listing.items]: items } as SectionValue<Key>, parts: read.parts }
    },
    write(value, profile) {
      const worded = listOfItems(value)
      return worded ? writeWorded(worded, profile, listing) : writeProse(value as string)
    },
  }
}

/** The items that a goal states for such a section; `undefined` if it states prose. */
export function listOfItems(value: SectionValue<Listing['template']>): ListOfItems | undefined {
  if (typeof value === 'string') return undefined
  if ('people' in value) {
    const { people: items, ...rest } = value
    return { ...rest, items }
  }
  const { trackers: items, ...rest } = value
  return { ...rest, items }
}

/** Paragraphs and items of lists, with their places. */
function piecesOf({ source, blocks }: Body): (Range & { text: string })[] {
  const lists = new Set(['bullet_list', 'enumerated_list', 'field_list'])
  return blocks
    .flatMap((block): Range[] => {
      if (block.node && lists.has(block.node.type)) return blocksOf(source, block.node.children.filter(isElement), block)
      return [block]
    })
    .map(({ start, end }) => ({ start, end, text: textOf(source, { start, end }) }))
}

function linesOf(pieces: readonly (Range & { text: string })[]): (Range & { text: string })[] {
  return pieces.flatMap(({ start, end, text }) => {
    const lines = text.split('\n')
    // If lines end with white space, the places are unknown.
    if (lines.length < 2 || lines.join('\n').length !== end - start) return [{ start, end, text }]
    let from = start
    return lines.map((line) => {
      const range = { start: from, end: from + line.length, text: line }
      from += line.length + 1
      return range
    })
  })
}

/** Splits a section into prose, pieces with facts, and prose; `undefined` if facts and prose alternate. `find` returns the facts
 * of a piece, `undefined` for prose.
 */
function readWorded(
  body: Body,
  listing: Listing,
  find: (piece: string) => FoundFact[] | undefined,
): { value: ListOfItems; parts: Part[] } | undefined {
  const whole = textOf(body.source, body.range)
  if (whole.includes('{{')) return undefined
  const pieces = piecesOf(body)
  const lines = linesOf(pieces)
  for (const as of lines.length > pieces.length ? (['lines', undefined] as const) : [undefined]) {
    const all = as === 'lines' ? lines : pieces
    const found = all.map(({ text }) => find(text))
    const first = found.findIndex((one) => one !== undefined)
    const last = found.findLastIndex((one) => one !== undefined)
    if (first < 0) continue
    const texts = all.slice(first, last + 1).map(({ text }) => text)
    const inner = found.slice(first, last + 1)
    if (!inner.every((one) => one !== undefined) || (as && inner.length < 2)) continue
    const prose = (some: typeof all) => {
      const text = some.length > 0 ? textOf(body.source, { start: some[0]?.start ?? 0, end: some.at(-1)?.end ?? 0 }) : ''
      return text === '' ? undefined : text
    }
    const [intro, outro] = [prose(all.slice(0, first)), prose(all.slice(last + 1))]
    const around = { ...(intro === undefined ? {} : { intro }), ...(outro === undefined ? {} : { outro }) }
    const value = { ...around, ...worded(texts, inner, body.profile, listing), ...(as ? { as } : {}) }
    const plain = { ...around, items: value.items }
    const text = writeWorded(value, body.profile, listing)
    const isPlain = isUsual(value) || writeWorded(plain, body.profile, listing) === text
    const read = isPlain ? plain : value
    if (isSameText(text, whole)) {
      const parts = all.map(({ start, end, text }, index): Part => {
        const range = { start, end, value: text }
        return found[index] ? { kind: 'item', marker: '', ...range } : { kind: 'text', ...range }
      })
      return { value: read, parts }
    }
  }
  return undefined
}

/** The facts of the pieces, and the wording that they share, if they do. */
function worded(
  texts: readonly string[],
  found: readonly FoundFact[][],
  profile: Profile,
  listing: Listing,
): Pick<ListOfItems, 'items' | 'written'> {
  const items = found.map((one): Item => factsOf(one))
  if (items.every((item, index) => usualText(listing.inRst(item), profile, listing) === texts[index])) return { items }
  const wordings = found.map((one, index) => wordingOf(texts[index] as string, one))
  const longest = wordings.reduce((a, b) => (b.length > a.length ? b : a))
  if (items.every((item, index) => fillWording(longest, item) === texts[index])) return { items, written: longest }
  return { items: items.map((item, index) => ({ ...item, written: wordings[index] as string })) }
}

/** One item with the template of the profile; its facts are RST. */
function usualText(facts: Facts, profile: Profile, { template, items }: Listing): string {
  return renderTemplate(profile, template, { [items]: [facts] })
}

/** Whether all items are written with the template of the profile. */
function isUsual({ items, written, as }: ListOfItems): boolean {
  return written === undefined && as === undefined && items.every((item) => item.written === undefined)
}

/** The RST of the section. An item whose wording has no place for one of its facts is written with the template of the profile. */
function writeWorded(value: ListOfItems, profile: Profile, listing: Listing): string {
  const { items, intro, outro, written: shared, as } = value
  const facts = once(() => items.map(({ written: _, ...own }) => listing.inRst(own)))
  const texts = items.map(({ written = shared, ...own }, index) => {
    const text = written === undefined ? undefined : fillWording(withNamedHoles(written, own), own)
    return text ?? usualText(facts()[index]!, profile, listing)
  })
  const middle = isUsual(value)
    ? usualTexts(facts(), texts, profile, listing)
    : as === 'lines'
      ? texts.join('\n')
      : joinPieces(texts)
  return [intro, middle, outro].filter((text) => text !== undefined && text !== '').join('\n\n')
}

/** The wording with holes added for a nick and an e-mail, if it has none: after the name and any brackets there. */
export function withNamedHoles(wording: string, facts: Facts): string {
  return (['nick', 'email'] as const).reduce((text, name) => {
    if (facts[name] === undefined || text.includes(`{{${name}}}`)) return text
    const place = name === 'nick' ? ' ({{nick}})' : ' <{{email}}>'
    return text.replace(/\{\{name\}\}(?:\*\*)?(?: [(<]\{\{\w+\}\}[)>])*/, (known) => known + place)
  }, wording)
}

/** All items written with the template of the profile; those in `apart` begin another list. */
function usualTexts(facts: readonly Facts[], texts: readonly string[], profile: Profile, listing: Listing): string {
  const items = facts.map((item, index) => {
    const apart = index > 0 && listOf(texts[index] as string) !== listOf(texts[index - 1] as string)
    return { ...item, apart }
  })
  return renderTemplate(profile, listing.template, { [listing.items]: items })
}

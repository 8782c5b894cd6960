/** The wording of one value: a text with holes for its facts, e.g. `{{name}} ({{nick}}) leads this goal.` */
import { entryMarker } from '../text/index.ts'
import { openHoles } from './holes.ts'

export type Facts<Name extends string = string> = Readonly<Partial<Record<Name, string>>>

/** A fact in a text, with its place. */
export interface FoundFact<Name extends string = string> {
  name: Name
  at: number
  text: string
}

/** The text with holes in the places of its facts. */
export function wordingOf(text: string, found: readonly FoundFact[]): string {
  return openHoles(
    text,
    found.map(({ name, at, text: fact }) => ({ name, at, length: fact.length })),
  )
}

export function factsOf<Name extends string>(found: readonly FoundFact<Name>[]): Facts<Name> {
  return Object.fromEntries(found.map(({ name, text }) => [name, text])) as Facts<Name>
}

/** The wording with its holes filled; `undefined` if a fact has no hole. A hole without a fact is removed with its brackets and
 * leaves no gap. The lines of a fact are indented to the column of its hole.
 */
export function fillWording(wording: string, facts: Facts): string | undefined {
  const stated = Object.entries(facts).filter((fact): fact is [string, string] => fact[1] !== undefined)
  if (!stated.every(([name]) => wording.includes(`{{${name}}}`))) return undefined
  const lines = wording.split('\n').map((line): string | undefined => {
    const left = line.replace(/(?: -)? ?[(<[]?\{\{(\w+)\}\}[)>\]]?/g, (hole, name: string) =>
      facts[name] === undefined ? '' : hole,
    )
    if (left !== line && left.trim() === '') return undefined
    return left.replace(/\{\{(\w+)\}\}/g, (_, name: string) => hanging(facts[name] ?? '', left))
  })
  return lines
    .filter((line) => line !== undefined)
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

const leadShape = new RegExp(`^ *(?:${entryMarker} +)?`)

/** Indents the lines after the first to the first word of the line that contains the hole, after its list marker. */
function hanging(fact: string, line: string): string {
  const lead = leadShape.exec(line)?.[0].length ?? 0
  return fact.replace(/\n(?=[^\n])/g, `\n${' '.repeat(lead)}`)
}

/** Joins paragraphs and list items. Short items of the same list have no blank line between them. */
export function joinPieces(texts: readonly string[]): string {
  return texts.reduce((whole, text, index) => {
    if (index === 0) return text
    const before = texts[index - 1] as string
    const isNext = listOf(text) !== '' && listOf(text) === listOf(before) && !(text + before).includes('\n\n')
    return whole + (isNext ? '\n' : '\n\n') + text
  }, '')
}

const listShape = new RegExp(String.raw`^(?:(${entryMarker}) |(:)[^\n]+?:(?: |$))`)

/** The kind of list that a text is an item of, by its marker; empty for a paragraph. */
export function listOf(text: string): string {
  const [, marker, field] = listShape.exec(text) ?? []
  return (marker ?? field ?? '').replace(/\d+/, '1')
}

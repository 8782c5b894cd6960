/** Differences in sentences. */
import { type Path, readsAsNone } from '../goal/index.ts'
import { isRecord } from '../text/index.ts'
import type { Difference } from './compare.ts'
import { beginning, firstDifference, wordsOf } from './words.ts'

/** What the two goals are called. */
export interface SideNames {
  a: string
  b: string
}

/** How something is written, in people's words. */
const manners: Record<string, string> = {
  label: 'label',
  as: 'layout of the label',
  list: 'list marker',
  indent: 'indentation',
  headings: 'title of the section',
  levels: 'level of the section',
}

/** A difference in a sentence that shows the words which differ, e.g. *`teams › nova › completion` is `…` in the document and `…`
 *  in the model*. */
export function describeDifference(found: Difference, names: SideNames = { a: 'the model', b: 'the document' }): string {
  const { kind, path, a, b } = found
  const where = placeOf(path)
  const [left, right] = [textOf(a), textOf(b)]
  if (kind === 'added') return `${quoted(right, path)} of ${where} is in ${names.b} and not in ${names.a}`
  if (kind === 'removed') return `${quoted(left, path)} of ${where} is in ${names.a} and not in ${names.b}`
  if (kind === 'moved') return `${quoted(right, path)} of ${where} stands in another place in ${names.b} than in ${names.a}`
  if (kind === 'changed' && readsAsNone(left) && readsAsNone(right))
    return `the spelling of None in ${where} is ${tick(right)} in ${names.b} and ${tick(left)} in ${names.a}`
  if (kind === 'renamed') return `${tick(right)} in ${names.b} is called ${tick(left)} in ${names.a}`
  const words = firstDifference(left, right)
  if (words.a === words.b && wordsOf(left).length === wordsOf(right).length)
    return `${quoted(right, path)} of ${where} is written another way in ${names.b} than in ${names.a}: ${wayOf(a, b)}`
  return `${where} is ${tick(words.b)} in ${names.b} and ${tick(words.a)} in ${names.a}`
}

/** Where a difference is, e.g. *`teams › nova › completion`*, *the list marker of `teams › nova › planning`*. */
export function placeOf(path: Path): string {
  const keys = path.filter((key) => typeof key === 'string')
  const [head, manner = '', ...below] = keys
  if (head === 'layout' && below.length > 0) return `the ${manners[manner] ?? manner} \`${below.join(' › ')}\``
  const last = String(path.at(-1))
  const owner = keys.slice(0, -1).filter((key) => key !== 'written')
  if (last in manners && owner.length > 0) return `the ${manners[last]} of \`${owner.join(' › ')}\``
  return `\`${keys.join(' › ')}\``
}

/** How two texts of the same words differ. */
function wayOf(a: unknown, b: unknown): string {
  return textOf(a) === textOf(b) ? 'one is an item of a list, the other a paragraph' : 'in its line breaks or spaces'
}

function tick(text: string): string {
  return text === '' ? 'empty' : `\`${text.replaceAll('`', "'")}\``
}

function quoted(text: string, path: Path): string {
  return tick(beginning(text === '' ? String(path.at(-1)) : text))
}

/** What a value of a goal says, in one text. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return value.map(textOf).join(' ')
  if (!isRecord(value)) return value === undefined || value === null ? '' : String(value)
  const name = ['name', 'title', 'question', 'text', 'for', 'intro'].find((key) => typeof value[key] === 'string')
  return name ? (value[name] as string) : Object.values(value).map(textOf).join(' ')
}

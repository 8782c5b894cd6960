/** Describes differences in sentences. */
import { type Path, readsAsNone } from '../goal/index.ts'
import { isRecord } from '../text/index.ts'
import type { Difference } from './compare.ts'
import { beginning, firstDifference, wordsOf } from './words.ts'

/** The names of the two goals in messages. */
export interface SideNames {
  a: string
  b: string
}

/** Words for notations. */
const manners: Record<string, string> = {
  label: 'label',
  as: 'form',
  list: 'list marker',
  indent: 'indentation',
  written: 'wording',
  headings: 'title of the section',
  levels: 'level of the section',
}

/** Words for the forms of a list. */
const forms: Record<string, string> = {
  apart: 'a list below the label',
  inline: 'text on the line of the label',
  glued: 'text right below the label',
  definition: 'text indented below the label',
  paragraphs: 'paragraphs',
  lines: 'lines of one paragraph',
  list: 'a list',
}

/** A difference as a sentence with the words that differ, e.g. *`teams › nova › completion` is `…` in the document and `…` in the model*.
 */
export function describeDifference(found: Difference, names: SideNames = { a: 'the model', b: 'the document' }): string {
  const { kind, path, a, b } = found
  const place = placeOf(path)
  if (isNotation(path)) return describeManner(found, place, names)
  const [left, right] = [textOf(a), textOf(b)]
  if (kind === 'added') return `${subjectOf(b, path)} is in ${names.b} but not in ${names.a}`
  if (kind === 'removed') return `${subjectOf(a, path)} is in ${names.a} but not in ${names.b}`
  if (kind === 'moved') return `${subjectOf(b, path)} has another position in ${names.b} than in ${names.a}`
  if (kind === 'changed' && readsAsNone(left) && readsAsNone(right))
    return `the spelling of None in ${place} is ${inBackticks(right)} in ${names.b} and ${inBackticks(left)} in ${names.a}`
  if (kind === 'renamed' && left === right)
    return `the section ${inBackticks(right)} has another level in ${names.b} than in ${names.a}`
  if (kind === 'renamed') return `${inBackticks(right)} in ${names.b} is called ${inBackticks(left)} in ${names.a}`
  const words = firstDifference(left, right)
  if (words.a === words.b && wordsOf(left).length === wordsOf(right).length)
    return `${subjectOf(b, path)} is written differently in ${names.b} than in ${names.a}: ${notationDifference(a, b)}`
  return `${place} is ${inBackticks(words.b)} in ${names.b} and ${inBackticks(words.a)} in ${names.a}`
}

/** *the list marker of `teams › nova › planning` is `-` in the document and `*` in the model*. */
function describeManner({ path, a, b }: Difference, place: string, names: SideNames): string {
  if (path[1] === 'levels' && path.length === 2) {
    const sections = Object.keys({ ...(a as object | undefined), ...(b as object | undefined) })
    const shown = sections.slice(0, 3).map(inBackticks).join(', ')
    const more = sections.length > 3 ? ` and ${sections.length - 3} more` : ''
    return `the levels of the sections ${shown}${more} are others in ${names.b} than in ${names.a}`
  }
  const said = (value: unknown) =>
    value === undefined ? 'the usual one' : path.at(-1) === 'as' ? forms[String(value)] : inBackticks(textOf(value))
  return `${place} is ${said(b)} in ${names.b} and ${said(a)} in ${names.a}`
}

/** Whether only the notation differs. */
function isNotation(path: Path): boolean {
  return String(path.at(-1)) in manners || (path[0] === 'layout' && String(path[1]) in manners)
}

/** The place of a difference, e.g. *`teams › nova › completion`*, *the list marker of `teams › nova › planning`*. */
function placeOf(path: Path): string {
  const keys = path.filter((key) => typeof key === 'string')
  const [head, manner = '', ...below] = keys
  if (head === 'layout' && below.length > 0) return `the ${manners[manner] ?? manner} \`${below.join(' › ')}\``
  const last = String(path.at(-1))
  const owner = keys.slice(0, -1).filter((key) => key !== 'written')
  if (last in manners && owner.length > 0) return `the ${manners[last]} of \`${owner.join(' › ')}\``
  return `\`${keys.join(' › ')}\``
}

/** How two texts with the same words differ. */
function notationDifference(a: unknown, b: unknown): string {
  if (Array.isArray(a) !== Array.isArray(b)) return 'it is one entry in one of them and several entries in the other'
  return textOf(a) === textOf(b) ? 'one is a list item, the other a paragraph' : 'line breaks or spaces differ'
}

function inBackticks(text: string): string {
  return text === '' ? 'empty' : `\`${text.replaceAll('`', "'")}\``
}

/** The subject of a difference: a section, team or question by its name, otherwise the first words of its text and their place. */
function subjectOf(value: unknown, path: Path): string {
  const text = textOf(value)
  const isNamed = (path.length === 1 && typeof value !== 'string') || path.at(-1) === text
  return isNamed ? placeOf(path) : `${inBackticks(beginning(text === '' ? String(path.at(-1)) : text))} of ${placeOf(path)}`
}

/** A value of a goal as one text. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return value.map(textOf).join(' ')
  if (!isRecord(value)) return value === undefined || value === null ? '' : String(value)
  if (typeof value.text === 'string' && typeof value.url === 'string') return `${value.text} <${value.url}>`
  const name = ['name', 'title', 'question', 'text', 'for', 'intro'].find((key) => typeof value[key] === 'string')
  return name ? (value[name] as string) : Object.values(value).map(textOf).join(' ')
}

/** The goal checklist: questions, each with a status and an answer; as subsections, as paragraphs, as items of a list. */
import { isElement } from '../../rst/index.ts'
import { appendAll, entryMarker } from '../../text/index.ts'
import { readHeading, writeHeading } from '../heading.ts'
import type { Profile } from '../profile.ts'
import type { Part, Range } from '../reading.ts'
import { isSameText } from '../same-text.ts'
import { type Block, blocksOf, textOf, trimRange } from '../text.ts'
import { type FoundFact, fillWording, joinPieces, wordingOf } from '../wording.ts'
import { readProse, writeProse } from './prose.ts'
import type { Check, SectionKind } from './section.ts'

export const checklist: SectionKind<'checklist'> = {
  read(body) {
    const { source, blocks, profile } = body
    const isSections = blocks.every(({ node }) => node?.type === 'section')
    const pieces = isSections ? blocks : piecesOf(source, blocks)
    const checks = pieces.map((piece) => (isSections ? readCheck(source, piece, profile) : readQuestion(textOf(source, piece))))
    if (checks.length === 0 || !checks.every((check) => check !== undefined)) return readProse(body)
    const parts = pieces.map(({ start, end }, index): Part => {
      const value = checks[index] as Check
      return { kind: 'check', key: value.question, value, start, end }
    })
    return { value: checks, parts }
  },
  write(value, profile) {
    if (typeof value === 'string') return writeProse(value)
    return joinPieces(value.map((check) => writeCheck(check, profile)))
  },
}

function writeCheck({ question, status, text, as, written }: Check, profile: Profile): string {
  const worded = written === undefined ? undefined : fillWording(written, { question, status, text })
  if (worded !== undefined) return worded
  const answer = [status === undefined ? undefined : `Status: ${status}`.trimEnd(), text].filter(
    (line) => line !== undefined && line !== '',
  )
  return [
    writeHeading(question, adornmentOf(profile)),
    ...(answer.length > 0 ? [answer.join(as === 'glued' ? '\n' : '\n\n')] : []),
  ].join('\n\n')
}

function adornmentOf(profile: Profile): string {
  return profile.adornments[2] ?? '-'
}

function readCheck(source: string, { node, start, end }: Block, profile: Profile): Check | undefined {
  if (node?.type !== 'section' || node.children.some((child) => child.type === 'section')) return undefined
  const heading = readHeading(source, node)
  if (heading.adornment !== adornmentOf(profile)) return undefined
  const whole = textOf(source, trimRange(source, { start: Math.max(start, heading.range.end), end }))
  const status = /^Status:(?: +(?! )([^\n]*))?(?:\n|$)/.exec(whole)
  const text = status ? whole.slice(status[0].length).replace(/^\n+/, '') : whole
  const glued = status !== null && text !== '' && !/^\n/.test(whole.slice(status[0].length))
  return {
    question: heading.text,
    ...(status ? { status: status[1] ?? '' } : {}),
    ...(text === '' ? {} : { text }),
    ...(glued ? { as: 'glued' } : {}),
  }
}

/** A line with a question, perhaps emphasised or an item of a list, and the rest of the line. */
const questioned = new RegExp(
  String.raw`^(?<lead>${entryMarker} +)?(?<open>:|\*\*|\*)?(?<question>[^\s*:][^\n*]*?\?(?: ?\([^()\n]*\))?)(?<close>:\*\*|\*\*:?|\*:?|:)?(?: +(?<inline>\S[^\n]*))?(?=\n|$)`,
  'd',
)

/** Questions that are not subsections: items of a list or definition list, fields; or paragraphs, each with the blocks up to the next
 * question.
 */
function piecesOf(source: string, blocks: readonly Block[]): Range[] {
  const lists = new Set(['bullet_list', 'enumerated_list', 'definition_list', 'field_list'])
  const pieces: Range[] = []
  for (const block of blocks) {
    const last = pieces.at(-1)
    const isQuestion = questioned.test(textOf(source, block))
    if (isQuestion && block.node && lists.has(block.node.type)) {
      appendAll(
        pieces,
        blocksOf(source, block.node.children.filter(isElement), block).map(({ start, end }) => ({ start, end })),
      )
    } else if (isQuestion || !last) pieces.push({ start: block.start, end: block.end })
    else last.end = block.end
  }
  return pieces
}

/** Words that are an answer without more text. */
const answered = /^(?:Status: +)?(?<status>YES|Yes|yes|NO|No|no|DONE|Done|done|N\/A|TBD)\.?$/d

/** A question, its status and its answer, with their wording. */
function readQuestion(whole: string): Check | undefined {
  const match = questioned.exec(whole)
  if (!match?.groups || whole.includes('{{')) return undefined
  const { question = '', inline = '' } = match.groups
  const at = (group: string) => match.indices?.groups?.[group]?.[0] ?? 0
  const found: FoundFact[] = [{ name: 'question', at: at('question'), text: question }]
  const [, gap = '', pad = ''] = /^(\n+)( *)/.exec(whole.slice(match[0].length)) ?? []
  const below = whole.slice(match[0].length + gap.length).replace(new RegExp(`^ {0,${pad.length}}`, 'gm'), '')
  const word = answered.exec(inline)
  if (word)
    found.push({ name: 'status', at: at('inline') + (word.indices?.groups?.status?.[0] ?? 0), text: word.groups?.status ?? '' })
  else if (inline !== '') found.push({ name: 'text', at: at('inline'), text: inline })
  const stated = inline === '' ? /^Status:(?: +(?<status>[^\n]*))?(?<gap>\n*)/.exec(below) : null
  const answer = stated ? below.slice(stated[0].length) : below
  const text = inline !== '' && !word ? inline + gap + answer : answer
  const status = word?.groups?.status ?? (stated ? (stated.groups?.status ?? '') : undefined)
  const written =
    wordingOf(match[0], found) +
    (stated ? `${gap}${pad}Status: {{status}}` : '') +
    (answer === '' || (inline !== '' && !word) ? '' : `${stated ? stated.groups?.gap : gap}${pad}{{text}}`)
  const facts = { question, ...(status === undefined ? {} : { status }), ...(text === '' ? {} : { text }) }
  return isSameText(fillWording(written, facts) ?? '', whole) ? { ...facts, written } : undefined
}

/** Writes changes for people, as Markdown or as a mail, and as JSON. */
import { jsonOf, printableIn } from '../../text/index.ts'
import { codeInMarkdown, escapedMarkdown } from '../markup.ts'
import type { Change, ChangeReport, GoalChanges, TeamChange } from './schema.ts'

export const changeFormats = ['markdown', 'mail', 'json'] as const
export type ChangeFormat = (typeof changeFormats)[number]

/** The markup of a format. */
interface Form {
  title(text: string): string
  line(text: string): string
  item(text: string, depth: number): string
  code(text: string): string
}

const forms: Record<'markdown' | 'mail', Form> = {
  markdown: {
    title: (text) => `## ${escapedMarkdown(text)}`,
    line: (text) => text,
    item: (text, depth) => `${'  '.repeat(depth)}- ${text}`,
    code: escapedMarkdown,
  },
  mail: {
    title: (text) => `${text}\n${'='.repeat(text.length)}`,
    line: (text) => wrapped('', text),
    item: (text, depth) => wrapped(`${'  '.repeat(depth)}* `, text),
    code: (text) => text,
  },
}

/** The changes of a goal, and its teams without an answer if they are requested. */
export interface GoalToFormat {
  path: string
  title: string
  changes?: GoalChanges | undefined
  /** Teams that have not answered; absent if they are not requested. */
  silent?: readonly string[]
  /** The number of teams by status, e.g. `4 teams: 1 unanswered, 3 done`. */
  counts?: string
}

export function formatChanges(report: ChangeReport, format: ChangeFormat): string {
  if (format === 'json') return jsonOf(report)
  return formatGoals(
    report.goals.map((changes) => ({ path: changes.path, title: changes.title, changes })),
    format,
  )
}

/** The text about all goals; for each one its changes, then its teams without an answer. */
export function formatGoals(goals: readonly GoalToFormat[], format: 'markdown' | 'mail'): string {
  const form = forms[format]
  return printableIn(goals)
    .map((goal) => `${blocksOf(goal, form).join('\n\n')}\n`)
    .join('\n')
}

function blocksOf({ path, title, changes, silent, counts }: GoalToFormat, form: Form): string[] {
  const code = (text: string) => (form === forms.markdown ? codeInMarkdown(text) : text)
  const state = changes === undefined ? ', nothing changed' : stateOf(changes, code)
  const blocks = [form.title(title), form.line(`${code(path)}${state}${counts === undefined ? '' : `; ${counts}`}`)]
  const list = (heading: string, items: readonly string[]) => {
    if (items.length > 0) blocks.push(`${heading}:\n\n${items.join('\n')}`)
  }
  if (changes) {
    list(
      'Teams',
      changes.teams.flatMap((team) => linesOf(team, form)),
    )
    list(
      'Criteria',
      changes.criteria.map((change) => form.item(wordsOf(change, form), 0)),
    )
    list(
      'Text',
      changes.text.map((change) => form.item(`${form.code(change.of)}: ${wordsOf(change, form)}`, 0)),
    )
  }
  if (silent)
    list(
      `Silent (${silent.length})`,
      silent.map((name) => form.item(form.code(name), 0)),
    )
  return blocks
}

function stateOf({ kind, was }: GoalChanges, code: (text: string) => string): string {
  if (kind === 'moved') return `, before ${code(was!)}`
  return kind === 'changed' ? '' : ` is ${kind === 'added' ? 'new' : 'gone'}`
}

function linesOf({ name, kind, was, before, after, changes }: TeamChange, form: Form): string[] {
  const shown = form.code(name)
  const status = before === after || before === undefined || after === undefined ? (after ?? before) : `${before} → ${after}`
  const said = {
    added: `${shown}: new, ${status}`,
    removed: `${shown}: gone, was ${status}`,
    renamed: `${shown}: was called ${form.code(was ?? '')}, ${status}`,
    changed: `${shown}: ${status}`,
  }[kind]
  return [form.item(said, 0), ...changes.map((change) => form.item(`${form.code(change.of)}: ${wordsOf(change, form)}`, 1))]
}

function wordsOf({ kind, before = '', after = '' }: Change, { code }: Form): string {
  if (kind === 'added') return `added ${code(after)}`
  if (kind === 'removed') return `removed ${code(before)}`
  if (kind === 'moved') return `moved ${code(after)}`
  const [left, right] = differing(before, after)
  return `${code(left) || 'nothing'} → ${code(right) || 'nothing'}`
}

/** The parts in which two texts differ, with a few common words on both sides. Short texts are returned whole. */
function differing(before: string, after: string): [string, string] {
  const [left, right] = [before.split(' '), after.split(' ')]
  if (left.length + right.length < 24) return [before, after]
  const near = 3
  let start = 0
  while (start < left.length && left[start] === right[start]) start++
  let end = 0
  while (end < Math.min(left.length, right.length) - start && left.at(-1 - end) === right.at(-1 - end)) end++
  const [from, rest] = [Math.max(0, start - near), Math.max(0, end - near)]
  const part = (words: readonly string[]) =>
    `${from > 0 ? '… ' : ''}${words.slice(from, words.length - rest).join(' ')}${rest > 0 ? ' …' : ''}`
  return [part(left), part(right)]
}

/** Lines of at most 72 characters, as is usual in mails. Lines after the first are indented below the text of the bullet. */
function wrapped(bullet: string, text: string): string {
  const lines = ['']
  for (const word of text.split(' ')) {
    const line = lines.at(-1)!
    if (line !== '' && bullet.length + line.length + 1 + word.length > 72) lines.push(word)
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`
  }
  return bullet + lines.join(`\n${' '.repeat(bullet.length)}`)
}

/** Shortens examples of rules for the terminal. */
import { lint, optionsOfExample, type Rule, visibleText } from '../lint/index.ts'
import { plural } from '../report/index.ts'

/** Excerpts of a wrong and a right example, the two that are most similar, of at most this many lines, and the message of the rule. */
export function excerptsOf(rule: Rule, most: number): { wrong: string[]; message: string; right: string[] } {
  const pairs = rule.wrong.flatMap((wrong) => rule.right.map((right) => ({ wrong, right })))
  const distance = ({ wrong, right }: (typeof pairs)[number]) => {
    const [a, b] = [linesOf(wrong.text), linesOf(right.text)]
    return Math.max(a.length, b.length) - sameAtStart(a, b) - sameAtEnd(a, b)
  }
  const { wrong, right } = pairs.reduce((best, pair) => (distance(pair) < distance(best) ? pair : best))
  const found = lint(wrong.text, optionsOfExample(rule, wrong)).find(({ ruleId }) => ruleId === rule.name)!
  const [bad, good] = [linesOf(wrong.text), linesOf(right.text)]
  const place = { from: found.line - 1, to: found.endLine - 1 }
  const at = sameAtStart(good, bad)
  // If the texts are equal, the difference is in the model, the options or the path.
  const there = wrong.text === right.text ? place : { from: at, to: Math.max(at, good.length - sameAtEnd(good, bad) - 1) }
  return {
    wrong: window(bad, place, most),
    message: `${found.line}:${found.column} ${found.message}`,
    right: window(good, there, most),
  }
}

function linesOf(text: string): string[] {
  return visibleText(text.replace(/(?<!\n)\n+$/, '')).split('\n')
}

function sameAtStart(a: readonly string[], b: readonly string[]): number {
  const at = a.findIndex((line, index) => line !== b[index])
  return at < 0 ? a.length : at
}

function sameAtEnd(a: readonly string[], b: readonly string[]): number {
  const most = Math.min(a.length, b.length) - sameAtStart(a, b)
  let count = 0
  while (count < most && a.at(-1 - count) === b.at(-1 - count)) count++
  return count
}

/** The width of the terminal minus the indentation. */
const widest = 76

/** The lines around some lines, with a note where lines were left out. */
function window(lines: readonly string[], { from, to }: { from: number; to: number }, most: number): string[] {
  const shown = (part: readonly string[]) => part.map((line) => (line.length > widest ? `${line.slice(0, widest - 1)}…` : line))
  if (lines.length <= most) return shown(lines)
  const left = (count: number) => (count > 0 ? [`(${plural(count, 'line')})`] : [])
  const room = most - 2
  const last = Math.min(lines.length - 1, to)
  const around = Math.max(0, room - (last - from + 1))
  let start = Math.max(0, Math.min(from - Math.ceil(around / 2), lines.length - room))
  let end = Math.min(lines.length, start + room)
  while (lines[start] === '' && start < from) start++
  while (lines[end - 1] === '' && end - 1 > last) end--
  return [...left(start), ...shown(lines.slice(start, end)), ...left(lines.length - end)]
}

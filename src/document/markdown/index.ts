/** Converts the Markdown prose of a model (CommonMark with GFM) to reStructuredText.
 *
 * No word is lost: anything that RST cannot express (HTML, strikethrough, titles of links) is a problem with its place in the Markdown.
 */
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import type { Goal, Path } from '../../goal/index.ts'
import { appendAll, isRecord, tooLong } from '../../text/index.ts'
import { indent } from '../text.ts'
import { writeBlocks } from './blocks.ts'
import {
  type MarkdownOptions,
  type MarkdownProblem,
  type MarkdownRoom,
  openWriting,
  report,
  takenNames,
  type Writing,
} from './writing.ts'

export type { MarkdownOptions, MarkdownProblem } from './writing.ts'

/** Markdown as RST, and the parts that RST cannot express. */
export function markdownToRst(markdown: string, options: MarkdownOptions = {}): { rst: string; problems: MarkdownProblem[] } {
  const reason = whyUnreadable(markdown, options.room ?? { marks: mostMarks })
  if (reason) return { rst: '', problems: [{ offset: 0, endOffset: Math.min(1, markdown.length), message: reason }] }
  const tree = unified().use(remarkParse).use(remarkGfm).parse(markdown)
  const writing = openWriting(tree, options)
  const body = writeBlocks(tree.children, writing, 'prose')
  const rst = [body, ...footnotes(writing), ...images(writing)].filter((text) => text !== '').join('\n\n')
  reportUnused(writing)
  return { rst, problems: writing.problems.sort((a, b) => a.offset - b.offset) }
}

/** Limits for Markdown, whose parser takes the square or the cube of open brackets, of nested blocks, and of lists and quotes in a row. */
const limits = { characters: 200_000, line: 10_000, openBrackets: 200, levels: 100 }

/** The marks in all Markdown of a goal: each takes about a tenth of a millisecond. The longest prose of a goal has about a thousand. */
const mostMarks = 5000

/** What is or may be markup, and line ends. */
const mark = /[*_~`|[\]!<>&#\\]|^[ \t]*(?:[-+]|\d{1,9}[.)])(?=[ \t])|\n|https?:|www\.|@/gm

/** The marks of a text; those of lists and quotes count twice. */
function countMarks(markdown: string): number {
  let count = 0
  for (const [found] of markdown.matchAll(mark)) count += /[>*\d+-]/.test(found) ? 2 : 1
  return count
}

/** Why a text is not read at all; `undefined` for others. */
function whyUnreadable(markdown: string, room: MarkdownRoom): string | undefined {
  const long = tooLong(markdown, limits.characters)
  if (long) return long
  if (markdown.split('\n').some((line) => line.length > limits.line)) return `A line of more than ${limits.line} characters`
  let open = 0
  for (const [mark] of markdown.matchAll(/[[\]]|\n[ \t]*\n/g)) {
    open = mark === '[' ? open + 1 : mark === ']' ? Math.max(0, open - 1) : 0
    if (open > limits.openBrackets) return `More than ${limits.openBrackets} open brackets in a paragraph`
  }
  // A nested block is indented by two columns or more, or its markers are on one line.
  for (const [, indentation, marks] of markdown.matchAll(/^([ \t]*)((?:>[ \t]*|(?:[*+-]|\d{1,9}[.)])[ \t]+)+)/gm)) {
    if (indentation!.length / 2 + marks!.split(/[>*+-]|\d[.)]/).length - 1 > limits.levels)
      return `More than ${limits.levels} levels of nesting`
  }
  room.marks -= countMarks(markdown)
  return room.marks < 0
    ? `More than ${mostMarks} marks and lines of Markdown; write long lists and tables as reStructuredText`
    : undefined
}

/** The definitions of the footnotes; one may refer to another. */
function footnotes(writing: Writing): string[] {
  const written: string[] = []
  const done = new Set<string>()
  for (let more = true; more; ) {
    more = false
    for (const [identifier, { node, name }] of writing.footnotes) {
      if (name === undefined || done.has(identifier)) continue
      done.add(identifier)
      more = true
      const body = indent(writeBlocks(node.children, writing, 'footnote'), 3)
      written.push(
        node.children[0]?.type === 'paragraph' && !body.startsWith('   |') && !body.startsWith('   ..')
          ? `.. [#${name}] ${body.trimStart()}`
          : `.. [#${name}]\n${body}`,
      )
    }
  }
  return written
}

function images({ images }: Writing): string[] {
  return images.length > 0 ? [images.join('\n')] : []
}

/** Words that Markdown does not show, such as link titles, must not disappear without a message. */
function reportUnused(writing: Writing): void {
  for (const { node, name } of writing.footnotes.values())
    if (name === undefined) report(writing, node, `Unused footnote \`${node.label ?? node.identifier}\``)
  for (const node of writing.definitions)
    if (!writing.usedDefinitions.has(node)) report(writing, node, `Unused link definition \`${node.label ?? node.identifier}\``)
}

/** The goal with all its Markdown converted to RST. `problems` has the path of each text. `adornmentsAt` gives the adornments for headings
 * in the value at a path.
 */
export function withoutMarkdown(
  goal: Goal,
  adornmentsAt?: (path: Path) => readonly string[],
): { goal: Goal; problems: (MarkdownProblem & { path: Path })[] } {
  const problems: (MarkdownProblem & { path: Path })[] = []
  let all: string | undefined
  // Names of footnotes and images are unique in the whole document.
  const room = { marks: mostMarks }
  const names = takenNames((name) => {
    all ??= JSON.stringify(goal).toLowerCase()
    return all.includes(`|${name}|`) || all.includes(`[#${name}]`)
  })
  const converted = (value: unknown, path: Path): unknown => {
    if (Array.isArray(value)) return value.map((item, index) => converted(item, [...path, index]))
    if (!isRecord(value)) return value
    if (!('markdown' in value))
      return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, converted(item, [...path, key])]))
    const adornments = adornmentsAt?.(path)
    const { rst, problems: found } = markdownToRst(String(value.markdown), { names, room, ...(adornments ? { adornments } : {}) })
    appendAll(
      problems,
      found.map((problem) => ({ ...problem, path: [...path, 'markdown'] })),
    )
    return rst
  }
  return { goal: converted(goal, []) as Goal, problems }
}

import type { ElementNode } from '../../../rst/index.ts'
import { indexFrom, once } from '../../../text/index.ts'
import { markedIn, markOf, plainSource } from '../../inline.ts'
import { type Context, defineRule } from '../../rule.ts'
import { offsetIn, type Text, textsOf } from '../../texts.ts'
import { markupErrorIn } from './markup-errors.ts'
import { roleNames } from './roles.ts'

/** A pattern of markup that is shown as text; the group `mark` is the part that is shown. */
interface Leak {
  /** Characters that each match contains; searching for them is faster. */
  sign: string
  /** Most documents need none of the patterns, and those with Unicode properties take long to make. */
  pattern(): RegExp
  message(mark: string, before: string): string
  /** What to insert before the mark. */
  insert?: string
}

const leaks: readonly Leak[] = [
  {
    sign: '``',
    pattern: () => /(?<=[^\s`])(?<mark>``[^\s`](?:[^`]*[^\s`])?``)(?!`)/gu,
    message: (mark, before) => `Literal that is shown with its backticks: \` ${mark} \` ${glued(before)}`,
    insert: ' ',
  },
  {
    sign: ':`',
    pattern: () => /(?<mark>:(?:[a-z][\w+.-]*:)+`\s[^`]*`)(?!`)/giu,
    message: (mark) => `Role that is shown with its backticks: the text in \`\` ${mark} \`\` begins with a space`,
  },
  {
    sign: '`',
    pattern: () => /(?<=[^\s`])(?<mark>`[^\s`](?:[^`]*[^\s`])?`)(?![\p{L}\p{N}`])/gu,
    message: (mark, before) => `Markup that is shown with its backticks: \`\` ${mark} \`\` ${glued(before)}`,
    insert: ' ',
  },
  {
    sign: '**',
    pattern: () => /(?<=[\p{Ll}\p{Lo}):,;])(?<mark>\*\*[^\s*](?:[^*]*[^\s*])?\*\*)(?![\p{L}\p{N}*])/gu,
    message: (mark, before) => `Strong text that is shown with its asterisks: \`${mark}\` ${glued(before)}`,
    insert: ' ',
  },
  {
    sign: '`',
    pattern: () => /(?<=[^\s`])(?<mark>`__?)(?![\p{L}\p{N}`])/gu,
    message: (mark) =>
      `End of a link without a start: \`\` ${mark} \`\` is shown as text; a backtick is missing where the link begins`,
  },
  {
    sign: '``',
    pattern: () => /(?<!`)(?<mark>``[^\S\r\n][^`]*``)(?!`)/gu,
    message: (mark) => `Literal that is shown with its backticks: \` ${mark} \` begins with a space`,
  },
  {
    sign: '``',
    pattern: () => /(?<!`)(?<mark>``)(?!`)/gu,
    message: (mark) => `Backticks that are shown: \`\`\` ${mark} \`\`\` neither begins nor ends a literal here`,
  },
  {
    sign: '`',
    pattern: () => /(?<=[\p{L}\p{N}])(?<mark>`[ \t][^`\n]*[^\s`]`)(?![\p{L}\p{N}`_])/gu,
    message: (mark) => `Markup that is shown with its backticks: the text in \`\` ${mark} \`\` begins with a space`,
  },
  {
    sign: '`',
    pattern: () => /(?<=[^\s`"'([{<])(?<mark>`)(?![\p{L}\p{N}`_])/gu,
    message: (mark) => `Backtick that is shown: \`\` ${mark} \`\` ends nothing here`,
  },
  {
    sign: markOf.title_reference,
    pattern: () => new RegExp(`(?<=${markOf.title_reference})(?<mark>\\s__?)(?![\\w])`, 'gu'),
    message: () => 'Underscore after a space; it makes a link only directly after the backtick',
  },
]

function glued(before: string): string {
  return `directly after ${/[\p{L}\p{N}]/u.test(before) ? 'a word' : /[!-~]/.test(before) ? `\`${before}\`` : 'other markup'} is text`
}

export const markupAsText = defineRule({
  name: 'misread/markup-as-text',
  severity: 'warning',
  what: 'Inline markup that is shown as text',
  why: 'Markup must begin after a space or punctuation, and end before one. Otherwise readers see backticks and asterisks.',
  wrong: [
    'The tool calls``open_dome()`` at night.\n',
    { text: 'Read the plan <https://example.org/plan>`_ first.\n', title: 'The backtick at the start is missing' },
    { text: 'The code is in :repo:``observatory/dome``.\n', title: 'A role with two backticks' },
  ],
  right: [
    'The tool calls ``open_dome()`` at night.\n',
    'Read the `plan <https://example.org/plan>`_ first.\n',
    { text: 'Two mirror\\ s, and a \\` that is meant.\n', title: 'Escaped' },
  ],
  fixes: 'unsafe',
  check(context) {
    const roles = roleNames(context)
    const role: Leak = {
      sign: ':',
      pattern: once(
        () =>
          new RegExp(
            `(?<![\\w:\`])(?<mark>:(?:(?:${roles}):(?=${markOf.literal}|\\s?${markOf.title_reference})|[a-z]+:[a-z]+:(?=${markOf.literal}|\\s?${markOf.title_reference})))`,
            'gu',
          ),
      ),
      message: (mark) => `Role that is shown: \`${mark}\` has to stand right before one backtick`,
    }
    const all = [...leaks, role]
    const names = substitutionNames(context)
    for (const text of textsOf(context)) {
      if (!/[`*|:_]/.test(text.source)) continue
      // docutils reports markup without an end; other faults in this text are consequences of it.
      if (text.node.children.some((child) => child.type === 'problematic')) continue
      const plain = plainSource(text)
      const slips = once(() => edgesOf(markedIn(text).filter((node) => markupErrorIn(node, context.source))))
      const seen: Mark[] = []
      for (const leak of all) if (plain.includes(leak.sign)) look(context, text, plain, leak, seen, slips)
      if (names.size > 0) lookForSubstitutions(context, text, plain, names)
    }
  },
})

/** A mark that was found, by its offsets in the plain text. They are sorted and do not overlap. */
interface Mark {
  offset: number
  end: number
}

/** The offsets at which elements start and end. */
interface Edges {
  starts: ReadonlySet<number>
  ends: ReadonlySet<number>
}

function edgesOf(elements: readonly ElementNode[]): Edges {
  return {
    starts: new Set(elements.map(({ position }) => position.start.offset)),
    ends: new Set(elements.map(({ position }) => position.end.offset)),
  }
}

function look(context: Context, text: Text, plain: string, leak: Leak, seen: Mark[], slips: () => Edges): void {
  const pattern = leak.pattern()
  // Most texts have no match; `test` avoids a copy of the pattern.
  pattern.lastIndex = 0
  if (!pattern.test(plain)) return
  pattern.lastIndex = 0
  for (const { groups, index } of plain.matchAll(pattern)) {
    const mark = groups!.mark!
    const end = index + mark.length
    const next = indexFrom(seen, end)
    if ((seen[next - 1]?.end ?? 0) > index || isMention(plain, index, end)) continue
    seen.splice(next, 0, { offset: index, end })
    // Another rule reports a role without a colon.
    if (mark.startsWith('`') && /:[\w-]+$/.test(plain.slice(Math.max(0, index - 40), index))) continue
    const offset = offsetIn(text, index)
    const endOffset = offsetIn(text, end - 1) + 1
    // Whoever escapes backticks wants them to be shown.
    if (context.source.slice(Math.max(0, offset - 2), endOffset).includes('\\`')) continue
    // Marks next to markup with a wrong end are a consequence of it.
    if (slips().starts.has(endOffset) || slips().ends.has(offset)) continue
    context.report({
      offset,
      endOffset,
      message: leak.message(mark.replace(/\s+/g, ' ').trim(), plain[index - 1] ?? ''),
      fix:
        leak.insert === undefined
          ? undefined
          : { title: 'Insert a space', safe: false, edits: [{ offset, endOffset: offset, text: leak.insert }] },
    })
  }
}

/** Whether the marks are in quotation marks or brackets: then the text is about them. */
function isMention(plain: string, start: number, end: number): boolean {
  return /["'“‘«([]/.test(plain[start - 1] ?? '') && /["'”’»)\]]/.test(plain[end] ?? '')
}

function substitutionNames(context: Context): ReadonlySet<string> {
  return new Set(
    context
      .all('substitution_definition')
      .flatMap(({ node }) => ((node.attributes.names ?? []) as readonly string[]).map(normal)),
  )
}

function lookForSubstitutions(context: Context, text: Text, plain: string, names: ReadonlySet<string>): void {
  for (const match of plain.matchAll(/\|\s?([^|\s](?:[^|]*[^|\s])?)\s?\|/gu)) {
    if (!names.has(normal(match[1]!))) continue
    context.report({
      offset: offsetIn(text, match.index),
      endOffset: offsetIn(text, match.index + match[0].length - 1) + 1,
      message: `Substitution that is shown with its bars: \`${match[0].replace(/\s+/g, ' ')}\` has no space or punctuation around it, or spaces inside`,
    })
  }
}

function normal(name: string): string {
  return name.toLowerCase().replace(/\s+/g, ' ').trim()
}

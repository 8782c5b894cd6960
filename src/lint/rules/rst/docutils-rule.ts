/** A rule that reports a message of docutils in our words and at the exact place. */
import { largest, oneLine } from '../../../text/index.ts'
import { type Context, defineRule, type Finding, type ParserMessage, type Rule, type RuleDefinition } from '../../rule.ts'

export interface DocutilsRule extends Rule {
  /** Whether a message of docutils is of this kind. */
  isAbout(message: ParserMessage): boolean
}

interface Kind extends Omit<RuleDefinition, 'check' | 'options'> {
  name: `rst/${string}`
  /** Patterns of docutils' messages. */
  messages: readonly RegExp[]
  /** Whether they are docutils' messages at level 1 (info), which its tools do not print by default. */
  isInfo?: boolean
  /** The finding for a message that matched; what it omits comes from the message. `undefined` if Sphinx would not report it. */
  say(match: RegExpExecArray, message: ParserMessage, context: Context): (Partial<Finding> & { message: string }) | undefined
  /** Reports what docutils says nothing about. */
  more?(context: Context): void
}

export function docutilsRule(kind: Kind): DocutilsRule {
  const { messages, say, more, isInfo = false } = kind
  const firsts = messages.map(({ source }) => /^\^([A-Za-z])(?![?*{])/.exec(source)?.[1])
  const matchOf = (message: ParserMessage) => {
    if ((message.level === 1) !== isInfo || message.inside) return undefined
    const first = message.message[0]
    for (let index = 0; index < messages.length; index++) {
      // Most messages are of another kind, which their first character shows.
      if (firsts[index] !== undefined && firsts[index] !== first) continue
      const match = messages[index]!.exec(message.message)
      if (match) return match
    }
    return undefined
  }
  const rule = defineRule({
    ...kind,
    check(context) {
      for (const message of context.messages) {
        const match = context.claimed.has(message) ? undefined : matchOf(message)
        const finding = match && say(match, message, context)
        if (finding) context.report(findingOf(message, finding))
      }
      more?.(context)
    },
  })
  return { ...rule, isAbout: (message) => matchOf(message) !== undefined }
}

/** A finding for a message of docutils. */
export function findingOf(message: ParserMessage, finding: Partial<Finding> & { message: string }): Finding {
  return {
    offset: message.offset,
    endOffset: message.endOffset,
    ...finding,
    docutils: { level: message.level, ...(message.line === undefined ? {} : { line: message.line }), message: message.message },
  }
}

/** The first line of the range of a message, without its indentation. */
export function firstLineOf(
  context: Context,
  message: Pick<ParserMessage, 'offset' | 'endOffset'>,
): { offset: number; endOffset: number; text: string } {
  const line = context.lines[context.lineAt(message.offset)]
  if (!line) return { offset: message.offset, endOffset: message.endOffset, text: '' }
  const from = Math.max(line.offset, Math.min(message.offset, line.end))
  const piece = line.text.slice(from - line.offset)
  const offset = from + (piece.length - piece.trimStart().length)
  const text = piece.trim()
  return { offset, endOffset: offset + text.length, text }
}

/** Text for a message: shortened, in backticks; in more backticks if the text contains some. */
export function quoted(text: string): string {
  const line = oneLine(text)
  const short = line.length > 50 ? `${line.slice(0, 49).trimEnd()}…` : line
  const fence = '`'.repeat(1 + Math.max(0, largest((short.match(/`+/g) ?? []).map((run) => run.length))))
  return fence.length === 1 ? `\`${short}\`` : `${fence} ${short} ${fence}`
}

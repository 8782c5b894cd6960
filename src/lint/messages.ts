/** Finds docutils' messages about a document by their lines, or by their text. */
import { appendAll } from '../text/index.ts'
import type { Document, ParserMessage } from './rule.ts'

export interface MessageIndex {
  /** The messages that touch some lines, given by their indexes, in docutils' order. */
  touching(first: number, last: number): ParserMessage[]
  /** The first message of exactly this text that is not claimed. Claims are never taken back, so each message is tried once. */
  unclaimed(text: string, claimed: ReadonlySet<ParserMessage>): ParserMessage | undefined
}

/** Most messages are about fewer lines than this. The few longer ones are tested one by one. */
const usualLines = 16

export function indexOfMessages({ messages }: Document): MessageIndex {
  const order = new Map(messages.map((message, index) => [message, index]))
  const isLong = ({ firstLine, lastLine }: ParserMessage) => lastLine - firstLine > usualLines
  const long = messages.filter(isLong)
  const byFirstLine = grouped(
    messages.filter((message) => !isLong(message)),
    ({ firstLine }) => firstLine,
  )
  const byText = grouped(messages, ({ message }) => message)
  /** How many messages of a text are claimed, from the first on. */
  const taken = new Map<string, number>()
  return {
    touching(first, last) {
      const found = long.filter(({ firstLine, lastLine }) => firstLine <= last && lastLine >= first)
      for (let line = first - usualLines; line <= last; line++)
        appendAll(
          found,
          (byFirstLine.get(line) ?? []).filter(({ lastLine }) => lastLine >= first),
        )
      return found.sort((a, b) => order.get(a)! - order.get(b)!)
    },
    unclaimed(text, claimed) {
      const all = byText.get(text) ?? []
      let at = taken.get(text) ?? 0
      while (at < all.length && claimed.has(all[at]!)) at++
      taken.set(text, at)
      return all[at]
    },
  }
}

function grouped<Key>(messages: readonly ParserMessage[], keyOf: (message: ParserMessage) => Key): Map<Key, ParserMessage[]> {
  const groups = new Map<Key, ParserMessage[]>()
  for (const message of messages) {
    const group = groups.get(keyOf(message))
    if (group) group.push(message)
    else groups.set(keyOf(message), [message])
  }
  return groups
}

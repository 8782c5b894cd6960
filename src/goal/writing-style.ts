/** How an author writes YAML: indentation, dashes and quotes, found in the text and used for additions. */
import { isMap, isScalar, isSeq, type Node, type Scalar, visit } from 'yaml'
import { inlineScalar, type Quote } from './scalars.ts'
import { plainStyle, type WritingStyle } from './write.ts'

/** The style of a text, with the defaults of `stringifyModel`. */
export function writingStyleOf(root: Node, columnOf: (offset: number) => number): WritingStyle {
  const style = { ...plainStyle }
  const seen = { step: false, listStep: false, dashStep: false }
  const votes = new Map<string | undefined, Map<Quote, number>>()
  visit(root, {
    Pair(_, pair) {
      const { key, value } = pair
      if (isScalar(value) && isScalar(key)) vote(votes, String(key.value), value)
      if (!isScalar(key) || !key.range) return
      const below =
        isMap(value) && !value.flow ? startOf(value) : isSeq(value) && !value.flow ? value.srcToken?.offset : undefined
      if (below === undefined) return
      const step = columnOf(below) - columnOf(key.range[0])
      if (isSeq(value) && !seen.listStep && step >= 0) {
        style.listStep = step
        seen.listStep = true
      } else if (isMap(value) && !seen.step && step > 0) {
        style.step = step
        seen.step = true
      }
    },
    Seq(_, list) {
      for (const entry of list.items) if (isScalar(entry)) vote(votes, undefined, entry)
      const start = list.srcToken?.offset
      const first = list.items[0] as Node | undefined
      if (list.flow || start === undefined || !first?.range || seen.dashStep) return
      const step = columnOf(first.range[0]) - columnOf(start)
      if (step >= 2 && step <= 8) {
        style.dashStep = step
        seen.dashStep = true
      }
    },
  })
  const overall = winner([...votes.values()])
  return { ...style, quoteOf: (key) => winner([votes.get(key) ?? new Map()]) ?? overall ?? 'plain' }
}

/** The same style, with the quotes that the entries of this list use. */
export function withQuotesOf(entries: readonly unknown[], style: WritingStyle): WritingStyle {
  const votes = new Map<string | undefined, Map<Quote, number>>()
  for (const entry of entries) if (isScalar(entry)) vote(votes, undefined, entry)
  const quote = winner([...votes.values()])
  return quote === undefined ? style : { ...style, quoteOf: (key) => (key === undefined ? quote : style.quoteOf(key)) }
}

const quotes: Partial<Record<string, Quote>> = { PLAIN: 'plain', QUOTE_SINGLE: 'single', QUOTE_DOUBLE: 'double' }

/** The quotes of a scalar; `undefined` for a block. */
export const quoteOf = (scalar: Scalar): Quote | undefined => (scalar.type === undefined ? undefined : quotes[scalar.type])

/** Only text that could have been plain shows the author's preference; other text needs quotes. */
function vote(votes: Map<string | undefined, Map<Quote, number>>, key: string | undefined, scalar: Scalar): void {
  const quote = quoteOf(scalar)
  if (quote === undefined || typeof scalar.value !== 'string' || inlineScalar(scalar.value) !== scalar.value) return
  const counts = votes.get(key) ?? new Map<Quote, number>()
  counts.set(quote, (counts.get(quote) ?? 0) + 1)
  votes.set(key, counts)
}

function winner(votes: readonly ReadonlyMap<Quote, number>[]): Quote | undefined {
  let best: Quote | undefined
  let most = 0
  for (const quote of ['plain', 'single', 'double'] as const) {
    const count = votes.reduce((sum, counts) => sum + (counts.get(quote) ?? 0), 0)
    if (count > most) {
      most = count
      best = quote
    }
  }
  return best
}

/** The start of a mapping is its first key. */
function startOf(node: Node): number | undefined {
  return isMap(node) ? ((node.items[0]?.key as Node | undefined)?.range?.[0] ?? undefined) : node.range?.[0]
}

/** Inline source: the text of some lines, and where each character of it is in the source. */
import { type Block, joinLines, offsetAt, pieceOf } from '../lines.ts'

/** A run of inline source, joined from lines with `\n`. */
export interface InlineSource {
  text: string
  /** The docutils line (1-based) of messages about it. */
  line: number
  /** The source offset of the first character. */
  start: number
  /** The lines, if the text is not a piece of the source as it stands there. */
  block: Block | undefined
  /** The line of the last lookup, and where its text starts in `text`: places are requested nearly in order. */
  recent: number
  recentStart: number
}

/** Some lines as one run of inline source. `line` is docutils' line; by default the first line's own. */
export function inlineSource(source: string, block: Block, line?: number): InlineSource {
  const [first] = block
  if (!first) return { text: '', line: line ?? 1, start: 0, block: undefined, recent: 0, recentStart: 0 }
  const piece = pieceOf(source, block)
  return {
    text: piece ?? joinLines(block),
    line: line ?? first.number + 1,
    start: offsetAt(first, 0),
    block: piece === undefined ? block : undefined,
    recent: 0,
    recentStart: 0,
  }
}

/** The source offset of a character; `index` may be the length of the text. */
export function sourceOffset(source: InlineSource, index: number): number {
  const { block } = source
  if (block === undefined) return source.start + index
  while (index < source.recentStart) {
    source.recent--
    source.recentStart -= block[source.recent]!.text.length + 1
  }
  while (source.recent < block.length - 1 && index > source.recentStart + block[source.recent]!.text.length) {
    source.recentStart += block[source.recent]!.text.length + 1
    source.recent++
  }
  return offsetAt(block[source.recent]!, index - source.recentStart)
}

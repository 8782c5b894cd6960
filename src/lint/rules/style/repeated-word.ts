import { paragraphsOf } from '../../prose.ts'
import { defineRule } from '../../rule.ts'

/** Words that never follow themselves. Others do: *that that*, *had had*, *very very*. */
const never =
  'a an and are as at be been but by can could for from has have if into is it its may must not of or our should such than the their them then there these they this those to was we were when which will with would you your'.split(
    ' ',
  )

/** A word that is written twice. What knows all letters takes 6 ms when it is met for the first time. */
const twice = (text: string) =>
  /[^\0-\x7f]/.test(text)
    ? /(?<![\p{L}\p{N}_'’/.:-])(\p{L}+)\s+(?=(\1)(?![\p{L}\p{N}_'’/-]))/giu
    : /(?<![\w'/.:-])([a-z]+)\s+(?=(\1)(?![\w'/-]))/gi

export const repeatedWord = defineRule({
  name: 'style/repeated-word',
  severity: 'warning',
  what: 'A word that is written twice',
  why: 'It comes from editing, mostly over the end of a line, where the eye does not meet it.',
  wrong: [{ text: 'Telescopes look at the\nthe stars.\n' }],
  right: [{ text: 'Telescopes look at the\nstars that that survey missed.\n' }],
  options: { words: { type: 'strings', default: never, description: 'The words' } },
  fixes: 'safe',
  check(context) {
    const words = new Set(context.options.words)
    for (const { node } of paragraphsOf(context)) {
      const { start, end } = node.position
      const text = context.source.slice(start.offset, end.offset)
      for (const match of text.matchAll(twice(text))) {
        const [whole, word] = match
        const offset = start.offset + match.index + whole.length
        const wordOffset = start.offset + match.index
        if (!words.has(word!.toLowerCase()) || context.isLiteral(offset) || context.isLiteral(wordOffset)) continue
        context.report({
          offset,
          endOffset: offset + word!.length,
          message: `Unexpected second \`${word}\`, expected the word once`,
          // The second one goes with the white space behind it where that stays on the line, so that no line ends in a blank.
          fix: {
            title: 'Remove the second word',
            safe: true,
            edits: [removal(context.source, wordOffset + word!.length, offset + word!.length)],
          },
        })
      }
    }
  },
})

/** Removes a word that stands before `end`, with the white space between `from` and it, or, when the word begins a line, the one behind. */
function removal(source: string, from: number, end: number): { offset: number; endOffset: number; text: string } {
  const between = source.slice(from, end)
  if (!/[\r\n]/.test(between)) return { offset: from, endOffset: end, text: '' }
  const start = from + /^\s*/.exec(between)![0].length
  const behind = /^[ \t]*/.exec(source.slice(end))![0].length
  // Alone on its line the word takes the line with it.
  if (/^[ \t]*(?:\r|\n|$)/.test(source.slice(end))) return { offset: from, endOffset: end, text: '' }
  return { offset: start, endOffset: end + behind, text: '' }
}

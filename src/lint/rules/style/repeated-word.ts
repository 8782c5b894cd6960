import { defineRule } from '../../rule.ts'
import { matchesIn, offsetIn, textsOf } from '../../texts.ts'

/** Words that never follow themselves. Others do: *that that*, *had had*, *very very*. */
const never =
  'a an and are as at be been but by can could for from has have if into is it its may must not of or our should such than the their them then there these they this those to was we were when which will with would you your'.split(
    ' ',
  )

/** A word that is written twice. What knows all letters takes 6 ms when it is met for the first time. */
const twice = (text: string) =>
  /[^\0-\x7f]/.test(text)
    ? /(?<![\p{L}\p{N}_'’/.:-])(\p{L}+)\s+(?=(\1)(?![\p{L}\p{N}_'’/&-]))/giu
    : /(?<![\w'/.:-])([a-z]+)\s+(?=(\1)(?![\w'/&-]))/gi

export const repeatedWord = defineRule({
  name: 'style/repeated-word',
  severity: 'warning',
  what: 'A word that is written twice',
  why: 'It comes from editing, mostly over the end of a line, where the eye does not meet it.',
  wrong: [{ text: 'Telescopes look at the\nthe stars.\n' }],
  right: [{ text: 'Telescopes look at the\nstars that that survey missed.\n' }],
  options: { words: { type: 'strings', default: never, description: 'The words' } },
  fixes: 'some',
  check(context) {
    const words = new Set(context.options.words)
    for (const text of textsOf(context)) {
      for (const { match, offset: wordOffset } of matchesIn(context, text, twice(text.source))) {
        const [whole, word, second] = match
        if (!isSlip(word!, second!) || !words.has(word!.toLowerCase())) continue
        const offset = offsetIn(text, match.index + whole.length)
        if (context.isLiteral(offset)) continue
        context.report({
          offset,
          endOffset: offset + word!.length,
          message: `Unexpected second \`${word}\`, expected the word once`,
          // The second one goes with the white space behind it where that stays on the line, so that no line ends in a blank.
          fix: {
            title: 'Remove the second word',
            // What is quoted may have the word twice, and *The the* is not quite the same word.
            safe: word === second && !isQuoted(text.source, match.index),
            edits: [removal(context.source, wordOffset + word!.length, offset + word!.length)],
          },
        })
      }
    }
  },
})

/** The same letters, or with the capital of a sentence's first word. In other capitals it is another word, as an operator. */
function isSlip(word: string, second: string): boolean {
  return word === second ? word === word.toLowerCase() : word.charAt(0).toLowerCase() + word.slice(1) === second
}

/** Whether an offset of a paragraph stands between quotation marks. */
function isQuoted(text: string, offset: number): boolean {
  const before = text.slice(0, offset)
  const count = (mark: RegExp) => before.match(mark)?.length ?? 0
  return count(/"/g) % 2 === 1 || count(/[“„«]/g) > count(/[”»]/g) || /(?:^|[\s(])'[^']*$/.test(before)
}

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

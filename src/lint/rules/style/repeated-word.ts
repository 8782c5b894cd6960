import { once } from '../../../text/index.ts'
import { defineRule } from '../../rule.ts'
import { matchesIn, offsetIn, textsOf } from '../../texts.ts'

/** Words that are never repeated on purpose. Others are: *that that*, *had had*, *very very*. */
const never =
  'a an and are as at be been but by can could for from has have if into is it its may must not of or our should such than the their them then there these they this those to was we were when which will with would you your'.split(
    ' ',
  )

/** A word that is written twice. The expression for all letters takes 6 ms to compile, so ASCII text has its own. */
const twice = (text: string) => (/[^\0-\x7f]/.test(text) ? ofAnyLetters() : ofLatinLetters)
const ofLatinLetters = /(?<![\w'/.:-])([a-z]+)\s+(?=(\1)(?![\w'/&@-]|\.\w))/gi
const ofAnyLetters = once(() => /(?<![\p{L}\p{N}_'’/.:-])(\p{L}+)\s+(?=(\1)(?![\p{L}\p{N}_'’/&@-]|\.[\p{L}\p{N}]))/giu)

export const repeatedWord = defineRule({
  name: 'style/repeated-word',
  severity: 'warning',
  what: 'A word that is written twice',
  why: 'It is a common editing mistake, and hard to see across a line break.',
  wrong: ['Telescopes look at the\nthe stars.\n'],
  right: ['Telescopes look at the\nstars that that survey missed.\n'],
  options: { words: { type: 'strings', default: never, description: 'The words to look for' } },
  fixes: 'some',
  check(context) {
    const words = new Set(context.options.words)
    for (const text of textsOf(context)) {
      let quotes: ReturnType<typeof quotesIn> | undefined
      for (const { match, offset: wordOffset } of matchesIn(context, text, twice(text.source))) {
        const [whole, word, second] = match
        if (!isSlip(word!, second!) || !words.has(word!.toLowerCase()) || isCleft(text.source, match.index, word!)) continue
        const offset = offsetIn(text, match.index + whole.length)
        if (context.isLiteral(offset)) continue
        quotes ??= quotesIn(text.source)
        context.report({
          offset,
          endOffset: offset + word!.length,
          message: `Repeated word \`${word}\``,
          // The white space after the second word is removed with it, so that no line ends in a space.
          fix: {
            title: 'Remove the second word',
            // A quotation may repeat the word on purpose, and *The the* differs in case.
            safe: word === second && !quotes(match.index),
            edits: [removal(context.source, wordOffset + word!.length, offset + word!.length)],
          },
        })
      }
    }
  },
})

/** Equal words, where the first one may start with a capital. A word in capitals is different, for example an operator. */
function isSlip(word: string, second: string): boolean {
  return word === second ? word === word.toLowerCase() : word.charAt(0).toLowerCase() + word.slice(1) === second
}

/** *All that it is is a star*: the first word ends the clause that is the subject of the second one. */
function isCleft(text: string, offset: number, word: string): boolean {
  return /^(?:is|was|are|were)$/.test(word) && /\b(?:what|all)\b[^.!?;:]*$/i.test(text.slice(0, offset))
}

/** Whether an offset of a text is between quotation marks; asked from the first offset to the last. */
function quotesIn(text: string): (offset: number) => boolean {
  const marks = /["“„«”»']/g
  let next = marks.exec(text)
  const open = { straight: false, curly: 0, single: false }
  return (offset) => {
    for (; next && next.index < offset; next = marks.exec(text)) {
      const { 0: mark, index: at } = next
      if (mark === '"') open.straight = !open.straight
      else if (mark === "'") open.single = /^$|[\s(]/.test(text.slice(Math.max(0, at - 1), at))
      else if ('“„«'.includes(mark)) open.curly++
      else open.curly--
    }
    return open.straight || open.curly > 0 || open.single
  }
}

/** Removes the word before `end` with the white space between `from` and the word, or after the word if it starts a line. */
function removal(source: string, from: number, end: number): { offset: number; endOffset: number; text: string } {
  const between = source.slice(from, end)
  if (!/[\r\n]/.test(between)) return { offset: from, endOffset: end, text: '' }
  let next = end
  while (source[next] === ' ' || source[next] === '\t') next++
  // If the word is alone on its line, the line is removed.
  if (next === source.length || source[next] === '\n' || source[next] === '\r') return { offset: from, endOffset: end, text: '' }
  return { offset: end - between.trimStart().length, endOffset: next, text: '' }
}

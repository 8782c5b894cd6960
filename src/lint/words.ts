/** The words that a reader of the page sees, in order: safe fixes must not change them. */
import { type ElementNode, inlineElements, innerText, isElement, type RstNode } from '../rst/index.ts'
import type { Document } from './rule.ts'

/** Words: letters, digits and underscores of any script. Unicode properties take milliseconds on first use. */
const word = /[^\s!-/:-@[-^`{-~\u00a1-\u00bf\u2010-\u205e\u25a0-\u25ff]+/g

/** Elements that a page does not show. */
const hidden = new Set(['comment', 'substitution_definition', 'meta', 'pending'])

/** A text of a page, from an element that contains no other elements with text. */
export interface Passage {
  text: string
  /** Whether its words count in any order: those of a table, because a broken table is read as lines that cross its cells. */
  isUnordered: boolean
}

/** Whether the passages of two documents have the same words, except for repeated ones that the second one has less often. */
export function hasSameWords(a: readonly Passage[], b: readonly Passage[]): boolean {
  let start = 0
  while (start < a.length && start < b.length && isSamePassage(a[start]!, b[start]!)) start++
  let [aEnd, bEnd] = [a.length, b.length]
  while (aEnd > start && bEnd > start && isSamePassage(a[aEnd - 1]!, b[bEnd - 1]!)) [aEnd, bEnd] = [aEnd - 1, bEnd - 1]
  if (start === aEnd && start === bEnd) return true
  // A word is also repeated if the other one is in the equal passage next to it.
  const isSilent = (passage: Passage | undefined) => passage !== undefined && wordsIn(passage).length === 0
  do start--
  while (isSilent(a[start]))
  for (; isSilent(a[aEnd]); aEnd++) bEnd++
  const from = Math.max(0, start)
  return isWithoutRepetitions(a.slice(from, aEnd + 1).flatMap(wordsIn), b.slice(from, bEnd + 1).flatMap(wordsIn))
}

/** Whether the second list is the first one without some of the words that repeat the word before them. */
function isWithoutRepetitions(words: readonly string[], left: readonly string[]): boolean {
  let at = 0
  for (const [index, word] of words.entries()) {
    if (word === left[at]) at++
    else if (word !== words[index - 1]) return false
  }
  return at === left.length
}

function isSamePassage(a: Passage, b: Passage): boolean {
  return a.text === b.text && a.isUnordered === b.isUnordered
}

function wordsIn({ text, isUnordered }: Passage): string[] {
  const words = (text.match(word) ?? []).filter((found) => !/^_+$/.test(found))
  return isUnordered ? words.sort() : words
}

/** The texts of a document in its order. An item of a numbered list counts with its number. */
export function passagesOf({ tree, source }: Pick<Document, 'source'> & { tree: RstNode }): Passage[] {
  let passages: Passage[] = []
  const take = (text: string) => {
    if (text !== '') passages.push({ text, isUnordered: false })
  }
  const visit = (node: ElementNode) => {
    if (hidden.has(node.type)) return
    if (node.type === 'system_message') {
      // The tree contains severe messages in place of the text that they quote.
      if (Number(node.attributes.level) < 3) return
      const quoted = node.children.filter((child) => child.type === 'literal_block')
      passages.push({ text: quoted.map(innerText).join('\n'), isUnordered: true })
      return
    }
    const around = passages
    if (node.type === 'table') passages = []
    if (node.type === 'list_item') take(enumeratorOf(node, source))
    let text = ''
    for (const child of node.children) {
      if (!isElement(child) || inlineElements.has(child.type)) text += innerText(child)
      else {
        take(text)
        text = ''
        visit(child)
      }
    }
    take(text)
    if (node.type !== 'table') return
    around.push({ text: passages.map((passage) => passage.text).join('\n'), isUnordered: true })
    passages = around
  }
  if (isElement(tree)) visit(tree)
  return passages
}

/** The words of a tree. */
export function wordsOf(tree: RstNode, source: string): string[] {
  return passagesOf({ tree, source }).flatMap(wordsIn)
}

function enumeratorOf({ position }: ElementNode, source: string): string {
  return /^\(?([\dA-Za-z]+)[.)]/.exec(source.slice(position.start.offset, position.start.offset + 12))?.[1] ?? ''
}

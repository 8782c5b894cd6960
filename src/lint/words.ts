/** The words that a reader of the page sees, in order: safe fixes must not change them. */
import { type ElementNode, inlineElements, innerText, isElement, type RstNode } from '../rst/index.ts'

/** Words: letters, digits and underscores of any script. Unicode properties take milliseconds on first use. */
const word = /[^\s!-/:-@[-^`{-~\u00a1-\u00bf\u2010-\u205e\u25a0-\u25ff]+/g

/** Elements that a page does not show. */
const hidden = new Set(['comment', 'substitution_definition', 'meta', 'pending'])

/** The words of a tree. An item of a numbered list counts with its number. The cells of a table count in any order, because a broken table
 * is read as lines that cross its cells.
 */
export function wordsOf(tree: RstNode, source: string): string[] {
  const words: string[] = []
  const take = (text: string) => {
    for (const found of text.match(word) ?? []) if (!/^_+$/.test(found)) words.push(found)
  }
  const visit = (node: ElementNode) => {
    if (hidden.has(node.type)) return
    if (node.type === 'system_message') {
      // The tree contains severe messages in place of the text that they quote.
      if (Number(node.attributes.level) < 3) return
      const from = words.length
      for (const child of node.children) if (child.type === 'literal_block') take(innerText(child))
      sortFrom(words, from)
      return
    }
    const from = words.length
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
    if (node.type === 'table') sortFrom(words, from)
  }
  if (isElement(tree)) visit(tree)
  return words
}

function sortFrom(words: string[], from: number): void {
  for (const word of words.splice(from).sort()) words.push(word)
}

function enumeratorOf({ position }: ElementNode, source: string): string {
  return /^\(?([\dA-Za-z]+)[.)]/.exec(source.slice(position.start.offset, position.start.offset + 12))?.[1] ?? ''
}

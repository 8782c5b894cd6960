/** What a word that is not known was probably meant to be, for messages. */
import { nearest } from '../text/index.ts'

/** The nearest of some words, or all of them where none is near and they are few. */
export function oneOf(word: string, words: readonly string[]): string {
  const near = nearest(word, words) ?? words.find((candidate) => candidate.split('/')[1] === word)
  if (near) return `\`${near}\``
  if (words.length > 24) return 'one of those that `goaldoc rules` lists'
  return `one of ${words.map((candidate) => `\`${candidate}\``).join(', ')}`
}

/** Suggestions for an unknown word, for messages. */
import { nearest } from '../text/index.ts'

/** The nearest of some words; all of them if none is near and they are few. `nearestOf` may compare fewer words than there are. */
export function suggestedNames(word: string, words: readonly string[], nearestOf = nearest): string {
  const near = nearestOf(word, words) ?? words.find((candidate) => candidate.endsWith(`/${word}`))
  if (near) return `\`${near}\``
  if (words.length > 24) return 'one of those that `goaldoc rules` lists'
  return `one of ${words.map((candidate) => `\`${candidate}\``).join(', ')}`
}

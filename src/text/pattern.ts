/** Regular expressions that are made of words. */

/** The source of an expression that matches the text letter by letter. */
export function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

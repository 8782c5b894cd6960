/** Regular expressions that are made from words. */

/** The source of an expression that matches the text literally. */
export function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

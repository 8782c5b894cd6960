/** Limits for untrusted texts. The parsers of YAML and Markdown take much longer for a character than the one for documents. */

/** Characters of a YAML file: ten times the longest model, and seven times the team list of OpenStack. */
export const longestYaml = 500_000

/** The message for a text that is too long to be read; `undefined` for others. */
export function tooLong(text: string, most: number): string | undefined {
  return text.length > most ? `${text.length} characters are too many; at most ${most} are read` : undefined
}

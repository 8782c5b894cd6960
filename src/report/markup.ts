/** Text of other people in Markdown. */

/** A line of text, also at the start of a block, that is no markup. */
export function escapedMarkdown(text: string): string {
  return text.trimStart().replace(/[\\`*_[\]<>#|~]|&(?=#?\w{1,40};)|^[-+]|(?<=^\d{1,9})[.)]/g, '\\$&')
}

/** Text as code. If it contains backticks, the marks around it are longer than any of their runs. */
export function codeInMarkdown(text: string): string {
  const runs = (text.match(/`+/g) ?? []).map(({ length }) => length)
  if (runs.length === 0) return `\`${text}\``
  const marks = '`'.repeat(runs.reduce((longest, length) => Math.max(longest, length)) + 1)
  return `${marks} ${text} ${marks}`
}

/** An address in a link, which spaces and brackets would end. */
export function addressInMarkdown(address: string): string {
  return address.replace(/[\s()<>\\]/g, (character) => `%${character.charCodeAt(0).toString(16).padStart(2, '0')}`)
}

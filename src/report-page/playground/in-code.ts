/** Converts messages of goaldoc to markup. */
import { type Html, html } from '../html.ts'

/** The text, with the parts in backticks as code. */
export function inCode(text: string): Html {
  return html`${text.split(/`([^`]*)`/).map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : part))}`
}

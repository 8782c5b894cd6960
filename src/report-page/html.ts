/** Builds HTML from parts. Text is always escaped; only results of this function count as markup. */
import { controlCharacters } from '../text/index.ts'

/** Markup with all its elements closed. */
export interface Html {
  readonly markup: string
}

export type Part = Html | string | number | undefined | readonly Part[]

/** The template with its parts as markup. Parts are safe between tags and in quoted attributes; they are not allowed elsewhere.
 */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return { markup: strings.reduce((text, string, index) => text + markupOf(parts[index - 1]) + string) }
}

/** Markup from this project itself, such as its style sheet. */
export function trusted(markup: string): Html {
  return { markup }
}

function markupOf(part: Part): string {
  if (part === undefined) return ''
  if (typeof part === 'string') return escapeHtml(part)
  if (typeof part === 'number') return String(part)
  return 'markup' in part ? part.markup : part.map(markupOf).join('')
}

function escapeHtml(text: string): string {
  return text.replace(controlCharacters, '\ufffd').replace(/[&<>"']/g, (character) => references[character]!)
}

const references: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

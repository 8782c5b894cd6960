/** HTML from parts. Text becomes text, whatever stands in it: only what this function made is taken as markup. */
import { steering } from '../text/index.ts'

/** Markup that is complete in itself. */
export interface Html {
  readonly markup: string
}

export type Part = Html | string | number | undefined | readonly Part[]

/** The template with its parts, as markup. Parts between quotes of an attribute or between tags are safe; elsewhere none may stand. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return { markup: strings.reduce((text, string, index) => text + markupOf(parts[index - 1]) + string) }
}

/** Markup that this project wrote itself, such as its style sheet. */
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
  return text.replace(steering, '\ufffd').replace(/[&<>"']/g, (character) => references[character]!)
}

const references: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

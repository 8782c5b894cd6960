/** Escapes text for XML. */
import { controlCharacters, loneSurrogate } from '../text/index.ts'

/** Text for XML 1.0, also for attributes. Characters that XML cannot contain, or that change how the text is displayed, become
 * `?`.
 */
export function escapeXml(text: string): string {
  return text
    .replace(controlCharacters, '?')
    .replace(loneSurrogate, '?')
    .replace(/[\ufffe\uffff]/g, '?')
    .replace(/[&<>"'\t\n\r]/g, (character) => named[character] ?? `&#${character.charCodeAt(0)};`)
}

const named: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' }

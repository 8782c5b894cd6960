/** Styles and scripts that stand in a page itself, with the hashes that its content security policy names. */
import { createHash } from 'node:crypto'
import type { Asset } from '../src/report-page/shell.ts'

/** `name` is for the message where the text cannot stand in HTML. */
export function inlined(name: string, text: string): Asset {
  // In a page that is HTML, only this would end the element.
  if (/<\/(?:script|style)|<!--/i.test(text))
    throw new Error(`Cannot put ${name} into a page: it holds the end of an element. Write it in another way`)
  return { text, hash: `sha256-${createHash('sha256').update(text).digest('base64')}` }
}

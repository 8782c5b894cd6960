/** Styles and scripts inside a page, with their hashes for the content security policy. */
import { createHash } from 'node:crypto'
import type { Asset } from '../src/report-page/shell.ts'

/** `name` is used in the error if HTML cannot contain the text. */
export function inlined(name: string, text: string): Asset {
  // In an HTML page, only these end the element.
  if (/<\/(?:script|style)|<!--/i.test(text))
    throw new Error(`Cannot put ${name} into a page: it holds the end of an element. Write it in another way`)
  return { text, hash: `sha256-${createHash('sha256').update(text).digest('base64')}` }
}

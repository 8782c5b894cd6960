/** What the rules about redirects share. */
import { type Redirect, readRedirects, redirectOf } from '../../redirects.ts'
import type { Document } from '../../rule.ts'

/** The redirects of an `.htaccess`; for a file of tests, those of the site. */
export function redirectsOf(document: Document): readonly Redirect[] {
  return document.remember(readAll)
}

function readAll({ source, kind, site }: Document): readonly Redirect[] {
  return readRedirects(kind === 'redirects' ? source : (site?.redirects?.text ?? ''))
}

/** Redirects of one path (not of a pattern) that take effect: no redirect above them matches the path. */
export function plainRedirects(document: Document): readonly Redirect[] {
  const all = redirectsOf(document)
  return all.filter((redirect) => !redirect.isPattern && redirectOf(all, redirect.from) === redirect)
}

/** Updates links to documents that moved: `:doc:` roles, relative paths and URLs, in documents and in the prose of models. */
import { posix } from 'node:path'
import { resolvePath } from '../../lint/index.ts'

export interface LinkMove {
  /** The new names of documents by their old names, without endings: `goals/selected/orbit`. */
  moved: ReadonlyMap<string, string>
  /** The path of the site's address before the names of documents, e.g. `/tc`. */
  prefix: string
  /** The host of the site, if known. Other hosts are then other sites. */
  host?: string | undefined
}

/** The name of a page before and after the move. In a text that is not a page, only URLs are updated. */
export interface PageNames {
  before: string
  after: string
}

const docRole = /(:(?:std:)?doc:\\?`)([^`\\]*)(?=\\?`)/g
const pageLink =
  /((?:<|^[ \t]*\.\.[ \t]+_[^:\n]+:[ \t]+|^[ \t]*__[ \t]+))((?:[\w.-]+\/|\/)*[\w.-]+\.html)(?=(?:#[^\s<>`]*)?(?:>|\s|$))/gm
const fileOfDirective =
  /^([ \t]*\.\.[ \t]+(?:\|[^|\n]*\|[ \t]+)?(?:include|literalinclude|image|figure)::[ \t]+)(?![a-z][a-z0-9+.-]*:)([^\s/<][^\n]*)/gm
const address = /https?:\/\/[^\s<>`"']+/g

export function moveLinks(text: string, page: PageNames | undefined, move: LinkMove): string {
  const withAddresses = text.replace(address, (whole) => moveAddress(whole, move))
  if (!page) return withAddresses
  return withAddresses
    .replace(docRole, (whole, role: string, said: string) => {
      const [, title = '', target = said, end = ''] = /^(.*<)([^<>]*)(>)$/s.exec(said) ?? []
      return target === '' || /^[!~]/.test(target) ? whole : `${role}${title}${moveName(target, page, move)}${end}`
    })
    .replace(pageLink, (_, before: string, path: string) => {
      const name = path.slice(0, -'.html'.length)
      if (!path.startsWith('/')) return `${before}${moveName(name, page, move)}.html`
      const below = name.startsWith(`${move.prefix}/`) ? move.moved.get(name.slice(move.prefix.length + 1)) : undefined
      return `${before}${below === undefined ? name : `${move.prefix}/${below}`}.html`
    })
    .replace(fileOfDirective, (_, before: string, path: string) => before + moveFile(path, page, move))
}

function moveAddress(whole: string, { moved, prefix, host }: LinkMove): string {
  const [, scheme = '', at = '', path = '', rest = ''] = /^(https?:\/\/)([^/]+)(\/[^?#]*?)(\.html.*)$/s.exec(whole) ?? []
  if ((host !== undefined && at !== host) || !path.startsWith(`${prefix}/`)) return whole
  const to = moved.get(path.slice(prefix.length + 1))
  return to === undefined ? whole : `${scheme}${at}${prefix}/${to}${rest}`
}

/** The target as it must be written on the page after the move. Unchanged if it still refers to the same document. */
function moveName(target: string, { before, after }: PageNames, { moved }: LinkMove): string {
  const was = resolvePath(before, target)
  const is = moved.get(was) ?? was
  if (resolvePath(after, target) === is) return target
  return target.startsWith('/') ? `/${is}` : relativeName(after, is)
}

function moveFile(path: string, { before, after }: PageNames, { moved }: LinkMove): string {
  const was = posix.join(posix.dirname(before), path.trimEnd())
  const ending = posix.extname(was)
  const to = moved.get(was.slice(0, was.length - ending.length))
  const is = to === undefined ? was : to + ending
  if (posix.join(posix.dirname(after), path.trimEnd()) === is) return path
  return posix.relative(posix.dirname(after), is)
}

/** The name of a document relative to a page. */
export function relativeName(from: string, to: string): string {
  return posix.relative(posix.dirname(from), to)
}

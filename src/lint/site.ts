/** The repository around a file: the pages that are made of its documents, and the redirects between them. */
import { isElsewhere, pathOfAddress } from './redirects.ts'

/** What the files of a repository have in common. The caller reads them. */
export interface Site {
  /** What stands in front of the names of pages in addresses, e.g. `/tc`. */
  prefix: string
  /** The host of the pages, where that is known. */
  host?: string | undefined
  /** The folder of the goals among the documents, e.g. `goals`. */
  goals: string
  /** The names of all pages; absent where the documents are not published. */
  pages?: ReadonlySet<string> | undefined
  /** Whether a file is published beside the pages, by its path below the prefix. */
  hasFile(path: string): boolean
  /** The text of the `.htaccess`, and what messages call it. */
  redirects?: { path: string; text: string } | undefined
  /** Index pages that do not say what the goals say, and models without a document, by their paths as rules see them. */
  staleIndexes: ReadonlySet<string>
  withoutDocument: ReadonlySet<string>
}

/** Kinds of files that rules look at. Most rules are about documents. */
export type FileKind = 'document' | 'model' | 'redirects' | 'redirect tests'

/** Tests of redirects for `whereto`. */
const testsName = 'redirect-tests.txt'

export function fileKind(path: string): FileKind {
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)
  if (name === '.htaccess') return 'redirects'
  if (name === testsName) return 'redirect tests'
  return /\.(?:yaml|yml|ts)$/.test(name) ? 'model' : 'document'
}

export function addressOf({ prefix }: Site, name: string): string {
  return `${prefix}/${name}.html`
}

/** Pages that Sphinx makes itself. */
const generated = new Set(['genindex.html', 'modindex.html', 'py-modindex.html', 'search.html'])

/** Whether there is a page at an address: `unknown` for what an extension may make, and for what is no page. */
export function isPage(site: Site, address: string): boolean | 'unknown' {
  if (!site.pages || isElsewhere(address, site.host)) return 'unknown'
  const path = pathOfAddress(address)
  if (!path.startsWith(`${site.prefix}/`)) return 'unknown'
  const file = path.slice(site.prefix.length + 1)
  const isMade = generated.has(file) || file.split('/').some((part) => part.startsWith('_'))
  if (isMade || site.hasFile(file)) return true
  const isGoal = file.startsWith(`${site.goals}/`)
  if (file.endsWith('.html')) return site.pages.has(file.slice(0, -'.html'.length)) || (isGoal ? false : 'unknown')
  if (!file.endsWith('/')) return 'unknown'
  return [...site.pages].some((name) => name.startsWith(file)) || (isGoal ? false : 'unknown')
}

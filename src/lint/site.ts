/** The repository of a file: the pages that its documents become, and the redirects between them. */
import { isOnOtherHost, pathOfAddress } from './redirects.ts'

/** What rules need to know about the repository. The caller reads the files. */
export interface Site {
  /** The part of addresses before the name of a page, e.g. `/tc`. */
  prefix: string
  /** The host of the pages, if known. */
  host?: string | undefined
  /** The folder of the goals among the documents, e.g. `goals`. */
  goals: string
  /** The names of all pages; absent if the documents are not published. */
  pages?: ReadonlySet<string> | undefined
  /** Whether a file is published beside the pages, by its path below the prefix. */
  hasFile(path: string): boolean
  /** The text of the `.htaccess`, and its path in messages. */
  redirects?: { path: string; text: string } | undefined
  /** Index pages that differ from the goals, and models without a document. Their paths are those of `Document.path`. */
  staleIndexes: ReadonlySet<string>
  withoutDocument: ReadonlySet<string>
}

/** Kinds of files that rules look at. Most rules are about documents. */
export type FileKind = 'document' | 'model' | 'redirects' | 'redirect tests'

/** Tests of redirects for OpenStack's tool `whereto`. */
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

/** Pages that Sphinx generates. */
const generated = new Set(['genindex.html', 'modindex.html', 'py-modindex.html', 'search.html'])

/** Whether there is a page at an address; `unknown` if an extension may generate it, or if the address is not one of a page. */
export function isPage(site: Site, address: string): boolean | 'unknown' {
  if (!site.pages || isOnOtherHost(address, site.host)) return 'unknown'
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

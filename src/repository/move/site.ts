/** Where the documents of a repository are published: names, addresses, and the files with redirects. */
import { dirname, join, relative, sep } from 'node:path'
import { pathOfAddress, readRedirects } from '../../lint/index.ts'
import { repositoryRoot } from '../boundary.ts'
import { exists, isFolder, readTextIfThere } from '../files.ts'
import type { SphinxProjects } from '../sphinx.ts'

export interface Site {
  root: string
  /** The name of a document, without its ending: its path in the Sphinx project, or in the repository if there is no project. */
  nameOf(path: string): string | undefined
  /** Whether Sphinx makes pages of the documents. */
  isPublished: boolean
  /** The part of addresses before the names of documents, e.g. `/tc`. */
  prefix: string
  /** The host of the pages, if known. */
  host?: string
  /** The path of the `.htaccess`, which may not exist yet. */
  redirects?: string
  /** The path of the tests for `whereto`, if there are any. */
  tests?: string
}

/** The site of the goals. `texts` are those of the repository: if nothing else tells where the pages are published, the addresses
 * in them do.
 */
export function siteOf(goals: string, sphinx: SphinxProjects, texts: Iterable<string>): Site {
  const root = repositoryRoot(goals) ?? dirname(goals)
  const project = sphinx.of(join(goals, 'index.rst'))
  const isPublished = project?.place !== undefined
  const nameOf = (path: string) => {
    const name = isPublished ? sphinx.of(path)?.place?.path : relative(root, path).split(sep).join('/')
    return name?.replace(/\.rst$/, '')
  }
  const top = project?.folder ?? root
  const extra = (project?.conf.htmlExtraPath ?? []).map((name) => join(top, name)).filter(isFolder)
  const redirects = [...extra, join(top, '_extra'), top, root].map((folder) => join(folder, '.htaccess')).find(exists)
  const made = redirects ?? (extra[0] === undefined ? undefined : join(extra[0], '.htaccess'))
  const tests = ['../test', 'test', '.']
    .flatMap((folder) => [join(top, folder), join(root, folder)])
    .map((folder) => join(folder, 'redirect-tests.txt'))
    .find(exists)
  const address = project?.conf.htmlBaseUrl ?? ''
  const base = URL.canParse(address) ? new URL(address) : undefined
  const folder = `/${dirname(nameOf(join(goals, 'index.rst')) ?? 'goals/index')}/`
  return {
    root,
    nameOf,
    isPublished,
    prefix: base?.pathname.replace(/\/$/, '') ?? prefixOf(folder, (made && readTextIfThere(made)) ?? '', texts),
    ...(base ? { host: base.host } : {}),
    ...(made === undefined ? {} : { redirects: made }),
    ...(tests === undefined ? {} : { tests }),
  }
}

/** The part before the folder of the goals in most addresses of goals. */
function prefixOf(folder: string, redirects: string, texts: Iterable<string>): string {
  const counts = new Map<string, number>()
  const count = (path: string) => {
    const at = path.indexOf(folder)
    if (at >= 0) counts.set(path.slice(0, at), (counts.get(path.slice(0, at)) ?? 0) + 1)
  }
  for (const { from, to } of readRedirects(redirects)) for (const path of [from, to]) count(pathOfAddress(path ?? ''))
  if (counts.size === 0)
    for (const text of texts)
      for (const [whole] of text.matchAll(/https?:\/\/[^\s<>`"']+\.html/g)) if (!/[?#]/.test(whole)) count(pathOfAddress(whole))
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0].replace(/^\^/, '') ?? ''
}

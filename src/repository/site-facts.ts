/** Collects what the rules of `repository/` need to know about the repository. */
import { join, sep } from 'node:path'
import type { Site } from '../lint/index.ts'
import type { Configurations } from './configuration.ts'
import { CannotError } from './errors.ts'
import type { FileEdit } from './file-edits.ts'
import { exists, isFolder, readTextIfThere, shownPath } from './files.ts'
import { indexEdits } from './index-pages.ts'
import { siteOf } from './move/site.ts'
import type { SphinxProjects } from './sphinx.ts'

export interface GoalsSite extends Site {
  /** The root of the repository, with a path separator at the end. */
  root: string
  /** The folder of the goals. */
  folder: string
  /** The paths of the `.htaccess` and of the tests of its redirects, if they exist. */
  files: string[]
}

/** @param models models without a document
 * @param isQuick whether to skip index pages, for which all goals must be read
 */
export async function openSite(
  goals: string,
  cwd: string,
  { sphinx, configurations }: { sphinx: SphinxProjects; configurations: Configurations },
  { models, isQuick }: { models: readonly string[]; isQuick: boolean },
): Promise<GoalsSite> {
  const project = sphinx.of(join(goals, 'index.rst'))
  const pages = project?.place ? new Set(project.place.project.names()) : undefined
  const { root, nameOf, prefix, host, redirects, tests } = siteOf(goals, sphinx, textsOf(project))
  const text = redirects && readTextIfThere(redirects)
  const extra = (project?.conf.htmlExtraPath ?? []).map((name) => join(project!.folder, name))
  const stale = isQuick ? [] : await staleIndexes(goals, cwd, sphinx)
  const namesOf = async (paths: readonly string[]) =>
    new Set(await Promise.all(paths.map(async (path) => (await configurations.of(path)).nameOf(path))))
  return {
    root: root + sep,
    folder: goals,
    files: [redirects, tests].flatMap((path) => (path !== undefined && exists(path) ? [path] : [])),
    prefix,
    host,
    goals: (nameOf(join(goals, 'index.rst')) ?? 'goals/index').replace(/\/index$/, ''),
    pages,
    hasFile: (path) => extra.some((place) => (isFolder(place) ? exists(join(place, path)) : place.endsWith(`${sep}${path}`))),
    ...(text === undefined ? {} : { redirects: { path: shownPath(redirects!, cwd), text } }),
    staleIndexes: await namesOf(stale.map(({ path }) => path)),
    withoutDocument: await namesOf(models),
  }
}

async function staleIndexes(goals: string, cwd: string, sphinx: SphinxProjects): Promise<FileEdit[]> {
  try {
    return (await indexEdits(goals, cwd, sphinx)) ?? []
  } catch (error) {
    // If a file cannot be read, the content of its index page is unknown. The file itself is reported elsewhere.
    if (error instanceof CannotError) return []
    throw error
  }
}

/** The texts of the pages, each read only when needed. */
function* textsOf(project: ReturnType<SphinxProjects['of']>): Generator<string> {
  const { project: pages } = project?.place ?? {}
  for (const name of pages?.names() ?? []) yield pages!.text(pages!.pathOf(name)!) ?? ''
}

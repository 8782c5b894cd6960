/** A Sphinx project of files that tests write down, by their paths. */
import { readConf, type SphinxProject, sphinxProject } from '../../src/lint/index.ts'
import { resolvePath } from '../../src/lint/sphinx/project.ts'

export function projectOf(files: Readonly<Record<string, string>>): SphinxProject {
  const module = (name: string) => files[`${name.replaceAll('.', '/')}.py`]
  const conf = readConf(files['conf.py'] ?? '', module)
  return sphinxProject(conf, {
    documents: () => Object.keys(files).filter((path) => conf.sourceSuffix.some((ending) => path.endsWith(ending))),
    text: (path) => files[path],
    exists: (path, from) => resolvePath(from, path) in files,
  })
}

/** The place of a document among files that a test writes down. */
export function sphinxPlace(
  files: Readonly<Record<string, string>>,
  path: string,
  source: string,
): { project: SphinxProject; path: string } {
  return { project: projectOf({ ...files, [path]: source }), path }
}

/** A Sphinx project of files that tests write down, by their paths. */
import { projectOfFiles, type SphinxProject } from '../../src/lint/index.ts'

/** The place of a document among files that a test writes down. */
export function sphinxPlace(
  files: Readonly<Record<string, string>>,
  path: string,
  source: string,
): { project: SphinxProject; path: string } {
  return { project: projectOfFiles({ ...files, [path]: source }), path }
}

/** Where models are, and which document belongs to each. */
import { basename, dirname, join, sep } from 'node:path'
import { exists, isBrokenLink, isFolder, readText } from './files.ts'

/** Endings of models, in order of preference beside a document. */
export const modelEndings = ['.yaml', '.yml', '.ts'] as const
const documentEnding = '.rst'

export function isModelPath(path: string): boolean {
  return modelEndings.some((ending) => path.endsWith(ending)) && !path.endsWith('.d.ts')
}

export function isDocumentPath(path: string): boolean {
  return path.endsWith(documentEnding)
}

/** Whether only the docstrings of a file are linted. */
export function isPythonPath(path: string): boolean {
  return path.endsWith('.py')
}

/** The document of a model: the `.rst` beside it with the same name. */
export function documentOf(model: string): string {
  return model.replace(/\.(?:yaml|yml|ts)$/, documentEnding)
}

/** The model beside a document; `undefined` if there is none. It may be a link to nothing, which cannot be read. */
export function modelOf(document: string): string | undefined {
  if (!isDocumentPath(document)) return undefined
  const stem = document.slice(0, -documentEnding.length)
  return modelEndings.map((ending) => stem + ending).find((path) => (exists(path) ? !isFolder(path) : isBrokenLink(path)))
}

/** Whether a file in a folder is a model: below a folder `goals`, beside its document, or by its content. The first two ignore the content,
 * so that a model with a misspelt key is an error and is not skipped.
 */
export function looksLikeModel(path: string): boolean {
  if (!isModelPath(path) || /^(?:goaldoc\.config|profile)\./.test(basename(path))) return false
  if (path.split(sep).slice(0, -1).includes('goals') || exists(documentOf(path))) return true
  const text = readText(path)
  return path.endsWith('.ts') ? /\bdefineGoal\b/.test(text) : /^title:|\$schema=\S*goal\.schema\.json/m.test(text)
}

/** The folder in which a repository keeps its goals: `goals` in the folder of the configuration or in a folder above it. */
export function goalsFolder(start: string): string | undefined {
  for (let folder = start; ; folder = dirname(folder)) {
    if (isFolder(join(folder, 'goals'))) return join(folder, 'goals')
    if (basename(folder) === 'goals') return folder
    if (exists(join(folder, '.git')) || dirname(folder) === folder) return undefined
  }
}

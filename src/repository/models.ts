/** Models on disk: where they are, which document is theirs, how they are loaded. */
import { basename, dirname, join, sep } from 'node:path'
import type { Goal, ModelDiagnostic } from '../goal/index.ts'
import { byteOrderMark, exists, isFolder, readText, shownPath } from './files.ts'
import { startOf, typeScriptPlaces } from './places.ts'
import { loadTypeScript } from './typescript.ts'

/** Endings of models, in the order in which one is looked for beside a document. */
export const modelEndings = ['.yaml', '.yml', '.ts'] as const
export const documentEnding = '.rst'

/** A model as it was loaded. */
export interface LoadedModel {
  path: string
  shown: string
  kind: 'yaml' | 'typescript'
  /** The text of the file, with its byte-order mark. */
  text: string
  /** Absent where the model could not be read as a goal. */
  goal?: Goal
  diagnostics: ModelDiagnostic[]
}

export function isModelPath(path: string): boolean {
  return modelEndings.some((ending) => path.endsWith(ending)) && !path.endsWith('.d.ts')
}

export function isDocumentPath(path: string): boolean {
  return path.endsWith(documentEnding)
}

/** The document of a model: the `.rst` beside it with the same name. */
export function documentOf(model: string): string {
  return model.replace(/\.(?:yaml|yml|ts)$/, documentEnding)
}

/** The model of a document, where there is one beside it. */
export function modelOf(document: string): string | undefined {
  if (!isDocumentPath(document)) return undefined
  const stem = document.slice(0, -documentEnding.length)
  return modelEndings.map((ending) => stem + ending).find((path) => exists(path) && !isFolder(path))
}

/** Whether a file met in a folder is taken for a model: below a folder `goals`, beside its document, or by what it says of itself.
 * The first two hold whatever is inside, so that a model with a misspelt key is an error and not passed over. */
export function looksLikeModel(path: string): boolean {
  if (!isModelPath(path) || /^(?:goaldoc\.config|profile)\./.test(basename(path))) return false
  if (path.split(sep).slice(0, -1).includes('goals') || exists(documentOf(path))) return true
  const text = readText(path)
  return path.endsWith('.ts') ? /\bdefineGoal\b/.test(text) : /^title:|\$schema=\S*goal\.schema\.json/m.test(text)
}

/** Loads a model. What is wrong with it comes as diagnostics; only a file that cannot be read throws. */
export async function loadModel(path: string, cwd: string): Promise<LoadedModel> {
  const shown = shownPath(path, cwd)
  const text = readText(path, shown)
  return path.endsWith('.ts') ? loadTypeScriptModel(path, shown, text) : parseModelText(path, shown, text)
}

/** A YAML model from its text, e.g. as it was at a revision. */
export async function parseModelText(path: string, shown: string, text: string): Promise<LoadedModel> {
  const { parseModel } = await import('../goal/index.ts')
  const bare = text.startsWith(byteOrderMark) ? text.slice(1) : text
  const { goal, diagnostics } = parseModel(bare, { path: shown })
  return { path, shown, kind: 'yaml', text, ...(goal ? { goal } : {}), diagnostics }
}

async function loadTypeScriptModel(path: string, shown: string, text: string): Promise<LoadedModel> {
  const { rememberPositions, validateGoal } = await import('../goal/index.ts')
  const value = await loadTypeScript(path, shown)
  const { goal, issues } = validateGoal(value)
  const places = typeScriptPlaces(text, value)
  if (goal) rememberPositions(goal, places)
  const diagnostics = issues.map(({ ruleId, message, hint, path, key }): ModelDiagnostic => {
    const place = places(key === undefined ? path : [...path, key]) ?? startOf(text)
    return { ruleId, severity: 'error', message, ...place, ...(hint === undefined ? {} : { hint }) }
  })
  return { path, shown, kind: 'typescript', text, ...(goal ? { goal } : {}), diagnostics }
}

/** The folder in which a repository keeps its goals: `goals` in the folder of the configuration or upwards. */
export function goalsFolder(start: string): string | undefined {
  for (let folder = start; ; folder = dirname(folder)) {
    if (isFolder(join(folder, 'goals'))) return join(folder, 'goals')
    if (basename(folder) === 'goals') return folder
    if (exists(join(folder, '.git')) || dirname(folder) === folder) return undefined
  }
}

/** Models on disk: where they are, which document is theirs, how they are loaded. */

import type { Goal, ModelDiagnostic } from '../goal/index.ts'
import { parseModel, rememberPositions, validateGoal } from '../goal/index.ts'
import { byteOrderMark, readText, shownPath } from './files.ts'
import { startOf, typeScriptPlaces } from './places.ts'
import { loadTypeScript } from './typescript.ts'

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

/** Loads a model. What is wrong with it comes as diagnostics; only a file that cannot be read throws. */
export async function loadModel(path: string, cwd: string): Promise<LoadedModel> {
  const shown = shownPath(path, cwd)
  const text = readText(path, shown)
  return path.endsWith('.ts') ? loadTypeScriptModel(path, shown, text) : parseModelText(path, shown, text)
}

/** A YAML model from its text, e.g. as it was at a revision. */
export async function parseModelText(path: string, shown: string, text: string): Promise<LoadedModel> {
  const bare = text.startsWith(byteOrderMark) ? text.slice(1) : text
  const { goal, diagnostics } = parseModel(bare, { path: shown })
  return { path, shown, kind: 'yaml', text, ...(goal ? { goal } : {}), diagnostics }
}

async function loadTypeScriptModel(path: string, shown: string, text: string): Promise<LoadedModel> {
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

/** Models on disk: where they are, which document belongs to each, and how they are loaded. */
import type { Goal, ModelDiagnostic, ProfileOptions } from '../goal/index.ts'
import { parseModel, positionsOf, rememberPositions, validateGoal } from '../goal/index.ts'
import { settingsFor } from '../lint/index.ts'
import type { Configuration } from './configuration.ts'
import { byteOrderMark, readText, shownPath } from './files.ts'
import { documentOf } from './model-paths.ts'
import { templateFileName } from './original-templates.ts'
import { startOf, typeScriptPlaces } from './places.ts'
import { allProfiles, ownProfiles, templateNamed, unknownProfileMessage } from './profiles.ts'
import { loadTypeScript } from './typescript.ts'

/** A loaded model. */
export interface LoadedModel {
  path: string
  shown: string
  kind: 'yaml' | 'typescript'
  /** The text of the file, with its byte-order mark. */
  text: string
  /** Absent if the text is not a valid goal. */
  goal?: Goal
  diagnostics: ModelDiagnostic[]
}

/** Loads a model. Errors in it are diagnostics; only a file that cannot be read throws. The configuration says which keys the project's own
 * profiles add. `given` is the text of a YAML model if it is not the one on disk, as in an editor.
 */
export async function loadModel(path: string, cwd: string, configuration: Configuration, given?: string): Promise<LoadedModel> {
  const shown = shownPath(path, cwd)
  const text = given ?? readText(path, shown)
  const options = await profilesFor(path, cwd, configuration)
  const model = await (path.endsWith('.ts')
    ? loadTypeScriptModel(path, shown, text, options, configuration.isCodeAllowed)
    : parseModelText(path, shown, text, options))
  const unknown = await unknownProfile(model, configuration, cwd)
  return unknown ? { ...model, diagnostics: [...model.diagnostics, unknown] } : model
}

/** The error for a model that names an unknown profile. */
async function unknownProfile(
  { goal, text }: LoadedModel,
  configuration: Configuration,
  cwd: string,
): Promise<ModelDiagnostic | undefined> {
  const name = goal?.profile
  if (!goal || name === undefined) return undefined
  const names = allProfiles(await ownProfiles(configuration, cwd)).map((profile) => profile.name)
  if (names.includes(name) || (await templateNamed(name, configuration, cwd))) return undefined
  const place = positionsOf(goal)?.(['profile']) ?? startOf(text)
  return { ruleId: 'model/value', severity: 'error', message: unknownProfileMessage(name, names), ...place }
}

/** The project's own profiles, and the profile for models that name none. */
async function profilesFor(path: string, cwd: string, configuration: Configuration): Promise<ProfileOptions> {
  const document = documentOf(path)
  const own = await ownProfiles(configuration, cwd, document)
  const template = await templateNamed(`goals/${templateFileName}`, configuration, cwd, document)
  if (own.size === 0 && !template) return {}
  const { profile } = settingsFor(configuration.config, configuration.nameOf(document))
  return { profile: own.get(profile ?? ''), profiles: [...own.values(), ...(template ? [template] : [])] }
}

/** Reads a YAML model from its text, e.g. from an earlier revision. */
async function parseModelText(path: string, shown: string, text: string, options: ProfileOptions = {}): Promise<LoadedModel> {
  const bare = text.startsWith(byteOrderMark) ? text.slice(1) : text
  const { goal, diagnostics } = parseModel(bare, { path: shown, ...options })
  return { path, shown, kind: 'yaml', text, ...(goal ? { goal } : {}), diagnostics }
}

async function loadTypeScriptModel(
  path: string,
  shown: string,
  text: string,
  options: ProfileOptions,
  isCodeAllowed: boolean,
): Promise<LoadedModel> {
  const value = await loadTypeScript(path, shown, isCodeAllowed)
  const { goal, issues, more = 0 } = validateGoal(value, options)
  const places = typeScriptPlaces(text, value)
  if (goal) rememberPositions(goal, places)
  const diagnostics = issues.map(({ ruleId, message, hint, path, key }): ModelDiagnostic => {
    const place = places(key === undefined ? path : [...path, key]) ?? startOf(text)
    return { ruleId, severity: 'error', message, ...place, ...(hint === undefined ? {} : { hint }) }
  })
  if (more > 0) {
    const message = `${more} more errors are not listed`
    diagnostics.push({ ruleId: 'model/syntax', severity: 'error', message, ...startOf(text) })
  }
  return { path, shown, kind: 'typescript', text, ...(goal ? { goal } : {}), diagnostics }
}

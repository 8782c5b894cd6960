/** Reads a goal from YAML. */
import { longestYaml, once, type Place, readSimpleYaml } from '../text/index.ts'
import { parseFully, placesOfModel } from './full-yaml.ts'
import { rememberPositions } from './positions.ts'
import type { ProfileOptions } from './profile-keys.ts'
import type { Goal } from './schema.ts'
import { isWithin, type ModelRule, validateGoal } from './validate.ts'

/** An error in a model, in the shape of the linter's diagnostics. */
export interface ModelDiagnostic extends Place {
  ruleId: ModelRule
  severity: 'error'
  message: string
  hint?: string
  path?: string
}

export interface ParsedModel {
  /** Absent if the text is not YAML or not a goal. A team that is listed twice is an error, but the goal is returned. */
  goal?: Goal
  diagnostics: ModelDiagnostic[]
}

/** Reads a model from YAML 1.2. Never throws; all errors are in `diagnostics`, in order. Keys of a project's own profile are known if the
 * options contain that profile.
 */
export function parseModel(yaml: string, options: { path?: string } & ProfileOptions = {}): ParsedModel {
  const simple = parseSimply(yaml, options)
  if (!simple) return parseFully(yaml, options)
  const places = once(() => placesOfModel(yaml))
  rememberPositions(simple.goal, (path, within) => places()(path, within))
  return simple
}

/** The goal of a model, or `undefined`, without the places of errors, for which all of the YAML is parsed. */
export function goalIn(yaml: string, options: ProfileOptions): Goal | undefined {
  return (validatedSimply(yaml, options) ?? parseFully(yaml, options)).goal
}

/** A model without errors in the common form of YAML. */
function parseSimply(yaml: string, options: ProfileOptions): Required<ParsedModel> | undefined {
  const { goal, issues } = validatedSimply(yaml, options) ?? {}
  return goal && issues?.length === 0 ? { goal, diagnostics: [] } : undefined
}

/** A model in the common form of YAML, with its errors. */
function validatedSimply(yaml: string, options: ProfileOptions): ReturnType<typeof validateGoal> | undefined {
  const simple = yaml.length <= longestYaml ? readSimpleYaml(yaml) : undefined
  return simple && isWithin(simple.value) ? validateGoal(simple.value, options) : undefined
}

/** Validates a value against the schema, and describes each error in one sentence. */
import { isRecord } from '../text/index.ts'
import { conforming } from './conform.ts'
import { readByZod } from './issues.ts'
import { type ProfileOptions, profileOfModel } from './profile-keys.ts'
import type { Goal } from './schema.ts'

/** Keys and indexes from the goal down to a value. */
export type Path = readonly (string | number)[]

/** The kinds of errors in a model, by the names that diagnostics carry. */
export type ModelRule =
  | 'model/syntax'
  | 'model/duplicate-key'
  | 'model/unknown-key'
  | 'model/missing-key'
  | 'model/type'
  | 'model/value'
  | 'model/duplicate-team'
  | 'model/unwritable'

export interface ModelIssue {
  ruleId: ModelRule
  /** The place of the value; for an unknown key, the mapping that contains it. */
  path: Path
  /** The key, if the key itself is wrong. */
  key?: string
  /** The fault first, then what the value must be. */
  message: string
  hint?: string
}

/** Validates a model without its text, e.g. one written in TypeScript. `goal` is present unless the schema rejects it. Keys of a project's
 * own profile are known if the options contain that profile. `more` is the number of issues that are not listed, if there are any.
 */
export function validateGoal(value: unknown, options: ProfileOptions = {}): { goal?: Goal; issues: ModelIssue[]; more?: number } {
  const profile = profileOfModel(isRecord(value) ? value.profile : undefined, options)
  const goal = conforming(value, profile)
  const { more: unlisted = 0, ...result } = goal ? { goal, issues: [], more: 0 } : readByZod(value, profile, mostIssues)
  const all = [...result.issues, ...duplicateTeams(value), ...goneAndStated(value)]
  const issues = all.slice(0, mostIssues)
  const more = unlisted + all.length - issues.length
  return { ...result, issues, ...(more > 0 ? { more } : {}) }
}

/** The issues that are listed: describing each one takes time. */
const mostIssues = 1000

/** The values of a model. An alias inside its own anchor would never end, and a chain of aliases would grow without bound. */
export const mostValues = 50_000

/** Whether a value has at most as many values as are read. */
export function isWithin(whole: unknown): boolean {
  let left = mostValues
  const count = (value: unknown): void => {
    left--
    if (typeof value === 'object' && value && left >= 0) Object.values(value).forEach(count)
  }
  count(whole)
  return left >= 0
}

/** A team that is listed twice has two answers, and it is unclear which one counts. */
function duplicateTeams(value: unknown): ModelIssue[] {
  const teams = isRecord(value) && Array.isArray(value.teams) ? value.teams : []
  const seen = new Set<string>()
  return teams.flatMap((team, index): ModelIssue[] => {
    if (!isRecord(team) || typeof team.name !== 'string') return []
    if (!seen.has(team.name)) {
      seen.add(team.name)
      return []
    }
    return [
      {
        ruleId: 'model/duplicate-team',
        path: ['teams', index, 'name'],
        message: `Duplicate team ${quote(team.name)}`,
        hint: 'merge the two entries',
      },
    ]
  })
}

/** A section that the model both states and lists as removed. */
function goneAndStated(value: unknown): ModelIssue[] {
  if (!isRecord(value) || !isRecord(value.layout) || !Array.isArray(value.layout.gone)) return []
  const titles = Array.isArray(value.sections) ? value.sections.map((section) => isRecord(section) && section.title) : []
  return value.layout.gone.flatMap((name, index): ModelIssue[] =>
    typeof name === 'string' && (Object.hasOwn(value, name) || titles.includes(name))
      ? [
          {
            ruleId: 'model/value',
            path: ['layout', 'gone', index],
            message: `Section ${quote(name)} is in the model and also in \`gone\`; remove one of the two`,
          },
        ]
      : [],
  )
}

const quote = (text: string) => `\`${text}\``

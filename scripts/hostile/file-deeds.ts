/** What goaldoc does with files that are no documents. Errors with a name of their own are answers. */
import * as library from 'yaml'
import { checkProfileData, mergeModels, renderGoal, updateDocument } from '../../src/document/index.ts'
import { type Goal, parseModel, stringifyModel, updateModel } from '../../src/goal/index.ts'
import {
  lint,
  lintPython,
  makeBaseline,
  matchBaseline,
  readBaseline,
  readConf,
  readRedirects,
  redirectOf,
  resolveConfig,
  validateConfig,
} from '../../src/lint/index.ts'
import { formats } from '../../src/report/index.ts'
import { loadRoster, readContacts } from '../../src/roster/index.ts'
import { gitPatterns, globMatcher, longestSettings, parseYaml, readSimpleYaml } from '../../src/text/index.ts'
import { telescopes } from '../../test/telescopes.ts'

const path = 'goals/orbit/telescopes.rst'
const pretty = formats.find(({ name }) => name === 'pretty')!

const answers = new Set(['UnwritableGoalError', 'RosterError', 'SyntaxError'])

/** Does some work; an error that is for users is an answer. */
function answered(work: () => unknown): unknown {
  try {
    return work()
  } catch (error) {
    if (error instanceof Error && (answers.has(error.name) || error.message.startsWith('Cannot '))) return error
    throw error
  }
}

/** A valid model: commands stop at others. */
function withGoal(text: string, work: (goal: Goal) => unknown): unknown {
  const { goal, diagnostics } = parseModel(text)
  return goal && diagnostics.length === 0 ? answered(() => work(goal)) : undefined
}

/** The value of a configuration or a profile, as it is read from its file. */
function settingsIn(text: string): unknown {
  if (text.length > longestSettings) return undefined
  const simple = readSimpleYaml(text)
  if (simple) return simple.value
  const { document } = parseYaml(library, text, { prettyErrors: false })
  if (!document || document.errors.length > 0) return undefined
  try {
    return document.toJS()
  } catch {
    return undefined
  }
}

/** Paths that patterns are tried with. */
const names = Array.from({ length: 10 }, (_, index) => `goals/orbit/${'a'.repeat(6 * index)}/mars${index}.rst`)

export const fileDeeds: Record<string, (text: string) => unknown> = {
  model(text) {
    const { diagnostics } = parseModel(text, { path })
    return pretty.format([{ path, source: text, diagnostics }], { all: true })
  },
  render: (text) => withGoal(text, renderGoal),
  update: (text) => withGoal(text, (goal) => updateDocument(telescopes, goal)),
  set: (text) => withGoal(text, (goal) => updateModel(text, { ...goal, title: 'Venus', teams: [{ name: 'venus' }] })),
  write: (text) => withGoal(text, stringifyModel),
  merge(text) {
    // Three texts that are as long together.
    const base = text.slice(0, text.lastIndexOf('\n', text.length / 3) + 1)
    return answered(() => mergeModels(base, base.replaceAll('mars', 'venus'), base.replaceAll('a', 'b')))
  },
  roster: (text) =>
    answered(() => {
      const roster = loadRoster(text)
      return lint(telescopes, { path, roster })
    }),
  contacts: (text) => answered(() => readContacts(text)),
  configuration(text) {
    const config = settingsIn(text)
    if (validateConfig(config).length > 0) return
    resolveConfig(config as never, path)
    lint(telescopes, { path, config: config as never })
  },
  profile: (text) => checkProfileData(settingsIn(text)),
  baseline: (text) =>
    answered(() => {
      const file = { path, source: telescopes, diagnostics: lint(telescopes, { path }) }
      const baseline = readBaseline(JSON.parse(text))
      return matchBaseline([file], typeof baseline === 'string' ? makeBaseline([file]) : baseline)
    }),
  redirects(text) {
    const redirects = readRedirects(text)
    return names.map((name) => redirectOf(redirects, `/${name}`))
  },
  patterns(text) {
    const matches = gitPatterns(text)
    return names.map((name) => matches(name, false))
  },
  globs: (text) => names.filter(globMatcher(text.split(/\s+/).slice(0, 200))),
  'conf.py': readConf,
  Python: (text) => lintPython(text, { path: 'mars.py' }),
}

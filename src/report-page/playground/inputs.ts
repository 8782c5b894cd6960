/** Reads the fields next to the document. */
import { isNode, parseDocument, visit } from 'yaml'
import { builtinProfiles, type Profile } from '../../document/index.ts'
import { type Goal, parseModel } from '../../goal/index.ts'
import { type Config, eraOf, type LintOptions, type RosterConfig, settingsFor, validateConfig } from '../../lint/index.ts'
import { loadRoster, type Roster, RosterError } from '../../roster/index.ts'
import { placesIn, yamlFaults, yamlSentence } from '../../text/index.ts'
import type { Box, Problem, Question } from './question.ts'

/** The options of the linter, and the errors because of which a field is ignored. */
export interface Inputs {
  options: LintOptions
  /** The goal of the model, if the user has edited it and it has no errors. */
  goal?: Goal
  problems: Problem[]
}

export function readInputs(question: Question): Inputs {
  const problems: Problem[] = []
  const config = readConfiguration(question.configuration, problems)
  const resolved = settingsFor(config, question.path)
  const roster = readTeams(question.teams, resolved.roster, problems)
  const model = question.model === undefined ? undefined : readModel(question.model, problems)
  const profile = profileNamed(model?.profile ?? resolved.profile, model ? 'model' : 'configuration', problems)
  const goal = problems.some(({ box }) => box === 'model') ? undefined : model
  const options: LintOptions = {
    path: question.path,
    era: eraOf(question.path, new Date().toISOString().slice(0, 10)),
    config,
    ...(roster ? { roster } : {}),
    ...(profile ? { profile } : {}),
    ...(goal ? { model: { goal, path: 'model.yaml' } } : {}),
  }
  return { options, ...(goal ? { goal } : {}), problems }
}

/** The configuration; empty if it has an error. */
function readConfiguration(text: string, problems: Problem[]): Config {
  const placeAt = placesIn(text)
  const report = (offset: number, endOffset: number, message: string) =>
    problems.push({ box: 'configuration', message, ...placeAt(offset, endOffset) })
  try {
    const document = parseDocument(text, { prettyErrors: false, logLevel: 'silent' })
    const [fault] = yamlFaults({ visit }, document, text)
    if (fault) {
      // Only the first fault: later ones are often consequences of it.
      report(fault.offset, fault.endOffset, yamlSentence(fault))
      return {}
    }
    const config: unknown = document.toJS() ?? {}
    const found = validateConfig(config)
    for (const { path, message } of found) {
      const node = document.getIn(path, true)
      const [start, end] = (isNode(node) && node.range) || [0, 1]
      report(start, end, message)
    }
    return found.length === 0
      ? withoutFiles(config as Config, (key) => report(0, 1, `Unused key \`${key}\`; this page reads no files`))
      : {}
  } catch (error) {
    // The YAML parser is recursive: thousands of nested brackets overflow its stack. Aliases may lead nowhere, or to themselves.
    report(0, 1, error instanceof RangeError ? 'Too many levels of nesting' : (error as Error).message)
    return {}
  }
}

/** The configuration without the keys that refer to files. */
function withoutFiles({ extends: base, profiles, baseline, ...config }: Config, report: (key: string) => void): Config {
  for (const [key, value] of Object.entries({ extends: base, profiles, baseline })) if (value !== undefined) report(key)
  return config
}

function readTeams(text: string, { file: _, asOf: __, ...options }: RosterConfig, problems: Problem[]): Roster | undefined {
  if (text.trim() === '') return undefined
  try {
    return loadRoster(text, { ...options, path: 'projects.yaml' })
  } catch (error) {
    if (!(error instanceof RosterError)) throw error
    const { reason, line, offset } = error
    problems.push({ box: 'teams', message: reason, line, offset, endOffset: offset })
    return undefined
  }
}

function readModel(text: string, problems: Problem[]): Goal | undefined {
  const { goal, diagnostics } = parseModel(text)
  for (const { message, hint, line, offset, endOffset } of diagnostics)
    problems.push({
      box: 'model',
      message: hint && !message.endsWith(hint) ? `${message} (${hint})` : message,
      line,
      offset,
      endOffset,
    })
  return diagnostics.length === 0 ? goal : undefined
}

function profileNamed(name: string | undefined, box: Box, problems: Problem[]): Profile | undefined {
  const profile = builtinProfiles.find((candidate) => candidate.name === name)
  if (name === undefined || profile) return profile
  const names = builtinProfiles.map((known) => `\`${known.name}\``).join(', ')
  problems.push({ box, message: `Unknown profile \`${name}\`; this page knows ${names}`, line: 1, offset: 0, endOffset: 0 })
  return undefined
}

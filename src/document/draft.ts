/** Makes a new goal: the questions of its profile, and the goal from the answers. */
import type { Goal } from '../goal/index.ts'
import { sentence } from '../text/index.ts'
import type { Profile, ProfileSection } from './profile.ts'

export interface Question {
  /** `title`, `summary`, the key of a section, or `checklist 2` for the second question of a checklist. */
  key: string
  text: string
  /** The instruction in the template. */
  hint?: string
  /** The default answer. */
  usual?: string
}

export interface DraftOptions {
  slug: string
  profile: Profile
  /** The questions of the checklist, if the profile has one. */
  checklist?: readonly string[]
}

/** The questions for the keys that goaldoc knows. */
const questionTexts: Readonly<Record<string, string>> = {
  champions: 'Who is the champion? Name and IRC nick or e-mail address, e.g. Vera Rubin (vrubin)',
  gerrit: 'What is the Gerrit topic of the changes?',
  tracking: 'Where is progress tracked? (URLs)',
  criteria: 'When is it done? (criteria, separated by semicolons)',
  references: 'Where was it discussed? (URLs)',
  current: 'What is the current state, and what is the impact?',
  description: 'What must each team do, and why?',
  design: 'How will it be done?',
}

/** The questions of a checklist that does not come from a template document. */
const usualChecklist = ['Is the design final?', 'Does it depend on anything?'] as const

/** The required sections, except the teams, whose names are already known. */
function sectionsOf({ sections }: Profile): readonly ProfileSection[] {
  return sections.filter(({ key, required }) => required && key !== 'teams')
}

/** The questions, in the order of the document. */
export function draftQuestions(options: DraftOptions): Question[] {
  const { slug, profile } = options
  const question = (key: string, text: string, usual?: string): Question => {
    const hint = profile.instructions?.[key]?.join(' ')
    return { key, text, ...(hint ? { hint } : {}), ...(usual === undefined ? {} : { usual }) }
  }
  const sections = sectionsOf(profile).flatMap(({ key, title }) => {
    if (key === 'checklist') return checklistOf(options).map((text, index) => question(`checklist ${index + 1}`, text))
    return [
      question(key, questionTexts[key] ?? `What should the section “${title}” contain?`, key === 'gerrit' ? slug : undefined),
    ]
  })
  return [
    question('title', 'What is the goal? (one line)', sentence(slug.replaceAll('-', ' '))),
    question('summary', 'What is it, and why? (one paragraph)'),
    ...sections,
  ]
}

function checklistOf({ checklist }: DraftOptions): readonly string[] {
  return checklist?.length ? checklist : usualChecklist
}

/** The goal from the answers. An unanswered question becomes a placeholder, which `goaldoc check` reports. */
export function draftGoal(options: DraftOptions, answers: Readonly<Record<string, string>>, teams: readonly string[]): Goal {
  const { profile } = options
  const questions = new Map(draftQuestions(options).map((question) => [question.key, question]))
  const answer = (key: string) => answers[key]?.trim() || questions.get(key)?.usual
  const prose = (key: string) => answer(key) ?? `TODO: ${questions.get(key)!.text}`
  const list = (key: string, separator: RegExp) =>
    answer(key)
      ?.split(separator)
      .map((entry) => entry.trim())
      .filter(Boolean) ?? [prose(key)]
  const goal: Goal = { profile: profile.name, title: prose('title'), summary: prose('summary') }
  for (const { key, kind } of sectionsOf(profile)) {
    if (key === 'champions') goal.champions = championOf(answer(key)) ?? prose(key)
    else if (key === 'gerrit') goal.gerrit = { topic: prose(key).replace(/\s+/g, '-') }
    else if (key === 'tracking') goal.tracking = trackersOf(answer(key)) ?? prose(key)
    else if (key === 'criteria') goal.criteria = list(key, /;/)
    else if (key === 'references') goal.references = list(key, /(?<![\s,;])[\s,;]+(?=[^\s,;:][^\s:]*:)/)
    else if (key === 'checklist')
      goal.checklist = checklistOf(options).map((question, index) => checkOf(question, prose(`checklist ${index + 1}`)))
    else Object.assign(goal, { [key]: kind === 'entries' || kind === 'criteria' ? list(key, /;/) : prose(key) })
  }
  const hasTeams = profile.sections.some(({ key, required }) => key === 'teams' && required)
  if (hasTeams) goal.teams = teams.map((name) => ({ name, planning: [], completion: [] }))
  return goal
}

/** Reads `Vera Rubin (vrubin)`, `Vera Rubin <vera@planets.example>`, or several of them, separated by commas. A single word
 * without a nick is not a person, because a document would read it as something else.
 */
function championOf(text: string | undefined): Goal['champions'] {
  const people = text
    ?.split(/(?<!\s)\s*[,;]\s*/)
    .filter(Boolean)
    .map((person) => {
      const [, name = person, nick, email] = /^([^(<]*)(?:\(([^()\s]+)\)\s*)?(?:<([^\s<>]+)>)?$/.exec(person) ?? []
      return { name: name.trim(), ...(nick ? { nick } : {}), ...(email ? { email } : {}) }
    })
  const isPerson = ({ name, nick }: { name: string; nick?: string }) =>
    /\S\s+\S/.test(name) || (name !== '' && nick !== undefined)
  return people?.length && people.every(isPerson) ? { people } : undefined
}

function trackersOf(text: string | undefined): Goal['tracking'] {
  const urls = text?.split(/[\s,;]+/).filter(Boolean)
  if (!urls?.length) return undefined
  return urls.every((url) => /^[a-z][a-z0-9+.-]*:\S+$/i.test(url)) ? { trackers: urls.map((url) => ({ url })) } : text
}

/** A question of the checklist: an answer that begins with yes or no gives the status. */
function checkOf(question: string, answer: string) {
  const [, status, text] = /^(yes|no)\b[\s,.:;]*(?![\s,.:;])(.*)$/is.exec(answer) ?? []
  return status === undefined ? { question, text: answer } : { question, status: status.toUpperCase(), ...(text ? { text } : {}) }
}

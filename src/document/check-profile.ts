/** Validates a `profile.yaml`: all errors as sentences, each with its path. */
import type { z } from 'zod'
import { isProfileKey } from '../goal/index.ts'
import { largest, nearest } from '../text/index.ts'
import { hasOwnLevels, type Profile, usualLevel } from './profile.ts'
import { isReservedKey, type ProfileData, profileSchema } from './profile-schema.ts'
import { sectionKeys } from './sections/index.ts'

export interface ProfileProblem {
  path: readonly (string | number)[]
  message: string
}

/** Checks a `profile.yaml` on its own. The data is present unless the schema rejects it. */
export function checkProfileData(value: unknown): { data?: ProfileData; problems: ProfileProblem[] } {
  const result = profileSchema.safeParse(value ?? {})
  if (!result.success) return { problems: result.error.issues.flatMap((issue) => describe(issue, value)) }
  const problems = sectionProblems(result.data)
  return problems.length > 0 ? { problems } : { data: result.data, problems }
}

/** Checks a profile against the one that it extends. */
export function checkProfile(data: ProfileData, whole: Profile): ProfileProblem[] {
  const problems: ProfileProblem[] = []
  const sections = whole.sections.map(({ key }) => key)
  const keys = ['default', 'teams', ...sections]
  for (const key of Object.keys(data.lists ?? {})) {
    if (!keys.includes(key)) problems.push({ path: ['lists', key], message: suggest('Unknown list', key, keys) })
  }
  const { planning, completion } = whole.labels
  if (bare(planning) === bare(completion))
    problems.push({
      path: ['labels'],
      message: `The same label \`${planning}\` for planning and completion; a reader cannot tell them apart`,
    })
  const deepest = largest(
    whole.sections.map((section) => usualLevel(section, sections, whole) + (hasOwnLevels(section.key) ? 1 : 0)),
  )
  if (whole.adornments.length <= deepest)
    problems.push({
      path: data.adornments ? ['adornments'] : ['sections'],
      message: `Too few adornments; titles of this profile have ${deepest + 1} levels, but there are only ${whole.adornments.length} adornments`,
    })
  for (const [level, adornment] of (data.adornments ?? []).entries()) {
    const first = data.adornments!.findIndex((other) => docutilsStyle(other) === docutilsStyle(adornment))
    if (first < level)
      problems.push({
        path: ['adornments', level],
        message: `Duplicate adornment \`${adornment}\`; each level needs a different one`,
      })
  }
  return problems
}

/** Docutils distinguishes adornments by character, and by whether there is an overline. */
function docutilsStyle(adornment: string): string {
  return adornment.replace('inset ', 'overlined ').replace(/\+\d+$/, '')
}

function bare(label: string): string {
  return label.toLowerCase().replace(/s?:?$/, '')
}

/** Whether a section is inside another one, or is that one. */
function isBelow(key: string, above: string, sections: readonly { key: string; under?: string | undefined }[]): boolean {
  if (key === above) return true
  const at = sections.findIndex((section) => section.key === key)
  const under = sections[at]?.under
  return under !== undefined && isBelow(under, above, sections.slice(0, at))
}

function sectionProblems({ sections = [] }: ProfileData): ProfileProblem[] {
  const problems: ProfileProblem[] = []
  const titles = new Map<string, string>()
  for (const [index, { key, title, aliases = [], under, kind }] of sections.entries()) {
    const problem = (message: string, ...path: (string | number)[]) =>
      problems.push({ path: ['sections', index, ...path], message })
    const meant = isProfileKey(key) && kind === undefined ? nearest(key, sectionKeys) : undefined
    if (isReservedKey(key)) problem(`Reserved key \`${key}\`; the model uses it for something else`, 'key')
    else if (meant !== undefined)
      problem(`Unknown key \`${key}\`; did you mean \`${meant}\`? For a key of your own, add its \`kind\``, 'key')
    if (sections.findIndex((other) => other.key === key) < index)
      problem(`Duplicate key \`${key}\`; another section has it`, 'key')
    if (kind !== undefined && sectionKeys.includes(key))
      problem(`Extra \`kind\` for the built-in key \`${key}\`; remove it`, 'kind')
    const before = sections.slice(0, index).map((other) => other.key)
    if (under !== undefined && !before.includes(under)) {
      const later = sections.some((other) => other.key === under)
      problem(
        later
          ? `Section under \`${under}\`, but above it in the list; move it below \`${under}\``
          : suggest('Unknown section', under, before),
        'under',
      )
    } else if (under !== undefined && hasOwnLevels(under))
      problem(`Section under \`${under}\`, whose subsections are ${under === 'teams' ? 'teams' : 'questions'}`, 'under')
    else if (under !== undefined && !isBelow(sections[index - 1]!.key, under, sections))
      problem(`Section under \`${under}\`, but after \`${sections[index - 1]!.key}\`, which ends \`${under}\``, 'under')
    for (const name of [title, ...aliases]) {
      const spelling = name.toLowerCase().replace(/\s+/g, ' ')
      const other = titles.get(spelling)
      if (other !== undefined && other !== key) problem(`Duplicate title \`${name}\`; the section \`${other}\` has it`, 'title')
      titles.set(spelling, key)
    }
  }
  return problems
}

/** *⟨Fault⟩ `name`; did you mean …?* */
export function suggest(fault: string, name: string, known: readonly string[]): string {
  const meant = nearest(name, known)
  if (meant !== undefined) return `${fault} \`${name}\`; did you mean \`${meant}\`?`
  return `${fault} \`${name}\`; ${known.length === 0 ? 'none is known' : `use ${known.length === 1 ? '' : 'one of '}${known.map((word) => `\`${word}\``).join(', ')}`}`
}

const typeNames: Record<string, string> = {
  string: 'text',
  object: 'a mapping',
  record: 'a mapping',
  array: 'a list',
  boolean: '`true` or `false`',
}

function describe(issue: z.core.$ZodIssue, root: unknown): ProfileProblem[] {
  const path = issue.path as (string | number)[]
  const value = path.reduce<unknown>((at, step) => (at as Record<string | number, unknown>)?.[step], root)
  const name = path.findLast((step) => typeof step === 'string')
  const place = name === undefined ? 'a profile' : `\`${name}\``
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({ path: [...path, key], message: suggest('Unknown key', key, keysAt(path)) }))
    case 'invalid_type':
      if (value === undefined && path.length > 0)
        return [{ path: path.slice(0, -1), message: `Missing key ${place}; add \`${name}: …\`` }]
      return [{ path, message: `${shown(value)} for ${place}; it takes ${typeNames[issue.expected] ?? issue.expected}` }]
    case 'invalid_value':
      return [{ path, message: suggest(`Unknown ${name}`, String(value), issue.values.map(String)) }]
    case 'too_small':
      return [{ path, message: `Empty list for ${place}; it takes at least one entry` }]
    case 'too_big':
      return [{ path, message: `Too many entries for ${place}; it takes at most ${issue.maximum}` }]
    default:
      return [{ path, message: `${shown(value)} for ${place}; it takes ${issue.message.replace(/^expected /, '')}` }]
  }
}

function keysAt(path: readonly (string | number)[]): string[] {
  const { shape } = profileSchema
  if (path[0] === 'sections') return Object.keys(shape.sections.unwrap().element.shape)
  return Object.keys(path[0] === 'labels' ? shape.labels.unwrap().shape : shape)
}

function shown(value: unknown): string {
  if (value === null || value === undefined || value === '') return 'Nothing'
  if (Array.isArray(value)) return 'A list'
  if (typeof value === 'object') return 'A mapping'
  return `\`${String(value).replace(/\s+/g, ' ').slice(0, 60)}\``
}

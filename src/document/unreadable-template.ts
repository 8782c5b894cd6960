/** Checks whether documents from a project's own templates can be read again. It tries goals with and without each value. */
import { type Goal, type Team, UnwritableGoalError } from '../goal/index.ts'
import type { Profile } from './profile.ts'
import { goalOf, readDocument } from './read.ts'
import { templateFields, templatePieces } from './templates.ts'
import { renderReadable, updateDocument } from './update.ts'

/** The templates for documents; the others are wordings that are kept as they are. */
const roots = ['document', 'section', 'team'] as const

/** Values that every document needs for its structure. */
const needed: Readonly<Record<(typeof roots)[number], readonly string[]>> = {
  document: ['heading', 'sections'],
  section: ['heading', 'body'],
  team: ['heading'],
}

/** A template whose documents cannot be read again: it omits a value, or a part of its own text is misread. */
export interface UnreadableTemplate {
  template: string
  missing?: string
}

/** The first template of a profile whose documents cannot be read again. `parent` is the profile that it extends. */
export function findUnreadableTemplate(profile: Profile, parent: Profile): UnreadableTemplate | undefined {
  for (const root of roots) {
    const written = valuesOf(profile, root)
    const missing = needed[root].find((field) => !written.has(field))
    if (missing) return { template: root, missing }
  }
  if (isReadAgain(profile)) return undefined
  const alone = (root: (typeof roots)[number]) => {
    const others = roots.filter((other) => other !== root).map((other) => [other, parent.templates[other]!] as const)
    return { ...profile, templates: { ...profile.templates, ...Object.fromEntries(others) } }
  }
  return { template: roots.find((root) => !isReadAgain(alone(root))) ?? 'document' }
}

function valuesOf(profile: Profile, name: (typeof roots)[number]): Set<string> {
  const context = Object.fromEntries((templateFields[name] ?? []).map((field) => [field, field === 'sections' ? [field] : field]))
  return new Set(templatePieces(profile, name, context).filter((_, at) => at % 2 === 1))
}

/** Whether rendering twice gives the same text, and every value that the templates write is read. */
function isReadAgain(profile: Profile): boolean {
  return samplesOf(profile).every((goal) => {
    try {
      const text = renderReadable(goal, profile)
      const read = goalOf(readDocument(text, { profile }))
      return isStated(goal, read) && renderReadable(read, profile) === text && updateDocument(text, goal, { profile }) === text
    } catch (error) {
      if (error instanceof UnwritableGoalError) return false
      throw error
    }
  })
}

function isStated(goal: Goal, read: Goal): boolean {
  return (Object.keys(goal) as (keyof Goal)[]).every((key) => JSON.stringify(goal[key]) === JSON.stringify(read[key]))
}

function samplesOf(profile: Profile): Goal[] {
  const inTeam = valuesOf(profile, 'team')
  const inDocument = valuesOf(profile, 'document')
  const all: Omit<Team, 'name'> = {
    note: 'A note.',
    status: 'planned',
    deliverables: [{ name: 'part', status: 'done' }],
    planning: ['A plan'],
    completion: ['A result'],
  }
  const values = Object.entries(all).filter(([key]) => inTeam.has(key))
  const teams = subsetsOf(values).flatMap((subset, at): Team[] => [{ name: `Team ${at + 1}`, ...Object.fromEntries(subset) }])
  const empty: Team[] = [{ name: 'Team', ...(inTeam.has('planning') ? { planning: [] } : {}) }]
  const sections = profile.sections.filter(({ key }) => key !== 'teams' && key !== 'gerrit')
  const bodies = (text: string) => Object.fromEntries(sections.map(({ key }) => [key, text]))
  const head = subsetsOf(
    Object.entries({ preamble: '.. A comment', summary: 'A summary.' }).filter(([key]) => inDocument.has(key)),
  )
  const starts = head.map(
    (subset): Goal => ({ profile: profile.name, title: 'A title', summary: '', ...Object.fromEntries(subset) }),
  )
  const plain = starts.flatMap((start) => [start, { ...start, ...bodies('A text.') }])
  const first = { ...starts[0]!, ...bodies('') }
  const hasTeams = profile.sections.some(({ key }) => key === 'teams')
  return [
    ...plain,
    first,
    ...(hasTeams
      ? [
          { ...first, teams: empty },
          { ...first, teams },
        ]
      : []),
  ]
}

function subsetsOf<Item>(items: readonly Item[]): Item[][] {
  return items.reduce<Item[][]>((subsets, item) => subsets.flatMap((subset) => [subset, [...subset, item]]), [[]])
}

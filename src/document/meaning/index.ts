/** Normalises a goal, so that equal content compares as equal. Nothing is left out, even if a template has no place for it. */
import { type Form, type Goal, isWholeDocument, type Path, type Section, type Team, teamStatus } from '../../goal/index.ts'
import { artifactShape, readArtifact } from '../deliverables.ts'
import { canBeBeside } from '../labels.ts'
import { withoutMarkdown } from '../markdown/index.ts'
import { listOf, type Profile } from '../profile.ts'
import { hasMarkdown } from '../rst-prose.ts'
import { isSectionKey, type OwnBody } from '../sections/index.ts'
import { entriesMeaning } from './entries.ts'
import { type Fields, fact, fields, list, type Meaning, manner, prose } from './meaning.ts'
import { ownMeaning, sectionMeaning } from './sections.ts'

export type { Fields, List, Meaning, Text } from './meaning.ts'
export { keyOf, sameTexts } from './meaning.ts'

/** Keys that are not sections with a body. */
const heads = new Set(['profile', 'title', 'preamble', 'summary', 'teamsIntro', 'teams', 'sections', 'layout'])

/** The content of a goal, as fields by key; Markdown is converted to reStructuredText. The `ignored` sections and teams are left out. */
export function meaningOf(stated: Goal, profile: Profile, ignored: ReadonlySet<string>): Fields {
  const goal = hasMarkdown(stated) ? withoutMarkdown(stated).goal : stated
  const rst = (key: 'preamble' | 'summary' | 'teamsIntro') => prose([key], goal[key] as string | undefined)
  const own: Record<string, Meaning | undefined> = {
    title: fact(['title'], goal.title),
    preamble: rst('preamble'),
    summary: rst('summary'),
  }
  for (const [key, value] of Object.entries(goal)) {
    if (heads.has(key) || value === undefined || ignored.has(key)) continue
    own[key] = isSectionKey(key) ? sectionMeaning(goal, key, profile) : ownMeaning(key, value as OwnBody, profile)
  }
  own.teamsIntro = rst('teamsIntro')
  if (goal.teams && !ignored.has('teams'))
    own.teams = list(
      ['teams'],
      goal.teams,
      goal.teams.map((team, index) => teamMeaning(team, index, profile)),
    )
  // A whole goal states that it has no sections: each section of the other one is then a separate difference.
  if (!ignored.has('sections') && (goal.sections?.length || isWholeDocument(goal))) {
    const { sections = [] } = goal
    own.sections = { ...list(['sections'], sections, sections.map(freeMeaning)), isUnordered: true }
  }
  own.layout = layoutMeaning(goal, profile)
  return fields([], goal, own)
}

function freeMeaning({ title, body, level }: Section, index: number): Meaning {
  const path = ['sections', index]
  return fields(
    path,
    { title, body },
    {
      body: prose([...path, 'body'], body as string),
      level: level === undefined ? undefined : fact([...path, 'level'], level),
    },
    title,
  )
}

function teamMeaning(team: Team, index: number, profile: Profile): Meaning {
  const path = ['teams', index]
  const { status, ...rest } = team
  const isDerived = status === undefined || status === teamStatus(rest)
  return fields(
    path,
    team,
    {
      note: prose([...path, 'note'], team.note),
      status: isDerived ? undefined : fact([...path, 'status'], status),
      planning: labelMeaning(team, 'planning', path, profile),
      completion: labelMeaning(team, 'completion', path, profile),
      deliverables: team.deliverables?.length
        ? list([...path, 'deliverables'], team.deliverables, team.deliverables.map(deliverableMeaning(path)))
        : undefined,
    },
    team.name,
  )
}

function deliverableMeaning(path: Path) {
  return ({ name, status, state, note }: NonNullable<Team['deliverables']>[number], index: number): Meaning => {
    const at = [...path, 'deliverables', index]
    const own = {
      status: status === undefined ? undefined : fact([...at, 'status'], status),
      state: state === undefined ? undefined : fact([...at, 'state'], state),
      note: prose([...at, 'note'], note),
    }
    return fields(at, { name, status, state, note }, own, name)
  }
}

/** The artifacts below a label, and the visible part of how they are written. */
function labelMeaning(team: Team, key: 'planning' | 'completion', path: Path, profile: Profile): Meaning | undefined {
  const entries = team[key]
  if (entries === undefined) return undefined
  const form: Form = team.written?.[key] ?? {}
  const at = [...path, 'written', key]
  const isBeside = (form.as === 'inline' || form.as === 'glued') && entries[0] !== undefined && canBeBeside(entries[0], form)
  const style = {
    list: form.list ?? listOf(profile, 'teams'),
    paragraphs: form.as === 'paragraphs',
    shape: artifactShape,
    readItem: readArtifact,
  }
  const said = entriesMeaning([...path, key], entries, style, isBeside)
  const isBodied = entries.length > (isBeside ? 1 : 0)
  const as = isBeside || (isBodied && form.as === 'definition') ? form.as : 'apart'
  const column = form.indent ?? (form.as === 'definition' ? 2 : 0)
  const { list } = said.fields
  return {
    ...said,
    fields: {
      entries: said.fields.entries,
      list: list && { ...list, path: [...at, 'list'] },
      label: form.label === undefined || form.label === profile.labels[key] ? undefined : fact([...at, 'label'], form.label),
      as: entries.length > 0 && as !== undefined ? manner([...at, 'as'], as) : undefined,
      indent: isBodied ? manner([...at, 'indent'], column) : undefined,
    },
  }
}

/** Titles and levels of the sections, as far as the goal states them; a whole goal states all of them. */
function layoutMeaning(goal: Goal, profile: Profile): Fields {
  const present = profile.sections.filter(({ key }) => goal[key as keyof Goal] !== undefined)
  const { headings, levels } = goal.layout ?? {}
  const isSaid = isWholeDocument(goal)
  const titles = present.flatMap(({ key, title }) => {
    const stated = headings?.[key] ?? (isSaid ? title : undefined)
    return stated === undefined ? [] : [[key, fact(['layout', 'headings', key], stated)] as const]
  })
  const depths = present.flatMap(({ key }) =>
    levels?.[key] === undefined ? [] : [[key, fact(['layout', 'levels', key], levels[key])] as const],
  )
  return fields(['layout'], goal.layout, {
    headings: fields(['layout', 'headings'], headings, Object.fromEntries(titles)),
    levels: fields(['layout', 'levels'], levels, Object.fromEntries(depths)),
  })
}

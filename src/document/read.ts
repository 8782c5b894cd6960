/** Reads a document: its parts, and the goal that they state. */
import type { Goal, Layout, Section } from '../goal/index.ts'
import { type ElementNode, isElement, parseDocument } from '../rst/index.ts'
import { whyTooLarge } from '../text/index.ts'
import { detectProfile } from './detect.ts'
import { readHeading } from './heading.ts'
import { LazySection } from './lazy-section.ts'
import { type PlacedSection, statedOrder } from './order.ts'
import { hasOwnLevels, type Profile, type ProfileSection, sectionTitled, usualLevel } from './profile.ts'
import type { DocumentOptions, Part, Reading, SectionPart, TextPart } from './reading.ts'
import { readBody } from './sections/index.ts'
import { hasLabels, readTeam } from './team.ts'
import { cutPreamble, cutSection, cutSummary, inPlace } from './template-text.ts'
import { blocksOf, isSection, textOf, trimRange } from './text.ts'

/** Finds the parts of any document. Nothing is lost: every character except white space is in a part. A document that is too large is not
 * parsed: its whole text is the summary.
 */
export function readDocument(source: string, options: DocumentOptions = {}): Reading {
  const isTooLarge = whyTooLarge(source) !== undefined
  const parsed = options.tree ? undefined : parseDocument(isTooLarge ? '' : source, { path: options.path, known: options.known })
  const tree = options.tree ?? parsed!.document
  const profile = options.profile ?? detectProfile(source, tree, options.profiles)
  const first = tree.children.find(isSection)
  const start = first?.position.start.offset ?? source.length
  const messages = isTooLarge ? undefined : parsed?.messages
  const reading: Reading = { source, tree, profile, parts: [], sections: [], adornments: [], messages }
  const bom = source.startsWith('\uFEFF') ? 1 : 0
  const before = trimRange(source, { start: bom, end: start })
  if (!first) {
    if (before.end > before.start) reading.parts.push({ kind: 'text', key: 'summary', value: textOf(source, before), ...before })
    return reading
  }
  const heading = readHeading(source, first)
  const preamble = cutPreamble(source, before, profile, heading.text)
  if (preamble.inner.end > preamble.inner.start)
    reading.parts.push({ kind: 'preamble', key: 'preamble', value: textOf(source, preamble.inner), ...preamble.inner })
  reading.parts = inPlace([...reading.parts, ...preamble.fixed])
  reading.title = { ...heading.title, text: heading.text }
  reading.adornments.push(heading.adornment)
  reading.parts.push({ kind: 'heading', key: 'title', value: heading.text, ...heading.range })

  const below = first.children.filter(isSection)
  const beside = tree.children.filter(isSection).slice(1)
  const sections = [...below.map((node) => ({ node, level: 1 })), ...beside.map((node) => ({ node, level: 0 }))]
  const ends = sections.map((_, index) => sections[index + 1]?.node.position.start.offset ?? source.length)
  const above = trimRange(source, { start: heading.range.end, end: sections[0]?.node.position.start.offset ?? source.length })
  const { inner: summary, fixed } = cutSummary(source, above, profile, heading.text, sections.length === 0)
  if (summary.end > summary.start)
    reading.parts.push({ kind: 'text', key: 'summary', value: textOf(source, summary), ...summary })
  reading.parts = inPlace([...reading.parts, ...fixed])
  const taken = new Set<string>()
  sections.forEach(({ node, level }, index) => {
    readSection(reading, node, level, ends[index] as number, taken)
  })
  reading.parts = reading.parts.concat(reading.sections)
  return reading
}

function readSection(
  reading: Reading,
  node: ElementNode,
  level: number,
  end: number,
  taken: Set<string>,
  parent?: ProfileSection,
): void {
  const { source, profile } = reading
  const heading = readHeading(source, node)
  reading.adornments[level] ??= heading.adornment
  const children = node.children.filter(isElement).filter((child) => child.type !== 'title')
  const nested = children.filter(isSection)
  const known = knownAs(profile, heading.text, nested, source, taken, parent)
  if (known) taken.add(known.key)
  // Subsections of other known sections are sections of their own.
  const under = known && !hasOwnLevels(known.key) ? nested : []
  const bodyEnd = under[0]?.position.start.offset ?? end
  const whole = trimRange(source, { start: heading.range.end, end: bodyEnd })
  const titles = { section: heading.text, document: reading.title?.text ?? '' }
  const { inner: body, fixed } = cutSection(source, whole, profile, titles)
  const base = {
    key: known?.key ?? heading.text,
    profile: known,
    title: heading.text,
    start: heading.range.start,
    end: Math.max(heading.range.end, whole.end),
    heading: heading.range,
    body,
    level,
    node,
  }
  const title: Part = { kind: 'heading', key: 'heading', value: heading.text, ...heading.range }
  if (known?.key === 'teams') reading.sections.push(readTeams(reading, base, [title, ...fixed], nested))
  else {
    const own = children.filter((child) => child.position.start.offset < bodyEnd)
    const section = new LazySection(base, () => {
      const read = readBody(known, { source, profile, range: body, blocks: blocksOf(source, own, body) })
      const value = { title: heading.text, level, body: read.value }
      return { value, parts: inPlace([title, ...read.parts, ...fixed]), entries: read.entries }
    })
    reading.sections.push(section)
  }
  under.forEach((child, index) => {
    readSection(reading, child, level + 1, under[index + 1]?.position.start.offset ?? end, taken, known)
  })
}

/** The section of the profile for a title; `undefined` if there is none. A section whose subsections have the labels of teams is
 * the section of the teams, whatever its title. Below another section, only the sections that the profile has there are found.
 */
function knownAs(
  profile: Profile,
  title: string,
  nested: ElementNode[],
  source: string,
  taken: Set<string>,
  parent: ProfileSection | undefined,
): ProfileSection | undefined {
  const titled = sectionTitled(profile, title)
  if (parent) return titled && titled.under === parent.key && !taken.has(titled.key) ? titled : undefined
  if (titled) return taken.has(titled.key) ? undefined : titled
  const teams = profile.sections.find((section) => section.key === 'teams')
  if (!teams || taken.has('teams')) return undefined
  const labelled = nested.filter((node) => hasLabels(source, node, node.position.end.offset, profile))
  return labelled.length > 0 && labelled.length * 2 >= nested.length ? teams : undefined
}

function readTeams(
  reading: Reading,
  section: Omit<SectionPart, 'kind' | 'value' | 'parts'>,
  own: readonly Part[],
  nested: ElementNode[],
): SectionPart {
  const { source, profile } = reading
  const { body, level } = section
  const range = trimRange(source, { start: body.start, end: nested[0]?.position.start.offset ?? body.end })
  const intro = textOf(source, range)
  const teams = nested.map((node, index) => readTeam(source, node, nested[index + 1]?.position.start.offset ?? body.end, profile))
  if (nested[0]) reading.adornments[level + 1] ??= readHeading(source, nested[0]).adornment
  const text: Part[] = intro === '' ? [] : [{ kind: 'text', key: 'teamsIntro', value: intro, ...range }]
  return new LazySection({ ...section, teams }, () => ({
    value: { title: section.title, intro, teams: teams.map((team) => team.value) },
    parts: inPlace([...own, ...text, ...teams]),
  }))
}

/** The goal that the parts of a document state. */
export function goalOf(reading: Reading): Goal {
  const { profile, sections } = reading
  const goal: Goal = { profile: profile.name, title: reading.title?.text ?? '', ...headOf(reading.parts) }
  const headings: Record<string, string> = {}
  const levels: NonNullable<Layout['levels']> = {}
  const placed: PlacedSection[] = []
  const present: string[] = []
  for (const section of sections) {
    const { value } = section
    if (!section.profile) {
      const body = 'body' in value ? (value.body as string) : ''
      const level = section.level === 1 ? {} : { level: section.level as Section['level'] }
      placed.push({ free: { title: section.title, body, ...level } })
      continue
    }
    placed.push({ key: section.key })
    if (section.level !== usualLevel(section.profile, present, profile)) levels[section.key] = section.level as 0 | 1 | 2
    present.push(section.key)
    if (section.title !== section.profile.title) headings[section.key] = section.title
    if ('teams' in value) {
      if (value.intro !== '') goal.teamsIntro = value.intro
      goal.teams = value.teams
    } else Object.assign(goal, { [section.key]: value.body })
  }
  const { order, free } = statedOrder(placed, profile)
  if (free.length > 0) goal.sections = free
  const usual = profile.adornments
  goal.layout = {
    whole: true,
    ...(order ? { sections: order } : {}),
    ...(Object.keys(headings).length > 0 ? { headings } : {}),
    ...(Object.keys(levels).length > 0 ? { levels } : {}),
    ...(reading.adornments.every((adornment, level) => adornment === undefined || adornment === usual[level])
      ? {}
      : { adornments: Array.from(reading.adornments, (adornment, level) => adornment ?? usual[level] ?? '~') }),
    ...blankLinesAtEnd(reading.source),
  }
  return goal
}

/** The values before the first section. */
function headOf(parts: readonly Part[]): Pick<Goal, 'preamble' | 'summary'> {
  const text = (key: string) => parts.find((part): part is TextPart => part.key === key && part.kind !== 'section')?.value
  const preamble = text('preamble')
  return { ...(preamble === undefined ? {} : { preamble }), summary: text('summary') ?? '' }
}

function blankLinesAtEnd(source: string): { blankLinesAtEnd?: number } {
  const breaks = source.slice(source.trimEnd().length).match(/\r\n|\r|\n/g)?.length ?? 0
  return breaks > 1 ? { blankLinesAtEnd: Math.min(breaks - 1, 9) } : {}
}

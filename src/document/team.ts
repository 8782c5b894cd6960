/** The section of one team, in both directions: its note, its status, its planning and completion artifacts. */
import { type Status, statuses, type Team, teamStatus } from '../goal/index.ts'
import type { ElementNode } from '../rst/index.ts'
import { readDeliverables, writeDeliverables } from './deliverables.ts'
import { type Heading, readHeading } from './heading.ts'
import { type FoundLabel, findLabels, labelKeys, readLabel, splitDefinitions, writeLabel } from './labels.ts'
import { listOf, type Profile } from './profile.ts'
import type { LabelPart, Part, Range, TeamPart } from './reading.ts'
import { isSameText } from './same-text.ts'
import { cutTeam, inPlace } from './template-text.ts'
import { renderTemplate, templatePieces } from './templates.ts'
import { type Block, blocksOf, textOf, trimRange } from './text.ts'

function labelsIn(source: string, section: ElementNode, end: number, profile: Profile) {
  const heading = readHeading(source, section)
  const body = trimRange(source, { start: heading.range.end, end })
  const nodes = section.children.filter((child) => child.type !== 'title')
  const all = splitDefinitions(blocksOf(source, nodes, body), source, profile)
  const found = findLabels(source, all, profile)
  const cut = profile.hasOwnTemplates ? cutTeam(source, body, startsOf(found, all), profile, heading.text) : undefined
  const blocks = cut ? withoutFixed(all, cut.fixed) : all
  if (!cut || !blocks) return { heading, body, blocks: all, labels: found }
  return { heading, body, blocks, labels: findLabels(source, blocks, profile), fixed: cut.fixed }
}

function startsOf(labels: readonly FoundLabel[], blocks: readonly Block[]) {
  return labels.map(({ key, at }) => ({ key, start: (blocks[at] as Block).start }))
}

/** The blocks that are not fixed text; `undefined` if only a part of a block is fixed text. */
function withoutFixed(blocks: readonly Block[], fixed: readonly Range[]): Block[] | undefined {
  const isFixed = (block: Block) => fixed.some(({ start, end }) => block.start >= start && block.end <= end)
  const kept = blocks.filter((block) => !isFixed(block))
  return kept.some((block) => fixed.some(({ start, end }) => block.start < end && block.end > start)) ? undefined : kept
}

/** Reads a section as a team; `end` is where the next section starts. */
export function readTeam(source: string, section: ElementNode, end: number, profile: Profile): TeamPart {
  const { heading, body, blocks, labels, fixed } = labelsIn(source, section, end, profile)
  const labelsOf = (found: readonly FoundLabel[], plain: boolean) => readLabels(source, blocks, found, profile, plain)
  // If writing the team again does not give the same text, a simpler form is tried; in the last one, the whole text is a note.
  const readTeamParts = () => {
    const whole = textOf(source, body)
    const faithful = (reading: TeamReading) =>
      isSameText(writeTeamBody({ name: heading.text, ...reading.team }, profile, fixed !== undefined), whole)
    const own = inOrder(labels)
    let read = readParts(source, blocks, own, own.length === labels.length ? team.labels : labelsOf(own, false), profile)
    if (!faithful(read)) read = readParts(source, blocks, own, labelsOf(own, true), profile)
    let around = fixed ?? []
    if (!faithful(read)) {
      const cut = fixed && cutTeam(source, body, [], profile, heading.text)
      around = cut?.fixed ?? []
      read = cut ? noted(cut.inner, textOf(source, cut.inner)) : noted(body, whole)
    }
    const title: Part = { kind: 'heading', key: 'heading', value: heading.text, ...heading.range }
    const parts = inPlace([title, ...read.parts, ...around])
    return { value: { name: heading.text, ...read.team }, parts }
  }
  const team = new LazyTeam({ heading, end: body.end, labels, node: section }, () => labelsOf(labels, false), readTeamParts)
  return team
}

/** A team whose content is read on first use: a rule that only needs its heading does not wait for it. A class, because a document has many
 * teams, and objects with getters of their own would have one shape each.
 */
class LazyTeam implements TeamPart {
  readonly kind = 'team'
  readonly key: string
  readonly start: number
  readonly end: number
  readonly heading: Range
  readonly title: Range
  readonly labelRanges: TeamPart['labelRanges']
  readonly node: ElementNode
  private readonly readLabels: () => LabelPart[]
  private readonly read: () => { value: Team; parts: Part[] }
  private ownLabels: LabelPart[] | undefined
  private content: { value: Team; parts: Part[] } | undefined

  constructor(
    { heading, end, labels, node }: { heading: Heading; end: number; labels: readonly FoundLabel[]; node: ElementNode },
    readLabels: () => LabelPart[],
    read: () => { value: Team; parts: Part[] },
  ) {
    this.key = heading.text
    this.start = heading.range.start
    this.end = Math.max(end, heading.range.end)
    this.heading = heading.range
    this.title = heading.title
    this.labelRanges = labels.map(({ key, range }) => ({ key, start: range.start, end: range.end }))
    this.node = node
    this.readLabels = readLabels
    this.read = read
  }

  get labels() {
    this.ownLabels ??= this.readLabels()
    return this.ownLabels
  }

  get value() {
    return this.both().value
  }

  get parts() {
    return this.both().parts
  }

  private both() {
    this.content ??= this.read()
    return this.content
  }
}

/** Whether a section has the label of a team. */
export function hasLabels(source: string, section: ElementNode, end: number, profile: Profile): boolean {
  return labelsIn(source, section, end, profile).labels.length > 0
}

interface TeamReading {
  team: Omit<Team, 'name'>
  parts: Part[]
}

function noted(body: { start: number; end: number }, text: string): TeamReading {
  return { team: { note: text }, parts: [{ kind: 'note', key: 'note', value: text, ...body }] }
}

/** The labels that the model can express: the first of each key, planning before completion. */
function inOrder(labels: readonly FoundLabel[]): FoundLabel[] {
  const first = labelKeys.map((key) => labels.find((label) => label.key === key)).filter((label) => label !== undefined)
  return first.every((label, index) => label.at > (first[index - 1]?.at ?? -1)) ? first : first.slice(1)
}

function readLabels(
  source: string,
  blocks: readonly Block[],
  found: readonly FoundLabel[],
  profile: Profile,
  plain: boolean,
): LabelPart[] {
  return found.map((label, index) => readLabel(source, blocks, label, found[index + 1]?.at ?? blocks.length, profile, plain))
}

function readParts(
  source: string,
  blocks: readonly Block[],
  found: readonly FoundLabel[],
  labels: readonly LabelPart[],
  profile: Profile,
): TeamReading {
  const team: Omit<Team, 'name'> = {}
  const parts: Part[] = []
  const before = blocks.slice(0, found[0]?.at ?? blocks.length)
  const deliverables = readDeliverables(source, before.at(-1), listOf(profile, 'teams'))
  const said = deliverables ? before.slice(0, -1) : before
  const stated = readStatus(source, said.at(-1))
  const note = stated ? said.slice(0, -1) : said
  if (note.length > 0) {
    const range = { start: (note[0] as Block).start, end: (note.at(-1) as Block).end }
    team.note = textOf(source, range)
    parts.push({ kind: 'note', key: 'note', value: team.note, ...range })
  }
  if (stated) {
    const { start, end } = said.at(-1) as Block
    team.status = stated
    parts.push({ kind: 'status', key: 'status', value: stated, start, end })
  }
  if (deliverables) {
    team.deliverables = deliverables.value
    if (deliverables.list !== undefined) team.written = { deliverables: { list: deliverables.list } }
    parts.push(deliverables.part)
  }
  for (const label of labels) {
    parts.push(label)
    team[label.key] = label.entries.map((entry) => entry.value)
    if (Object.keys(label.form).length > 0) team.written = { ...team.written, [label.key]: label.form }
  }
  if (!stated && answersOnlyNone(team)) team.status = 'n/a'
  return { team, parts }
}

function readStatus(source: string, block: Block | undefined): Status | undefined {
  if (block?.node?.type !== 'paragraph') return undefined
  const word = /^Status: (\S+)$/.exec(textOf(source, block))?.[1]
  return statuses.find((status) => status === word)
}

/** Whether a team has written only that there is nothing to do. */
function answersOnlyNone({ planning, completion }: Omit<Team, 'name'>): boolean {
  return planning?.length || completion?.length ? teamStatus({ name: '', planning, completion }) === 'n/a' : false
}

/** The section of a team without its heading, with or without the text that the profile's own template adds. */
function writeTeamBody(team: Team, profile: Profile, withFixed: boolean): string {
  if (withFixed || !profile.hasOwnTemplates) return writeTeam(team, profile, '')
  const pieces = templatePieces(profile, 'team', teamContext({ ...team, name: '' }, profile, ''))
  return pieces.filter((_, at) => at % 2 === 1).join('\n\n')
}

/** The section of a team, with a heading that is already written. */
export function writeTeam(team: Team, profile: Profile, heading: string): string {
  return renderTemplate(profile, 'team', teamContext(team, profile, heading))
}

function teamContext(team: Team, profile: Profile, heading: string) {
  const isDerived = team.status === undefined || (team.status === 'n/a' && answersOnlyNone(team))
  return {
    heading,
    name: team.name,
    note: team.note ?? '',
    status: isDerived ? '' : `Status: ${team.status}`,
    deliverables: writeDeliverables(team.deliverables ?? [], team.written?.deliverables?.list ?? listOf(profile, 'teams')),
    planning: writeLabel(team, 'planning', profile),
    completion: writeLabel(team, 'completion', profile),
  }
}

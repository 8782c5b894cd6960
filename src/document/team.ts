/** The section of one team, both ways: its note, its status, what it plans and what it has finished. */
import { type Entry, type Status, statuses, type Team, teamStatus } from '../goal/index.ts'
import type { ElementNode } from '../rst/index.ts'
import { readHeading } from './heading.ts'
import { findLabels, labelKeys, readLabel, splitDefinitions, writeLabel } from './labels.ts'
import { sameText } from './meaning.ts'
import type { Profile } from './profile.ts'
import type { LabelPart, Part, TeamPart } from './reading.ts'
import { renderTemplate } from './templates.ts'
import { type Block, blocksOf, textOf, trimRange } from './text.ts'

/** Reads a section as a team; `end` is where the next one starts. */
export function readTeam(source: string, section: ElementNode, end: number, profile: Profile): TeamPart {
  const heading = readHeading(source, section)
  const body = trimRange(source, { start: heading.range.end, end })
  const nodes = section.children.filter((child) => child.type !== 'title')
  const blocks = splitDefinitions(blocksOf(source, nodes, body), source, profile)
  const labels = findLabels(source, blocks, profile)
  const whole = textOf(source, body)
  const own = { kind: 'heading', key: 'heading', value: heading.text, ...heading.range } as const

  // What the team cannot say in this form it says in a plainer one, down to its text as it stands.
  const readings = [false, true].map((plain) => readParts(source, blocks, labels, profile, plain))
  const read = readings.find(({ team }) => sameText(writeTeamBody({ name: '', ...team }, profile), whole)) ?? noted(body, whole)
  return {
    kind: 'team',
    key: heading.text,
    value: { name: heading.text, ...read.team },
    parts: [own, ...read.parts],
    start: heading.range.start,
    end: Math.max(body.end, heading.range.end),
    heading: heading.range,
    title: heading.title,
    labels: labels.map((label, index) =>
      readLabel(source, blocks, label, labels[index + 1]?.at ?? blocks.length, profile, false),
    ),
    node: section,
  }
}

interface TeamReading {
  team: Omit<Team, 'name'>
  parts: Part[]
}

function noted(body: { start: number; end: number }, text: string): TeamReading {
  return { team: { note: text }, parts: [{ kind: 'note', key: 'note', value: text, ...body }] }
}

function readParts(
  source: string,
  blocks: readonly Block[],
  labels: ReturnType<typeof findLabels>,
  profile: Profile,
  plain: boolean,
): TeamReading {
  const team: Omit<Team, 'name'> = {}
  const parts: Part[] = []
  const first = labelKeys.map((key) => labels.find((label) => label.key === key)).filter((label) => label !== undefined)
  const ordered = first.every((label, index) => label.at > (first[index - 1]?.at ?? -1)) ? first : first.slice(1)
  const before = blocks.slice(0, ordered[0]?.at ?? blocks.length)
  const stated = readStatus(source, before.at(-1))
  const note = stated ? before.slice(0, -1) : before
  if (note.length > 0) {
    const range = { start: (note[0] as Block).start, end: (note.at(-1) as Block).end }
    team.note = textOf(source, range)
    parts.push({ kind: 'note', key: 'note', value: team.note, ...range })
  }
  if (stated) {
    const { start, end } = before.at(-1) as Block
    team.status = stated
    parts.push({ kind: 'status', key: 'status', value: stated, start, end })
  }
  ordered.forEach((found, index) => {
    const { form, ...part } = readLabel(source, blocks, found, ordered[index + 1]?.at ?? blocks.length, profile, plain)
    parts.push(part)
    team[found.key] = (part as LabelPart).entries.map((entry) => entry.value as Entry)
    if (Object.keys(form).length > 0) team.written = { ...team.written, [found.key]: form }
  })
  if (!stated && saysNone(team)) team.status = 'n/a'
  return { team, parts }
}

function readStatus(source: string, block: Block | undefined): Status | undefined {
  if (block?.node?.type !== 'paragraph') return undefined
  const word = /^Status: (\S+)$/.exec(textOf(source, block))?.[1]
  return statuses.find((status) => status === word)
}

/** Whether all that a team has written says that there is nothing to do. */
function saysNone({ planning, completion }: Omit<Team, 'name'>): boolean {
  return teamStatus({ name: '', planning, completion }) === 'n/a'
}

/** The section of a team without its heading. */
function writeTeamBody(team: Team, profile: Profile): string {
  return writeTeam(team, profile, '')
}

/** The section of a team under a heading that is written already. */
export function writeTeam(team: Team, profile: Profile, heading: string): string {
  const said = team.status === undefined || (team.status === 'n/a' && saysNone(team))
  return renderTemplate(profile, 'team', {
    heading,
    name: team.name,
    note: team.note ?? '',
    status: said ? '' : `Status: ${team.status}`,
    planning: writeLabel(team, 'planning', profile),
    completion: writeLabel(team, 'completion', profile),
  })
}

/** What the rules about teams share: the teams of a document, their order, and the form of their sections. */
import type { SectionPart, TeamPart } from '../document/index.ts'
import type { Roster, RosterMatch, RosterTeam } from '../roster/index.ts'
import { byText, canonicalName, type Edit, editDistance } from '../text/index.ts'
import type { Related } from './diagnostic.ts'
import { outOfOrder } from './goal.ts'
import { titleAt, titlesOf } from './outline.ts'
import { newlineOf } from './prose.ts'
import type { Document } from './rule.ts'

/** The section that contains the teams, if there is one with a team in it. */
export function teamsSection(document: Document): SectionPart | undefined {
  return document.reading.sections.find((section) => section.teams !== undefined && section.teams.length > 0)
}

export function teamsOf(document: Document): readonly TeamPart[] {
  return teamsSection(document)?.teams ?? []
}

/** The teams whose names the official list matches in one way, without those that the configuration exempts. */
export function teamsMatched<Kind extends RosterMatch['kind']>(
  document: Document,
  kind: Kind,
): { team: TeamPart; name: string; match: RosterMatch & { kind: Kind } }[] {
  const roster = document.roster!
  return teamsOf(document).flatMap((team) => {
    const match = roster.match(team.key)
    if (match.kind !== kind || roster.exempt(team.key) !== undefined) return []
    return [{ team, name: team.key, match: match as RosterMatch & { kind: Kind } }]
  })
}

/** The place of a team's name. */
export function namePlace(team: TeamPart): { offset: number; endOffset: number } {
  return { offset: team.title.start, endOffset: team.title.end }
}

/** The official team that a name in the document stands for, including typing errors. After a hundred thousand comparisons, typing errors
 * are no longer looked for: a hostile document can have as many unknown names as the list has teams.
 */
export function likelyTeam(document: Document, name: string): RosterTeam | undefined {
  const { team, kind } = document.roster!.match(name)
  if (team || kind !== 'unknown') return team
  const { meant } = document.remember(misspellings)
  if (!meant.has(name)) meant.set(name, misspelt(document, name))
  return meant.get(name)
}

const misspellings = () => ({ meant: new Map<string, RosterTeam | undefined>(), comparisons: 0 })

const mostComparisons = 100_000

function misspelt(document: Document, name: string): RosterTeam | undefined {
  const roster = document.roster!
  const found = document.remember(misspellings)
  if (found.comparisons >= mostComparisons) return undefined
  found.comparisons += roster.teams.length
  const wanted = canonicalName(name)
  const limit = wanted.length < 5 ? 1 : 2
  const spellings = canonicalNames(roster)
  const present = document.remember(officialNames)
  // A misspelt name does not stand for a team that has its own section.
  return roster.teams.find((team, index) => !present.has(team.name) && editDistance(wanted, spellings[index]!, limit) <= limit)
}

const spelt = new WeakMap<Roster, readonly string[]>()

/** The normalised names of the official teams, with which every name in the document is compared. */
function canonicalNames(roster: Roster): readonly string[] {
  const before = spelt.get(roster)
  if (before) return before
  const names = roster.teams.map((team) => canonicalName(team.name))
  spelt.set(roster, names)
  return names
}

/** The official names of the teams that the document contains under any name. */
export function officialNames(document: Document): Set<string> {
  return new Set(teamsOf(document).flatMap((team) => document.roster!.find(team.key)?.name ?? []))
}

/** How the names in a document are sorted: ignoring case, by case, or as in the official list. */
export interface TeamOrder {
  name: 'alphabetical' | 'capitals first' | 'as in the official list'
  compare(a: string, b: string): number
}

/** The order of the teams in a document; `undefined` if there is no recognisable order. */
export function orderOf(names: readonly string[], roster: Roster): TeamOrder | undefined {
  const position = (name: string) => roster.position(roster.find(name)?.name ?? name)
  const known = names.filter((name) => position(name) >= 0).length
  const all: TeamOrder[] = [
    { name: 'alphabetical', compare: (a, b) => byText(a.toLowerCase(), b.toLowerCase()) },
    { name: 'capitals first', compare: byText },
    { name: 'as in the official list', compare: (a, b) => (position(a) < 0 || position(b) < 0 ? 0 : position(a) - position(b)) },
  ]
  const orders = all.slice(0, known * 2 > names.length ? 3 : 2)
  // Most documents are in order; then nothing needs to be counted.
  const exact = orders.find((order) => names.every((name, index) => index === 0 || order.compare(names[index - 1]!, name) <= 0))
  if (exact) return exact
  const counted = orders.map((order) => ({ order, strays: misplacedIndexes(names, order).length }))
  const best = counted.reduce((least, candidate) => (candidate.strays < least.strays ? candidate : least))
  // If every third team is out of order, there is no order.
  return best.strays * 3 <= names.length ? best.order : undefined
}

/** The indexes of the names that are out of order, as few as possible. */
export function misplacedIndexes(names: readonly string[], order: TeamOrder): number[] {
  if (names.every((name, index) => index === 0 || order.compare(names[index - 1]!, name) <= 0)) return []
  const sorted = [...new Set(names)]
    .map((name, index) => ({ name, index }))
    .sort((a, b) => order.compare(a.name, b.name) || a.index - b.index)
  const ranks = new Map(sorted.map(({ name }, rank) => [name, rank]))
  return outOfOrder(names.map((name) => ranks.get(name)!))
}

/** Finds the index of the team before which a name belongs; the number of teams if it belongs at the end. A name that is itself in the
 * list is given by its index.
 */
export function indexesAmong(names: readonly string[], order: TeamOrder | undefined): (name: string, own?: number) => number {
  if (!order) return () => names.length
  if (names.length <= mostExact)
    return (name, own = -1) => {
      const index = bestIndex(name, own < 0 ? names : names.toSpliced(own, 1), order)
      return own < 0 || index < own ? index : index + 1
    }
  const strays = new Set(misplacedIndexes(names, order))
  const settled = [...names.keys()].filter((index) => !strays.has(index))
  return (name) => {
    let [low, high] = [0, settled.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (order.compare(names[settled[middle]!]!, name) <= 0) low = middle + 1
      else high = middle
    }
    return settled[low] ?? names.length
  }
}

/** The teams of a list up to which the place of a name is compared with all of them. */
const mostExact = 1000

function bestIndex(name: string, names: readonly string[], order: TeamOrder): number {
  // The place with the fewest names on the wrong side, so that a single misplaced team does not matter.
  let wrong = names.filter((other) => order.compare(other, name) < 0).length
  let best = { index: 0, wrong }
  for (const [index, other] of names.entries()) {
    const side = order.compare(other, name)
    wrong += side > 0 ? 1 : side < 0 ? -1 : 0
    if (wrong <= best.wrong && !(wrong === best.wrong && side >= 0)) best = { index: index + 1, wrong }
  }
  return best.index
}

/** The sections of new teams, in the form of the existing ones. */
export function sectionsFor(document: Document, names: readonly string[]): string {
  const newline = newlineOf(document)
  const title = document.remember(firstTeamTitle)
  const character = title?.style.at(-1) ?? '-'
  const { labels } = document.reading.profile
  const lines = names.map((name) => {
    const line = character.repeat([...name].length)
    const heading = title?.overline ? [line, name, line] : [name, line]
    return [...heading, '', labels.planning, '', labels.completion].join(newline)
  })
  return lines.join(newline + newline)
}

function firstTeamTitle(document: Document) {
  const starts = new Set(teamsOf(document).map((team) => team.title.start))
  return titlesOf(document).find((title) => starts.has(title.offset))
}

/** Inserts text before a team or after the last one, with a blank line on both sides. */
export function insertionBefore(document: Document, index: number, text: string): Edit {
  const teams = teamsOf(document)
  const newline = newlineOf(document)
  const next = teams[index]
  if (next) return { offset: next.heading.start, endOffset: next.heading.start, text: `${text}${newline}${newline}` }
  const end = endOfTeam(document, teams.at(-1)!)
  return { offset: end, endOffset: end, text: `${newline}${newline}${text}` }
}

/** The end of a team, without white space. */
export function endOfTeam(document: Document, team: TeamPart): number {
  return team.heading.start + document.source.slice(team.heading.start, Math.max(team.end, team.heading.end)).trimEnd().length
}

/** The end of a team with white space: the start of the next team, or the end of the section. */
export function startOfNextTeam(document: Document, team: TeamPart): number {
  const teams = teamsOf(document)
  const next = teams[teams.indexOf(team) + 1]
  if (next) return next.heading.start
  const end = endOfTeam(document, team)
  const rest = /^\s*/.exec(document.source.slice(end))![0].length
  return end + rest
}

/** Removes a team with the blank lines after it. */
export function editToRemove(document: Document, team: TeamPart): Edit {
  const next = startOfNextTeam(document, team)
  if (next < document.source.length) return { offset: team.heading.start, endOffset: next, text: '' }
  const before = document.source.slice(0, team.heading.start).trimEnd().length
  return { offset: before, endOffset: endOfTeam(document, team), text: '' }
}

/** Renames a team and adjusts its underline. */
export function editsToRename(document: Document, team: TeamPart, name: string): Edit[] {
  const title = titleAt(document, team.title.start)
  const edits: Edit[] = [{ ...namePlace(team), text: name }]
  for (const line of title ? [title.overline, title.underline] : []) {
    if (line) edits.push({ offset: line.offset, endOffset: line.end, text: title!.style.at(-1)!.repeat([...name].length) })
  }
  return edits.sort((a, b) => a.offset - b.offset)
}

/** Whether a team has no answer. */
export function isUnanswered({ source, reading }: Document, team: TeamPart): boolean {
  // Any text below a label is an answer; reading it in detail would load the templates.
  if (team.labels.some((label) => label.entries.length > 0)) return false
  // So is text above the labels, unless a template of the project puts it there.
  const above = source.slice(team.heading.end, team.labelRanges[0]?.start ?? team.end)
  if (!reading.profile.hasOwnTemplates && above.trim() !== '') return false
  const { note, planning, completion, deliverables, status } = team.value
  return !note && !status && [planning, completion, deliverables].every((list) => (list ?? []).length === 0)
}

/** The official entry of a team, as a second place of a finding. */
export function rosterPlace(roster: Roster, team: RosterTeam, message: string): Related[] {
  if (roster.path === undefined) return []
  const { line, column, endLine, endColumn, offset, endOffset } = team
  return [{ line, column, endLine, endColumn, offset, endOffset, message, path: roster.path }]
}

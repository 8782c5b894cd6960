/** Merges goals: the changes of both sides since a common base. */
import { type Entry, type Goal, nameOf, type Path, type Team, teamStatus } from '../../goal/index.ts'
import { appendAll, isRecord } from '../../text/index.ts'
import { mergedText } from './lines.ts'
import type { Merged, MergeNode, Sides } from './node.ts'
import { meansNone } from './pieces.ts'
import { mergedNode } from './tree.ts'

/** A place that both sides changed in different ways. The merged goal contains `ours`. A value is absent if that side does not have it. In
 * a list, the values are the conflicting entries.
 */
export interface Conflict {
  path: Path
  base?: unknown
  ours?: unknown
  theirs?: unknown
}

/** Merges two goals with the same base. Edits of different teams, and of different entries, never conflict; renamed and moved teams,
 * sections and entries are recognised. Every text that only one side added or changed is in the goal or in a conflict.
 */
export function mergeGoals(base: Goal, ours: Goal, theirs: Goal): { goal: Goal; conflicts: Conflict[] } {
  const merging: Merging = { conflicts: [] }
  const merged = mergedNode<ValueNode>({ base: nodeOf(base), ours: nodeOf(ours), theirs: nodeOf(theirs) })
  const whole = withAllSections((merged ? valueIn(merged, [], merging) : ours) as Goal)
  const goal = withoutStaleStatus(whole, [ours, theirs])
  return { goal, conflicts: merging.conflicts }
}

interface Merging {
  conflicts: Conflict[]
}

/** A value of a goal: text, a number, a list, or a record whose parts are its keys. */
interface ValueNode extends MergeNode {
  value: unknown
  parts?: readonly ValueNode[]
}

/** Lists whose entries have names: two additions with the same name conflict. */
const wholes = ['teams', 'sections']
const artifacts = ['planning', 'completion']

function nodeOf(value: unknown, key?: string, list?: string): ValueNode {
  const inList = list !== undefined
  const own = {
    ...(key === undefined ? {} : { key }),
    ...(inList ? {} : { isFixed: true }),
    ...(inList && wholes.includes(list) && isRecord(value) ? { isWhole: true } : {}),
    ...(inList && artifacts.includes(list) && meansNone(value as Entry) ? { isNone: true } : {}),
  }
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  const said = textsIn(value)
  const kind = inList ? kindOf(value) : 'value'
  if (Array.isArray(value)) {
    const parts = value.map((item) => nodeOf(item, nameOf(item), key ?? ''))
    return { ...own, kind, form: 'list', text, said, value, parts }
  }
  // An empty list may be the same as an empty text.
  if (value === '') return { ...own, kind, text, value, parts: [] }
  if (!isRecord(value)) return { ...own, kind, text, value }
  const parts = Object.entries(value).flatMap(([name, item]) => (item === undefined ? [] : [nodeOf(item, name)]))
  return { ...own, kind, form: 'record', text, said, value, parts }
}

/** The texts in a value, except how they are written. */
function textsIn(value: unknown): string {
  if (Array.isArray(value)) return value.map(textsIn).join('\n')
  if (!isRecord(value)) return String(value)
  return Object.entries(value)
    .flatMap(([key, inner]) => (inner === undefined || key === 'written' ? [] : [`${key}:\n${textsIn(inner)}`]))
    .join('\n')
}

/** Entries of different kinds never match: text, a link, a group. */
function kindOf(value: unknown): string {
  if (!isRecord(value)) return 'text'
  return nameOf(value) === undefined
    ? Object.keys(value)
        .filter((key) => entryKeys.includes(key))
        .join()
    : 'named'
}

const entryKeys = ['text', 'url', 'repo', 'deliverable', 'paragraph', 'comment', 'rst', 'items', 'projects', 'criteria']

/** The merged value of three versions; conflicts are collected, and ours is used. */
function valueIn(merged: Merged<ValueNode>, path: Path, merging: Merging): unknown {
  switch (merged.how) {
    case 'taken':
      return merged.node.value
    case 'both':
      return bothValues(merged.of, path, merging)
    case 'parts':
      return partsValue(merged.of, merged.parts, path, merging)
    case 'conflict':
      return undefined
  }
}

function bothValues({ base, ours, theirs }: Sides<ValueNode>, path: Path, merging: Merging): unknown {
  const [before, left, right] = [base?.value, ours?.value, theirs?.value]
  if (typeof before === 'string' && typeof left === 'string' && typeof right === 'string') {
    const segments = mergedText(before, left, right)
    const [text = ''] = segments
    if (segments.length <= 1 && typeof text === 'string') return text
  }
  // A record that both sides added: equal values are not a conflict.
  if (!base && isRecord(left) && isRecord(right)) {
    const keys = [...new Set([...Object.keys(left), ...Object.keys(right)])]
    const entries = keys.map((key) => {
      const sides = { ours: left[key], theirs: right[key] }
      const value =
        JSON.stringify(sides.ours) === JSON.stringify(sides.theirs) ? sides.ours : conflictOf([...path, key], sides, merging)
      return [key, value] as const
    })
    return Object.fromEntries(entries.filter(([, value]) => value !== undefined))
  }
  return conflictOf(path, { base: before, ours: left, theirs: right }, merging)
}

function conflictOf(path: Path, sides: Sides<unknown>, { conflicts }: Merging): unknown {
  conflicts.push({ path, ...Object.fromEntries(Object.entries(sides).filter(([, value]) => value !== undefined)) })
  return sides.ours
}

function partsValue(of: Sides<ValueNode>, parts: readonly Merged<ValueNode>[], path: Path, merging: Merging): unknown {
  const isList = [of.ours, of.theirs].some((side) => side?.form === 'list')
  const values: [string | number, unknown][] = []
  for (const part of parts) {
    if (part.how === 'conflict') appendAll(values, conflictValues(part, isList, path, merging))
    else {
      const node = part.of.ours ?? part.of.theirs ?? part.of.base
      const key = node?.key ?? values.length
      values.push([key, valueIn(part, [...path, key], merging)])
    }
  }
  const there = values.filter(([, value]) => value !== undefined)
  if (there.length === 0 && [of.ours, of.theirs].some((side) => side?.value === '')) return ''
  return isList ? there.map(([, value]) => value) : Object.fromEntries(there)
}

/** The conflicts within a list or a record; a single value has its own path. */
function conflictValues(
  { base, ours, theirs }: Merged<ValueNode> & { how: 'conflict' },
  isList: boolean,
  path: Path,
  merging: Merging,
): [string | number, unknown][] {
  const all = [base, ours, theirs]
  const node = ours[0] ?? theirs[0] ?? base[0]
  if (node?.key !== undefined && all.every((side) => side.length <= 1)) {
    conflictOf([...path, node.key], { base: base[0]?.value, ours: ours[0]?.value, theirs: theirs[0]?.value }, merging)
  } else {
    const [before, left, right] = all.map((side) => side.map(({ value }) => value)) as [unknown[], unknown[], unknown[]]
    merging.conflicts.push({ path, base: before, ours: left, theirs: right })
  }
  return ours.map((own, index) => [isList ? index : (own.key ?? index), own.value])
}

/** Cleans up the layout: no section twice, no section that does not exist, and titles of free sections as merged; each side may have
 * changed only one of the two.
 */
function withAllSections(goal: Goal): Goal {
  const { layout, sections = [] } = goal
  if (!layout?.sections) return goal
  const titles = sections.map(({ title }) => title)
  const isThere = (key: string) => titles.includes(key) || key in goal
  const order = layout.sections.filter((key, index, all) => isThere(key) && all.indexOf(key) === index)
  if (order.some((key) => titles.includes(key))) {
    titles.forEach((title, index) => {
      const before = titles[index - 1]
      if (!order.includes(title)) order.splice(before === undefined ? order.length : order.indexOf(before) + 1, 0, title)
    })
  }
  return order.length === layout.sections.length && order.every((key, index) => key === layout.sections?.[index])
    ? goal
    : { ...goal, layout: { ...layout, sections: order } }
}

/** Removes the status `n/a` of a team if it was derived from the lists of one side, and the other side has listed something else.
 */
function withoutStaleStatus(goal: Goal, sides: readonly Goal[]): Goal {
  const follows = (team: Team) => teamStatus({ ...team, status: undefined }) === 'n/a'
  const isStale = (team: Team) => {
    if (team.status !== 'n/a' || follows(team)) return false
    const stating = sides.flatMap(({ teams = [] }) => teams.filter(({ name, status }) => name === team.name && status === 'n/a'))
    return stating.length > 0 && stating.every(follows)
  }
  if (!goal.teams?.some(isStale)) return goal
  const teams = goal.teams.map((team) => {
    const { status: _, ...rest } = team
    return isStale(team) ? rest : team
  })
  return { ...goal, teams }
}

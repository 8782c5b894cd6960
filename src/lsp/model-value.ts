/** The part of the model that belongs to a part of its document. */
import { type Path, positionsOf } from '../goal/index.ts'
import { largest, linesOf, smallest } from '../text/index.ts'
import { teamAt } from './reading.ts'
import type { OpenFile } from './session.ts'

/** The maximum number of lines that are shown. */
const mostLines = 12

/** The lines of the model for the title, section, team or label at an offset, as Markdown; empty if the model does not contain
 * it.
 */
export function modelValueAt(file: OpenFile, offset: number): string[] {
  const { model, kind } = file
  if (kind !== 'document' || !model?.goal) return []
  const path = pathAt(file, offset)
  const places = path ? valuesBelow(valueAt(model.goal, path), path).flatMap((one) => positionsOf(model.goal!)?.(one) ?? []) : []
  if (places.length === 0) return []
  const first = smallest(places.map(({ line }) => line))
  const last = largest(places.map(({ endLine, endColumn }) => (endColumn === 1 ? endLine - 1 : endLine)))
  const lines = linesOf(model.text).slice(first - 1, last)
  const indent = smallest(lines.map(({ text }) => text.search(/\S/)).filter((width) => width >= 0))
  const shown = lines.slice(0, mostLines).map(({ text }) => text.slice(indent))
  if (lines.length > mostLines) shown.push('…')
  const language = model.kind === 'yaml' ? 'yaml' : 'ts'
  return [`In the model, ${model.shown}:${first}\n\n\`\`\`${language}\n${shown.join('\n')}\n\`\`\``]
}

/** The path in the goal of the part whose title or label is at an offset. */
function pathAt(file: OpenFile, offset: number): Path | undefined {
  const { title, sections } = file.reading()
  const isIn = ({ start, end }: { start: number; end: number }) => start <= offset && offset < end
  if (title && isIn(title)) return ['title']
  const section = sections.find(({ heading }) => isIn(heading))
  if (section) return section.profile ? [section.key] : undefined
  const team = sections.flatMap(({ teams = [] }) => teams).find(({ heading }) => isIn(heading)) ?? teamAt(file, offset)
  const index = file.model?.goal?.teams?.findIndex(({ name }) => name === team?.key) ?? -1
  if (!team || index < 0) return undefined
  if (isIn(team.heading)) return ['teams', index]
  const label = team.labels.find((one) => isIn(one.label))
  return label && ['teams', index, label.key]
}

function valueAt(goal: object, path: Path): unknown {
  return path.reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], goal)
}

/** The paths of the values below a path that are neither lists nor mappings: only their places have an exact start and end. */
function valuesBelow(value: unknown, path: Path): Path[] {
  if (value === undefined) return []
  const entries = typeof value === 'object' && value !== null ? Object.entries(value) : []
  if (entries.length === 0) return [path]
  return entries.flatMap(([key, one]) => valuesBelow(one, [...path, Array.isArray(value) ? Number(key) : key]))
}

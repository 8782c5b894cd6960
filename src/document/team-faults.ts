/** Finds teams that an edit of a document lost by accident: a title that is no longer a title, or a second section for one team. */
import type { Goal } from '../goal/index.ts'
import { positionsOf } from '../goal/index.ts'
import { type Place, placesIn } from '../text/index.ts'

export interface TeamFault extends Place {
  team: string
  message: string
}

/** A document, and the goal that was read from it. */
export interface ReadDocument {
  source: string
  goal: Goal
}

/** Errors in the teams of `now`, compared with `before`; without it, compared with the expected names. */
export function teamFaults(before: ReadDocument | { names: readonly string[] }, now: ReadDocument): TeamFault[] {
  const place = placesIn(now.source)
  const names = namesOf(now.goal)
  const faults: TeamFault[] = []
  for (const [index, team] of names.entries()) {
    const first = names.indexOf(team)
    if (first === index) continue
    const [one, two] = [first, index].map((position) => positionsOf(now.goal)!(['teams', position, 'name'])!)
    faults.push({
      ...two!,
      team,
      message: `Duplicate section for \`${team}\`; the first one is on line ${one!.line}`,
    })
  }
  const old = 'names' in before ? before.names : namesOf(before.goal)
  for (const [index, team] of old.entries()) {
    if (names.includes(team)) continue
    const title = lineOf(now.source, team)
    if (title) {
      const message = `\`${team}\` is not a title here; underline it like the titles of the other teams`
      faults.push({ ...place(title.offset, title.endOffset), team, message })
      continue
    }
    if ('names' in before) {
      const message = `The team \`${team}\` is in the model but not in the document, and no version of the document in git has it`
      faults.push({ ...place(0, 0), team, message })
      continue
    }
    // The text of the lost team may now be at the end of the section above it.
    const above = old.slice(0, index).findLast((name) => names.includes(name))
    const [then, since] = [sectionOf(before, above), sectionOf(now, above)]
    for (const label of labelsOf(sectionOf(before, team).text)) {
      const [had, has] = [then, since].map(({ text }) => linesOf(text).filter((line) => line.text === label))
      if (has!.length <= had!.length) continue
      const { offset } = has![had!.length]!
      const owner = above === undefined ? 'the introduction' : `\`${above}\``
      const message = `The title of \`${team}\` is missing, so its text becomes part of ${owner}; restore the title, or remove the whole section`
      faults.push({ ...place(since!.offset + offset, since!.offset + offset + label.length), team, message })
      break
    }
  }
  return faults.sort((a, b) => a.offset - b.offset)
}

const namesOf = (goal: Goal) => (goal.teams ?? []).map(({ name }) => name)

/** The text from the name of a team to the next one; for no team, the text before the first. */
function sectionOf({ source, goal }: ReadDocument, team: string | undefined): { text: string; offset: number } {
  const names = namesOf(goal)
  const places = positionsOf(goal)!
  const index = team === undefined ? -1 : names.indexOf(team)
  const startOf = (position: number) =>
    names[position] === undefined ? source.length : places(['teams', position, 'name'])!.offset
  const offset = index < 0 ? 0 : startOf(index)
  return { text: source.slice(offset, startOf(index + 1)), offset }
}

/** The lines of a text, trimmed. */
function linesOf(text: string): { text: string; offset: number }[] {
  const lines: { text: string; offset: number }[] = []
  for (const match of text.matchAll(/[^\r\n]+/g)) {
    const trimmed = match[0].trim()
    if (trimmed !== '') lines.push({ text: trimmed, offset: match.index + match[0].indexOf(trimmed) })
  }
  return lines
}

/** The labels of the lists of a team. */
const labelsOf = (text: string) => new Set(linesOf(text).flatMap(({ text: line }) => (line.endsWith(':') ? [line] : [])))

function lineOf(source: string, line: string): { offset: number; endOffset: number } | undefined {
  const found = linesOf(source).find(({ text }) => text === line)
  return found && { offset: found.offset, endOffset: found.offset + line.length }
}

/** Finds teams that an edit of a document lost by accident: a title that is no longer a title, or a second section for one team. */
import type { Goal } from '../goal/index.ts'
import { positionsOf } from '../goal/index.ts'
import { addTo, firstByKey, once, type Place, placesIn } from '../text/index.ts'
import type { OpenDocument } from './open.ts'

export interface TeamFault extends Place {
  team: string
  message: string
}

/** A document, and the goal that was read from it. */
type ReadDocument = Pick<OpenDocument, 'source' | 'goal'>

/** Errors in the teams of `now`, compared with `before`; without it, compared with the expected names. */
export function teamFaults(before: ReadDocument | { names: readonly string[] }, now: ReadDocument): TeamFault[] {
  const faults = duplicates(now)
  const present = new Set(namesOf(now.goal))
  const place = placesIn(now.source)
  const titles = once(() => firstByKey(linesOf(now.source), ({ text }) => text))
  const joined = 'names' in before ? undefined : joinedLabels(before, now)
  let above: string | undefined
  const old = 'names' in before ? before.names : namesOf(before.goal)
  for (const team of old) {
    if (present.has(team)) {
      above = team
      continue
    }
    const report = (message: string, offset = 0, length = 0) => faults.push({ ...place(offset, offset + length), team, message })
    const title = titles().get(team)
    if (title)
      report(`\`${team}\` is not a title here; underline it like the titles of the other teams`, title.offset, team.length)
    else if (!joined)
      report(`The team \`${team}\` is in the model but not in the document, and no version of the document in git has it`)
    else {
      const label = joined(team, above)
      const owner = above === undefined ? 'the introduction' : `\`${above}\``
      const message = `The title of \`${team}\` is missing, so its text becomes part of ${owner}; restore the title, or remove the whole section`
      if (label) report(message, label.offset, label.text.length)
    }
  }
  return faults.sort((a, b) => a.offset - b.offset)
}

function duplicates({ goal }: ReadDocument): TeamFault[] {
  const names = namesOf(goal)
  const firsts = indexesOf(names)
  return names.flatMap((team, index) => {
    const first = firsts.get(team)!
    if (first === index) return []
    const [one, two] = [first, index].map((position) => positionsOf(goal)!(['teams', position, 'name'])!)
    const message = `Duplicate section for \`${team}\`; the first one is on line ${one!.line}`
    return [{ ...two!, team, message }]
  })
}

/** Finds the first label of a lost team that is now part of the section `above`, where there was no such label. */
function joinedLabels(before: ReadDocument, now: ReadDocument): (team: string, above: string | undefined) => Line | undefined {
  const [sectionThen, sectionNow] = [sectionsOf(before), sectionsOf(now)]
  // Many lost teams can have the same section above them.
  let known: { above: string | undefined; had: Map<string, Line[]>; has: Map<string, Line[]>; start: number } | undefined
  return (team, above) => {
    if (!known || known.above !== above) {
      const [then, since] = [sectionThen(above), sectionNow(above)]
      known = { above, had: byText(linesOf(then.text)), has: byText(linesOf(since.text)), start: since.offset }
    }
    const { had, has, start } = known
    for (const label of labelsOf(sectionThen(team).text)) {
      const added = has.get(label)?.[had.get(label)?.length ?? 0]
      if (added) return { text: label, offset: start + added.offset }
    }
    return undefined
  }
}

const namesOf = (goal: Goal) => (goal.teams ?? []).map(({ name }) => name)

/** The index of the first team of each name. */
const indexesOf = (names: readonly string[]) => new Map([...names.entries()].reverse().map(([index, name]) => [name, index]))

/** The text from the name of a team to the next one; for no team, the text before the first. */
function sectionsOf({ source, goal }: ReadDocument): (team: string | undefined) => { text: string; offset: number } {
  const names = namesOf(goal)
  const places = positionsOf(goal)!
  const indexes = indexesOf(names)
  const startOf = (position: number) =>
    names[position] === undefined ? source.length : places(['teams', position, 'name'])!.offset
  return (team) => {
    const index = team === undefined ? -1 : (indexes.get(team) ?? -1)
    const offset = index < 0 ? 0 : startOf(index)
    return { text: source.slice(offset, startOf(index + 1)), offset }
  }
}

/** The lines of a text, trimmed. */
function linesOf(text: string): Line[] {
  const lines: Line[] = []
  for (const match of text.matchAll(/[^\r\n]+/g)) {
    const trimmed = match[0].trim()
    if (trimmed !== '') lines.push({ text: trimmed, offset: match.index + match[0].indexOf(trimmed) })
  }
  return lines
}

interface Line {
  text: string
  offset: number
}

/** The lines of each text. */
function byText(lines: readonly Line[]): Map<string, Line[]> {
  const found = new Map<string, Line[]>()
  for (const line of lines) addTo(found, line.text, line)
  return found
}

/** The labels of the lists of a team. */
const labelsOf = (text: string) => new Set(linesOf(text).flatMap(({ text: line }) => (line.endsWith(':') ? [line] : [])))

/** The places of the values of a goal in the document that it was read from. */
import type { Path } from '../goal/index.ts'
import { once, type Place, placesIn } from '../text/index.ts'
import type { EntryPart, Part, Range, Reading } from './reading.ts'
import { indentOf } from './text.ts'

/** Returns a function that finds the place of the value at a path. If the document has no text for the path, it is the place of
 * the nearest ancestor.
 */
export function placesOf(reading: Reading): (path: Path) => Place | undefined {
  const ranges = once(() => rangesOf(reading))
  const place = once(() => placesIn(reading.source))
  return (path) => {
    for (let length = path.length; length > 0; length--) {
      const range = ranges().get(path.slice(0, length).join('\u0000'))
      if (range) return place()(range.start + indentOf(reading.source, range), range.end)
    }
    return undefined
  }
}

/** The ranges of all values by path. */
function rangesOf(reading: Reading): Map<string, Range> {
  const ranges = new Map<string, Range>()
  const note = (path: Path, range: Range | undefined) => range && ranges.set(path.join('\u0000'), range)
  for (const part of reading.parts) if (part.kind !== 'section' && part.key) note([part.key], part)
  if (reading.title) note(['title'], reading.title)
  let free = 0
  for (const section of reading.sections) {
    const path: Path = section.profile ? [section.key] : ['sections', free++]
    note(path, section)
    noteParts(section.parts, path, note)
    noteEntries(section.entries, path, note)
    section.teams?.forEach((team, index) => {
      note(['teams', index], team)
      note(['teams', index, 'name'], team.title)
      noteParts(team.parts, ['teams', index], note)
      for (const label of team.labels) {
        note(['teams', index, label.key], label)
        noteEntries(label.entries, ['teams', index, label.key], note)
      }
    })
  }
  return ranges
}

type Note = (path: Path, range: Range | undefined) => void

function noteParts(parts: readonly Part[] | undefined, path: Path, note: Note): void {
  for (const part of parts ?? []) {
    if (part.kind === 'note' || part.kind === 'status') note([...path, part.kind], part)
    if (part.key === 'teamsIntro') note(['teamsIntro'], part)
  }
}

function noteEntries(entries: readonly EntryPart[] | undefined, path: Path, note: Note): void {
  entries?.forEach((entry, index) => {
    const own = [...path, index]
    note(own, entry)
    if (entry.kind !== 'group') return
    const list = 'projects' in entry.value ? 'projects' : 'criteria' in entry.value ? 'criteria' : 'items'
    noteEntries(entry.items, [...own, list], note)
  })
}

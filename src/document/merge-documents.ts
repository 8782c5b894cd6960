/** Three-way merging of documents, with conflicts marked where they are, as git marks them. */
import type { Goal, Path } from '../goal/index.ts'
import { type Conflict, mergeGoals } from './merge.ts'
import { placesOf } from './places.ts'
import { goalOf, readDocument } from './read.ts'
import type { DocumentOptions, Range, Reading } from './reading.ts'
import { lineEnd, lineStart } from './text.ts'
import { updateDocument } from './update.ts'

export interface MergedDocument {
  text: string
  conflicts: Conflict[]
}

/** Merges what two sides did to a document. What cannot be merged stands between conflict markers, both sides in full lines. */
export function mergeDocuments(base: string, ours: string, theirs: string, options: DocumentOptions = {}): MergedDocument {
  const own = readDocument(ours, options)
  const read = (source: string) => readDocument(source, { ...options, profile: own.profile })
  const other = read(theirs)
  const { goal, conflicts } = mergeGoals(goalOf(read(base)), goalOf(own), goalOf(other))
  // The document owns its adornments: two ways to underline are no conflict.
  const real = conflicts.filter(({ path }) => path[0] !== 'layout' || path[1] !== 'adornments')
  const text = updateDocument(ours, goal, { ...options, profile: own.profile })
  return { text: marked(read(text), other, real), conflicts: real }
}

function marked(merged: Reading, theirs: Reading, conflicts: readonly Conflict[]): string {
  const eol = /\r\n|\r|\n/.exec(merged.source)?.[0] ?? '\n'
  const blocks = conflicts
    .map(({ path }) => ({ ours: linesOf(merged, path), theirs: linesOf(theirs, path) }))
    .sort((a, b) => b.ours.start - a.ours.start)
  let text = merged.source
  let before = Number.POSITIVE_INFINITY
  for (const { ours, theirs: other } of blocks) {
    if (ours.end > before) continue // inside of lines that are marked already
    before = ours.start
    const sides = [text.slice(ours.start, ours.end), theirs.source.slice(other.start, other.end)]
    text =
      text.slice(0, ours.start) +
      ['<<<<<<< ours', sides[0], '=======', sides[1], '>>>>>>> theirs'].join(eol) +
      text.slice(ours.end)
  }
  return text
}

/** The whole lines that a value stands in. */
function linesOf(reading: Reading, path: Path): Range {
  const place = placesOf(reading)(indexed(goalOf(reading), path))
  const { offset, endOffset } = place ?? { offset: 0, endOffset: reading.source.trimEnd().length }
  return { start: lineStart(reading.source, offset), end: lineEnd(reading.source, endOffset) }
}

/** A path with names of teams and sections, with their indexes instead. */
function indexed(goal: Goal, path: Path): Path {
  let value: unknown = goal
  return path.map((key) => {
    const list = Array.isArray(value) ? value : undefined
    const at =
      list && typeof key === 'string'
        ? list.findIndex((item) => item?.name === key || item?.title === key || item?.question === key)
        : key
    value = (value as Record<string | number, unknown> | undefined)?.[at]
    return at
  })
}

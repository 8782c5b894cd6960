/** Merges texts by lines, and finds conflicts within a text. */
import { commonSubsequence, smallest } from '../../text/index.ts'

/** A conflict in all three versions. */
interface TextConflict {
  base: string
  ours: string
  theirs: string
}

/** A text that may contain conflicts. */
export type Segments = (string | TextConflict)[]

/** The style of conflict markers: git's `merge.conflictStyle`. */
export const conflictStyles = ['merge', 'diff3', 'zdiff3'] as const

export interface Markers {
  labels: { ours: string; base: string; theirs: string }
  /** The length of a marker; git's `conflict-marker-size`. */
  size: number
  style: (typeof conflictStyles)[number]
}

export const usualMarkers: Markers = { labels: { ours: 'ours', base: 'base', theirs: 'theirs' }, size: 7, style: 'merge' }

/** The lines of a text, each with its line break. */
export function linesOf(text: string): string[] {
  return text.match(/[^\n]+\n?|\n/g) ?? []
}

/** Merges three versions of a text by lines; lines that both sides changed are a conflict. Without a base, every difference is. */
export function mergedLines(base: string | undefined, ours: string, theirs: string): Segments {
  if (ours === theirs) return [ours]
  if (base === undefined) return refined({ base: '', ours, theirs })
  const [old, left, right] = [linesOf(base), linesOf(ours), linesOf(theirs)]
  const inOurs = new Map(commonSubsequence(old, left))
  const inTheirs = new Map(commonSubsequence(old, right))
  const segments: Segments = []
  let [b, o, t] = [0, 0, 0]
  for (let at = 0; at <= old.length; at++) {
    const [mine, yours] = at === old.length ? [left.length, right.length] : [inOurs.get(at), inTheirs.get(at)]
    if (mine === undefined || yours === undefined) continue
    if (at > b || mine > o || yours > t) {
      const region = {
        base: old.slice(b, at).join(''),
        ours: left.slice(o, mine).join(''),
        theirs: right.slice(t, yours).join(''),
      }
      segments.push(decided(region) ?? region)
    }
    if (at < old.length) segments.push(old[at]!)
    ;[b, o, t] = [at + 1, mine + 1, yours + 1]
  }
  return joined(segments)
}

/** The result of a region: the change of both or of one side, or an edit next to a paragraph that the other side added. */
function decided({ base, ours, theirs }: TextConflict): string | undefined {
  if (base === theirs || ours === theirs) return ours
  if (base === ours) return theirs
  for (const [grown, other] of [
    [ours, theirs],
    [theirs, ours],
  ] as const) {
    if (base === '' || other === '' || isGrown(base, other)) continue
    if (grown.startsWith(`${base}\n`)) return other + grown.slice(base.length)
    if (grown.endsWith(`\n\n${base}`)) return grown.slice(0, -base.length) + other
  }
  return undefined
}

function isGrown(base: string, text: string): boolean {
  return text.startsWith(`${base}\n`) || text.endsWith(`\n\n${base}`)
}

/** Like `mergedLines`, for texts without a line break at the end. */
export function mergedText(base: string | undefined, ours: string, theirs: string): Segments {
  const segments = mergedLines(base === undefined ? undefined : `${base}\n`, `${ours}\n`, `${theirs}\n`)
  const open = (text: string) => text.replace(/\n$/, '')
  return segments.map((segment, index) => {
    if (index < segments.length - 1) return segment
    if (typeof segment === 'string') return open(segment)
    return { base: open(segment.base), ours: open(segment.ours), theirs: open(segment.theirs) }
  })
}

function joined(segments: Segments): Segments {
  const result: Segments = []
  for (const segment of segments) {
    if (segment === '') continue
    const last = result.at(-1)
    if (typeof segment === 'string' && typeof last === 'string') result[result.length - 1] = last + segment
    else result.push(segment)
  }
  return result
}

/** The same text with conflicts of whole lines: text on the line of a conflict becomes part of it. */
function wholeLines(segments: Segments): Segments {
  const result: Segments = []
  for (const segment of joined(segments)) {
    const last = result.at(-1)
    if (typeof segment !== 'string') {
      if (last === undefined || (typeof last === 'string' && last.endsWith('\n'))) result.push({ ...segment })
      else if (typeof last === 'string') {
        const at = last.lastIndexOf('\n') + 1
        result[result.length - 1] = last.slice(0, at)
        result.push(around(segment, last.slice(at), ''))
      } else result[result.length - 1] = joinedConflicts(last, segment)
    } else if (last === undefined || typeof last === 'string' || endsLine(last)) result.push(segment)
    else {
      const at = segment.indexOf('\n') + 1 || segment.length
      result[result.length - 1] = around(last, '', segment.slice(0, at))
      if (at < segment.length) result.push(segment.slice(at))
    }
  }
  return joined(result)
}

function joinedConflicts(a: TextConflict, b: TextConflict): TextConflict {
  return { base: a.base + b.base, ours: a.ours + b.ours, theirs: a.theirs + b.theirs }
}

function around({ base, ours, theirs }: TextConflict, before: string, after: string): TextConflict {
  return { base: before + base + after, ours: before + ours + after, theirs: before + theirs + after }
}

function endsLine({ base, ours, theirs }: TextConflict): boolean {
  return [base, ours, theirs].every((text) => text === '' || text.endsWith('\n'))
}

/** Removes the lines that all versions share from both ends of a conflict. */
function trimmed(conflict: TextConflict, withBase: boolean): Segments {
  const sides = [linesOf(conflict.ours), linesOf(conflict.theirs), ...(withBase ? [linesOf(conflict.base)] : [])]
  const shortest = smallest(sides.map((side) => side.length))
  const count = (nth: (side: string[], index: number) => string, most: number) => {
    let index = 0
    while (index < most && sides.every((side) => nth(side, index) === nth(sides[0]!, index))) index++
    return index
  }
  const head = count((side, index) => side[index]!, shortest)
  const tail = count((side, index) => side[side.length - 1 - index]!, shortest - head)
  const inner = (text: string) => {
    const lines = linesOf(text)
    return lines.slice(head, lines.length - tail).join('')
  }
  const [first = []] = sides
  const base = withBase ? inner(conflict.base) : conflict.base
  return joined([
    first.slice(0, head).join(''),
    { base, ours: inner(conflict.ours), theirs: inner(conflict.theirs) },
    first.slice(first.length - tail).join(''),
  ])
}

/** Removes the lines that both sides of a conflict share, which splits the conflict. */
function refined(conflict: TextConflict): Segments {
  const [left, right] = [linesOf(conflict.ours), linesOf(conflict.theirs)]
  const segments: Segments = []
  let [o, t] = [0, 0]
  const between = (toLeft: number, toRight: number) => {
    const region = { base: '', ours: left.slice(o, toLeft).join(''), theirs: right.slice(t, toRight).join('') }
    if (region.ours !== region.theirs) segments.push(region)
  }
  for (const [i, j] of commonSubsequence(left, right)) {
    between(i, j)
    segments.push(left[i]!)
    ;[o, t] = [i + 1, j + 1]
  }
  between(left.length, right.length)
  return withoutSmallGaps(joined(segments))
}

/** Joins conflicts with only blank lines between them. */
function withoutSmallGaps(segments: Segments): Segments {
  const result: Segments = []
  for (const segment of segments) {
    const [before, gap] = [result.at(-2), result.at(-1)]
    if (typeof segment !== 'string' && before && typeof before !== 'string' && typeof gap === 'string' && gap.trim() === '') {
      result.splice(-2, 2, joinedConflicts(before, { ...segment, ours: gap + segment.ours, theirs: gap + segment.theirs }))
    } else result.push(segment)
  }
  return result
}

/** The text with conflicts as git shows them: whole lines between markers, as few as the style allows. */
export function withWholeLines(segments: Segments, style: Markers['style']): Segments {
  const whole = wholeLines(segments)
  return joined(
    whole.flatMap((segment) => {
      if (typeof segment === 'string') return [segment]
      if (segment.ours === segment.theirs) return [segment.ours]
      if (style === 'diff3') return trimmed(segment, true)
      return style === 'zdiff3' ? trimmed(segment, false) : refined(segment)
    }),
  )
}

/** The text with markers. Conflicts must consist of whole lines: see `withWholeLines`. */
export function withMarkers(segments: Segments, { labels, size, style }: Markers): string {
  const marker = (character: string, label = '') => `${character.repeat(size)}${label === '' ? '' : ` ${label}`}\n`
  const closed = (text: string) => (text === '' || text.endsWith('\n') ? text : `${text}\n`)
  return segments
    .map((segment) => {
      if (typeof segment === 'string') return segment
      const base = style === 'merge' ? '' : marker('|', labels.base) + closed(segment.base)
      return `${marker('<', labels.ours)}${closed(segment.ours)}${base}${marker('=')}${closed(segment.theirs)}${marker('>', labels.theirs)}`
    })
    .join('')
}

/** The number of lines in conflicts that the reader has to choose between. */
export function linesInConflict(segments: Segments): number {
  const counts = segments.map((segment) =>
    typeof segment === 'string' ? 0 : linesOf(segment.ours).length + linesOf(segment.theirs).length,
  )
  return counts.reduce((sum, count) => sum + count, 0)
}

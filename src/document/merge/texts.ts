/** Merges documents and models as texts.
 *
 * The texts are merged piece by piece: teams, sections, entries, keys. The result must keep every word (`lostWords`), and it must read
 * as the merged goal. If git's own merge by lines meets both conditions, it is used unchanged. It is also the fallback if no other way
 * works, because it loses nothing.
 */
import { type Goal, parseModel, type Team, teamStatus, updateModel } from '../../goal/index.ts'
import { parseRst } from '../../rst/index.ts'
import { once, tooLong } from '../../text/index.ts'
import { detectProfile } from '../detect.ts'
import { goalOf, readDocument } from '../read.ts'
import type { DocumentOptions, Reading } from '../reading.ts'
import { updateDocument } from '../update.ts'
import { type Conflict, mergeGoals } from './goals.ts'
import {
  linesInConflict,
  linesOf,
  type Markers,
  mergedLines,
  type Segments,
  usualMarkers,
  withMarkers,
  withWholeLines,
} from './lines.ts'
import { lostWords, type Versions } from './lost-words.ts'
import { documentTree, modelTree, type TextTree } from './pieces.ts'
import { mergedTrees } from './text.ts'

/** Git's merge of the three texts by lines, with its markers. */
interface ByLines {
  text: string
  conflicts: number
}

export interface MergeOptions extends DocumentOptions {
  markers?: Markers
  /** The merge by lines, if git did it. */
  byLines?: ByLines
}

export interface MergedText {
  text: string
  /** The number of conflicts; each is between markers. */
  undecided: number
  /** The conflicts, by path in the goal. */
  conflicts: Conflict[]
  /** How the text was merged: by lines, by pieces of text, or by writing the merged goal. */
  how: 'lines' | 'pieces' | 'goal'
  /** Why the other two ways failed, if the text was merged by lines. */
  fallback?: string
}

/** Reads and writes texts of one kind. */
interface Lens {
  isModel?: boolean
  tree(text: string): TextTree | undefined
  goal(text: string): Goal | undefined
  write(text: string, goal: Goal): string
}

/** Merges two versions of a document. */
export function mergeDocuments(base: string, ours: string, theirs: string, options: MergeOptions = {}): MergedText {
  // One profile for all three: that of the base, whichever side is ours.
  const [first = ''] = [base, ...[ours, theirs].sort()].filter((text) => text.trim() !== '')
  const own = once(
    (): DocumentOptions => ({
      path: options.path,
      known: options.known,
      profile: options.profile ?? detectProfile(first, parseRst(first, { known: options.known })),
    }),
  )
  const readings = new Map<string, Reading>()
  const read = (text: string) => {
    const reading = readings.get(text) ?? readDocument(text, own())
    readings.set(text, reading)
    return reading
  }
  return mergeTexts({ base, ours, theirs }, options, {
    tree: (text) => documentTree(read(text)),
    goal: (text) => goalOf(read(text)),
    write: (text, goal) => updateDocument(text, goal, own()),
  })
}

/** Merges two versions of a model in YAML. */
export function mergeModels(base: string, ours: string, theirs: string, options: MergeOptions = {}): MergedText {
  return mergeTexts({ base, ours, theirs }, options, {
    isModel: true,
    tree: modelTree,
    goal(text) {
      const { goal, diagnostics } = parseModel(text)
      return diagnostics.length > 0 ? undefined : goal
    },
    write: updateModel,
  })
}

/** The characters of a version up to which it is merged by its sections: three times the longest goal. */
const longestMerged = 60_000

function mergeTexts(given: Versions, options: MergeOptions, lens: Lens): MergedText {
  const { markers = usualMarkers } = options
  const byLines = options.byLines ?? linesOnly(given, markers)
  const lines = (conflicts: Conflict[] = [], fallback?: string): MergedText => ({
    text: byLines.text,
    undecided: byLines.conflicts,
    conflicts: byLines.conflicts > 0 ? conflicts : [],
    how: 'lines',
    ...(fallback === undefined ? {} : { fallback }),
  })
  if ([given.base, given.ours, given.theirs].some((text) => text.trim() === '')) return lines()
  const long = tooLong(
    [given.base, given.ours, given.theirs].reduce((a, b) => (b.length > a.length ? b : a)),
    longestMerged,
  )
  if (long) return lines([], long)
  try {
    const { versions, restored } = inOneForm(given)
    const byGit: ByGit = {
      ...(byLines.conflicts === 0 ? { clean: inForm(byLines.text) } : {}),
      size: sizeOf(byLines.text, markers),
    }
    const found = mergedAsGoals(versions, byGit, markers, lens)
    if ('fallback' in found) return lines(found.conflicts, found.fallback)
    return found.how === 'lines' ? lines() : { ...found, text: restored(found.text) }
  } catch (error) {
    return lines([], error instanceof Error ? error.message : String(error))
  }
}

interface ByGit {
  /** The merge by lines, if it has no conflict. */
  clean?: string
  /** The number of lines in its conflicts. */
  size: number
}

interface Refused {
  fallback: string
  conflicts: Conflict[]
}

/** The text merged as goals, or why that failed. */
function mergedAsGoals(versions: Versions, byGit: ByGit, markers: Markers, lens: Lens): Omit<MergedText, 'fallback'> | Refused {
  const { base, ours, theirs } = versions
  const goals = [base, ours, theirs].map(lens.goal)
  if (!all(goals)) return { fallback: 'goaldoc cannot read one of the versions', conflicts: [] }
  const { goal, conflicts } = mergeGoals(...goals)
  const refused = (fallback: string): Refused => ({ fallback, conflicts })
  const reads = (text: string) => conflicts.length === 0 && sameGoal(lens.goal(text), goal)
  const { clean } = byGit
  if (clean !== undefined && reads(clean) && lostWords(versions, [clean]).length === 0)
    return { text: clean, undecided: 0, conflicts: [], how: 'lines' }
  const trees = [base, ours, theirs].map(lens.tree)
  if (!all(trees)) return refused('goaldoc cannot split one of the versions into sections')
  const segments = withWholeLines(mergedTrees(...trees), markers.style)
  const text = withMarkers(segments, markers)
  const undecided = segments.filter((segment) => typeof segment !== 'string').length
  const lost = lostWords(versions, segments)
  const losing = `a merge by sections would lose or restore these words: ${lost.slice(0, 5).join(', ')}`
  if (undecided > 0) {
    if (lost.length > 0) return refused(losing)
    if (lens.isModel && joinsEntries(segments, [...goals, goal], lens))
      return refused('a merge by entries would make one entry of two')
    const isLarger = clean === undefined && linesInConflict(segments) > byGit.size
    return isLarger ? refused('a merge by sections would make larger conflicts') : { text, undecided, conflicts, how: 'pieces' }
  }
  if (lost.length === 0 && reads(text)) return { text, undecided, conflicts, how: 'pieces' }
  if (conflicts.length > 0) return refused('the goals conflict, although the lines do not')
  const written = lens.write(text, goal)
  if (reads(written) && lostWords(versions, [written]).length === 0) return { text: written, undecided, conflicts, how: 'goal' }
  return refused(lost.length > 0 ? losing : 'goaldoc would read something else from a merge by sections')
}

/** Whether a side of the merge has an entry that no version has, as when one side writes a list between brackets and the other one below
 * its key.
 */
function joinsEntries(segments: Segments, goals: readonly Goal[], lens: Lens): boolean {
  const known = new Set(goals.flatMap(entriesIn))
  return (['ours', 'theirs'] as const).some((side) => {
    const read = lens.goal(segments.map((segment) => (typeof segment === 'string' ? segment : segment[side])).join(''))
    return read === undefined || entriesIn(read).some((entry) => !known.has(entry))
  })
}

/** The entries of lists that are only text. */
function entriesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  const own = Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : []
  return [...own, ...Object.values(value).flatMap(entriesIn)]
}

function all<T>(values: readonly (T | undefined)[]): values is [T, T, T] {
  return values.every((value) => value !== undefined)
}

/** Whether a text reads as a goal; adornments, list markers and blank lines are ignored. */
function sameGoal(a: Goal | undefined, b: Goal): boolean {
  return a !== undefined && JSON.stringify(sorted(plain(a))) === JSON.stringify(sorted(plain(b)))
}

function plain({ layout, profile: _, ...goal }: Goal): unknown {
  return {
    ...goal,
    teams: goal.teams?.map((team) => ({ ...team, written: undefined, ...(hasDerivedNone(team) ? { status: undefined } : {}) })),
    sections: goal.sections?.map((section) => ({ ...section, after: undefined })),
    layout: { ...layout, sections: undefined, adornments: undefined, blankLinesAtEnd: undefined },
  }
}

/** Whether the status of a team is derived from its lists. */
function hasDerivedNone(team: Team): boolean {
  return team.status === 'n/a' && teamStatus({ ...team, status: undefined }) === 'n/a'
}

/** Lists without their order, which is merged with the texts. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) {
    const texts = value.map((item) => JSON.stringify(sorted(item)))
    return texts.sort()
  }
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  )
}

function linesOnly({ base, ours, theirs }: Versions, markers: Markers): ByLines {
  const segments = withWholeLines(mergedLines(base, ours, theirs), markers.style)
  return { text: withMarkers(segments, markers), conflicts: segments.filter((segment) => typeof segment !== 'string').length }
}

/** The number of lines that both sides have between markers. The underline of a title may look like the marker `=======`. */
function sizeOf(text: string, { size }: Markers): number {
  const isMarker = (line: string, character: string) => line.startsWith(character.repeat(size)) && /^\s/.test(line.slice(size))
  let count = 0
  let within: 'nothing' | 'sides' | 'base' = 'nothing'
  for (const line of linesOf(text)) {
    if (within === 'nothing') {
      if (isMarker(line, '<')) within = 'sides'
    } else if (isMarker(line, '>')) {
      within = 'nothing'
      count--
    } else if (isMarker(line, '|')) within = 'base'
    else if (within === 'base' && isMarker(line, '=')) {
      within = 'sides'
      count++
    } else if (within === 'sides') count++
  }
  return count
}

const mark = '\ufeff'

/** A text with `\n` between its lines and no byte-order mark. */
function inForm(text: string): string {
  const bare = text.startsWith(mark) ? text.slice(1) : text
  return isWindows(bare) ? bare.replaceAll('\r\n', '\n') : bare
}

function isWindows(text: string): boolean {
  return text.includes('\r\n') && !/(?<!\r)\n/.test(text)
}

/** The versions without properties of their files (byte-order mark, line endings), and a function that restores the merged ones. */
function inOneForm(given: Versions): { versions: Versions; restored: (text: string) => string } {
  const decided = (of: (text: string) => boolean) => {
    const [base, ours, theirs] = [of(given.base), of(given.ours), of(given.theirs)]
    return base === ours ? theirs : ours
  }
  const [hasMark, windows] = [decided((text) => text.startsWith(mark)), decided(isWindows)]
  return {
    versions: { base: inForm(given.base), ours: inForm(given.ours), theirs: inForm(given.theirs) },
    restored: (text) => (hasMark ? mark : '') + (windows ? text.replaceAll('\n', '\r\n') : text),
  }
}

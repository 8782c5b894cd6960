/** Three versions of a file as git hands them to a merge driver: merged as goals where they are goals, as lines elsewhere. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import type { Conflict } from '../document/index.ts'
import { mergeGoals, readGoal, updateDocument } from '../document/index.ts'
import type { Goal } from '../goal/index.ts'
import { isRecord, parseModel, updateModel } from '../goal/index.ts'
import { byteOrderMark } from './files.ts'
import { mergeTexts } from './git.ts'
import { describeConflict } from './pull.ts'

export interface Versions {
  base: string
  ours: string
  theirs: string
}

export interface Merged {
  text: string
  /** What could not be decided, in words. Their lines stand between conflict markers. */
  conflicts: string[]
  /** Whether the versions were understood as goals, or merged by lines. */
  how: 'goals' | 'lines'
}

/** How goals of one kind of file are read and written. */
interface Lens {
  read(text: string): Goal | undefined
  /** `text` edited so that it reads as the goal. */
  write(text: string, goal: Goal): string
}

/** Merges three versions of a document or a YAML model. Nothing of any side is lost: what cannot be merged as goals is merged by lines. */
export async function mergeVersions(
  versions: Versions,
  path: string,
  labels: readonly [string, string, string],
): Promise<Merged> {
  const lines = mergeLines(versions, labels)
  const lens = /\.ya?ml$/.test(path) ? await modelLens() : path.endsWith('.rst') ? await documentLens() : undefined
  const goals = lens && [versions.base, versions.ours, versions.theirs].map((text) => lens.read(text))
  if (!lens || !goals?.every((goal) => goal !== undefined)) return lines
  const [base, ours, theirs] = goals as [Goal, Goal, Goal]
  const merged = mergeGoals(base, ours, theirs)
  // Where lines merge cleanly to the same goal their text keeps both sides' spacing and comments.
  if (lines.conflicts.length === 0 && merged.conflicts.length === 0 && isDeepStrictEqual(lens.read(lines.text), merged.goal))
    return lines
  const text = written(lens, versions.ours, merged.goal)
  if (text === undefined) return lines
  if (merged.conflicts.length === 0) return { text, conflicts: [], how: 'goals' }
  // Prose that changed on both sides in different lines is no conflict for lines.
  if (lines.conflicts.length === 0) return lines
  // What differs between the text with our values and the one with theirs is what is undecided, and nothing else.
  const other = written(lens, text, merged.conflicts.reduce(withTheirs, merged.goal))
  if (other === undefined || other === text) return lines
  const conflicts = merged.conflicts.map(describeConflict)
  return { text: await marked(text, other, labels), conflicts, how: 'goals' }
}

/** The goal with the value of a conflict that holds ours replaced by theirs. */
function withTheirs(goal: Goal, { path, ours, theirs }: Conflict): Goal {
  const is = (value: unknown) => (other: unknown) => isDeepStrictEqual(value, other)
  const replaced = (value: unknown, rest: Conflict['path']): unknown => {
    const [key, ...deeper] = rest
    if (key === undefined) {
      // Entries that both sides put into one place of a list: ours stand together in it.
      if (!Array.isArray(value) || !Array.isArray(ours) || !Array.isArray(theirs)) return theirs
      const at = value.findIndex((_, index) => isDeepStrictEqual(value.slice(index, index + ours.length), ours))
      return at < 0 ? theirs : [...value.slice(0, at), ...theirs, ...value.slice(at + ours.length)]
    }
    if (Array.isArray(value)) {
      const named = value.findIndex((item) => isRecord(item) && [item.name, item.title, item.question].includes(key))
      const at = named >= 0 ? named : deeper.length === 0 ? value.findIndex(is(ours)) : Number(key)
      return value.flatMap((item, index) => (index === at ? [replaced(item, deeper) ?? []].flat() : [item]))
    }
    if (!isRecord(value)) return value
    const { [key]: old, ...others } = value
    const fresh = replaced(old, deeper)
    return fresh === undefined ? others : { ...value, [key]: fresh }
  }
  return replaced(goal, path) as Goal
}

function written(lens: Lens, text: string, goal: Goal): string | undefined {
  const result = lens.write(text, goal)
  return isDeepStrictEqual(lens.read(result), goal) ? result : undefined
}

async function modelLens(): Promise<Lens> {
  const bare = (text: string) => (text.startsWith(byteOrderMark) ? text.slice(1) : text)
  return {
    read(text) {
      const { goal, diagnostics } = parseModel(bare(text))
      return diagnostics.some(({ severity }) => severity === 'error') ? undefined : goal
    },
    write: (text, goal) => (text.startsWith(byteOrderMark) ? byteOrderMark : '') + updateModel(bare(text), goal),
  }
}

async function documentLens(): Promise<Lens> {
  return { read: (text) => readGoal(text).goal, write: (text, goal) => updateDocument(text, goal) }
}

/** As git itself does it. */
function mergeLines(versions: Versions, labels: readonly [string, string, string]): Merged {
  const folder = mkdtempSync(join(tmpdir(), 'goaldoc-'))
  try {
    const paths = { base: join(folder, 'base'), ours: join(folder, 'ours'), theirs: join(folder, 'theirs') }
    for (const side of ['base', 'ours', 'theirs'] as const) writeFileSync(paths[side], versions[side])
    const merged = mergeTexts(paths, labels)
    if (!merged) return { text: versions.ours, conflicts: ['git could not merge the lines'], how: 'lines' }
    const conflicts = Array.from({ length: merged.conflicts }, (_, index) => `conflict ${index + 1} of ${merged.conflicts}`)
    return { text: merged.text.toString('utf8'), conflicts, how: 'lines' }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Two texts as one, with conflict markers around what differs. */
async function marked(
  ours: string,
  theirs: string,
  [labelOurs, , labelTheirs]: readonly [string, string, string],
): Promise<string> {
  const { diffLines } = await import('diff')
  const parts = diffLines(ours, theirs)
  const closed = (text: string) => (text === '' || text.endsWith('\n') ? text : `${text}\n`)
  let text = ''
  for (let at = 0; at < parts.length; at++) {
    const part = parts[at]!
    if (!part.added && !part.removed) {
      text += part.value
      continue
    }
    const other = parts[at + 1]
    const isPair = other !== undefined && (other.added || other.removed) && other.added !== part.added
    const [mine, yours] = [part, isPair ? other : undefined].reduce<[string, string]>(
      ([removed, added], piece) =>
        piece?.removed ? [piece.value, added] : piece?.added ? [removed, piece.value] : [removed, added],
      ['', ''],
    )
    if (isPair) at++
    text = `${closed(text)}<<<<<<< ${labelOurs}\n${closed(mine)}=======\n${closed(yours)}>>>>>>> ${labelTheirs}\n`
  }
  return text
}

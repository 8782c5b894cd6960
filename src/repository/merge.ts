/** The git merge driver: merges three files as goals if possible, and with git itself otherwise. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { MergedText, MergeOptions } from '../document/index.ts'
import { conflictStyles, type Markers, mergeDocuments, mergeModels } from '../document/index.ts'
import { cannot, reasonOf } from './errors.ts'
import { decode, invalidByteIn } from './files.ts'
import { gitLine, mergeTexts } from './git.ts'
import { describeConflict } from './pull.ts'

/** The files that git passes to a merge driver. */
export interface MergeFiles {
  base: string
  ours: string
  theirs: string
}

export interface Merged {
  bytes: Buffer
  /** The number of conflicts; they stand between conflict markers. */
  undecided: number
  /** The conflicts in words. */
  conflicts: string[]
  /** How it was merged; `lines` is git's own result. */
  how: MergedText['how']
  /** Why it was merged by lines, if merging as goals failed. */
  fallback?: string
}

/** Merges three files; their kind follows from `path`. No text of either side is lost: what cannot be merged as goals is merged by git,
 * with its markers and its number of conflicts.
 */
export function mergeFiles(files: MergeFiles, path: string, markers: Markers): Merged {
  const sides = [files.base, files.ours, files.theirs].map((file) => bytesOf(file, path))
  const lines = mergeTexts(files, markers)
  const byLines = (fallback?: string): Merged => {
    if (!lines) throw cannot(`merge ${path}`, 'git cannot merge these files line by line', 'Choose one of the versions')
    const conflicts = Array.from({ length: lines.conflicts }, (_, index) => `conflict ${index + 1} of ${lines.conflicts}`)
    return { bytes: lines.text, undecided: lines.conflicts, conflicts, how: 'lines', ...(fallback ? { fallback } : {}) }
  }
  const merge = mergerOf(path)
  if (!merge || !lines) return byLines()
  for (const [index, bytes] of sides.entries()) {
    const mistake = invalidByteIn(bytes)
    if (mistake !== undefined) return byLines(`${mistake} in ${sideNames[index]}`)
  }
  try {
    const [base, ours, theirs] = sides.map((bytes) => bytes.toString('utf8')) as [string, string, string]
    const text = decode(lines.text, path)
    const merged = merge(base, ours, theirs, { markers, byLines: { text, conflicts: lines.conflicts } })
    if (merged.how === 'lines') return byLines(merged.fallback)
    return {
      bytes: Buffer.from(merged.text),
      undecided: merged.undecided,
      conflicts:
        merged.undecided === 0
          ? []
          : merged.conflicts.length > 0
            ? merged.conflicts.map((conflict) => describeConflict(conflict, { ours: 'our version', theirs: 'their version' }))
            : [`${merged.undecided} conflicts`],
      how: merged.how,
    }
  } catch (error) {
    return byLines(reasonOf(error).replace(/^Cannot /, 'goaldoc cannot '))
  }
}

const sideNames = ['the common ancestor', 'our version', 'their version']

function bytesOf(file: string, path: string): Buffer {
  try {
    return readFileSync(file)
  } catch (error) {
    throw cannot(`merge ${path}`, `${file} cannot be read, ${reasonOf(error)}`, undefined, { cause: error })
  }
}

type Merger = (base: string, ours: string, theirs: string, options: MergeOptions) => MergedText

function mergerOf(path: string): Merger | undefined {
  if (/\.ya?ml$/.test(path)) return mergeModels
  return path.endsWith('.rst') ? mergeDocuments : undefined
}

/** The style of conflict markers in the repository of a folder. */
export function conflictStyle(folder: string): Markers['style'] {
  const configured = gitLine(folder, 'config', '--get', 'merge.conflictStyle')
  return conflictStyles.find((style) => style === configured) ?? 'merge'
}

/** Merges three texts with git, for callers without files. */
export function mergeVersions(versions: { base: string; ours: string; theirs: string }, path: string, markers: Markers): Merged {
  const folder = mkdtempSync(join(tmpdir(), 'goaldoc-'))
  try {
    const files = { base: join(folder, 'base'), ours: join(folder, 'ours'), theirs: join(folder, 'theirs') }
    for (const side of ['base', 'ours', 'theirs'] as const) writeFileSync(files[side], versions[side])
    return mergeFiles(files, path, markers)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The era of a goal, from its path: `goals/completed/pike/…`, `goals/pike/…`, `goals/selected/ussuri/…`. */
import type { Release } from '../preset/index.ts'
import { releaseOf } from '../roster/index.ts'

export interface Era {
  release?: Release
  /** Whether the goal is over: below `completed/`, or below a release that is out. */
  isOver: boolean
}

/** The era of a goal. `today` (YYYY-MM-DD) decides whether a release is out; without it, none is. */
export function eraOf(path: string, today?: string): Era {
  const folders = path.replaceAll('\\', '/').split('/').slice(0, -1)
  const release = folders.includes('goals') ? releaseOf(folders.at(-1)!) : undefined
  const isOut = release !== undefined && today !== undefined && release.day < today
  return { ...(release ? { release } : {}), isOver: folders.includes('completed') || isOut }
}

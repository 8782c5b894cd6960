/** Reads changes from saved answers of Gerrit, GitHub and GitLab. */
import { isRecord } from '../../text/index.ts'

export const changeStates = ['merged', 'open', 'abandoned'] as const
export type ChangeState = (typeof changeStates)[number]

/** A change of any of the three forges. */
export interface Change {
  /** `group/name`. */
  repository: string
  state: ChangeState
  /** The address of its page; made from the repository and the number if the answer does not contain it. */
  url: string
  /** The day when it was merged, abandoned or last updated, as YYYY-MM-DD. */
  day: string
  /** Its topic, branch, hashtags and labels; absent if the answer has none of these fields. */
  topics?: readonly string[]
}

/** The result of reading an answer. */
export interface ReadChanges {
  changes: Change[]
  /** Whether the forge said that there are more changes than in this answer. */
  hasMore: boolean
}

type Row = Record<string, unknown>

/** Reads an answer of any of the forges. `gerrit` is the address of the Gerrit server, which its REST answers do not contain.
 * @throws {RangeError} that says what is wrong
 */
export function readChanges(text: string, gerrit: string): ReadChanges {
  const values = valuesOf(text)
  const records = values.flat(2).filter(isRecord)
  const stats = records.filter(({ type }) => type === 'stats')
  const failed = records.find(({ type }) => type === 'error')
  if (failed) throw new RangeError(`the server answered: ${String(failed.message)}`)
  const rows = records.filter((record) => record.type !== 'stats')
  const changes = rows.map((row) => changeOf(row, gerrit))
  const unknown = changes.indexOf(undefined)
  if (unknown >= 0) throw new RangeError(`entry ${unknown + 1} is not a change of Gerrit, GitHub or GitLab`)
  // Every page except the last says that there are more.
  const pages = values.filter(Array.isArray)
  const lastOf = (page: unknown[]) => page.flat().filter(isRecord).at(-1)
  const isCut = pages.length > 0 && pages.every((page) => lastOf(page)?._more_changes === true)
  return { changes: changes as Change[], hasMore: isCut || stats.some(({ moreChanges }) => moreChanges === true) }
}

/** The JSON values of a text: a single value, one per line, or pages that start with Gerrit's prefix `)]}'`. */
function valuesOf(text: string): unknown[] {
  const bare = text.replace(/^\uFEFF/, '').trim()
  if (bare === '') throw new RangeError('it is empty')
  const pages = bare.split(/^\)\]\}'[ \t]*\r?$/m).map((page) => page.trim())
  return pages
    .filter((page) => page !== '')
    .flatMap((page): unknown[] => {
      try {
        return [JSON.parse(page)]
      } catch {
        return page
          .split(/\r?\n/)
          .filter((line) => line.trim() !== '')
          .map((line, index) => parsed(line, index))
      }
    })
}

function parsed(line: string, index: number): unknown {
  try {
    return JSON.parse(line)
  } catch {
    throw new RangeError(`line ${index + 1} is not JSON`)
  }
}

function changeOf(row: Row, gerrit: string): Change | undefined {
  if (typeof row.web_url === 'string') return gitlabChange(row, row.web_url)
  if (typeof row.project === 'string' && typeof row.status === 'string') return gerritChange(row, row.project, gerrit)
  return typeof row.url === 'string' && typeof row.state === 'string' ? githubChange(row, row.url) : undefined
}

/** Reads both answers of REST (`_number`, times as text) and of `gerrit query` (`number`, `url`, times in seconds). */
function gerritChange(row: Row, repository: string, gerrit: string): Change | undefined {
  const number = row._number ?? row.number
  const state = { MERGED: 'merged', ABANDONED: 'abandoned', NEW: 'open', DRAFT: 'open' }[String(row.status)] as
    | ChangeState
    | undefined
  const time = (state === 'merged' ? row.submitted : undefined) ?? row.updated ?? row.lastUpdated ?? row.created
  if (state === undefined || number === undefined || time === undefined) return undefined
  const url = typeof row.url === 'string' ? row.url : `${gerrit.replace(/\/$/, '')}/c/${repository}/+/${String(number)}`
  return { repository, state, url, day: dayOf(time), topics: wordsOf(row.topic, row.hashtags) }
}

function githubChange(row: Row, url: string): Change | undefined {
  const repository = /^https?:\/\/[^/]+\/([^/]+\/[^/]+)\/pull\/\d+/.exec(url)?.[1]
  const state = { merged: 'merged', closed: 'abandoned', open: 'open' }[String(row.state).toLowerCase()] as
    | ChangeState
    | undefined
  const time = row.mergedAt ?? row.closedAt ?? row.updatedAt ?? row.createdAt
  if (repository === undefined || state === undefined) return undefined
  if (time === undefined || time === null)
    throw new RangeError(`${url} has no date; ask \`gh\` for updatedAt, mergedAt and closedAt`)
  const isKnown = row.labels !== undefined || row.headRefName !== undefined
  return { repository, state, url, day: dayOf(time), ...(isKnown ? { topics: wordsOf(row.headRefName, row.labels) } : {}) }
}

function gitlabChange(row: Row, url: string): Change | undefined {
  const repository = /^https?:\/\/[^/]+\/(.+?)\/(?:-\/)?merge_requests\/\d+/.exec(url)?.[1]
  const state = { merged: 'merged', closed: 'abandoned', opened: 'open', locked: 'open' }[String(row.state)] as
    | ChangeState
    | undefined
  const time = row.merged_at ?? row.closed_at ?? row.updated_at ?? row.created_at
  if (repository === undefined || state === undefined || time === undefined || time === null) return undefined
  return { repository, state, url, day: dayOf(time), topics: wordsOf(row.source_branch, row.labels) }
}

/** Topic or branch, hashtags or labels. Labels of GitHub are objects with a name. */
function wordsOf(one: unknown, many: unknown): string[] {
  const list = Array.isArray(many) ? many : []
  return [one, ...list.map((item: unknown) => (isRecord(item) ? item.name : item))].filter(
    (word): word is string => typeof word === 'string' && word !== '',
  )
}

/** The day of a time: seconds since 1970, or text that begins with the day. All forges use UTC. */
function dayOf(time: unknown): string {
  if (typeof time === 'number') return new Date(time * 1000).toISOString().slice(0, 10)
  return String(time).slice(0, 10)
}

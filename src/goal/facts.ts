/** The facts in an entry of a list, whatever its shape. */
import type { Entry } from './schema.ts'
import { stateOf } from './spellings.ts'

export interface EntryFacts {
  url?: string
  /** `group/name` of a repository. */
  repo?: string
  text?: string
  deliverable?: string
  /** The state as it is written. */
  state?: string
}

/** The entries, with groups replaced by their entries; introductions become paragraphs. */
export function flatEntries(entries: readonly Entry[]): Entry[] {
  return entries.flatMap((entry): Entry[] => {
    if (typeof entry === 'string' || !('items' in entry)) return [entry]
    // An introduction with entries below it is their heading, not an answer.
    if (entry.items.length > 0) return flatEntries(entry.items)
    return entry.intro === undefined ? [] : [entry.intro]
  })
}

/** The facts of one entry. A group has no facts of its own: see `flatEntries`. */
export function entryFacts(entry: Entry): EntryFacts {
  if (typeof entry === 'string') return factsOfText(entry)
  if ('repo' in entry) return { repo: entry.repo }
  if ('deliverable' in entry) return { deliverable: entry.deliverable, state: entry.state }
  if ('name' in entry) return { text: entry.name, url: entry.url }
  if ('url' in entry) return { text: entry.text, url: entry.url }
  if ('paragraph' in entry) return factsOfText(entry.paragraph)
  if ('rst' in entry) return factsOfText(entry.rst)
  return {}
}

/** Facts of prose: the first URL, `name: URL`, `deliverable: state`, a repository role. */
function factsOfText(text: string): EntryFacts {
  const trimmed = text.trim()
  if (trimmed === '') return {}
  const named = trimmed.match(/^([^:\s][^:\n]*):\s+(\S[^\n]*)$/)
  const url = trimmed.match(/[a-z][a-z0-9+.-]{0,30}:\/\/[^\s<>`]+/i)?.[0]
  // An address that RST would not read as one is written as a link with the address as its text.
  const address = named?.[2]?.replace(/^`(\S+) <\S+>`__?$/, '$1')
  if (named !== null && url !== undefined && address === url) return { text: named[1]!.trimEnd(), url }
  if (url === trimmed) return { url }
  if (named !== null && url === undefined && stateOf(named[2]!) !== undefined)
    return { deliverable: named[1]!.trimEnd(), state: named[2]! }
  const repo = trimmed.match(/^:repo:`(?:[^`<]*<)?([^`<>]+)>?`$/)?.[1]
  if (repo !== undefined) return { repo }
  return url === undefined ? { text: trimmed } : { text: trimmed, url }
}

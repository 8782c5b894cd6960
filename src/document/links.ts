/** Links by name: a document may use the text of a link for one address alone. */
import type { Entry, Goal } from '../goal/index.ts'
import { isRecord, plainTitle, valuesIn } from '../text/index.ts'
import { writeLink } from './plain.ts'

/** The goal with links whose text is a name for another address already written without one: `` `text <url>`__ ``. */
export function withDistinctLinks(goal: Goal): Goal {
  const addresses = new Map<string, string>()
  // What prose names cannot be written otherwise, so that it comes first.
  for (const { value } of valuesIn(goal))
    if (typeof value === 'string') for (const [name, url] of namesIn(value)) addresses.set(plainTitle(name), url)
  let isAmbiguous = false
  const distinct = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(distinct)
    if (!isRecord(value)) return value
    if (!isLink(value)) return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, distinct(item)]))
    const name = plainTitle(value.text)
    const known = addresses.get(name)
    if (known === undefined) addresses.set(name, value.url)
    if (known === undefined || known === value.url) return value
    isAmbiguous = true
    return writeLink(value.text, value.url, false)
  }
  const written = distinct(goal) as Goal
  return isAmbiguous ? written : goal
}

type Link = Extract<Entry, { text: string; url: string }>

function isLink(value: Readonly<Record<string, unknown>>): value is Link {
  return typeof value.text === 'string' && typeof value.url === 'string'
}

/** Names that a text makes targets of, and what they stand for. */
function namesIn(text: string): [name: string, url: string][] {
  const embedded = [...text.matchAll(/`([^`<>]+)<([^`<>]+)>`_(?!_)/g)]
  const explicit = [...text.matchAll(/^[ ]*\.\. _`?([^`:\n]+)`?:[ ]*(\S*)/gm)]
  return [...embedded, ...explicit].map(([, name = '', url = '']) => [name.trimEnd(), url])
}

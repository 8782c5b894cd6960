/** Named links: in one document, a link text can be the name of only one address. */
import type { Entry, Goal } from '../goal/index.ts'
import { isRecord, plainTitle, valuesIn } from '../text/index.ts'
import { writeLink } from './plain.ts'

/** The goal with anonymous links (`` `text <url>`__ ``) where the link text already names another address. */
export function withDistinctLinks(goal: Goal): Goal {
  const addresses = new Map<string, string>()
  // Prose must keep its names, so it comes first.
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

/** The names that a text defines as targets, and their addresses. */
function namesIn(text: string): [name: string, url: string][] {
  const embedded = [...text.matchAll(/`([^`<>]+)<([^`<>]+)>`_(?!_)/g)]
  const explicit = [...text.matchAll(/^[ ]*\.\. _`?([^`:\n]+)`?:[ ]*(\S*)/gm)]
  return [...embedded, ...explicit].map(([, name = '', url = '']) => [name.trimEnd(), url])
}

/** Where progress is tracked: fields, links, bullets or sentences with URLs of StoryBoard, Launchpad or an etherpad. */
import { entryMarker, withoutEnd } from '../../text/index.ts'
import { writePlain, writeUrl } from '../plain.ts'
import type { FoundFact } from '../wording.ts'
import { type Listing, listingSection } from './listing.ts'

const listing: Listing = {
  template: 'tracking',
  items: 'trackers',
  inRst: ({ name, url = '' }) => ({ ...(name === undefined ? {} : { name: writePlain(name, 'field') }), url: writeUrl(url) }),
}

export const tracking = listingSection<'tracking'>(listing, findTracker)

const url = /https?:\/\/[^\s<>`]*[^\s<>`.,;:!?'"\]]/g
/** The text before the URL, if it is a name: `:Board: URL`, `* Board: URL`, `` `Board <URL> ``. */
const named = new RegExp(
  String.raw`^(?:${entryMarker} +)?(?::(?<field>[^:\n]+): +|\x60(?<link>[^\x60<>\n]*[^\x60<>\s]) <|(?<plain>[^\s:\x60*.][^:\x60*\n.]{0,40}): +)$`,
  'd',
)

/** The only URL of a piece of text, with its name if it has one. */
function findTracker(text: string): FoundFact<'name' | 'url'>[] | undefined {
  const [found, another] = text.matchAll(url)
  if (!found || another) return undefined
  const name = named.exec(text.slice(0, found.index))
  const group = name?.groups && (['field', 'link', 'plain'] as const).find((key) => name.groups?.[key] !== undefined)
  const at = group && name?.indices?.groups?.[group]?.[0]
  const tracker = { name: 'url' as const, at: found.index, text: withoutBracket(found[0]) }
  return group && at !== undefined ? [{ name: 'name', at, text: name?.groups?.[group] as string }, tracker] : [tracker]
}

/** A closing bracket at the end is not part of the URL if it was opened before the URL. */
function withoutBracket(address: string): string {
  const isOpened = address.split('(').length >= address.split(')').length
  return isOpened ? address : withoutEnd(address, ').,;:!?')
}

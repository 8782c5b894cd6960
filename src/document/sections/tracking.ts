/** Where progress is followed: a field list, bullets or sentences with URLs of StoryBoard, Launchpad, an etherpad. */
import { fillHoles, type Hole, holesIn, openHoles } from '../holes.ts'
import { renderTemplate } from '../templates.ts'
import { textOf } from '../text.ts'
import { readProse, writeProse } from './prose.ts'
import type { SectionKind, Stated } from './section.ts'

type Tracking = Exclude<Stated<'tracking'>, string>
type Tracker = Tracking['trackers'][number]

export const tracking: SectionKind<'tracking'> = {
  read(body) {
    const whole = textOf(body.source, body.range)
    const found = whole.includes('{{') ? [] : findTrackers(whole)
    if (found.length === 0) return readProse(body)
    const trackers = found.map(({ tracker }) => tracker)
    const usual = renderTemplate(body.profile, 'tracking', { trackers })
    const text = openHoles(
      whole,
      found.map(({ hole }) => hole),
    )
    const value: Tracking = usual === whole ? { trackers } : { trackers: trackers.map(({ url }) => ({ url })), text }
    return { value, parts: [{ kind: 'text', key: 'text', value: whole, ...body.range }] }
  },
  write(value, profile) {
    if (typeof value === 'string') return writeProse(value)
    const { trackers, text } = value
    if (text === undefined) return renderTemplate(profile, 'tracking', { trackers })
    const named = holesIn(text)
    const others = trackers.filter((_, index) => !named.has(`trackers.${index}.url`))
    const more = others.length > 0 ? `\n\n${renderTemplate(profile, 'tracking', { trackers: others })}` : ''
    return fillHoles(text, Object.fromEntries(trackers.map(({ url }, index) => [`trackers.${index}.url`, url]))) + more
  },
}

function findTrackers(text: string): { tracker: Tracker; hole: Hole }[] {
  return [...text.matchAll(/^(?::([^:\n]+):[ ]+)?.*?(https?:\/\/[^\s<>`]*[^\s<>`.,;:!?'")\]])/gm)].map((match, index) => {
    const [whole, name, url = ''] = match
    const hole = { at: match.index + whole.length - url.length, length: url.length, name: `trackers.${index}.url` }
    return { tracker: name === undefined ? { url } : { name, url }, hole }
  })
}

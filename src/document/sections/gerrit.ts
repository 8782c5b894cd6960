/** How changes for the goal are found in Gerrit: the topic, and the wording around it. */
import { fillHoles, openHoles } from '../holes.ts'
import { renderTemplate } from '../templates.ts'
import { textOf } from '../text.ts'
import type { SectionKind, Stated } from './section.ts'

type Gerrit = Stated<'gerrit'>

export const gerrit: SectionKind<'gerrit'> = {
  read(body) {
    const whole = textOf(body.source, body.range)
    const value = readGerrit(whole)
    const usual = renderTemplate(body.profile, 'gerrit', facts(value))
    const stated: Gerrit = value.text === undefined || usual === whole ? facts(value) : value
    return { value: stated, parts: whole === '' ? [] : [{ kind: 'text', key: 'text', value: whole, ...body.range }] }
  },
  write(stated, profile) {
    if (stated.text !== undefined) return fillHoles(stated.text, holes(stated))
    return stated.topic === undefined && !stated.hashtags?.length ? '' : renderTemplate(profile, 'gerrit', facts(stated))
  },
}

function facts({ topic, hashtags }: Gerrit): Gerrit {
  return { ...(topic === undefined ? {} : { topic }), ...(hashtags === undefined ? {} : { hashtags }) }
}

function holes({ topic, hashtags }: Gerrit): Record<string, string | undefined> {
  return { topic, hashtag: hashtags?.[0] }
}

/** Where a topic stands, from the surest to the weakest sign: a literal block of one word, a marked word in a sentence that
 *  speaks of the topic. */
const signs = [
  /^[^\n]*::[ \t]*\n(?:[ \t]*\n)+[ \t]+(\S+)[ \t]*(?=\n[ \t]*(?:\n|$)|$)/m,
  /\b(?:topics?|hashtags?)\b[^.`"']{0,60}["'`*]{1,2}([^\s"'`*<>]+)["'`*]{1,2}/i,
]

function readGerrit(text: string): Gerrit {
  if (text.includes('{{')) return { text }
  for (const sign of signs) {
    const found = sign.exec(text)
    const word = found?.[1]
    if (!found || word === undefined || /[<>]/.test(word)) continue
    const at = found.index + found[0].lastIndexOf(word)
    const before = text.slice(0, at)
    const tagged = /hashtag/i.test(before) && !/topic/i.test(before)
    return tagged
      ? { hashtags: [word], text: openHoles(text, [{ at, length: word.length, name: 'hashtag' }]) }
      : { topic: word, text: openHoles(text, [{ at, length: word.length, name: 'topic' }]) }
  }
  return text === '' ? {} : { text }
}

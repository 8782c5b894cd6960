/** How changes for the goal are found in Gerrit: topics and hashtags, and the wording around them. */
import { fillHoles, type Hole, openHoles } from '../holes.ts'
import { renderTemplate } from '../templates.ts'
import { textOf } from '../text.ts'
import type { SectionKind, SectionValue } from './section.ts'

type Gerrit = SectionValue<'gerrit'>
type Kind = 'topic' | 'hashtag'

export const gerrit: SectionKind<'gerrit'> = {
  read(body) {
    const whole = textOf(body.source, body.range)
    const value = readGerrit(whole)
    const usual = renderTemplate(body.profile, 'gerrit', contextOf(value))
    const { text, ...stated } = value
    return {
      value: text === undefined || usual === whole ? stated : value,
      parts: whole === '' ? [] : [{ kind: 'text', key: 'text', value: whole, ...body.range }],
    }
  },
  write(value, profile) {
    if (value.text !== undefined) return filled(value.text, value)
    const isEmpty = value.topic === undefined && !value.topics?.length && !value.hashtags?.length
    return isEmpty ? '' : renderTemplate(profile, 'gerrit', contextOf(value))
  },
}

function contextOf({ topic, topics, hashtags }: Gerrit) {
  return { topic, topics: topicsOf({ topic, topics }), hashtags }
}

function topicsOf({ topic, topics = [] }: Gerrit): string[] {
  return topic === undefined ? [...topics] : [topic, ...topics]
}

/** The wording with holes for its facts. All facts of a kind share a `{{topic}}` that is alone on its line; otherwise the second one is
 * `{{topic 2}}`.
 */
function filled(text: string, value: Gerrit): string {
  const facts = new Map<string, string>()
  const add = (kind: Kind, names: readonly string[]) => {
    const isAlone = new RegExp(`^[ \\t]*\\{\\{${kind}\\}\\}$`, 'm').test(text)
    names.forEach((name, index) => {
      facts.set(index === 0 ? kind : `${kind} ${index + 1}`, index === 0 && isAlone ? names.join('\n') : name)
    })
  }
  add('topic', topicsOf(value))
  add('hashtag', value.hashtags ?? [])
  return fillHoles(text, facts)
}

/** A literal block whose lines are one word each. */
const block = /^.*::[ \t]*\n(?:[ \t]*\n)+(?<words>[ \t]+\S+[ \t]*(?:\n[ \t]+\S+[ \t]*)*)(?=\n[ \t]*(?:\n|$)|$)/gm
/** A marked word in a sentence about the topic, and the marked words that follow in that sentence. */
const inSentence =
  /\b(?:topics?|hashtags?)\b[^.`"']{0,60}(?<words>["'`*]{1,2}[^\s"'`*<>]+["'`*]{1,2}(?:(?:,| or| and|, or|, and) ["'`*]{1,2}[^\s"'`*<>]+["'`*]{1,2})*)/gi

function readGerrit(text: string): Gerrit {
  if (text.includes('{{')) return { text }
  const found = new Map<Kind, string[]>()
  const holes: Hole[] = []
  for (const match of text.matchAll(block)) {
    const words = match.groups?.words as string
    const at = match.index + match[0].length - words.length
    const lines = words.split('\n').map((line) => line.trim())
    const kind = kindOf(text.slice(0, at), found)
    if (!kind || lines.some((line) => /[<>]/.test(line))) continue
    found.set(kind, lines)
    holes.push({ at: at + words.length - words.trimStart().length, length: words.trim().length, name: kind })
  }
  for (const match of found.size > 0 ? [] : text.matchAll(inSentence)) {
    const words = match.groups?.words as string
    const start = match.index + match[0].length - words.length
    const kind = kindOf(text.slice(match.index, start), found)
    if (!kind) continue
    const names = [...words.matchAll(/["'`*]{1,2}([^\s"'`*<>,]+)["'`*]{1,2}/g)]
    found.set(
      kind,
      names.map(([, name = '']) => name),
    )
    names.forEach(({ 0: marked, 1: name = '', index }, nth) => {
      const at = start + index + marked.indexOf(name)
      holes.push({ at, length: name.length, name: nth === 0 ? kind : `${kind} ${nth + 1}` })
    })
  }
  const [topic, ...topics] = found.get('topic') ?? []
  const hashtags = found.get('hashtag')
  return {
    ...(topic === undefined ? {} : { topic }),
    ...(topics.length > 0 ? { topics } : {}),
    ...(hashtags ? { hashtags } : {}),
    ...(text === '' ? {} : { text: openHoles(text, holes) }),
  }
}

/** Whether words are topics or hashtags: decided by the last term that the text before them names, topic if it names both; without
 * duplicates.
 */
function kindOf(before: string, found: ReadonlyMap<Kind, string[]>): Kind | undefined {
  const sentence = before.slice(Math.max(before.lastIndexOf('. '), before.trimEnd().lastIndexOf('\n\n'), 0))
  const own = /topic|hashtag/i.test(sentence) ? sentence : before
  const kind: Kind = /hashtag/i.test(own) && !/topic/i.test(own) ? 'hashtag' : 'topic'
  return found.has(kind) ? undefined : kind
}

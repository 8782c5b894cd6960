import type { ElementNode } from '../../../rst/index.ts'
import { plainWords } from '../../../text/index.ts'
import { bodyOf, descendants, type goalSections, isTemplate, sectionOf, titlePlace } from '../../goal.ts'
import { defineRule } from '../../rule.ts'
import { goalWith } from './examples.ts'

const section = (text: string) => goalWith({ gerrit: `Gerrit Topic\n============\n\n${text}` })

export const gerritTopic = defineRule({
  name: 'goal/gerrit-topic',
  severity: 'warning',
  what: 'A Gerrit topic that is missing, in brackets, ambiguous, not literal, or of another goal',
  why: 'The topic is the only way to find the changes of a goal, and people copy it as it is written.',
  wrong: [
    { text: section('Changes carry the topic.\n'), title: 'No topic' },
    { text: section('Changes carry the topic::\n\n  [orbit-telescopes]\n'), title: 'In brackets' },
    { text: section('Changes carry the topic::\n\n  orbit-telescopes\n  telescopes\n'), title: 'Two topics' },
    { text: section('Changes carry the topic:\n\n  orbit-telescopes\n'), title: 'Not literal' },
    { text: section('Changes carry the topic::\n\n  submarine-cables\n'), title: 'Topic of another goal' },
  ],
  right: [section('Changes carry the topic::\n\n  orbit-telescopes\n')],
  options: {
    likeName: {
      type: 'boolean',
      default: true,
      description: 'Whether the topic must share a word with the title or the file name',
    },
  },
  fixes: 'safe',
  check(context) {
    const gerrit = sectionOf(context, 'gerrit')
    if (!gerrit || isTemplate(context)) return
    const { source } = context
    const body = bodyOf(context, gerrit)
    if (body.trim() === '') return
    const within = (node: ElementNode) => node.position.start.offset < gerrit.body.end
    const nodes = [...descendants(gerrit.node)].filter(within)
    const literals = nodes.filter((node) => node.type === 'literal_block')
    const isHashtag = /hashtag/i.test(body)
    if (literals.length === 0) {
      const quote = nodes.find((node) => node.type === 'block_quote')
      const words = quote ? textLines(source, quote) : []
      const before = quote && source.slice(gerrit.body.start, quote.position.start.offset).trimEnd()
      if (quote && words.length === 1 && /^[\w.<>[\]-]+$/.test(words[0]!.text)) {
        const colon = gerrit.body.start + before!.length
        context.report({
          offset: words[0]!.offset,
          endOffset: words[0]!.end,
          message: `Topic \`${words[0]!.text}\` is in a block quote; use a literal block`,
          fix: before!.endsWith(':')
            ? { title: 'Write `::`', safe: true, edits: [{ offset: colon, endOffset: colon, text: ':' }] }
            : undefined,
        })
      } else if (!nodes.some((node) => node.type === 'literal' || node.type === 'reference')) {
        context.report({
          ...titlePlace(context, gerrit),
          message: `Missing topic in \`${gerrit.title}\`; write it in a literal block`,
        })
      }
      return
    }
    const topics = literals.flatMap((node) => textLines(source, node)).filter(({ text }) => !/<(?:insert|put)\b/i.test(text))
    for (const [index, topic] of topics.entries()) {
      const bracketed = /^([<[({"'])\s*([^\s<>[\](){}"']+)\s*[>\])}"']$/.exec(topic.text)
      const words = topic.text.split(/[\s,]+(?:or\s+)?/).filter(Boolean)
      if (bracketed) {
        context.report({
          offset: topic.offset,
          endOffset: topic.end,
          message: `Topic \`${bracketed[2]}\` is in brackets; write the topic only`,
          fix: {
            title: 'Remove the brackets',
            safe: true,
            edits: [{ offset: topic.offset, endOffset: topic.end, text: bracketed[2]! }],
          },
        })
      } else if (!isHashtag && (index === 1 || (index === 0 && words.length > 1))) {
        context.report({ offset: topic.offset, endOffset: topic.end, message: 'More than one topic' })
      } else if (index === 0 && context.options.likeName && words.length === 1 && !isLike(words[0]!, namesOf(context))) {
        context.report({
          offset: topic.offset,
          endOffset: topic.end,
          message: `Topic \`${topic.text}\` shares no word with the title or the file name`,
        })
      }
    }
  },
})

interface Word {
  text: string
  offset: number
  end: number
}

/** The lines of a block that are not blank. */
function textLines(source: string, node: ElementNode): Word[] {
  const { start, end } = node.position
  return [...source.slice(start.offset, end.offset).matchAll(/[^\r\n]+/g)].flatMap((match) => {
    const text = match[0].trim()
    if (text === '' || text === '::') return []
    const offset = start.offset + match.index + match[0].indexOf(text)
    return [{ text, offset, end: offset + text.length }]
  })
}

function namesOf(context: Parameters<typeof goalSections>[0]): string {
  const name = context.path
    .split(/[/\\]/)
    .at(-1)!
    .replace(/\.\w+$/, '')
  return `${name} ${context.reading.title?.text ?? ''}`
}

/** Whether two names share a word, or most of one: `migrate` and `migration`. */
function isLike(topic: string, names: string): boolean {
  const words = (text: string) =>
    plainWords(text)
      .split(' ')
      .filter((word) => word !== '')
  const stem = (word: string) => word.slice(0, Math.max(3, Math.min(5, word.length - 1)))
  const known = words(names).filter((word) => word.length > 1)
  const own = words(topic).filter((word) => !['goal', 'the', 'and', 'for', 'to'].includes(word))
  return (
    own.length === 0 ||
    known.length === 0 ||
    own.some((word) => known.some((other) => other.startsWith(stem(word)) || (word.length > 3 && other.includes(word))))
  )
}

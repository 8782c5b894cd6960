import { indexFrom } from '../../../text/index.ts'
import { titlesOf } from '../../outline.ts'
import { docutilsRule, quoted } from './docutils-rule.ts'

export const titleLevel = docutilsRule({
  name: 'rst/title-level',
  severity: 'error',
  what: 'A title whose style does not fit its level',
  why: 'A new style starts a level below the title before it. If the document already uses another style for that level, docutils drops the title.',
  wrong: [
    'Orbit\n=====\n\nNear\n----\n\nHubble.\n\nFar\n~~~\n\nKepler.\n\nDust\n====\n\nRings\n~~~~~\n\nSaturn.\n\nMoons\n^^^^^\n\nTitan.\n',
  ],
  right: ['Orbit\n=====\n\nNear\n----\n\nHubble.\n\nAway\n----\n\nKepler.\n'],
  fixes: 'unsafe',
  messages: [/^Inconsistent title style: skip from level/, /^Title level inconsistent:/],
  say(_match, message, context) {
    const index = context.lineAt(message.offset)
    const isAdornment = (at: number) => /^([!-/:-@[-`{-~])\1*\s*$/.test(context.lines[at]?.text ?? '')
    const at = isAdornment(index) ? index + 1 : index
    const title = context.lines[at]!
    const underline = context.lines[at + 1]
    const text = title.text.trim()
    const offset = title.offset + title.text.indexOf(text)
    const titles = titlesOf(context)
    const before = titles[indexFrom(titles, title.offset) - 1]
    const style = before?.style
    return {
      offset,
      endOffset: offset + text.length,
      message: `Inconsistent style ${quoted(underline?.text[0] ?? '')} of the title ${quoted(text)}; use the style that this level already has`,
      ...(before ? { related: [{ offset: before.offset, endOffset: before.end, message: 'The title before it' }] } : {}),
      fix:
        underline && isAdornment(at + 1) && at === index && style && !style.startsWith('overlined ')
          ? {
              title: `Use the style of ${quoted(before!.text)}`,
              safe: false,
              edits: [
                { offset: underline.offset, endOffset: underline.end, text: style.repeat(underline.text.trimEnd().length) },
              ],
            }
          : undefined,
    }
  },
})

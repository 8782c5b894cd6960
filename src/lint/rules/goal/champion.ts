import { bodyOf, isTemplate, sectionOf, titlePlace } from '../../goal.ts'
import { defineRule } from '../../rule.ts'
import { goalWith } from './examples.ts'
import { isPlaceholder } from './placeholder.ts'

const section = (text: string) => goalWith({ champions: `Champion\n========\n\n${text}` })

export const champion = defineRule({
  name: 'goal/champion',
  severity: 'warning',
  what: 'A champion section without a name, or without a contact',
  why: 'Teams ask the champion. An IRC nick or an email address tells them how.',
  wrong: [
    { text: section('None\n'), title: 'No name' },
    { text: section('Vera Rubin\n'), title: 'No contact' },
  ],
  right: [section('Vera Rubin (vrubin)\n'), section('Vera Rubin <vera@example.org>\n')],
  options: {
    contact: { type: 'boolean', default: true, description: 'Whether a nick or an email address is required after the name' },
  },
  check(context) {
    const champions = sectionOf(context, 'champions')
    if (!champions || isTemplate(context)) return
    const body = bodyOf(context, champions)
    if (body.trim() === '') return
    // The template's sentence about champions is not a name.
    const text = body.replace(/^Goals need a [\s\S]*?(?:\r?\n\s*\r?\n|$)/, '').trim()
    // Placeholders have their own rule.
    if (isPlaceholder(text)) return
    const isNobody = text === '' || /^(?:[*-]\s*)?(?:None|N\/?A|Nobody|Unknown|\?+|<[^@>]*>)\.?$/i.test(text)
    if (isNobody) {
      context.report({
        ...(text === '' ? titlePlace(context, champions) : placeOf(context.source, text, champions.body.start)),
        message: `Missing name of the champion${text === '' ? '' : `; found \`${text}\``}`,
      })
    } else if (context.options.contact && !/[(<@[`]|:\s*\S/.test(text)) {
      context.report({
        ...placeOf(context.source, text.split(/\r?\n/)[0]!, champions.body.start),
        message: 'Missing contact of the champion; add a nick or an email address',
      })
    }
  },
})

function placeOf(source: string, text: string, from: number): { offset: number; endOffset: number } {
  const offset = source.indexOf(text, from)
  return { offset, endOffset: offset + text.length }
}

import { bodyOf, isTemplate, sectionOf, titlePlace } from '../../goal.ts'
import { defineRule } from '../../rule.ts'
import { goalWith } from './examples.ts'
import { isPlaceholder } from './placeholder.ts'

const section = (text: string) => ({ text: goalWith({ champions: `Champion\n========\n\n${text}` }) })

export const champion = defineRule({
  name: 'goal/champion',
  severity: 'warning',
  what: 'A champion without a name, or without a way to reach them',
  why: 'The champion is whom teams ask. A nick or an address tells one namesake from the other.',
  wrong: [
    { ...section('None\n'), title: 'Nobody' },
    { ...section('Vera Rubin\n'), title: 'A name alone' },
  ],
  right: [section('Vera Rubin (vrubin)\n'), section('Vera Rubin <vera@example.org>\n')],
  options: { contact: { type: 'boolean', default: true, description: 'Whether a nick or an address is wanted beside the name' } },
  check(context) {
    const champions = sectionOf(context, 'champions')
    if (!champions || isTemplate(context)) return
    const body = bodyOf(context, champions)
    if (body.trim() === '') return
    // A sentence in the template explains what champions are for; it names nobody.
    const text = body.replace(/^Goals need a [\s\S]*?(?:\r?\n\s*\r?\n|$)/, '').trim()
    // A hole to be filled has its own rule.
    if (isPlaceholder(text)) return
    const isNobody = text === '' || /^(?:[*-]\s*)?(?:None|N\/?A|Nobody|Unknown|\?+|<[^@>]*>)\.?$/i.test(text)
    if (isNobody) {
      context.report({
        ...(text === '' ? titlePlace(context, champions) : placeOf(context.source, text, champions.body.start)),
        message: `Unexpected ${text === '' ? 'section without a name' : `\`${text}\``}, expected the name of a champion`,
      })
    } else if (context.options.contact && !/[(<@[`]|:\s*\S/.test(text)) {
      context.report({
        ...placeOf(context.source, text.split(/\r?\n/)[0]!, champions.body.start),
        message: 'Unexpected name alone, expected a nick or an address beside it',
      })
    }
  },
})

function placeOf(source: string, text: string, from: number): { offset: number; endOffset: number } {
  const offset = source.indexOf(text, from)
  return { offset, endOffset: offset + text.length }
}

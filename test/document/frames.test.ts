/** A template is filled once for all values that are empty in the same places; the text is the same as if it were filled each time. */
import fc from 'fast-check'
import Handlebars from 'handlebars'
import { expect, test } from 'vitest'
import { builtinProfile, type Profile } from '../../src/document/index.ts'
import { renderTemplate, type Template } from '../../src/document/templates.ts'

const texts = [
  '{{heading}}\n\n{{note}}\n\n  {{planning}}\n',
  '{{#if note}}Note: {{note}}{{else}}{{name}}{{/if}}\n\n\n{{heading}}',
  '{{#unless planning}}Nothing{{/unless}} {{lookup this "name"}}{{#with note}}({{this}}){{/with}}',
  '{{#each this}}* {{@key}}: {{this}}\n{{/each}}',
  '{{#each moons}}{{#if apart}}\n\n{{/if}}* {{name}}{{#if note}} ({{note}}){{/if}}\n{{/each}}',
]

/** A profile whose frames nobody has made. */
function profileWith(text: string): Profile {
  const team = Handlebars.compile(text, { noEscape: true }) as Template
  return { ...builtinProfile('team-artifacts'), templates: { team } }
}

test.each(texts)('%j', (text) => {
  const value = fc.constantFrom('', 'Mars', 'Mars\n\nVenus\n', '  Io', '{{name}}', 'x')
  const moon = fc.record({ name: value, note: value, apart: fc.boolean() })
  const moons = fc.array(moon, { maxLength: 12 })
  const contexts = fc.array(fc.record({ heading: value, name: value, note: value, planning: value, moons }), { maxLength: 20 })
  const shared = profileWith(text)
  fc.assert(
    fc.property(contexts, (all) => {
      for (const context of all)
        expect(renderTemplate(shared, 'team', context)).toBe(renderTemplate(profileWith(text), 'team', context))
    }),
  )
})

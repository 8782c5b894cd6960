/** With any template, rendering, reading and rendering again gives the same document; a template with which it does not is
 * refused.
 */
import fc from 'fast-check'
import Handlebars from 'handlebars'
import { expect, it } from 'vitest'
import {
  builtinProfiles,
  extendProfile,
  findUnreadableTemplate,
  readGoal,
  renderGoal,
  type Template,
  updateDocument,
} from '../../src/document/index.ts'
import { renderReadable } from '../../src/document/update.ts'
import type { Goal } from '../../src/goal/index.ts'

/** Lines of templates in addition to their values. */
const lines = fc.constantFrom(
  '.. A comment',
  '.. of {{name}}',
  'A sentence.',
  'A sentence of {{name}}.',
  '.. note:: Look up.',
  '* An item',
  'Label:',
  '----',
  '  indented',
  'Look here::',
  '=====',
  'Status: planned',
  'Planning Artifacts:',
  '{{#if note}}.. with a note{{/if}}',
  '{{#if planning}}With plans.{{else}}.. without plans{{/if}}',
)
const gap = fc.oneof(
  { weight: 3, arbitrary: fc.constant('\n\n') },
  { weight: 3, arbitrary: lines.map((text) => `\n\n${text}\n\n`) },
  { weight: 1, arbitrary: fc.tuple(lines, lines).map((texts) => `\n\n${texts.join('\n\n')}\n\n`) },
  { weight: 1, arbitrary: lines.map((text) => `\n${text}\n`) },
  { weight: 1, arbitrary: fc.constantFrom('\n', ' ') },
)
const templateOf = (name: string, ...fields: string[]) =>
  fc.tuple(...fields.map(() => gap)).map((gaps) => ({
    [name]: fields
      .map((field, at) => field + gaps[at])
      .join('')
      .replaceAll('{{name}}', name === 'team' ? '{{name}}' : '{{title}}'),
  }))
const templates = fc.oneof(
  templateOf('team', '{{heading}}', '{{note}}', '{{status}}', '{{deliverables}}', '{{planning}}', '{{completion}}'),
  templateOf('section', '{{heading}}', '{{body}}'),
  templateOf('document', '{{preamble}}', '{{> title}}', '{{summary}}', '{{#each sections}}\n{{this}}', '{{/each}}'),
)

const values = fc.constantFrom('A sentence.', '.. A comment', 'The lens is old.\n\n* An item', 'Look here::\n\n  stars')
const goals = fc
  .record({
    summary: fc.oneof(fc.constant(''), values),
    current: fc.oneof(fc.constant(''), values),
    teams: fc.uniqueArray(
      fc.record(
        {
          name: fc.constantFrom('Palomar', 'Yerkes', 'Lick', 'Hale'),
          note: values,
          status: fc.constantFrom('planned' as const, 'done' as const),
          planning: fc.array(fc.constantFrom('None', 'https://sky.example/1', 'An item'), { maxLength: 2 }),
          completion: fc.array(fc.constantFrom('https://sky.example/2'), { maxLength: 1 }),
        },
        { requiredKeys: ['name'] },
      ),
      { maxLength: 3, selector: ({ name }) => name },
    ),
  })
  .map((stated): Goal => ({ profile: 'own', title: 'Map the sky', ...stated }))

it('rendering, reading and rendering again gives the same document, or the template is refused', () => {
  const counts = { refused: 0, kept: 0 }
  const law = fc.property(templates, goals, (texts, goal) => {
    const compiled = Object.entries(texts).map(([name, text]) => [
      name,
      Handlebars.compile(text, { noEscape: true }) as unknown as Template,
    ])
    const profile = extendProfile({ name: 'own' }, Object.fromEntries(compiled), builtinProfiles)
    if (findUnreadableTemplate(profile, builtinProfiles[0]!)) {
      counts.refused += 1
      return
    }
    counts.kept += 1
    // Templates with transitions in unusual places are read again too, although docutils reports them.
    const text = renderReadable(goal, profile)
    const read = readGoal(text, { profile }).goal
    expect(renderGoal(read, { profile })).toBe(text)
    expect(updateDocument(text, read, { profile })).toBe(text)
    expect(updateDocument(text, goal, { profile })).toBe(text)
  })
  fc.assert(law, { numRuns: Number(process.env.GOALDOC_RUNS ?? 60), seed: 9 })
  expect(counts.kept).toBeGreaterThan(10)
  expect(counts.refused).toBeGreaterThan(10)
}, 120_000)

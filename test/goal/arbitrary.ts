/** Goals that nobody would write and the schema allows. */
import fc from 'fast-check'
import { type Entry, type Goal, goalSchema, statuses } from '../../src/goal/index.ts'

const odd = [
  'null',
  '~',
  'true',
  'yes',
  'No',
  'on',
  '1',
  '1.0',
  '-1',
  '+1',
  '0x1f',
  '0o7',
  '.5',
  '1e3',
  '.inf',
  '.nan',
  '12:30:45',
  '2017-01-12',
  '<<',
  '=',
  '-',
  '?',
  ':',
  '- a',
  '? a',
  ': a',
  '-a',
  '#',
  '# a',
  'a #b',
  'a# b',
  'a: b',
  'a:',
  'a :b',
  '&a',
  '*a',
  '!a',
  '|',
  '>',
  "'",
  '"',
  "it's",
  '"a"',
  '%a',
  '@a',
  '`a`',
  '---',
  '...',
  '--- a',
  '[a]',
  '{a: b}',
  'a, b',
  ',',
  ' ',
  '  a',
  '\ta',
  'a\t#b',
  'a\tb',
  '\u00a0a',
  'é',
  '日本',
  '🪐',
  '\u2028',
  '\u0085',
  '\ufeff',
  '\x07',
  '\\',
  '\\n',
  'a\\',
  'a"b\'c',
  ':repo:`planets/orbits`',
  'https://planets.example/a#b',
  '`Saturn <https://planets.example>`_',
  'x'.repeat(300),
  'word '.repeat(60).trim(),
  '// a',
  'a\r',
  'a\rb',
  '\ud800',
]
const piece = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...odd) },
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
)
const text = fc.oneof(
  piece,
  fc
    .array(fc.oneof(piece, fc.constantFrom('', ' ', '   ', '  indented', '\ttab', 'trailing  ')), { minLength: 1, maxLength: 6 })
    .map((lines) => lines.join('\n')),
)
export const prose = text.map((value) => value.trimEnd())
export const line = piece.map((value) => value.replace(/[\n\r\u2028\u2029]/g, '').trim() || 'Saturn')
const word = piece.map((value) => value.replace(/\s/g, '') || 'orbit')
const url = word.map((value) => `https://planets.example/${value}`)
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 2 })
/** Absent keys are absent, not there without a value. */
const record = <T extends Record<string, fc.Arbitrary<unknown>>>(shape: T) =>
  fc.record(shape).map((value) => Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined)))

const single = fc.oneof(
  record({ text: line, url }),
  record({ name: line, url }),
  record({ repo: word }),
  record({ deliverable: line, state: line }),
  record({ paragraph: prose }),
  record({ comment: prose }),
  record({ rst: prose }),
)
const marker = fc.constantFrom('*', '-', '#.', '1.', '(a)')
const { entry } = fc.letrec<{ entry: Entry }>((tie) => ({
  entry: fc.oneof(
    { weight: 4, arbitrary: prose },
    { weight: 3, arbitrary: single },
    {
      weight: 1,
      arbitrary: record({
        intro: maybe(prose),
        comment: maybe(prose),
        list: maybe(marker),
        items: fc.array(tie('entry'), { maxLength: 3 }),
      }),
    },
  ) as fc.Arbitrary<Entry>,
}))
export const entryOf = entry
const entries = fc.array(entry, { maxLength: 4 })
const richProse = fc.oneof(prose, record({ markdown: text }))
const form = record({
  label: maybe(line),
  as: maybe(fc.constantFrom('inline', 'glued', 'definition', 'paragraphs')),
  list: maybe(marker),
  indent: maybe(fc.integer({ min: 1, max: 40 })),
})
export const team = record({
  name: line,
  note: maybe(prose),
  status: maybe(fc.constantFrom(...statuses)),
  planning: maybe(entries),
  completion: maybe(entries),
  deliverables: maybe(
    fc.array(record({ name: line, status: maybe(fc.constantFrom(...statuses)), note: maybe(prose) }), { maxLength: 2 }),
  ),
  written: maybe(record({ planning: maybe(form), completion: maybe(form) })),
})

export const goal = record({
  profile: maybe(word),
  title: line,
  preamble: maybe(prose),
  summary: maybe(richProse),
  design: maybe(richProse),
  champions: maybe(
    fc.oneof(
      prose,
      record({
        people: fc.array(record({ name: line, nick: maybe(word), email: maybe(word), company: maybe(line) }), { maxLength: 2 }),
        text: maybe(prose),
      }),
    ),
  ),
  gerrit: maybe(record({ topic: maybe(word), hashtags: maybe(fc.array(word, { maxLength: 2 })), text: maybe(prose) })),
  tracking: maybe(
    fc.oneof(
      prose,
      record({
        trackers: fc.array(record({ name: line, url: maybe(url), note: maybe(prose) }), { maxLength: 2 }),
        text: maybe(prose),
      }),
    ),
  ),
  checklist: maybe(
    fc.oneof(prose, fc.array(record({ question: line, status: maybe(line), text: maybe(prose) }), { maxLength: 2 })),
  ),
  criteria: maybe(
    fc.oneof(
      richProse,
      fc.array(
        fc.oneof(
          record({ for: maybe(prose), list: maybe(marker), items: fc.array(prose, { maxLength: 2 }) }),
          record({ name: maybe(line), date: maybe(line), criteria: fc.array(prose, { maxLength: 2 }) }),
          entry,
        ),
        { maxLength: 3 },
      ),
    ),
  ),
  references: maybe(fc.oneof(richProse, entries)),
  current: maybe(
    fc.oneof(
      richProse,
      fc.array(
        fc.oneof(
          record({ date: maybe(fc.constant('2017-01-12')), intro: maybe(prose), projects: fc.array(line, { maxLength: 3 }) }),
          entry,
        ),
        { maxLength: 3 },
      ),
    ),
  ),
  teamsIntro: maybe(richProse),
  teams: maybe(fc.uniqueArray(team, { maxLength: 5, selector: (value) => value.name })),
  sections: maybe(fc.array(record({ title: line, body: richProse, level: maybe(fc.constant(0)) }), { maxLength: 3 })),
  layout: maybe(
    record({
      whole: maybe(fc.boolean()),
      sections: maybe(fc.array(line, { maxLength: 4 })),
      headings: maybe(
        fc.dictionary(
          text.filter((key) => key !== '__proto__'),
          line,
          { maxKeys: 3, noNullPrototype: true },
        ),
      ),
      adornments: maybe(fc.array(fc.constantFrom('=', 'overlined =', 'inset =', '-', '~', '"', "'", '#'), { maxLength: 3 })),
    }),
  ),
}).filter((value) => goalSchema.safeParse(value).success) as fc.Arbitrary<Goal>

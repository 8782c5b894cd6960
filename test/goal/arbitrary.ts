/** Unusual goals that the schema allows: texts that YAML or one of its readers could misread. */
import fc from 'fast-check'
import { goalsFrom } from './from-schema.ts'

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
const prose = text.map((value) => value.trimEnd())
export const line = piece.map((value) => value.replace(/[\n\r\u2028\u2029]/g, '').trim() || 'Saturn')
const word = piece.map((value) => value.replace(/\s/g, '') || 'orbit')
const url = word.map((value) => `https://planets.example/${value}`)
/** Texts for keys whose schema accepts only few texts. */
const own: Record<string, fc.Arbitrary<string>> = {
  url,
  list: fc.constantFrom('*', '-', '#.', '1.', '(a)'),
  adornments: fc.constantFrom('=', 'overlined =', 'inset =', '-', '~', '"', "'", '#'),
  markdown: text,
  headings: text.filter((key) => key !== '__proto__'),
  levels: word.filter((key) => key !== '__proto__'),
}
const words = new Set(['repo', 'nick', 'email', 'topic', 'topics', 'hashtags', 'after'])
const lines = new Set(
  'profile title text name deliverable state release question status label company projects gone sections'.split(' '),
)

export const goal = goalsFrom((key, path, isKey) => {
  if (path.join('.') === 'current.date') return fc.constant('2017-01-12')
  if (path.join('.') === 'gerrit.text' || path.join('.') === 'checklist.text') return prose
  if (path[0] === 'layout' && path[1] === 'headings' && !isKey) return line
  return own[key] ?? (words.has(key) ? word : lines.has(key) || path.join('.') === 'criteria.date' ? line : prose)
})

/** Directives with all their options. */
import fc from 'fast-check'
import { indent } from './places.ts'
import { contents, values } from './values.ts'

/** Each directive of docutils with its options. */
const signatures: Readonly<Record<string, string>> = {
  attention: 'class name',
  note: 'class name',
  admonition: 'class name',
  image: 'alt height width scale align target class name loading',
  figure: 'alt height width scale align target class name figwidth figclass figname loading',
  topic: 'class name',
  sidebar: 'subtitle class name',
  'line-block': 'class name',
  'parsed-literal': 'class name',
  code: 'class name number-lines',
  math: 'class name nowrap',
  rubric: 'class name',
  epigraph: 'class name',
  highlights: '',
  'pull-quote': '',
  compound: 'class name',
  container: 'name class',
  table: 'align class name width widths',
  'csv-table': 'header-rows stub-columns header width widths file url encoding class name align delim keepspace quote escape',
  'list-table': 'header-rows stub-columns width widths class name align',
  contents: 'depth local backlinks class',
  sectnum: 'depth start prefix suffix',
  'section-numbering': 'depth',
  header: '',
  footer: '',
  'target-notes': 'class name',
  title: '',
  meta: '',
  include: 'literal code encoding parser start-line end-line start-after end-before tab-width number-lines class name',
  raw: 'file url encoding class',
  replace: '',
  unicode: 'ltrim rtrim trim',
  date: '',
  class: '',
  'rst-class': '',
  role: 'class format language',
  'default-role': '',
  'restructuredtext-test-directive': 'option',
  unheard: 'class',
}
const names = Object.keys(signatures)

const argumentOf: Readonly<Record<string, readonly string[]>> = {
  image: ['mars.png', 'two words.png', '../a.png\n   b.png', 'a*b*.png'],
  figure: ['mars.png', 'a b.png'],
  'csv-table': ['Moons', '*Moons*', 'a\n   b'],
  table: ['Moons', '`moons`_'],
  'list-table': ['Moons'],
  raw: ['html', 'html latex', 'HTML'],
  role: [
    'red',
    'red(strong)',
    'red(code)',
    'red(raw)',
    'red (emphasis)',
    'red(unheard)',
    'red()',
    'a b',
    'red(',
    'Red(sub)',
    'red(red)',
  ],
  'default-role': ['strong', 'red', 'unheard', 'a b', 'math'],
  code: ['python', 'rst', 'mars', 'python rst'],
  unicode: ['0x41 B', '0xA9 mars .. a', 'U+110000', '0xD800', '&#x2642; 9794', 'x41 \\u2642', '.. mars'],
  date: ['%Q', '%%', 'x'],
  class: ['big', 'big Bang', '1', '*', 'a_b'],
  'rst-class': ['big', '-'],
  meta: [':keywords: mars', 'x'],
  title: ['Sky', 'a\n   b'],
  include: ['mars.txt', '<isonum.txt>'],
}

export const directiveNamed = (name: string) => {
  const options = fc.array(
    fc.tuple(
      fc.oneof(
        {
          weight: 8,
          arbitrary: fc.constantFrom(
            ...(signatures[name]!.split(' ').filter(Boolean).length ? signatures[name]!.split(' ') : ['class']),
          ),
        },
        { weight: 1, arbitrary: fc.constantFrom('Class', 'unheard', 'name x', 'class', 'a:b', '*a*', 'na\\me') },
      ),
      values,
    ),
    { maxLength: 3 },
  )
  const argument = fc.oneof(
    { weight: 2, arbitrary: fc.constantFrom(...(argumentOf[name] ?? ['Mars', 'Mars *Vega*'])) },
    { weight: 1, arbitrary: fc.constant('') },
    { weight: 1, arbitrary: values },
  )
  return fc
    .tuple(
      argument,
      options,
      fc.option(contents, { freq: 3 }),
      fc.constantFrom('\n\n', '\n\n', '\n\n', '\n', '\n\n\n'),
      fc.constantFrom('   ', '   ', '   ', '  ', ' ', '        '),
    )
    .map(([given, fields, content, between, by]) => {
      const first = given ? `.. ${name}:: ${given.replaceAll('\n  b', '\n   b')}` : `.. ${name}::`
      const head = [
        first,
        ...fields.map(([option, value]) => `${by}:${option}:${value ? ` ${value.replaceAll('\n', `\n${by}`)}` : ''}`),
      ].join('\n')
      return content === null ? head : head + between + indent(content, by)
    })
}
export const directive = fc.constantFrom(...names).chain(directiveNamed)

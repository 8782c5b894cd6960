/** Markdown with every kind of node, and with characters that RST reads as markup. */
import fc from 'fast-check'

const nasty = [
  '*',
  '**',
  '_',
  '__',
  '`',
  '``',
  '|',
  '\\',
  ':',
  '::',
  '..',
  '.. ',
  '- ',
  '+ ',
  '1. ',
  '1) ',
  'A. ',
  'a) ',
  '(i) ',
  '#. ',
  '# ',
  '> ',
  '>>> ',
  '--',
  '----',
  '====',
  '~~~',
  '-a',
  '--all',
  '/V',
  ':name: ',
  ':ref:`x`',
  '[1]_',
  '[x]',
  '[^n]',
  '<',
  '>',
  '<x>',
  '<b>',
  '&amp;',
  '&nbsp;',
  '&#10;',
  '!',
  '[',
  ']',
  '(',
  ')',
  '"',
  "'",
  '“',
  '’',
  '«',
  '…',
  '—',
  '• ',
  '{',
  '}',
  '+--+',
  '==  ==',
  '| ',
  '|x|',
  '_`x`',
  '`x`_',
  '`x`__',
  'https://mars.example/a_',
  'https://mars.example/a*b*',
  '<https://mars.example/x_>',
  'www.mars.example',
  'pluto@mars.example',
  'tel:123',
  'mailto:a@b.example',
  'PEP 8',
  'init__',
  '__init__',
  'a_',
  '_a',
  'x_y_z',
  'a*b',
  '2*3*4',
  '\u00a0',
  '\u2028',
  '\x85',
  '\x0b',
  '\u3000',
  '\u200b',
  '日本',
  '🪐',
  '😀*',
  '..  note::x',
  '.. image:: x',
  '__ x',
]
const words = ['Mars', 'dome', 'the', 'a', 'I', 'orbit', 'Intro.', 'See', '10', 'v', 'x', '*', 'C.', 'note', 'Ünder']
const text = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...words) },
      { weight: 3, arbitrary: fc.constantFrom(...nasty) },
      { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 4 }) },
    ),
    {
      minLength: 1,
      maxLength: 6,
    },
  )
  .chain((parts) =>
    fc
      .array(fc.constantFrom(' ', ' ', '', '\n', '  \n'), { minLength: parts.length, maxLength: parts.length })
      .map((gaps) => parts.map((part, at) => part + gaps[at]).join('')),
  )
const flat = text.map((value) => value.replace(/[\n\r]/g, ' '))

const { phrase } = fc.letrec<{ phrase: string }>((tie) => ({
  phrase: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    flat,
    fc.tuple(fc.constantFrom('*', '**', '_', '***'), tie('phrase')).map(([mark, inner]) => `${mark}${inner.trim()}${mark}`),
    fc.tuple(fc.constantFrom('`', '``'), flat).map(([mark, inner]) => mark + inner + mark),
    fc
      .tuple(tie('phrase'), fc.constantFrom('https://mars.example', 'dome.html', 'https://a.example/x_y_', '<a b>', ''))
      .map(([inner, url]) => `[${inner}](${url})`),
    fc.tuple(tie('phrase'), fc.constantFrom('p', 'q')).map(([inner, to]) => `[${inner}][${to}]`),
    fc.tuple(flat, fc.constantFrom('dome.png', 'https://mars.example/i.png')).map(([alt, url]) => `![${alt}](${url})`),
    fc.constantFrom('[^n]', '[^1]', '![map][p]', '[![alt](i.png)](u.html)', '~x'),
    fc.array(tie('phrase'), { minLength: 2, maxLength: 4 }).map((parts) => parts.join('')),
    fc.array(tie('phrase'), { minLength: 2, maxLength: 4 }).map((parts) => parts.join(' ')),
  ),
}))

const { block } = fc.letrec<{ block: string }>((tie) => {
  const nested = fc.array(tie('block'), { minLength: 1, maxLength: 3 }).map((blocks) => blocks.join('\n\n'))
  const behind = (marker: string, inner: string) => marker + inner.replace(/\n(?=[^\n])/g, `\n${' '.repeat(marker.length)}`)
  const items = (markers: readonly string[]) =>
    fc
      .tuple(fc.array(nested, { minLength: 1, maxLength: 3 }), fc.constantFrom('\n', '\n\n'), fc.constantFrom(...markers))
      .map(([all, gap, marker]) => all.map((inner) => behind(marker, inner)).join(gap))
  return {
    block: fc.oneof(
      { maxDepth: 3 },
      { weight: 4, arbitrary: text },
      { weight: 4, arbitrary: phrase },
      { weight: 1, arbitrary: fc.tuple(phrase, phrase).map(([a, b]) => `${a}\\\n${b}`) },
      { weight: 1, arbitrary: items(['- ', '* ', '+ ']) },
      { weight: 1, arbitrary: items(['1. ', '3) ', '0. ', '10. ']) },
      { weight: 1, arbitrary: items(['- [ ] ', '- [x] ']) },
      { weight: 1, arbitrary: nested.map((inner) => inner.replace(/^/gm, '> ')) },
      {
        weight: 1,
        arbitrary: fc
          .tuple(fc.constantFrom('', 'python', 'yaml', 'nonsense', 'c++', 'rst'), text)
          .map(([lang, inner]) => `~~~${lang}\n${inner}\n~~~`),
      },
      { weight: 1, arbitrary: text.map((inner) => inner.replace(/^/gm, '    ')) },
      {
        weight: 1,
        arbitrary: fc
          .array(fc.tuple(phrase, phrase), { minLength: 1, maxLength: 3 })
          .map((rows) =>
            rows.map(
              (cells) => `| ${cells.map((cell) => cell.replace(/[\n\r]/g, ' ').replace(/(?<!\\)\|/g, '\\|')).join(' | ')} |`,
            ),
          )
          .map(([head, ...body]) => [head, '|:--|--:|', ...body].join('\n')),
      },
      { weight: 1, arbitrary: fc.constantFrom('---', '![dome](dome.png)', '[![dome *x*](dome.png)](u_)', '<b>x</b>') },
      { weight: 1, arbitrary: fc.tuple(fc.constantFrom('# ', '## ', '### '), flat).map(([mark, inner]) => mark + inner) },
    ),
  }
})

const definitions =
  'Read [p], [the *plan*][q] and the notes.[^n][^1]\n\n[p]: https://mars.example/plan_\n[q]: <dome 1.html>\n\n[^n]: A note, with *stars*.\n\n    - And a list.\n[^1]: Another_ one.'

export const markdown = fc
  .tuple(fc.array(block, { minLength: 1, maxLength: 4 }), fc.boolean())
  .map(([blocks, defined]) => [...blocks, ...(defined ? [definitions] : [])].join('\n\n'))

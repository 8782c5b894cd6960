/** Enumerated lists, titles, option lists and tables. */
import fc from 'fast-check'

export const enumerators = fc
  .tuple(
    fc.constantFrom('%.', '%)', '(%)', '%'),
    fc.array(
      fc.constantFrom(
        '1',
        '2',
        '3',
        '#',
        'a',
        'b',
        'A',
        'B',
        'i',
        'ii',
        'iii',
        'I',
        'II',
        'iv',
        'c',
        'd',
        'C',
        'D',
        'm',
        'mm',
        'MCM',
        '0',
        '10',
        '00',
        'z',
        'h',
        'ivx',
        '-1',
      ),
      { minLength: 1, maxLength: 4 },
    ),
    fc.constantFrom('\n', '\n', '\n\n', '\n\n\n', '\nmore\n'),
    fc.constantFrom(' x', ' x', '', '  x', '\n   x', '\tx', ' x\ny', ' x::'),
  )
  .map(([form, ordinals, between, text]) => ordinals.map((each) => form.replace('%', each) + text).join(between))

export const adornments = fc
  .tuple(
    fc.constantFrom(...'!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~'),
    fc.nat({ max: 9 }),
    fc.constantFrom('Mars', 'Io', 'A', '天文', 'Mars *open', '1. Mars', '* Mars', 'Mars::', ' Mars', '....', ''),
    fc.nat({ max: 9 }),
    fc.constantFrom('', '', ' ', '\n'),
  )
  .map(
    ([character, above, title, below, end]) =>
      [above > 4 ? character.repeat(above) : undefined, title, character.repeat(below)]
        .filter((line) => line !== undefined)
        .join('\n') + end,
  )

export const optionLists = fc
  .array(
    fc.tuple(
      fc.constantFrom(
        '-a',
        '-b FILE',
        '-cX',
        '-c<x y>',
        '--long',
        '--long=X',
        '--long X',
        '--long=<a,b>',
        '/V',
        '/V X',
        '-a, --all',
        '-a X, --all=X',
        '-a,--all',
        '--a b c',
        '-',
        '--',
        '-1',
        '+x',
        '--l_o-n.g',
        '-a=b',
        '--long= X',
        '-a <b',
        '--x=[y]',
      ),
      fc.constantFrom('  text', '  text\n    more', '\n    below', '', ' text', '  *open', '\n\n    far', '  a::\n\n      b'),
    ),
    { minLength: 1, maxLength: 3 },
  )
  .map((items) => items.map(([option, text]) => option + text).join('\n'))

export const tableRows = fc
  .tuple(
    fc.constantFrom('===  ===', '=== ===', '===  ===  ===', '=    =', '=====', '==  ==='),
    fc.array(
      fc.constantFrom(
        '1    2',
        'abc  def',
        'abcdef',
        '     x',
        '',
        '---  ---',
        '--------',
        '- a  - b',
        '\\    x',
        '1',
        'a*b  c*',
        '===  ===',
        ' 1   2  overflow',
        '..   x',
        '天文 x',
      ),
      { maxLength: 5 },
    ),
    fc.constantFrom('===  ===', '=== ===', '', '===  ===  ===', '===  ===\ntext', '===  ==='),
  )
  .map(([top, rows, bottom]) => [top, ...rows, bottom].join('\n'))
export const gridRows = fc
  .array(
    fc.constantFrom(
      '+---+---+',
      '+---+---+',
      '+---+---+',
      '+===+===+',
      '+-------+',
      '|   +---+',
      '+---+   |',
      '| a | b |',
      '| a     |',
      '|*a*|[1]|',
      '|   | b |',
      '| a | b',
      '| a | b | c',
      '|- a| *b|',
      '+---+--+',
      '',
      '| 天| b |',
      '|天 | b |',
      '|..x| b |',
    ),
    { minLength: 2, maxLength: 8 },
  )
  .map((lines) => ['+---+---+', ...lines, '+---+---+'].join('\n'))

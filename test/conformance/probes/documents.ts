/** What concerns a document as a whole: front matter, notes and transforms. */
import fc from 'fast-check'
import { directiveNamed } from './directives.ts'

const fields = fc
  .array(
    fc.tuple(
      fc.constantFrom(
        'Author',
        'Authors',
        'Date',
        'Version',
        'Status',
        'Abstract',
        'Dedication',
        'Copyright',
        'Contact',
        'Address',
        'Organization',
        'Revision',
        'Field',
        'Autor',
        'Datum',
        'a b',
        'orphan',
        '*x*',
        'a\\:b',
        'Auteur',
        'author:',
        'Zusammenfassung',
        'Fecha',
        'Autores',
        'Widmung',
        'Résumé',
      ),
      fc.constantFrom(
        'Kepler',
        'Kepler; Tycho',
        'Kepler, Tycho',
        '',
        'a@b.c',
        '$Date: 2001/08/17 $',
        '$Revision: 1.2 $',
        '$RCSfile: a,v $',
        'One\n\n   Two',
        '* Kepler\n  * Tycho',
        '- Kepler',
        '*Kepler*',
        'a |vega|',
        '`mars`_',
        '\n   Kepler\n   Tycho',
        '*open',
        '.. note:: x',
        'T. Brahe',
        'A. B; C. D',
        '1. a',
        ';',
        ',',
        'http://mars.example',
        '[1]_',
        '| a\n  | b',
        '$Id$',
        '$x: y $ z',
      ),
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((rows) => rows.map(([name, body]) => `:${name}:${body ? ` ${body}` : ''}`).join('\n'))
export const frontMatter = fc
  .tuple(
    fc.constantFrom(
      '',
      'Title\n=====\n\n',
      'Title\n=====\n\nSub\n---\n\n',
      '.. comment\n\n',
      '.. _mars:\n\n',
      '.. meta::\n   :a: b\n\n',
      '.. |vega| replace:: star\n\n',
      '.. header:: x\n\n',
      '----\n\n',
      '.. class:: big\n\n',
      '.. contents::\n\n',
    ),
    fields,
    fc.constantFrom('', '\n\nText.', '\nText.', '\n\nSection\n=======\n\nText'),
  )
  .map(([before, list, after]) => before + list + after)

export const notes = fc
  .array(
    fc.constantFrom(
      '[1]_',
      '[2]_',
      '[#]_',
      '[#]_',
      '[#a]_',
      '[#b]_',
      '[*]_',
      '[*]_',
      '[CIT]_',
      '[cit]_',
      'CIT_',
      'a_',
      '1_',
      '|vega|',
      '`a`_',
      '`b c`__',
      'x__',
      '|vega|_',
      '[CIT 1]_',
      '[a.b]_',
      '_`spot`',
      'spot_',

      '\n.. [1] one\n',
      '\n.. [2] two\n',
      '\n.. [#] auto\n',
      '\n.. [#] auto [#]_\n',
      '\n.. [#a] named\n',
      '\n.. [*] star\n',
      '\n.. [CIT] citation\n',
      '\n.. [cit] again\n',
      '\n.. [1]\n',
      '\n.. [#a] [#b]_\n\n   second\n',
      '\n.. [*]\n',
      '\n.. [a.b] dots\n',
      '\n.. [CIT]\n',

      '\n.. _a: b_\n',
      '\n.. _b: a_\n',
      '\n.. _a: http://a.example\n',
      '\n.. _a:\n',
      '\n__ http://x.example\n',
      '\n.. __: a_\n',
      '\n.. __:\n\n',
      '\n.. |vega| replace:: [#]_\n',
      '\n.. |vega| replace:: a_ |vega|\n',
      '\n.. |vega| image:: x.png\n   :target: a_\n',
      '\n.. target-notes::\n',
      '\n.. _`b c`: a_\n',
      '\n.. _vega: |vega|_\n',
      '\n\na\n=\n',
      '\n\nText\n',
      '\n* item\n',
    ),
    { minLength: 1, maxLength: 9 },
  )
  .map((pieces) => pieces.join(' ').replace(/ ?\n ?/g, '\n'))

export const transforms = fc
  .array(
    fc.oneof(
      {
        weight: 3,
        arbitrary: fc.constantFrom(
          'Mars\n====',
          'Venus\n-----',
          'Io\n~~~~',
          '====\nMars\n====',
          'Mars_\n=====',
          'Text',
          '*text',
          'Mars_',
          '----',
          '.. comment',
          'Mars |vega|\n===========',
        ),
      },
      {
        weight: 2,
        arbitrary: fc
          .constantFrom('contents', 'sectnum', 'target-notes', 'class', 'header', 'footer', 'meta', 'title', 'raw')
          .chain(directiveNamed),
      },
      { weight: 1, arbitrary: notes },
    ),
    { minLength: 1, maxLength: 7 },
  )
  .map((blocks) => blocks.join('\n\n'))

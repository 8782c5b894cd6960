import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { markdownToRst, renderGoal } from '../../../src/document/index.ts'
import { docutilsMessages } from '../../../src/rst/index.ts'
import { askDocutils, isCrash, whyNoDocutils } from '../../conformance/oracle.ts'
import { markdown } from './arbitrary.ts'
import { wordsOfMarkdown, wordsOfRst } from './words.ts'

const written: Record<string, [markdown: string, rst: string][]> = {
  paragraphs: [
    ['Mars is far.\nPluto is farther.', 'Mars is far.\nPluto is farther.'],
    ['One.\n\nTwo.', 'One.\n\nTwo.'],
    ['Mars &amp; Venus', 'Mars & Venus'],
    ['red  \nand far', '| red\n| and far'],
    ['*red  \nand far* away', '| *red*\n| *and far* away'],
  ],
  'text that RST would read as something else': [
    ['2 * 3 and a_ and \\*', '2 * 3 and a\\_ and *'],
    ['Intro.', 'Intro.'],
    ['A\\. Einstein', 'A\\. Einstein'],
    ['See this::', 'See this\\::'],
    ['See this::\n\n> quoted', 'See this\\::\n\n  quoted'],
    ['Use init__ and a__ b.', 'Use init\\__ and a\\__ b.'],
    ['snake_case and __dunder\\_\\_', 'snake_case and __dunder__'],
    ['\\- not a list', '\\- not a list'],
    ['\\*a\\* and |b|', '\\*a* and \\|b|'],
    ['\\_\\_init__ of \\`x\\`', '__init__ of \\`x`'],
    ['\\[1]_ is text', '\\[1]_ is text'],
    [':name: is text', '\\:name: is text'],
    ['.. note:: is text', '\\.. note:: is text'],
    ['\\>>> orbit()', '\\>>> orbit()'],
    ['a\\\\b', 'a\\\\b'],
    ['Mars\n\\====', 'Mars\n\\===='],
    ['> \\-- Kepler', '  \\-- Kepler'],
    ['> a\n>\n> \\-- Kepler', '  a\n\n  \\-- Kepler'],
    ['tel:123', 'tel\\:123'],
  ],
  marks: [
    ['Mars is *red* and **far**.', 'Mars is *red* and **far**.'],
    ['Call `orbit()` now.', 'Call ``orbit()`` now.'],
    ['Call `` a`b ``.', 'Call ``a`b``.'],
    ['un*frozen*ice', 'un\\ *frozen*\\ ice'],
    ['(*red*)', '(*red*)'],
    ['*a \\* b*', '*a * b*'],
  ],
  'marks inside marks, one of which stays': [
    ['A *first **second*** thing', 'A *first* **second** thing'],
    ['**see [the map](https://mars.example)**', '**see** `the map <https://mars.example>`__'],
    ['[the *red* `map`](https://mars.example)', '`the red map <https://mars.example>`__'],
    ['*call `orbit()`*', '*call* ``orbit()``'],
  ],
  links: [
    ['See [the map](https://mars.example/map).', 'See `the map <https://mars.example/map>`__.'],
    ['[`dome` `x\\`](d.html)', '`dome x\\\\ <d.html>`__'],
    ['[a \\<b\\>](https://mars.example/a_)', '`a <b> <https://mars.example/a\\_>`__'],
    ['<https://mars.example>', 'https://mars.example'],
    ['<https://mars.example/a_>', '`https://mars.example/a_ <https://mars.example/a\\_>`__'],
    ['https://mars.example and www.mars.example.', 'https://mars.example and `www.mars.example <http://www.mars.example>`__.'],
    ['<kepler@mars.example>', 'kepler@mars.example'],
    [
      '[the plan][p] and [p]\n\n[p]: https://mars.example/plan',
      '`the plan <https://mars.example/plan>`__ and `p <https://mars.example/plan>`__',
    ],
    ['[](https://mars.example)', 'https://mars.example'],
    ['[a](<b c>)', '`a <b%20c>`__'],
  ],
  footnotes: [
    ['Far.[^1]\n\n[^1]: Very *far*.', 'Far.\\ [#note-1]_\n\n.. [#note-1] Very *far*.'],
    ['Far.[^far]\n\n[^far]: Very.\n\n    - Iron.', 'Far.\\ [#far]_\n\n.. [#far] Very.\n\n   * Iron.'],
    ['Far.[^a]\n\n[^a]: See.[^b]\n[^b]:\n    - Iron.', 'Far.\\ [#a]_\n\n.. [#a] See.\\ [#b]_\n\n.. [#b]\n   * Iron.'],
  ],
  images: [
    ['![the dome](dome.png)', '.. image:: dome.png\n   :alt: the dome'],
    ['[![the dome](dome.png)](dome.html)', '.. image:: dome.png\n   :alt: the dome\n   :target: dome.html'],
    [
      'The ![dome](dome.png) is ![](a.png).',
      'The |dome| is |image|.\n\n.. |dome| image:: dome.png\n   :alt: dome\n.. |image| image:: a.png\n   :alt:',
    ],
    ['![a][i] ![a][i]\n\n[i]: a.png', '|a| |a-2|\n\n.. |a| image:: a.png\n   :alt: a\n.. |a-2| image:: a.png\n   :alt: a'],
  ],
  lists: [
    ['- one\n- two', '* one\n* two'],
    ['- one\n\n- two', '* one\n\n* two'],
    ['3. one\n4. two', '3. one\n4. two'],
    ['- one\n  1. two\n\n     three', '* one\n\n  1. two\n\n     three'],
    ['- one\n\n1. two', '* one\n\n..\n\n1. two'],
    ['- a\n\n+ b', '* a\n\n..\n\n* b'],
    ['- one\n\n> two', '* one\n\n..\n\n  two'],
    ['- > two', '* ..\n\n    two'],
    ['- [x] mirror\n- [ ] *dome*', '* [x] mirror\n* [ ] *dome*'],
    ['-\n- two', '*\n* two'],
    ['- ```\n  orbit()\n  ```', '* ::\n\n    orbit()'],
  ],
  quotations: [
    ['> quoted', '  quoted'],
    ['> > deep\n>\n> less', '  ..\n\n    deep\n\n  less'],
  ],
  code: [
    ['```python\norbit()\n```', '.. code-block:: python\n\n   orbit()'],
    ['```marsish\norbit()\n```', '::\n\n  orbit()'],
    ['    orbit()\n\n> quoted', '::\n\n  orbit()\n\n..\n\n  quoted'],
    ['```\n```', ''],
  ],
  breaks: [['One.\n\n***\n\nTwo.', 'One.\n\n----\n\nTwo.']],
  headings: [
    ['# Why\n\nBecause.\n\n### How\n\nSo.\n\n## When\n\nNow.', 'Why\n~~~\n\nBecause.\n\nHow\n^^^\n\nSo.\n\nWhen\n^^^^\n\nNow.'],
    ['Ünder 日本\n===', 'Ünder 日本\n~~~~~~~~~~'],
    ['# *Why* `not`', '*Why* ``not``\n~~~~~~~~~~~~~'],
  ],
  tables: [
    ['| a | b |\n|---|---|\n| 1 | 2 |', '+---+---+\n| a | b |\n+===+===+\n| 1 | 2 |\n+---+---+'],
    ['| a |\n|---|', '+---+\n| a |\n+---+'],
    [
      '| a_ | *b* |\n|---|:-:|\n| 日本 | \\| `x` |\n| - |',
      '+------+----------+\n| a\\_  | *b*      |\n+======+==========+\n| 日本 | \\| ``x`` |\n+------+----------+\n| \\-   |          |\n+------+----------+',
    ],
  ],
}

describe.each(Object.entries(written))('markdownToRst writes %s', (_, cases) => {
  it.each(cases)('%j', (source, rst) => {
    expect(markdownToRst(source)).toEqual({ rst, problems: [] })
  })
})

describe('markdownToRst cannot write', () => {
  it.each([
    ['a <b>bold</b> word', '<b>', 'HTML cannot be written as reStructuredText; use Markdown'],
    ['<div>\nx\n</div>', '<div>\nx\n</div>', 'HTML cannot be written as reStructuredText; use Markdown'],
    ['It is ~~near~~ far', '~~near~~', 'reStructuredText has no strikethrough; say it in words'],
    [
      'See [it](a.html "the map")',
      '[it](a.html "the map")',
      'The title of a link cannot be written as reStructuredText; move it into the text',
    ],
    [
      '![it](a.png "the map")',
      '![it](a.png "the map")',
      'The title of an image cannot be written as reStructuredText; move it into the text',
    ],
    ['See [it]()', '[it]()', 'A link needs a URL'],
    ['![it]()', '![it]()', 'An image needs a URL'],
    ['- # Mars', '# Mars', 'A heading is not allowed in a list, a quotation or a footnote'],
    ['---\n\nMars', '---', 'A thematic break is only allowed between two blocks of a section'],
    [
      '```python title="x"\norbit()\n```',
      '```python title="x"\norbit()\n```',
      'reStructuredText cannot hold the words after the language of a code block',
    ],
    ['Mars\n\n[p]: https://mars.example', '[p]: https://mars.example', 'Unused link definition `p`'],
    ['Mars\n\n[^n]: Red.', '[^n]: Red.', 'Unused footnote `n`'],
  ])('%j', (source, part, message) => {
    const offset = source.indexOf(part)
    expect(markdownToRst(source).problems[0]).toEqual({ message, offset, endOffset: offset + part.length })
  })

  it('headings that would begin a section of the document', () => {
    const message = 'A heading here would start a new section of the document; use `sections` for it'
    expect(markdownToRst('# Why', { adornments: [] }).problems).toEqual([{ message, offset: 0, endOffset: 5 }])
  })
})

describe('no word of any Markdown is lost', () => {
  const silent = (rst: string) => docutilsMessages(rst).filter(({ level }) => level >= 2)

  it('as our parser reads it', () => {
    fc.assert(
      fc.property(markdown, (source) => {
        const { rst, problems } = markdownToRst(source)
        if (problems.length > 0) return
        expect(wordsOfRst(rst)).toEqual(wordsOfMarkdown(source))
        expect(silent(rst)).toEqual([])
      }),
      { numRuns: 400 },
    )
  }, 60_000)

  const missing = whyNoDocutils()
  it.skipIf(missing !== undefined)(
    `and docutils reports nothing${missing ? ` (skipped: ${missing})` : ''}`,
    () => {
      const samples = fc.sample(markdown, 300).flatMap((name) => {
        const { rst, problems } = markdownToRst(name)
        return problems.length > 0 ? [] : [{ name, source: rst }]
      })
      const said = askDocutils('verdict', samples).flatMap((answer, at) => {
        const messages = isCrash(answer) ? [answer] : answer.filter(([, level]) => level >= 2)
        return messages.length > 0 ? [{ ...samples[at], messages }] : []
      })
      expect(said).toEqual([])
    },
    60_000,
  )
})

describe('Markdown of a goal', () => {
  it('is written as RST', () => {
    expect(renderGoal({ title: 'Mars', summary: { markdown: '*red*' } })).toContain('\n*red*\n')
  })
})

import { describe, expect, it } from 'vitest'
import { markdownToRst, renderGoal } from '../../src/document/index.ts'

describe('markdownToRst', () => {
  it.each([
    ['Mars is *red* and **far**.', 'Mars is *red* and **far**.'],
    ['Call `orbit()` now.', 'Call ``orbit()`` now.'],
    ['See [the map](https://mars.example/map).', 'See `the map <https://mars.example/map>`__.'],
    ['<https://mars.example>', 'https://mars.example'],
    ['- one\n- two', '* one\n* two'],
    ['1. one\n2. two', '1. one\n2. two'],
    ['> quoted', '  quoted'],
    ['```python\norbit()\n```', '.. code-block:: python\n\n   orbit()'],
    ['2 * 3 and a_ and \\*', '2 \\* 3 and a\\_ and \\*'],
    ['un*frozen*ice', 'un\\ *frozen*\\ ice'],
    ['| a | b |\n|---|---|\n| 1 | 2 |', '+---+---+\n| a | b |\n+===+===+\n| 1 | 2 |\n+---+---+'],
  ])('%j', (markdown, rst) => {
    expect(markdownToRst(markdown)).toEqual({ rst, problems: [] })
  })

  it.each([
    ['a <b>bold</b> word', 2],
    ['![a map](map.png)', 0],
    ['*red **and** far*', 5],
  ])('cannot say %j', (markdown, offset) => {
    expect(markdownToRst(markdown).problems[0]?.offset).toBe(offset)
  })

  it('is prose of a model', () => {
    expect(renderGoal({ title: 'Mars', summary: { markdown: '*red*' } })).toContain('\n*red*\n')
  })
})

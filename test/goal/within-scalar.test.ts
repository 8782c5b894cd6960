import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseModel, positionsOf } from '../../src/goal/index.ts'

/** The YAML source of a part of the summary. */
function sourceOf(yaml: string, part: string): string {
  const { goal, diagnostics } = parseModel(yaml)
  expect(diagnostics).toEqual([])
  const summary = goal!.summary as string
  const offset = summary.indexOf(part)
  const place = positionsOf(goal!)!(['summary'], { offset, endOffset: offset + part.length })!
  return yaml.slice(place.offset, place.endOffset)
}

describe('a part of a text in YAML', () => {
  it.each([
    ['literal block', 'title: Mars\nsummary: |\n  Far.\n\n  Very *far*.\n', '*far*', '*far*'],
    ['literal block with an indentation of its own', 'title: Mars\nsummary: |2-\n    Far.\n  Red.\n', 'Red', 'Red'],
    ['folded block', 'title: Mars\nsummary: >-\n  Very\n  far and\n  red.\n', 'far and red', 'far and\n  red'],
    ['plain', 'title: Mars\nsummary: Very far\n  and red\n', 'far and red', 'far\n  and red'],
    ['single quotes', "title: Mars\nsummary: 'It''s *red*'\n", '*red*', '*red*'],
    ['an escaped quote', "title: Mars\nsummary: 'It''s red'\n", "'s", "''s"],
    ['double quotes', 'title: Mars\nsummary: "It\\n\\n\\x41 \\u2603 *red*"\n', '☃ *red*', '\\u2603 *red*'],
    ['a pair of surrogates', 'title: Mars\nsummary: "\\U0001FA90 *red*"\n', '*red*', '*red*'],
  ])('%s', (_, yaml, part, source) => {
    expect(sourceOf(yaml, part)).toBe(source)
  })

  it('is the whole value if the model has no such text', () => {
    const { goal } = parseModel('title: Mars\nteams: []\n')
    expect(positionsOf(goal!)!(['teams'], { offset: 1, endOffset: 2 })).toMatchObject({ line: 2, column: 8, endColumn: 10 })
  })

  it('is found in any quoted text', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\w{1,5}$/), fc.string({ maxLength: 20 }), (word, before) => {
        const text = `${before} ${word}`
        const { goal } = parseModel(`title: Mars\nsummary: ${JSON.stringify(text)}\n`)
        if (goal?.summary !== text) return
        const yaml = `title: Mars\nsummary: ${JSON.stringify(text)}\n`
        const place = positionsOf(goal)!(['summary'], { offset: text.length - word.length, endOffset: text.length })!
        expect(yaml.slice(place.offset, place.endOffset)).toBe(word)
      }),
    )
  })
})

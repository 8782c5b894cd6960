import fc from 'fast-check'
import { expect, test } from 'vitest'
import { writeList } from '../../src/document/entries.ts'
import { readGoal, renderGoal } from '../../src/document/index.ts'
import { parseModel, stringifyModel } from '../../src/goal/index.ts'
import { type ElementNode, isElement, parseRst } from '../../src/rst/index.ts'
import '../seed.ts'

/** Whether docutils finds something other than paragraphs in an item. */
function hasOtherBlocks(item: string): boolean {
  const [list] = parseRst(`* ${item}`).children as ElementNode[]
  const first = list?.children[0]
  return first !== undefined && isElement(first) && first.children.some((child) => isElement(child) && child.type !== 'paragraph')
}

const piece = fc.constantFrom(
  ...[
    'mars',
    'A',
    '12',
    'i',
    '#',
    '.',
    ')',
    '(',
    ' ',
    '::',
    ':',
    '*',
    '`',
    '|',
    '_',
    '\\',
    '-',
    '+',
    '>>> ',
    'https://mars.example/',
    'é',
    '[1]_',
    '~',
  ],
)

test('a blank line separates the items of a list exactly if one of them has other blocks than a paragraph', () => {
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 6 }), (pieces) => {
      const item = pieces.join('').trim()
      fc.pre(item !== '' && /[.)]/.test(item))
      expect(writeList([item, 'venus'], '*')).toBe(`* ${item}${hasOtherBlocks(item) ? '\n\n' : '\n'}* venus`)
    }),
    { numRuns: 2000 },
  )
})

test.each([
  ['https://mars.example/moons?order=size', '\n'],
  ['mars.', '\n'],
  ['a. mars', '\n\n'],
  ['mars. ::', '\n\n'],
  ['mars. *moons', '\n\n'],
])('%s', (item, separator) => {
  expect(writeList([item, 'venus'], '*')).toBe(`* ${item}${separator}* venus`)
})

test.each(['-', '- mars\n-\n- venus', '- mars\n-  \n', '- mars\n\n  moons'])(
  'a list of projects such as %j is read as a valid model',
  (list) => {
    const document = `Mars\n====\n\nCurrent State / Anticipated Impact\n----------------------------------\n\nThese need lamps:\n\n${list}\n`
    const { goal } = readGoal(document)
    expect(parseModel(stringifyModel(goal))).toMatchObject({ goal, diagnostics: [] })
    expect(readGoal(renderGoal(goal)).goal).toEqual(goal)
  },
)

import { expect, test } from 'vitest'
import { asciiClasses, endsBefore, isIn, runEnd, startsAfter } from '../../src/rst/inline/characters.ts'
import { characterSet } from '../../src/rst/ranges.ts'
import { afterMarkup, beforeMarkup } from '../../src/rst/unicode-tables.ts'
import { isWhitespace } from '../../src/rst/whitespace.ts'

const codes = Array.from({ length: 128 }, (_, code) => code)
const [mayStandBefore, mayStandAfter] = [characterSet(beforeMarkup), characterSet(afterMarkup)]

test('markup starts after and ends before the ASCII characters of the tables, and white space', () => {
  const before = codes.filter((code) => isWhitespace(code) || mayStandBefore(code))
  const after = codes.filter((code) => isWhitespace(code) || mayStandAfter(code) || code === 0)
  expect(codes.filter((code) => startsAfter(String.fromCharCode(code), 1))).toEqual(before)
  expect(codes.filter((code) => endsBefore(String.fromCharCode(code), 0))).toEqual(after)
})

test.each([...asciiClasses.keys()])('runs of class %d end at the first character of another class', (characterClass) => {
  for (const code of [...codes, 0x80, 0xe9, 0x2192]) {
    const text = `é${String.fromCharCode(code).repeat(2)}→`
    expect(runEnd(characterClass, text, 1)).toBe(isIn(characterClass, text, 1) ? 3 : 1)
  }
  expect(runEnd(characterClass, 'mars', 4)).toBe(4)
})

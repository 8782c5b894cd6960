/** The words of two documents are compared by their passages; equal passages at both ends are not split into words. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { hasSameWords, type Passage, passagesOf } from '../../src/lint/words.ts'
import { parseRst } from '../../src/rst/index.ts'

const of = (source: string) => passagesOf({ tree: parseRst(source), source })

it('finds the passages of a document', () => {
  const source = `Orbit
=====

3. Io *and* Europa

.. a comment

== ==
b  a
== ==
`
  expect(of(source)).toEqual([
    { text: 'Orbit', isUnordered: false },
    { text: '3', isUnordered: false },
    { text: 'Io and Europa', isUnordered: false },
    { text: 'b\na', isUnordered: true },
  ])
})

it.each([
  ['Io\n\nIo and Europa\n', 'Io and Europa\n', true],
  ['Io\n\n*****\n\nIo\n', 'Io\n', true],
  ['Io and\nand Europa\n', 'Io\nand Europa\n', true],
  ['Io\nand Europa\n', 'Io and\nand Europa\n', false],
  ['Io and Europa\n', 'Io Europa\n', false],
  ['Io:\n* Europa\n', 'Io:\n\n* Europa\n', true],
  ['Io\n', '', false],
])('%j and %j', (before, after, isSame) => {
  expect(hasSameWords(of(before), of(after))).toBe(isSame)
})

it('says the same as a comparison of all words', () => {
  const passage = fc.record({
    text: fc.array(fc.constantFrom('a', 'b', '*'), { maxLength: 4 }).map((words) => words.join(' ')),
    isUnordered: fc.boolean(),
  })
  const document = fc.array(passage, { maxLength: 6 })
  const all = (passages: readonly Passage[]) =>
    passages.flatMap(({ text, isUnordered }) => {
      const words = text.match(/\w/g) ?? []
      return isUnordered ? words.sort() : words
    })
  /** The shapes of words without repetitions, and how often each word is there. */
  const runs = (words: readonly string[]) => {
    const lengths: [string, number][] = []
    for (const word of words) {
      if (lengths.at(-1)?.[0] === word) lengths.at(-1)![1]++
      else lengths.push([word, 1])
    }
    return lengths
  }
  const isReduced = (before: readonly Passage[], after: readonly Passage[]) => {
    const [a, b] = [runs(all(before)), runs(all(after))]
    return a.length === b.length && a.every(([word, count], index) => word === b[index]![0] && count >= b[index]![1])
  }
  const without = fc.tuple(document, fc.array(fc.nat(5))).map(([before, gone]): [Passage[], Passage[]] => {
    return [before, before.filter((_, index) => !gone.includes(index))]
  })
  fc.assert(
    fc.property(fc.oneof(without, fc.tuple(document, document)), ([before, after]) => {
      expect(hasSameWords(before, after)).toBe(isReduced(before, after))
    }),
    { numRuns: 2000 },
  )
})

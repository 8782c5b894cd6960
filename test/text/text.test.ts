import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  applyEdits,
  canonicalName,
  commonSubsequence,
  differingParts,
  editDistance,
  escapePattern,
  globMatcher,
  isSame,
  lineIndexAt,
  linesOf,
  longestRising,
  nearest,
  oneLine,
  placeOf,
  placesIn,
  plainTitle,
  plainWords,
  surplus,
  withoutBlankEnds,
  withoutEnd,
} from '../../src/text/index.ts'

describe('lines', () => {
  test('end with LF, CRLF or CR, and the last line may have no ending', () => {
    expect(linesOf('Mars\r\n\rIo\nPhobos')).toEqual([
      { number: 1, text: 'Mars', offset: 0, end: 4, next: 6, ending: '\r\n' },
      { number: 2, text: '', offset: 6, end: 6, next: 7, ending: '\r' },
      { number: 3, text: 'Io', offset: 7, end: 9, next: 10, ending: '\n' },
      { number: 4, text: 'Phobos', offset: 10, end: 16, next: 16, ending: '' },
    ])
    expect(linesOf('')).toEqual([])
    expect(linesOf('\n')).toHaveLength(1)
  })

  test('contain every offset exactly once', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'bc', '\n', '\r\n', '\r')), (parts) => {
        const source = parts.join('')
        const lines = linesOf(source)
        expect(lines.map(({ text, ending }) => text + ending).join('')).toBe(source)
        const starts = [...lines.slice(1).map((line) => line.offset), source.length]
        expect(lines.map(({ next }) => next)).toEqual(lines.length === 0 ? [] : starts)
        expect(lines.every(({ end, ending, next }) => end + ending.length === next)).toBe(true)
        for (let offset = 0; offset < source.length; offset++) {
          const line = lines[lineIndexAt(lines, offset)]!
          expect(line.offset <= offset && offset < line.next).toBe(true)
        }
      }),
    )
  })

  test('are counted from 1 in places, and a place after the last newline is on a new line', () => {
    const place = placesIn('Io\nMars\r\n')
    expect(place(0, 2)).toEqual({ line: 1, column: 1, endLine: 1, endColumn: 3, offset: 0, endOffset: 2 })
    expect(place(4, 9)).toEqual({ line: 2, column: 2, endLine: 3, endColumn: 1, offset: 4, endOffset: 9 })
    // Between the two characters of an ending it is still the line's end.
    expect(place(8, 8)).toEqual({ line: 2, column: 5, endLine: 2, endColumn: 5, offset: 8, endOffset: 8 })
    expect(placeOf([], 0, 0)).toEqual({ line: 1, column: 1, endLine: 1, endColumn: 1, offset: 0, endOffset: 0 })
    expect(placesIn('Io')(2, 2)).toMatchObject({ line: 1, column: 3 })
  })
})

describe('edits', () => {
  test('are applied in the order of their places, and at the same place in the given order', () => {
    const edits = [
      { offset: 5, endOffset: 9, text: 'Io' },
      { offset: 0, endOffset: 0, text: 'a' },
      { offset: 0, endOffset: 0, text: 'b' },
      { offset: 9, endOffset: 9, text: '!' },
    ]
    expect(applyEdits('Mars Moon', edits)).toBe('abMars Io!')
    expect(applyEdits('Mars Moon', edits.slice(0, 1), 2, 9)).toBe('rs Io')
  })

  test('give the same text in any order, and text that is inserted stands before what replaces the text behind it', () => {
    const edits = [
      { offset: 0, endOffset: 0, text: 'The ' },
      { offset: 0, endOffset: 4, text: 'Venus' },
      { offset: 5, endOffset: 9, text: 'Sun' },
    ]
    const orders = fc.shuffledSubarray(edits, { minLength: 3 })
    fc.assert(fc.property(orders, (order) => applyEdits('Mars Moon', order) === 'The Venus Sun'))
  })

  test('that overlap are refused', () => {
    expect(() =>
      applyEdits('Mars', [
        { offset: 0, endOffset: 2, text: '' },
        { offset: 1, endOffset: 3, text: '' },
      ]),
    ).toThrow(new RangeError('Cannot apply edits: two of them overlap'))
  })
})

test('characters and blank lines at the ends of a text are removed, also if nothing else is there', () => {
  expect(['Mars**', '**', 'Mars', ''].map((text) => withoutEnd(text, '*'))).toEqual(['Mars', '', 'Mars', ''])
  expect(withoutBlankEnds(' \n\n  Mars\n\n')).toBe('  Mars')
})

describe('globs', () => {
  const matched = (glob: string, ...paths: string[]) => paths.filter(globMatcher([glob]))

  test('without a slash match names in any folder, with a slash they match paths', () => {
    expect(matched('*.rst', 'a.rst', 'goals/a.rst', 'a.rst.txt')).toEqual(['a.rst', 'goals/a.rst'])
    expect(matched('goals/*.rst', 'goals/a.rst', 'goals/x/a.rst', 'old/goals/a.rst', './goals/b.rst', 'goals\\c.rst')).toEqual([
      'goals/a.rst',
      './goals/b.rst',
      'goals\\c.rst',
    ])
    expect(matched('./goals/a.rst', 'goals/a.rst', 'x/goals/a.rst')).toEqual(['goals/a.rst'])
    expect(matched('/a.rst', 'a.rst', 'x/a.rst')).toEqual(['a.rst'])
  })

  test('a folder matches everything below it', () => {
    expect(matched('goals/', 'goals/a.rst', 'x/goals/y/a.rst', 'goals')).toEqual(['goals/a.rst', 'x/goals/y/a.rst'])
    expect(matched('goals', 'goals/a.rst', 'goals', 'goalsposts')).toEqual(['goals/a.rst', 'goals'])
  })

  test('** matches any number of folders, ? one letter, […] one of the letters, {…} one of the alternatives', () => {
    expect(matched('goals/**/a.rst', 'goals/a.rst', 'goals/x/y/a.rst', 'goals/xa.rst')).toEqual([
      'goals/a.rst',
      'goals/x/y/a.rst',
    ])
    expect(matched('goals/**', 'goals/a.rst', 'goals/x/y', 'goal')).toEqual(['goals/a.rst', 'goals/x/y'])
    expect(matched('m?rs', 'mars', 'm/rs', 'mrs')).toEqual(['mars'])
    expect(matched('[a-c]x', 'ax', 'dx')).toEqual(['ax'])
    expect(matched('[!a-c]x', 'ax', 'dx')).toEqual(['dx'])
    expect(matched('[\\]x', '[x', 'ax')).toEqual([])
    expect(matched('{mars,io}.{rst,txt}', 'mars.rst', 'io.txt', 'mars,io.rst', 'moon.rst')).toEqual(['mars.rst', 'io.txt'])
  })

  test('an unpaired bracket or brace matches itself, like any other character', () => {
    expect(matched('a[', 'a[', 'a')).toEqual(['a['])
    expect(matched('a{', 'a{', 'a')).toEqual(['a{'])
    expect(matched('a}', 'a}')).toEqual(['a}'])
    expect(matched('a,b', 'a,b', 'a')).toEqual(['a,b'])
    expect(matched('a.b+c', 'a.b+c', 'axb+c', 'a.bbc')).toEqual(['a.b+c'])
  })
})

describe('names', () => {
  test('each kind of name ignores more: spaces, then capitals, then dashes and punctuation', () => {
    expect(oneLine('  Ring\n of\t Dust ')).toBe('Ring of Dust')
    expect(plainTitle(' Ring\n of  DUST')).toBe('ring of dust')
    expect(canonicalName('Ring-of _Dust')).toBe('ringofdust')
    expect(plainWords('(Ring) of *Dust*!')).toBe('ring of dust')
    expect(plainWords('Der Größte, № 1')).toBe('der größte 1')
  })

  test('the nearest name differs by a typing error', () => {
    expect(nearest('Satrun', ['Mars', 'Saturn'])).toBe('Saturn')
    expect(nearest('io', ['eo', 'Mars'])).toBeUndefined()
    expect(nearest('ios', ['io'])).toBe('io')
    expect(nearest('mars', ['moon', 'marsh', 'Mars'])).toBe('Mars')
    expect(nearest('neptnes', ['neptune'])).toBe('neptune')
    expect(nearest('pluto', ['jupiter'])).toBeUndefined()
    expect(nearest('observatry', ['conservatory', 'observatory'])).toBe('observatory')
    expect(nearest('', ['a'])).toBeUndefined()
  })

  test('the distance counts letters inserted, removed, changed and swapped', () => {
    expect(editDistance('mars', 'mars')).toBe(0)
    expect(editDistance('', 'mars')).toBe(4)
    expect(editDistance('mars', 'amrs')).toBe(1)
    expect(editDistance('mars', 'mrs')).toBe(1)
    expect(editDistance('mars', 'mavs')).toBe(1)
    expect(editDistance('mars', 'masr s')).toBe(2)
    expect(editDistance('saturn', 'neptune', 2)).toBe(3)
    expect(editDistance('io', 'neptune', 2)).toBe(3)
    expect(editDistance('abcd', 'badc')).toBe(2)
  })

  test('the edit distance is that of the whole table', () => {
    /** By its definition: the last characters are equal, changed, removed, inserted or swapped. */
    const distance = (a: string, b: string): number => {
      if (a === '' || b === '') return a.length + b.length
      const [x, y] = [a.slice(0, -1), b.slice(0, -1)]
      const isSwap = a.length > 1 && b.length > 1 && a.at(-1) === b.at(-2) && a.at(-2) === b.at(-1)
      return Math.min(
        distance(x, y) + (a.at(-1) === b.at(-1) ? 0 : 1),
        distance(x, b) + 1,
        distance(a, y) + 1,
        ...(isSwap ? [distance(a.slice(0, -2), b.slice(0, -2)) + 1] : []),
      )
    }
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 })
    const rows: [number[], number[], number[]] = [[], [], []]
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 3 }), (a, b, limit) => {
        const whole = distance(a, b)
        expect(editDistance(a, b)).toBe(whole)
        // What earlier comparisons left in the rows does not count.
        expect(editDistance(a, b, limit, rows)).toBe(Math.min(whole, limit + 1))
        expect(editDistance(a, b, limit)).toBe(Math.min(whole, limit + 1))
      }),
      { numRuns: 300 },
    )
  })

  test('of an expression are escaped', () => {
    const odd = ['a.*+?^$', '{}()|[]\\b'].join('')
    expect(odd.replace(new RegExp(`^${escapePattern(odd)}$`), 'whole')).toBe('whole')
  })
})

describe('lists', () => {
  test('the common subsequence of two lists is a longest one', () => {
    expect(commonSubsequence(['a', 'b', 'c', 'd'], ['a', 'c', 'b', 'd'])).toEqual([
      [0, 0],
      [2, 1],
      [3, 3],
    ])
    expect(commonSubsequence([], ['a'])).toEqual([])
    expect(commonSubsequence(['a', 'a'], ['a'])).toEqual([[0, 0]])
  })

  test('no common subsequence is longer', () => {
    const word = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 7 })
    /** All subsequences, longest first: slow and plain. */
    const longest = (a: readonly string[], b: readonly string[]): number =>
      a.length === 0 || b.length === 0
        ? 0
        : a[0] === b[0]
          ? 1 + longest(a.slice(1), b.slice(1))
          : Math.max(longest(a.slice(1), b), longest(a, b.slice(1)))
    fc.assert(
      fc.property(word, word, (a, b) => {
        const pairs = commonSubsequence(a, b)
        expect(pairs.every(([i, j]) => a[i] === b[j])).toBe(true)
        expect(pairs.every(([i, j], at) => at === 0 || (pairs[at - 1]![0] < i && pairs[at - 1]![1] < j))).toBe(true)
        expect(pairs).toHaveLength(longest(a, b))
      }),
    )
  })

  test('the common subsequence of very long lists is nearly as long as possible', () => {
    // Every second line is blank.
    const lines = Array.from({ length: 8000 }, (_, index) => (index % 2 ? '' : `moon ${index}`))
    const fewer = lines.filter((_, index) => index % 70 !== 4)
    const edited = fewer.flatMap((line, index) => (index % 90 === 7 ? ['a comet', line] : [line]))
    expect(commonSubsequence(lines, edited)).toHaveLength(fewer.length)
    const others = lines.map((_, index) => `comet ${index}`)
    expect(commonSubsequence(lines, others)).toEqual([])
    expect(commonSubsequence([...lines, 'mars', ...others], [...others, 'mars', ...lines]).length).toBeGreaterThan(7999)
  })

  test('the parts outside of the common subsequence differ, whatever the size of the table', () => {
    const word = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 12 })
    fc.assert(
      fc.property(word, word, fc.nat(40), (a, b, cells) => {
        const pairs = commonSubsequence(a, b, cells)
        expect(pairs.every(([i, j]) => a[i] === b[j])).toBe(true)
        expect(pairs.every(([i, j], at) => at === 0 || (pairs[at - 1]![0] < i && pairs[at - 1]![1] < j))).toBe(true)
        let [made, at] = [[] as string[], 0]
        for (const part of differingParts(a, b)) {
          made = [...made, ...a.slice(at, part.a), ...b.slice(part.b, part.bEnd)]
          at = part.aEnd
        }
        expect([...made, ...a.slice(at)]).toEqual(b)
      }),
    )
  })

  test('items that a list has more often than another are surplus; the last ones are left', () => {
    const moons = ['io', 'Io', 'europa', 'IO', 'titan']
    const of = (others: readonly string[]) => surplus(moons, (moon) => moon.toLowerCase(), others)
    expect(of([])).toEqual(moons)
    expect(of(['io', 'titan', 'rhea'])).toEqual(['Io', 'europa', 'IO'])
    expect(of(['io', 'io', 'europa', 'io', 'io', 'titan'])).toEqual([])
  })

  test('the longest rising subsequence has the length of any longest one', () => {
    expect([...longestRising([3, 0, 1, -1, 2])].sort()).toEqual([1, 2, 4])
    expect([...longestRising([2, 1, 0])]).toHaveLength(1)
    expect([...longestRising([-1])]).toEqual([])
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(20), { maxLength: 9 }), (values) => {
        const kept = [...longestRising(values)].sort((a, b) => a - b).map((at) => values[at]!)
        expect(kept).toEqual(kept.toSorted((a, b) => a - b))
        const most = (rest: readonly number[], above: number): number =>
          rest.length === 0 ? 0 : Math.max(most(rest.slice(1), above), rest[0]! > above ? 1 + most(rest.slice(1), rest[0]!) : 0)
        expect(kept).toHaveLength(most(values, -1))
      }),
    )
  })
})

test('values are equal in any order of keys, and a key without a value counts as absent', () => {
  expect(isSame({ moon: [1, { ring: null }], star: undefined }, { moon: [1, { ring: null }] })).toBe(true)
  expect(isSame({ a: 1, b: 2 }, { b: 2, a: 1 })).toBe(true)
  for (const [a, b] of [
    [1, '1'],
    [
      [1, 2],
      [2, 1],
    ],
    [[1], [1, 2]],
    [[], {}],
    [{}, []],
    [{}, null],
    [{ a: 1 }, { a: 1, b: 1 }],
    [{ a: 1, b: 1 }, { a: 1 }],
  ] as const)
    expect(isSame(a, b), JSON.stringify([a, b])).toBe(false)
})

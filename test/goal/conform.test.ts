import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseDocument } from 'yaml'
import { goalShapes } from '../../scripts/shapes.ts'
import { conforming } from '../../src/goal/conform.ts'
import { type Goal, parseModel, positionsOf, stringifyModel } from '../../src/goal/index.ts'
import { readByZod } from '../../src/goal/issues.ts'
import type { GoalProfile } from '../../src/goal/profile-keys.ts'
import { readSimpleYaml, valuesIn } from '../../src/text/index.ts'
import { goal } from './arbitrary.ts'
import { authored } from './authored.ts'
import { goalsFrom } from './from-schema.ts'
import '../seed.ts'

const profile: GoalProfile = {
  name: 'survey',
  sections: [{ key: 'scope' }, { key: 'title' }, { key: 'tasks', kind: 'entries' }, { key: 'tests', kind: 'criteria' }],
}

/** Values that some key does not allow, or zod changes. */
const strange: readonly unknown[] = [
  ...[null, true, 7, 0, 1.5, -1, 41, Number.NaN, '', 'mars', ' mars', 'mars \n\n', 'two\nlines', '2017-01-12', '*', '=+1'],
  ...[
    'https://planets.example',
    'HTTPS://planets.example',
    'done',
    'lines',
    [],
    {},
    ['mars'],
    [undefined],
    { markdown: 'mars \n' },
  ],
  ...[{ name: 'mars' }, { name: 'mars', url: 'x:y' }, { items: [{ items: ['mars\n'] }] }, { rst: 'mars\n' }, new Date(0)],
  ...[{ items: [] }, { for: 'all', items: ['a', { criterion: 'b', release: '2027.1' }] }, { intro: 'a', comment: 7, items: [] }],
]
const keys = ['title', 'markdown', 'name', 'items', 'scope', 'tasks', 'tests', 'written', 'planet', 'url', '__proto__', 'status']

/** A copy of a value with a change at one of its parts, chosen by a number. */
function damaged(value: unknown, part: number, key: string, by: unknown): unknown {
  const copy = structuredClone(value)
  const parts = [...valuesIn(copy)].map((one) => one.value).filter((one) => typeof one === 'object' && one !== null)
  const chosen = parts[part % parts.length] as Record<string, unknown>
  const names = Object.keys(chosen)
  const name = part % 3 === 0 || names.length === 0 ? key : names[part % names.length]!
  if (part % 5 === 0) delete chosen[name]
  else Object.defineProperty(chosen, name, { value: by, enumerable: true, configurable: true, writable: true })
  return copy
}

describe('the shapes of a goal', () => {
  it('are those of the schema; `npm run generate` writes them', () => {
    const committed = readFileSync(join(import.meta.dirname, '../../src/goal/shapes.json'), 'utf8')
    expect(JSON.parse(committed)).toEqual(JSON.parse(JSON.stringify(goalShapes())))
  })

  it('accept a goal as zod does, and return the same', () => {
    let accepted = 0
    let refused = 0
    const change = fc.tuple(fc.nat(9999), fc.constantFrom(...keys), fc.constantFrom(...strange))
    fc.assert(
      fc.property(goal, fc.array(change, { maxLength: 3 }), fc.boolean(), (given, changes, isOwn) => {
        const value = changes.reduce<unknown>((made, [part, key, by]) => damaged(made, part, key, by), given)
        const own = isOwn ? profile : undefined
        const found = conforming(value, own)
        const { goal: wanted } = readByZod(value, own, 1000)
        // What is unusual is left to zod, which may accept it.
        if (!found) refused += wanted ? 0 : 1
        else {
          accepted++
          expect(wanted).toEqual(found)
          expect(JSON.stringify(wanted)).toBe(JSON.stringify(found))
        }
        if (changes.length === 0) expect(found).toBeDefined()
      }),
      { numRuns: 800 },
    )
    expect(Math.min(accepted, refused)).toBeGreaterThan(100)
  })

  it('accept the keys that a profile adds, before the teams', () => {
    const value = { title: 'Sky', teams: [], tests: [{ items: ['a\n'] }], scope: { markdown: 'b\n' }, tasks: ['c\n'] }
    const found = conforming(value, profile)
    expect(found).toEqual({ ...value, tests: [{ items: ['a'] }], tasks: ['c'] })
    expect(Object.keys(found!)).toEqual(['title', 'scope', 'tasks', 'tests', 'teams'])
    expect(conforming(value, undefined)).toBeUndefined()
  })
})

/** Texts as people write them, for any key that allows them. */
const plain = goalsFrom(() =>
  fc.constantFrom(
    ...[
      'Chart every comet',
      "Saturn's rings",
      'mars',
      'https://planets.example/1#a',
      '2017-01-12',
      '2027.1',
      '*',
      '=',
      'null',
      '12',
    ],
    ...[
      'See: the chart',
      'a # b',
      'One.\n\nTwo.',
      '* first\n\n  * second',
      ':repo:`sky/chart`',
      '`Sky <https://sky.example>`_',
      '-',
    ],
    ...[
      'A line of many words, which is folded because it is longer than the width that lines of a model have at the most, by far.',
    ],
  ),
)

describe('a model in the common form', () => {
  /** The goal, and the places of all its values. */
  const placed = (text: string) => {
    const { goal: found, diagnostics } = parseModel(text)
    const places = found && positionsOf(found)
    return { found, diagnostics, places: [...valuesIn(found)].map(({ path }) => places?.(path)) }
  }

  it('is read as any other, with the same places', () => {
    let simple = 0
    fc.assert(
      fc.property(plain, fc.nat(), (given: Goal, seed) => {
        for (const text of [stringifyModel(given), authored(given, seed)]) {
          const quick = readSimpleYaml(text)
          if (!quick) continue
          simple++
          expect(JSON.stringify(quick.value)).toBe(JSON.stringify(parseDocument(text).toJS()))
          // A tab in a comment is unusual, and changes nothing.
          expect(placed(text)).toEqual(placed(`${text}#\t\n`))
        }
      }),
      { numRuns: 150 },
    )
    expect(simple).toBeGreaterThan(100)
  })
})

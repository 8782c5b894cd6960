/** Laws of moves: redirects that always arrive, and toctrees that get back what they were. */
import { dirname } from 'node:path/posix'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { followRedirects, pathOfAddress, readRedirects, redirectOf, targetOf } from '../../src/lint/index.ts'
import { CannotError } from '../../src/repository/index.ts'
import { moveRedirects, moveRedirectTests } from '../../src/repository/move/redirects.ts'
import { moveInToctrees } from '../../src/repository/move/toctrees.ts'

const folders = ['/goals', '/goals/pike', '/goals/selected', '/people']
const folder = fc.constantFrom(...folders)
const page = fc.tuple(folder, fc.constantFrom('domes', 'lenses')).map(([place, name]) => `${place}/${name}.html`)
const address = fc.oneof(
  page,
  page,
  fc.constant('https://planets.example/goals/domes.html'),
  page.map((path) => `${path}#top`),
)

const rule = fc.oneof(
  { arbitrary: fc.tuple(page, address).map(([from, to]) => `redirect 301 ${from} ${to}`), weight: 5 },
  fc.tuple(folder, folder).map(([from, to]) => `redirect permanent ${from}/ ${to}/`),
  fc.tuple(folder, folder).map(([from, to]) => `redirectmatch 301 "^${from}/(.*)$" ${to}/$1`),
  fc.tuple(folder, folder).map(([from, to]) => `RedirectMatch ^${from}/.*$ ${to}/lenses.html`),
  page.map((path) => `redirect gone ${path}`),
  fc.constantFrom('# By hand', '', 'Options +Indexes', 'redirect 301'),
)
const rules = fc.array(rule, { maxLength: 8 }).map((lines) => lines.map((line) => `${line}\n`).join(''))

describe('redirects', () => {
  test('hops end at an address without a redirect, on another host, or are reported as endless', () => {
    fc.assert(
      fc.property(rules, page, fc.constantFrom(undefined, 'planets.example'), (text, path, host) => {
        const all = readRedirects(text)
        const { hops, isEndless } = followRedirects(all, path, host)
        expect(hops.length).toBeLessThanOrEqual(20)
        const last = hops.at(-1) ?? path
        const isOut = host === undefined && last.startsWith('https:')
        const next = redirectOf(all, pathOfAddress(last))
        expect(isEndless || isOut || next === undefined || next.to === undefined).toBe(true)
        // The same path by one step after another.
        hops.reduce((at, to) => {
          expect(targetOf(redirectOf(all, pathOfAddress(at))!, pathOfAddress(at))).toBe(to)
          return to
        }, path)
      }),
      { numRuns: 1000 },
    )
  })

  const state = fc.constantFrom('/goals/proposed', '/goals/selected', '/goals/pike', '/goals/completed/pike')

  test('every old address of a moved page redirects to it in one step, and other redirects do not change', () => {
    let moved = 0
    fc.assert(
      fc.property(rules, fc.array(state, { minLength: 2, maxLength: 6 }), page, (first, states, other) => {
        let text = first
        // A page that is hidden already is not what redirects are about.
        fc.pre(redirectOf(readRedirects(first), `${states[0]}/catalog.html`) === undefined)
        const published = new Set<string>()
        for (const [at, place] of states.entries()) {
          const [from, to] = [`${states[at - 1]}/catalog.html`, `${place}/catalog.html`]
          published.add(to)
          if (at === 0 || from === to) continue
          const before = text
          try {
            text = moveRedirects(text, { from, to }, '.htaccess')
          } catch (error) {
            if (!(error instanceof CannotError)) throw error
            return
          }
          moved++
          const [old, now] = [readRedirects(before), readRedirects(text)]
          for (const path of published) expect([path, followRedirects(now, path).hops]).toEqual([path, path === to ? [] : [to]])
          const led = followRedirects(old, other)
          if (!led.isEndless && led.hops.at(-1) !== from) expect(followRedirects(now, other)).toEqual(led)
          if (!led.isEndless && led.hops.at(-1) === from) expect(followRedirects(now, other).hops.at(-1)).toBe(to)
          const tests = moveRedirectTests('', { from, to }, text)
          for (const line of tests.split('\n').slice(0, -1)) {
            const [path = '', code, target = ''] = line.split(' ')
            expect([path, redirectOf(now, path)?.code, followRedirects(now, path).hops]).toEqual([path, code, [target]])
          }
          // There and back, again and again, adds nothing.
          const round = (at: string) =>
            moveRedirects(moveRedirects(at, { from: to, to: from }, '.htaccess'), { from, to }, '.htaccess')
          const once = round(text)
          expect(round(once).split('\n').sort()).toEqual(once.split('\n').sort())
        }
      }),
      { numRuns: 1000 },
    )
    expect(moved).toBeGreaterThan(500)
  })
})

describe('toctrees', () => {
  const title = (name: string) => `${name}\n${'='.repeat(name.length)}\n`
  const toctree = (...lines: string[]) => `\n.. toctree::\n${lines.map((line) => (line === '' ? '\n' : `   ${line}\n`)).join('')}`
  const listing = fc.constantFrom('pattern', 'names', 'none')

  /** Pages below `goals`: each folder has goals and an index page that lists them by a pattern, by their names, or not at all. */
  const site = fc
    .record({
      proposed: listing,
      selected: listing,
      pike: listing,
      words: fc.constantFrom('', '\nBy hand.\n'),
      others: fc.subarray(['goals/proposed/lenses', 'goals/selected/mirrors', 'goals/completed/pike/clocks']),
    })
    // A folder without an index page among others with one gets one.
    .filter(({ proposed, selected }) => proposed !== 'none' || selected === 'none')
    .map(({ proposed, selected, pike, words, others }) => {
      const pages = new Map<string, string>([
        ['index', title('Observatory') + toctree('', 'goals/index')],
        ...[...others, 'goals/proposed/catalog'].map((name) => [name, title('Goal')] as const),
      ])
      const below = (place: string) =>
        [...pages.keys()].filter((name) => name.startsWith(`${place}/`)).map((name) => name.slice(place.length + 1))
      const add = (place: string, kind: string) => {
        const names = below(place)
        const lists = kind === 'pattern' && names.length > 0 ? toctree(':glob:', '', '*') : toctree('', ...names)
        if (kind !== 'none') pages.set(`${place}/index`, title('Goals') + (names.length > 0 ? lists : '') + words)
      }
      add('goals/proposed', proposed)
      add('goals/selected', selected)
      add('goals/completed/pike', pike)
      const entries = [...pages.keys()]
        .filter((name) => name.startsWith('goals/') && (name.endsWith('/index') || !pages.has(`${dirname(name)}/index`)))
        .map((name) => name.slice('goals/'.length))
        // A goal comes back to the end of a list.
        .sort((a, b) => Number(a === 'proposed/catalog') - Number(b === 'proposed/catalog'))
      pages.set('goals/index', title('Goals') + toctree('', ...entries))
      return pages
    })

  test('moving a goal forth and back leaves every page unchanged', () => {
    fc.assert(
      fc.property(site, fc.constantFrom('selected', 'completed/pike', 'completed/rocky'), (before, state) => {
        const pages = new Map(before)
        const go = (from: string, to: string) => {
          const text = pages.get(from)!
          pages.delete(from)
          pages.set(to, text)
          moveInToctrees({ pages, goals: 'goals' }, from, to)
        }
        const round = () => {
          go('goals/proposed/catalog', `goals/${state}/catalog`)
          go(`goals/${state}/catalog`, 'goals/proposed/catalog')
          return Object.fromEntries(pages)
        }
        const once = round()
        // The folder of a state gets an index page where its neighbour has one, and keeps it.
        if (before.has('goals/proposed/index') === before.has('goals/selected/index'))
          expect(once).toEqual(Object.fromEntries(before))
        expect(round()).toEqual(once)
      }),
      { numRuns: 500 },
    )
  })
})

/** The laws of fixes over fixtures, real documents where they are there, and inventions. `scripts/fix-laws.ts` holds many more up to them. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Diagnostic, fixAll, lint, lintInSteps } from '../../src/lint/index.ts'
import { parseRst } from '../../src/rst/index.ts'
import { edited } from '../conformance/edits.ts'
import { inventions } from '../conformance/inventions.ts'
import { type Sample, whyNoDocutils } from '../conformance/oracle.ts'
import { corpus, fixtures, foreign, whyNoCorpus } from '../conformance/samples.ts'
import { gridTables, simpleTables } from '../conformance/tables.ts'
import { fixLaws } from './laws.ts'

const docutils = whyNoDocutils() === undefined
if (!docutils) console.warn(`skipped: what docutils says of fixed documents, for ${whyNoDocutils()}`)

const everything = { config: { rules: { 'style/*': 'on', 'team/*': 'on', 'goal/*': 'on', 'link/*': 'on' } } } as const
const broken = (samples: readonly Sample[], options = {}) =>
  fixLaws(samples, options, { docutils }).breaches.map(({ law, sample, detail }) => ({ law, name: sample.name, detail }))
const every = (step: number) => (_: unknown, index: number) => index % step === 0

describe('fixes', () => {
  it('keep their laws on the fixtures of the linter', () => {
    const folder = join(import.meta.dirname, '../fixtures/lint')
    const samples = (readdirSync(folder, { recursive: true }) as string[])
      .filter((file) => file.endsWith('.rst'))
      .sort()
      .map((file) => ({
        name: file,
        source: readFileSync(join(folder, file), 'utf8').replace(/^\.\. expect:[\s\S]*/m, ''),
      }))
    expect(broken(samples)).toEqual([])
    expect(broken(samples.filter(every(3)), everything)).toEqual([])
  })

  it('keep their laws if two fixes undo each other, or if one never ends', () => {
    const sources = [
      '.. todo:: *\n .. dust\n',
      '.. todo::\n  .\n * Mars\n',
      '.. todo:: Mars\n * Venus\n',
      '#. Mars\nvenus\n',
      '\n  mars ',
      '  mars\n* Venus\nvenus\nVenus\n',
      'Mars\n=\nGerrit Topic\n~~~~\n====\n:\n mars\nCompletion Criteria\n====\n',
      'Sky\n===\n\nProject Teams\n=============\n\nMars\n----\n\nCompletion Artifacts:\nPlanning Artifacts:\n',
      'Sky\n===\n\nProject Teams\n=============\n\nMars\n----\nPlanning Artifacts:\n\nCompletion Artifacts:Not applicable\n',
      '1. Mars\n1. Venus\n1. Ceres\n',
      'The `dome` opens.\n\ndome\n====\n\nIt is round.\n',
      '.. seealso::\n   Planets:\n\n   - Mars\n   - Venus\n',
    ]
    const samples = sources.map((source) => ({ source, name: source }))
    expect(broken(samples)).toEqual([])
    expect(broken(samples, everything)).toEqual([])
  })

  it('are checked without changing any finding', () => {
    const bare = (found: readonly Diagnostic[]) => found.map(({ fix: _, ...rest }) => rest)
    const samples = [...inventions(100, 13), ...edited(fixtures(), 50, 13)]
    const halves = samples.map(({ source }) => lintInSteps(source, everything))
    expect(halves.map(({ findings }) => bare(findings))).toEqual(samples.map(({ source }) => bare(lint(source, everything))))
    expect(halves.map((half) => half.withFixes())).toEqual(samples.map(({ source }) => lint(source, everything)))
    expect(halves.filter(({ findings }) => findings.some(({ fix }) => fix)).length).toBeGreaterThan(20)
  })

  it('keep their laws on generated documents', () => {
    expect(broken(inventions(200, 11))).toEqual([])
    expect(broken(inventions(100, 12), everything)).toEqual([])
  })

  it('keep their laws on edited fixtures of the parser', () => {
    expect(broken(edited(fixtures(), 100, 13))).toEqual([])
  })

  it.skipIf(whyNoCorpus())('keep their laws on real documents', () => {
    expect(broken(corpus().filter(every(25)))).toEqual([])
    expect(broken(foreign().filter(every(20)))).toEqual([])
  })
})

describe('tables', () => {
  /** The cells of every table, as their text. */
  const cells = (source: string): string[] => {
    const texts: string[] = []
    const visit = (
      node: ReturnType<typeof parseRst> | ReturnType<typeof parseRst>['children'][number],
      inside: boolean,
    ): string => ('value' in node ? node.value : node.children.map((child) => visit(child, inside)).join(''))
    const find = (node: ReturnType<typeof parseRst>['children'][number]) => {
      if ('value' in node) return
      if (node.type === 'entry') texts.push(visit(node, true))
      else node.children.forEach(find)
    }
    find(parseRst(source))
    return texts
  }

  it.each([
    ['grid', gridTables],
    ['simple', simpleTables],
  ] as const)('%s tables stay tables, with the same text in every cell', (_name, tables) => {
    fc.assert(
      fc.property(tables, (source) => {
        // A repeated word is the one text that a fix takes out of a cell.
        const fixed = fixAll(source, {
          path: 'goals/orbit/telescopes.rst',
          unsafe: true,
          config: { rules: { 'style/repeated-word': 'off' } },
        }).source
        expect(cells(source).length).toBeGreaterThan(0)
        expect(cells(fixed)).toEqual(cells(source))
        // Every name in single backticks is code now.
        expect(fixed).not.toMatch(/(?<!`)`[a-z.]+`(?!`)/)
      }),
      { numRuns: 150, seed: 5 },
    )
  })

  it.each([
    ['grid', gridTables],
    ['simple', simpleTables],
  ] as const)('malformed %s tables are aligned or left alone', (_name, tables) => {
    const growing = fc.tuple(tables, fc.nat()).map(([source, at]) => {
      const words = [...source.matchAll(/[a-z]{3,}/g)]
      const { index } = words[at % Math.max(1, words.length)] ?? { index: 0 }
      return words.length === 0 ? source : `${source.slice(0, index)}very${source.slice(index)}`
    })
    const samples = fc.sample(growing, { numRuns: 150, seed: 6 }).map((source, index) => ({ source, name: `table ${index}` }))
    expect(broken(samples)).toEqual([])
  })
})

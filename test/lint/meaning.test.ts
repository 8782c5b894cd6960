/** Repairs of style leave the tree alone: what docutils makes of a document is the same before and after. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fixAll, lint } from '../../src/lint/index.ts'
import { parseRst, toPseudoXml } from '../../src/rst/index.ts'

/** The rules whose repairs change nothing but the looks of the source. */
const looks = [
  'style/trailing-whitespace',
  'style/tab',
  'style/final-newline',
  'style/blank-lines',
  'style/line-ending',
  'style/title-adornment',
]

const meaning = (source: string) => toPseudoXml(parseRst(source)).replace(/ +$/gm, '')
const repaired = (source: string) => fixAll(source, { only: looks, unsafe: true })

/** A message may repeat the source, which is what the repair is there to change. */
const hasMessages = (source: string) => toPseudoXml(parseRst(source)).includes('<system_message')

it('in every fixture', () => {
  const folder = join(import.meta.dirname, '../fixtures/lint')
  const files = (readdirSync(folder, { recursive: true }) as string[]).filter((file) => file.endsWith('.rst'))
  for (const file of files) {
    const source = readFileSync(join(folder, file), 'utf8').replace(/^\.\. expect:[\s\S]*/m, '')
    if (!hasMessages(source)) expect([file, meaning(repaired(source).source)]).toEqual([file, meaning(source)])
  }
})

it('in whatever fast-check writes', () => {
  const piece = fc.constantFrom(
    'Orbit',
    '=====',
    '=======',
    '* Hubble',
    '  in orbit',
    '\t* Kepler',
    '1. Spitzer',
    '::',
    '',
    '',
    '',
    'mirror \t',
    '\tdome  ',
    '.. note:: dust',
    ':year:\t1990',
    '> quoted',
    '| verse',
  )
  const documents = fc
    .array(fc.tuple(piece, fc.constantFrom('\n', '\n', '\n', '\r\n')), { maxLength: 14 })
    .map((lines) => lines.map(([text, ending]) => text + ending).join(''))
  fc.assert(
    fc.property(documents, (source) => {
      const { source: fixed, diagnostics } = repaired(source)
      expect(diagnostics.filter((diagnostic) => diagnostic.fix)).toEqual([])
      expect(repaired(fixed).source).toBe(fixed)
      if (!hasMessages(source)) expect(meaning(fixed)).toBe(meaning(source))
    }),
    { numRuns: 500, seed: 7 },
  )
})

it('never throws, and every place is in the text', () => {
  const words = fc.constantFrom(
    '`',
    '``',
    '*',
    '**',
    '_',
    '`a <b>`_',
    '[1]_',
    '|x|',
    ':repo:',
    '.. ',
    '.. _x:',
    '::',
    ' ',
    '\n',
    '\n\n',
    '\t',
    '\u00a0',
    '[a](http://b)',
    '# ',
    '#. ',
    '- ',
    'Planning Artifacts:',
    '====',
    'References',
    '\ud83d',
    'the the ',
    '.. goaldoc: ignore-next style/tab',
    '```',
  )
  fc.assert(
    fc.property(
      fc.array(words, { maxLength: 40 }).map((parts) => parts.join('')),
      (source) => {
        for (const found of lint(source, { config: { rules: { 'style/*': 'on', 'rst/*': 'on', 'link/*': 'on' } } })) {
          expect(found.data?.failed).toBeUndefined()
          expect(found.offset).toBeGreaterThanOrEqual(0)
          expect(found.endOffset).toBeGreaterThanOrEqual(found.offset)
          expect(found.endOffset).toBeLessThanOrEqual(source.length)
          expect(found.message).toMatch(/^[A-Z\d`][\s\S]*[^.]$/)
        }
        const fixed = fixAll(source, { unsafe: true })
        expect(fixAll(fixed.source, { unsafe: true }).source).toBe(fixed.source)
      },
    ),
    { numRuns: 500, seed: 7 },
  )
})

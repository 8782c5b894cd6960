/** Laws over the fixtures, the corpus and generated documents. For more documents: INVENTIONS=100000 npx vitest run
 * test/rst/laws.test.ts
 */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseRst, toPseudoXml } from '../../src/rst/index.ts'
import { anything, constructs } from '../conformance/inventions.ts'
import { corpus, fixtures, whyNoCorpus } from '../conformance/samples.ts'
import { brokenLaw } from './laws.ts'

const runs = Number(process.env.INVENTIONS ?? 2000)

/** The law that a document breaks. Printing its tree must not throw either. */
function broken(source: string): string | undefined {
  const tree = parseRst(source)
  toPseudoXml(tree)
  return brokenLaw(tree, source)
}

describe('every node of a tree has the right place', () => {
  test.each([
    ['a comment behind the definition of a glossary', '.. glossary::\n\n   lens\n      Glass.\n   .. polished\n'],
    ['halves of a character around the end of a line', '\ud835\u2028\udd44\n'],
    ['a null character in raw text', '.. role:: lens(raw)\n   :format: html\n\n:lens:`<b\0r>`\n'],
  ])('where the fuzzer found that it had not: %s', (_, source) => expect(broken(source)).toBeUndefined())

  test('in the fixtures', () => {
    const all = fixtures().map(({ name, source }) => [name, broken(source)] as const)
    expect(all.filter(([, law]) => law)).toEqual([])
  })

  const reason = whyNoCorpus()
  test.skipIf(reason)(`in the corpus${reason ? ` (skipped: ${reason})` : ''}`, () => {
    const all = corpus().map(({ name, source }) => [name, broken(source)] as const)
    expect(all.filter(([, law]) => law)).toEqual([])
  })

  test(`in ${runs} generated documents`, { timeout: 600_000 }, () => {
    fc.assert(
      fc.property(constructs, (source) => broken(source) === undefined),
      { numRuns: Math.ceil(runs / 2) },
    )
  })

  test(`in ${runs} random documents`, { timeout: 600_000 }, () => {
    fc.assert(
      fc.property(anything, (source) => broken(source) === undefined),
      { numRuns: Math.ceil(runs / 2) },
    )
  })
})

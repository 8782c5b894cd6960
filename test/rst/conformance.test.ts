/** docutils and we give the same answers. `scripts/conformance.ts` shows the differences in full. */
import { describe, expect, test } from 'vitest'
import { compareTrees, compareVerdicts } from '../conformance/compare.ts'
import { edited } from '../conformance/edits.ts'
import { inventions } from '../conformance/inventions.ts'
import { whyNoDocutils } from '../conformance/oracle.ts'
import { corpus, damaged, fixtures, whyNoCorpus, whyNoDamage } from '../conformance/samples.ts'

const noDocutils = whyNoDocutils()
const withReason = (title: string, reason: string | undefined) => (reason ? `${title} (skipped: ${reason})` : title)
const minutes = 60_000

describe('the same tree as docutils', () => {
  test.skipIf(noDocutils)(
    withReason('the expectations of the fixtures are what docutils prints', noDocutils),
    () => {
      const all = fixtures()
      expect(compareTrees(all).differences.map(({ sample }) => sample.name)).toEqual([])
    },
    2 * minutes,
  )

  const noCorpus = noDocutils ?? whyNoCorpus()
  test.skipIf(noCorpus)(
    withReason('for every version in the corpus', noCorpus),
    () => {
      expect(compareTrees(corpus()).differences.map(({ sample }) => sample.name)).toEqual([])
    },
    5 * minutes,
  )

  test.skipIf(noDocutils)(
    withReason('for 500 inventions', noDocutils),
    () => {
      const { equal, total } = compareTrees(inventions(500, 7))
      expect(equal / total).toBeGreaterThanOrEqual(0.99)
    },
    5 * minutes,
  )

  test.skipIf(noDocutils)(
    withReason('for 1,000 fixtures with slips of the hand', noDocutils),
    () => {
      const { equal, total } = compareTrees(edited(fixtures(), 1000, 7))
      expect(equal / total).toBeGreaterThanOrEqual(0.99)
    },
    5 * minutes,
  )
})

describe('the same messages as docutils', () => {
  const noCorpus = noDocutils ?? whyNoCorpus()
  test.skipIf(noCorpus)(
    withReason('for every version in the corpus', noCorpus),
    () => {
      expect(compareVerdicts(corpus(), { level: 1 }).differences).toEqual([])
    },
    5 * minutes,
  )

  const noDamage = noDocutils ?? whyNoDamage()
  test.skipIf(noDamage)(
    withReason('for 200 damaged documents', noDamage),
    () => {
      const { sameVerdict, total, byLine } = compareVerdicts(damaged(200, 11))
      expect(sameVerdict / total).toBeGreaterThanOrEqual(0.995)
      expect(byLine.f1).toBeGreaterThanOrEqual(0.99)
    },
    5 * minutes,
  )
})

/** The parser gives the same trees and messages as docutils, for every version that is installed. `scripts/conformance.ts` prints
 * all differences.
 */
import { describe, expect, test } from 'vitest'
import { compareTrees, compareVerdicts } from '../conformance/compare.ts'
import { edited } from '../conformance/edits.ts'
import { inventions } from '../conformance/inventions.ts'
import { installedVersions, whyNoDocutils } from '../conformance/oracle.ts'
import { probes } from '../conformance/probes/index.ts'
import { corpus, damaged, fixtures, foreign, whyNoCorpus, whyNoDamage } from '../conformance/samples.ts'

const noDocutils = whyNoDocutils()
const withReason = (title: string, reason: string | undefined) => (reason ? `${title} (skipped: ${reason})` : title)
const minutes = 60_000

/** At least one version, so that skipped tests are listed. */
const versions = noDocutils ? (['0.19'] as const) : installedVersions()

describe.skipIf(noDocutils).each(versions)(withReason('the same tree as docutils %s', noDocutils), (version) => {
  test(
    'the expectations of the fixtures are what docutils prints',
    () => {
      expect(compareTrees(fixtures(), version).differences.map(({ sample }) => sample.name)).toEqual([])
    },
    2 * minutes,
  )

  const noCorpus = whyNoCorpus()
  test.skipIf(noCorpus)(
    withReason('for every version in the corpus and every document of other projects', noCorpus),
    () => {
      expect(compareTrees([...corpus(), ...foreign()], version).differences.map(({ sample }) => sample.name)).toEqual([])
    },
    5 * minutes,
  )

  test(
    'for 500 generated documents',
    () => {
      const { equal, total } = compareTrees(inventions(500, 7), version)
      expect(equal / total).toBeGreaterThanOrEqual(0.99)
    },
    5 * minutes,
  )

  test(
    'for 500 documents that probe directives, roles, settings and transforms',
    () => {
      const samples = probes(500, 7)
      const { equal, total } = compareTrees(samples, version)
      expect(equal / total).toBeGreaterThanOrEqual(0.99)
      expect(compareVerdicts(samples, version, 2, true).sameMessages / total).toBeGreaterThanOrEqual(0.98)
    },
    5 * minutes,
  )

  test(
    'for 1,000 fixtures with typing errors',
    () => {
      const { equal, total } = compareTrees(edited(fixtures(), 1000, 7), version)
      expect(equal / total).toBeGreaterThanOrEqual(0.99)
    },
    5 * minutes,
  )
})

describe.skipIf(noDocutils).each(versions)(withReason('the same messages as docutils %s', noDocutils), (version) => {
  const noCorpus = whyNoCorpus()
  test.skipIf(noCorpus)(
    withReason('for every version in the corpus', noCorpus),
    () => {
      expect(compareVerdicts(corpus(), version, 1).differences).toEqual([])
    },
    5 * minutes,
  )

  test.skipIf(noCorpus)(
    withReason("for every document of other projects, without Sphinx' names", noCorpus),
    () => {
      expect(compareVerdicts(foreign(), version, 1, true).differences).toEqual([])
    },
    5 * minutes,
  )

  const noDamage = whyNoDamage()
  test.skipIf(noDamage)(
    withReason('for 200 damaged documents', noDamage),
    () => {
      const { sameVerdict, total, byLine } = compareVerdicts(damaged(200, 11), version)
      expect(sameVerdict / total).toBeGreaterThanOrEqual(0.995)
      expect(byLine.f1).toBeGreaterThanOrEqual(0.99)
    },
    5 * minutes,
  )
})

/** The laws of the lens over the corpus, which is kept beside the repository (../shared/corpus). `npm run laws` prints the figures. */
import { describe, expect, it } from 'vitest'
import { whyNoDocutils } from '../conformance/oracle.ts'
import { corpus, whyNoCorpus } from '../conformance/samples.ts'
import { edited, goalEdits, rendered, throughYaml, unchanged } from './laws.ts'

const missing = whyNoCorpus()
const skipped = missing ? ` (skipped: ${missing})` : ''
const noJudge = missing ?? whyNoDocutils()

describe.skipIf(missing !== undefined)(`laws over the corpus${skipped}`, () => {
  const samples = missing ? [] : corpus()
  /** Every twelfth version: the figures over all are printed by `npm run laws`. */
  const some = samples.filter((_, index) => index % 12 === 0)

  it('updating a document with its own goal changes nothing', () => expect(unchanged(samples).broken).toEqual([]), 120_000)
  it('a goal written as YAML is read as the same goal', () => expect(throughYaml(samples).broken).toEqual([]), 120_000)
  it('an edited goal is read back after updating', () => expect(goalEdits(some).broken).toEqual([]), 120_000)
  it.skipIf(noJudge !== undefined)(
    `a document that is rendered again has the same meaning${noJudge ? ` (skipped: ${noJudge})` : ''}`,
    () => expect(rendered(samples).broken).toEqual([]),
    120_000,
  )
  it.skipIf(noJudge !== undefined)(
    'updating with the goal of the next version gives the meaning of the next version',
    () => {
      const { broken, figures } = edited(samples)
      expect(broken.filter((line) => line.endsWith('another meaning'))).toEqual([])
      expect(figures?.['lines changed']).toBeLessThanOrEqual(figures?.['by the editors'] as number)
    },
    120_000,
  )
})

/** The corpus as a governance repository with its history. Reads `../shared/corpus`; skipped where it is absent. */
import { rmSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { hasCorpus, makeGovernance } from '../../scripts/governance.ts'
import { folder } from './run.ts'

describe.skipIf(!hasCorpus)('a governance repository without configuration (skipped without ../shared/corpus)', () => {
  test('has no errors but those of its documents', async () => {
    const place = folder()
    makeGovernance(place.path)
    const { out } = await place.goaldoc(['lint', 'goals', '--format', 'json'])
    const errors = JSON.parse(out).files.flatMap(
      (file: { path: string; diagnostics: { severity: string; ruleId: string; line: number }[] }) =>
        file.diagnostics
          .filter(({ severity }) => severity === 'error')
          .map(({ ruleId, line }) => `${file.path}:${line} ${ruleId}`),
    )
    // It has no references at all.
    expect(errors).toEqual(['goals/selected/migrate-ci-jobs-to-ubuntu-noble.rst:47 goal/missing-section'])
    rmSync(place.path, { recursive: true, force: true })
  })
})

/** Every NAME.rst under test/fixtures/rst prints as NAME.txt says, which is what docutils printed; every one under
 * test/fixtures/verdict has the messages that NAME.json lists, with those of docutils' transforms. Both for three versions.
 *
 * `UPDATE=1 npx vitest run test/rst/fixtures.test.ts` writes the expectations that are missing or old, from docutils and never
 * from our own parser. It asks all three versions (`scripts/oracles.sh`).
 */
import { rmSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { ownPseudoXml, ownVerdict } from '../conformance/compare.ts'
import { askDocutils, type Crash, governanceNames, isCrash, type MessageRow, whyNoDocutils } from '../conformance/oracle.ts'
import { type Fixture, type FixtureVersion, fixtures, fixtureVersions, verdictFixtures } from '../conformance/samples.ts'

const trees = fixtures()
const verdicts = verdictFixtures()

if (process.env.UPDATE) {
  update(trees, (version) => askDocutils('pseudoxml', trees, { version }), String)
  update(verdicts, (version) => askDocutils('verdict', verdicts, { known: governanceNames, version }), printRows)
}

/** Writes the answers of docutils; those of a newer version only if they differ. */
function update<Answer>(
  all: readonly Fixture[],
  ask: (version: FixtureVersion) => (Answer | Crash)[],
  print: (answer: Answer) => string,
): void {
  const before = new Map<Fixture, string>()
  for (const version of fixtureVersions) {
    const reason = whyNoDocutils(version)
    if (reason) throw new Error(`Cannot update the expectations: ${reason}`)
    const answers = ask(version)
    for (const [index, fixture] of all.entries()) {
      const answer = answers[index]!
      if (isCrash(answer))
        throw new Error(`Cannot expect anything of ${fixture.name}: docutils ${version} gave up: ${answer.crash}`)
      const text = print(answer)
      if (before.get(fixture) === text) rmSync(fixture.file(version), { force: true })
      else writeFileSync(fixture.file(version), text)
      before.set(fixture, text)
    }
  }
}

function printRows(rows: readonly MessageRow[]): string {
  return rows.length === 0 ? '[]\n' : `[\n${rows.map((row) => `  ${JSON.stringify(row)}`).join(',\n')}\n]\n`
}

/** Rows in docutils' order, without duplicates. */
const sorted = (rows: readonly MessageRow[]) => [...new Set(rows.map((row) => JSON.stringify(row)))].sort()

describe.each(fixtureVersions)('docutils %s', (version) => {
  const missing = (name: string) => `The expectation of ${name} is missing. UPDATE=1 asks docutils for it.`

  test.each(verdicts.map((fixture) => [fixture.name, fixture] as const))('messages of %s', (name, fixture) => {
    const expected = fixture.expected(version)
    expect(expected, missing(name)).toBeDefined()
    expect(sorted(ownVerdict(fixture, version))).toEqual(sorted(JSON.parse(expected ?? '[]')))
  })

  test.each(trees.map((fixture) => [fixture.name, fixture] as const))('%s', (name, fixture) => {
    const expected = fixture.expected(version)
    expect(expected, missing(name)).toBeDefined()
    expect(ownPseudoXml(fixture, version)).toBe(expected)
  })
})

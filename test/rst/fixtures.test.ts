/** Every NAME.rst under test/fixtures/rst prints as NAME.txt says, which is what docutils printed; every one under
 * test/fixtures/verdict has the messages that NAME.json lists, with those of docutils' transforms.
 *
 * `UPDATE=1 npx vitest run test/rst/fixtures.test.ts` writes the expectations that are missing or old, from docutils and never
 * from our own parser.
 */
import { writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { ownPseudoXml, ownVerdict } from '../conformance/compare.ts'
import { askDocutils, governanceNames, isCrash, type MessageRow, whyNoDocutils } from '../conformance/oracle.ts'
import { type Fixture, fixtures, verdictFixtures } from '../conformance/samples.ts'

const all = fixtures()

if (process.env.UPDATE) {
  const reason = whyNoDocutils()
  if (reason) throw new Error(`Cannot update the expectations: ${reason}`)
  const answers = askDocutils('pseudoxml', all)
  for (const [index, fixture] of all.entries()) {
    const answer = answers[index]!
    if (isCrash(answer)) throw new Error(`Cannot expect anything of ${fixture.name}: docutils gave up with ${answer.crash}`)
    if (answer !== fixture.text) writeFileSync(fixture.textFile, answer)
    fixture.text = answer
  }
}

/** Rows in docutils' order, each once. */
const sorted = (rows: readonly MessageRow[]) => [...new Set(rows.map((row) => JSON.stringify(row)))].sort()

describe('messages', () => {
  const verdicts = verdictFixtures()
  if (process.env.UPDATE) {
    const answers = askDocutils('verdict', verdicts, { known: governanceNames })
    for (const [index, fixture] of verdicts.entries()) {
      const rows = answers[index]!
      if (isCrash(rows)) throw new Error(`Cannot expect anything of ${fixture.name}: docutils gave up with ${rows.crash}`)
      fixture.rows = rows
      writeFileSync(fixture.rowsFile, `[\n${rows.map((row) => `  ${JSON.stringify(row)}`).join(',\n')}\n]\n`)
    }
  }
  test.each(verdicts.map((fixture) => [fixture.name, fixture] as const))('%s', (name, fixture) => {
    expect(fixture.rows, `${name}.json is missing. UPDATE=1 asks docutils for it.`).toBeDefined()
    expect(sorted(ownVerdict(fixture))).toEqual(sorted(fixture.rows ?? []))
  })
})

const groups = new Map<string, Fixture[]>()
for (const fixture of all) groups.set(fixture.kind ?? '', [...(groups.get(fixture.kind ?? '') ?? []), fixture])

describe.each([...groups])('%s', (_, group) => {
  test.each(group.map((fixture) => [fixture.name, fixture] as const))('%s', (name, fixture) => {
    expect(fixture.text, `${name}.txt is missing. UPDATE=1 asks docutils for it.`).toBeDefined()
    expect(ownPseudoXml(fixture)).toBe(fixture.text)
  })
})

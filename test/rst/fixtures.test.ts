/** Every NAME.rst under test/fixtures/rst prints as NAME.txt says, which is what docutils printed.
 *
 * `UPDATE=1 npx vitest run test/rst/fixtures.test.ts` writes the expectations that are missing or old, from docutils and never
 * from our own parser.
 */
import { writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { ownPseudoXml } from '../conformance/compare.ts'
import { askDocutils, isCrash, whyNoDocutils } from '../conformance/oracle.ts'
import { fixtures } from '../conformance/samples.ts'

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

describe.each(Object.entries(Object.groupBy(all, ({ kind }) => kind ?? '')))('%s', (_, group) => {
  test.each(group!.map((fixture) => [fixture.name, fixture] as const))('%s', (name, fixture) => {
    expect(fixture.text, `${name}.txt is missing. UPDATE=1 asks docutils for it.`).toBeDefined()
    expect(ownPseudoXml(fixture)).toBe(fixture.text)
  })
})

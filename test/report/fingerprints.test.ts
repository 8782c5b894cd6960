/** Fingerprints of findings in long lines: as many characters of the line count for each as for a short one. */
import { expect, test } from 'vitest'
import { lint } from '../../src/lint/index.ts'
import { fingerprintsOf } from '../../src/report/format.ts'

/** The fingerprints of the tabs in a line, whose start and end are given. */
function fingerprints(start: string, end: string): string[] {
  const source = `${start}\tmoon\t${end}\n`
  const diagnostics = lint(source, { only: ['style/tab'] })
  return fingerprintsOf({ path: 'goals/domes.rst', source, diagnostics })
}
const words = (text: string, count: number) => `${text} `.repeat(count).trim()

test('depend on the whole of a line that is short', () => {
  const [first, second] = fingerprints('Mars', words('dome', 100))
  expect(first).not.toBe(second)
  expect(fingerprints('Venus', words('dome', 100))).not.toContain(first)
  expect(fingerprints('Mars', words('moon', 100))).not.toContain(first)
})

test('depend only on the text near the place in a line that is long', () => {
  const near = words('dome', 300)
  const found = fingerprints(`Mars ${near}`, `${near} Venus`)
  expect(found).toHaveLength(2)
  expect(found).toEqual(fingerprints(`Mars ${near}`, `${near} Pluto`))
  expect(fingerprints(`Mars ${near}`, `Pluto ${near}`)).not.toEqual(found)
  expect(new Set(found).size).toBe(2)
})

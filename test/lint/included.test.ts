/** What docutils says about documents that include files. */
import { describe, expect, it, test } from 'vitest'
import { lint } from '../../src/lint/index.ts'
import type { DocutilsVersion } from '../../src/rst/index.ts'
import { compareIncluded, projects } from '../conformance/included.ts'
import { installedVersions, whyNoDocutils } from '../conformance/oracle.ts'

const why = whyNoDocutils()
if (why) console.warn(`skipped: documents with included files, for ${why}`)

describe.skipIf(why).each(why ? (['0.19'] as const) : installedVersions())('docutils %s', (version) => {
  it('says the same about most small documents, and nearly nothing else', { timeout: 120_000 }, () => {
    const { equal, total, differences } = compareIncluded(projects(200, 7), version)
    // Names that are defined in two files are only compared file by file.
    expect(equal / total).toBeGreaterThanOrEqual(0.9)
    const beyond = differences.filter(({ surplus }) => surplus.length > 0)
    expect(beyond.length / total).toBeLessThanOrEqual(0.02)
  })
})

/** docutils' levels and the beginnings of its messages. */
function said(text: string, files: Record<string, string>, docutils?: DocutilsVersion) {
  const read = (path: string) => files[path] ?? null
  return lint(text, { path: 'orbits.rst', read, ...(docutils ? { docutils } : {}) }).flatMap(({ docutils: message }) =>
    message ? [[message.level, message.message.split('\n').at(-1)]] : [],
  )
}

test('missing files and texts are errors since docutils 0.23, except that of a table', () => {
  const text =
    '.. include:: moons.inc\n\n.. include:: domes.inc\n   :start-after: Kepler\n\n.. csv-table::\n   :file: mirrors.csv\n'
  const table = [4, "[Errno 2] No such file or directory: 'mirrors.csv'."]
  const files = { 'domes.inc': 'Vega\n' }
  const missing = "InputError: [Errno 2] No such file or directory: 'moons.inc'."
  expect(said(text, files)).toEqual([[3, missing], [3, 'Text not found.'], table])
  expect(said(text, files, '0.22')).toEqual([[4, missing], [4, 'Text not found.'], table])
})

test('a file that includes itself as a literal block is not a circle', () => {
  for (const option of ['literal', 'code'])
    expect(said('.. include:: dome.inc\n', { 'dome.inc': `Vega\n\n.. include:: dome.inc\n   :${option}:\n` })).toEqual([])
})

test('the literal block after the end of an included file may be in the document', () => {
  const files = { 'dome.inc': 'Open it::\n', 'mirror.inc': 'Clean it::\n\nThen wait.\n' }
  expect(said('.. include:: dome.inc\n\n> dome --open\n', files)).toEqual([])
  expect(said('.. include:: mirror.inc\n', files)).toEqual([[2, 'Literal block expected; none found.']])
})

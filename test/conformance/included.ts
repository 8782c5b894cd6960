/** Small documents that include files, and what goaldoc and docutils say about them. */
import fc from 'fast-check'
import { lint } from '../../src/lint/index.ts'
import type { DocutilsVersion } from '../../src/rst/index.ts'
import { askDocutils, type IncludedRow, isCrash, type Sample } from './oracle.ts'

export interface Project extends Sample {
  files: Readonly<Record<string, string>>
}

const path = fc.constantFrom('dome.inc', 'mirror.inc', 'sky.inc')
const option = fc.constantFrom(
  '',
  '',
  '',
  '   :start-line: 2',
  '   :end-line: 3',
  '   :start-after: Mars',
  '   :end-before: Venus',
  '   :start-after: Mars\n   :end-before: Venus',
  '   :literal:',
  '   :code:',
)
const include = fc.tuple(path, option).map(([file, chosen]) => `.. include:: ${file}${chosen && `\n${chosen}`}`)
const piece = fc.oneof(
  { weight: 4, arbitrary: include },
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      'The *dome is open.',
      'See mars_ and `two moons`_.',
      'An orbit |vega| and |lyra|.',
      'Mars is red.',
      'Venus is bright.',
      '* A mirror\n* A ``lens',
      'Orbits::\n\n   Mars',
      'Orbits::',
      'A planet\n  is *defined',
    ),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      '.. _mars: http://mars.example/',
      '.. _two moons: mars_',
      '.. |vega| replace:: a *star*',
      '.. |lyra| image:: lyra.png',
      '.. note::\n\n   The **dome',
      '.. unheard:: x',
      '.. image::',
      ':unheard:`x`',
    ),
  },
  { weight: 1, arbitrary: include.map((directive) => `.. note::\n\n   ${directive.replaceAll('\n', '\n   ')}`) },
)
const text = fc.array(piece, { maxLength: 5 }).map((pieces) => pieces.map((each) => `${each}\n`).join('\n'))

/** Some files, one of which may not exist. */
const project = fc
  .record({ source: text, dome: text, mirror: text, sky: fc.option(text) })
  .map(({ source, dome, mirror, sky }) => ({
    source,
    files: { 'dome.inc': dome, 'mirror.inc': mirror, ...(sky === null ? {} : { 'sky.inc': sky }) },
  }))

/** So many documents, the same for the same seed. */
export function projects(count: number, seed: number): Project[] {
  return fc.sample(project, { numRuns: count, seed }).map((made, index) => ({ ...made, name: `project ${index}` }))
}

const root = 'index.rst'

/** A message without its line: docutils' place in an included file is often that of the text after it. */
const rowOf = ([path, , level, text]: IncludedRow) => `${path} | ${level} | ${text}`

/** Our messages from level 2. */
function ownRows({ source, files }: Project, docutils: DocutilsVersion): Set<string> {
  const found = lint(source, { path: root, read: (file) => files[file] ?? null, config: { docutils } })
  const rows = found.flatMap(({ docutils: said, data }): IncludedRow[] => {
    if (!said || said.level < 2) return []
    const { path = root } = (data?.included ?? {}) as { path?: string }
    return [[path, said.line ?? null, said.level, said.message.split(/\s+/).filter(Boolean).join(' ')]]
  })
  return new Set(rows.map(rowOf))
}

export interface IncludedReport {
  total: number
  equal: number
  differences: { project: Project; missing: string[]; surplus: string[] }[]
}

/** Compares the messages from level 2 of goaldoc, which reads the files for its rules, and of docutils, which inserts them. */
export function compareIncluded(samples: readonly Project[], version: DocutilsVersion): IncludedReport {
  const report: IncludedReport = { total: 0, equal: 0, differences: [] }
  const plain = samples.map((sample) => ({ ...sample, options: { path: root } }))
  for (const [index, answer] of askDocutils('included', plain, { version, sphinx: false }).entries()) {
    if (isCrash(answer)) continue
    report.total++
    const project = samples[index]!
    const theirs = new Set(answer.filter(([, , level]) => level > 1).map(rowOf))
    const ours = ownRows(project, version)
    const missing = [...theirs].filter((row) => !ours.has(row))
    const surplus = [...ours].filter((row) => !theirs.has(row))
    if (missing.length + surplus.length === 0) report.equal++
    else report.differences.push({ project, missing, surplus })
  }
  return report
}

/** Measures how often our parser and docutils agree.
 *
 *     node --import jiti/register scripts/conformance.ts [--fixtures] [--corpus] [--foreign] [--folder DIR] [--damaged N] [--random N]
 *       [--edited N] [--probes N] [--included N] [--seed S] [--info] [--docutils VERSION]… [--show N] [--list]
 *
 * Uses all installed versions of docutils, or those that `--docutils` names. `--info` includes messages at level 1; `--show` sets
 * how many differences are printed in full (default 12); `--list` prints the names of all.
 */
import { parseArgs } from 'node:util'
import {
  compareTrees,
  compareVerdicts,
  type Score,
  type TreeReport,
  tally,
  type VerdictReport,
} from '../test/conformance/compare.ts'
import { edited } from '../test/conformance/edits.ts'
import { compareIncluded, projects } from '../test/conformance/included.ts'
import { inventions } from '../test/conformance/inventions.ts'
import { installedVersions, type Sample, whyNoDocutils } from '../test/conformance/oracle.ts'
import { probes } from '../test/conformance/probes/index.ts'
import { below, corpus, damaged, fixtures, foreign, whyNoCorpus, whyNoDamage } from '../test/conformance/samples.ts'

const { values } = parseArgs({
  options: {
    fixtures: { type: 'boolean' },
    corpus: { type: 'boolean' },
    foreign: { type: 'boolean' },
    folder: { type: 'string' },
    docutils: { type: 'string', multiple: true },
    damaged: { type: 'string' },
    random: { type: 'string' },
    edited: { type: 'string' },
    probes: { type: 'string' },
    included: { type: 'string' },
    seed: { type: 'string', default: '1' },
    info: { type: 'boolean' },
    show: { type: 'string', default: '12' },
    list: { type: 'boolean' },
    only: { type: 'string' },
  },
})
const show = Number(values.show)
const seed = Number(values.seed)
const percent = (part: number, whole: number) => `${part} of ${whole} (${((100 * part) / Math.max(whole, 1)).toFixed(2)} %)`
const score = ({ precision, recall, f1 }: Score) =>
  `precision ${precision.toFixed(4)}, recall ${recall.toFixed(4)}, F1 ${f1.toFixed(4)}`

function printTrees(what: string, samples: readonly Sample[], report: TreeReport) {
  console.log(`\n== ${what}: same pseudo-XML ${percent(report.equal, report.total)}`)
  const totals = new Map(tally(samples, (sample) => sample.kind ?? ''))
  for (const [kind, count] of tally(report.differences, ({ sample }) => sample.kind ?? ''))
    console.log(`   ${count} of ${totals.get(kind)} differ: ${kind}`)
  for (const [kind, count] of tally(report.differences, (difference) => difference.kind).slice(0, show))
    console.log(`   ${count} × ours / docutils': ${kind}`)
  for (const { sample, before, ours, docutils } of report.differences.slice(0, show))
    console.log(`-- ${sample.name}\n         ${before}\n   ours: ${ours}\n   docu: ${docutils}`)
  if (values.list) console.log(report.differences.map(({ sample }) => sample.name).join('\n'))
}

function printVerdicts(what: string, report: VerdictReport) {
  console.log(`\n== ${what}: same verdict ${percent(report.sameVerdict, report.total)}`)
  console.log(`   same messages ${percent(report.sameMessages, report.total)}`)
  console.log(`   by line     ${score(report.byLine)}`)
  console.log(`   by message  ${score(report.byMessage)}`)
  for (const [kind, count] of tally(report.differences, ({ sample }) => sample.kind ?? ''))
    console.log(`   ${count} differ: ${kind}`)
  const rows = report.differences.flatMap(({ missing, surplus }) => [
    ...missing.map((row) => `missing: ${row[1]} ${row[2]}`),
    ...surplus.map((row) => `surplus: ${row[1]} ${row[2]}`),
  ])
  for (const [row, count] of tally(rows, (row) => row.replace(/"[^"]*"/g, '"…"')).slice(0, show))
    console.log(`   ${count} × ${row}`)
  for (const { sample, missing, surplus } of report.differences.slice(0, show))
    console.log(
      [
        `-- ${sample.name}`,
        ...missing.map((row) => `   missing ${row.join(' | ')}`),
        ...surplus.map((row) => `   surplus ${row.join(' | ')}`),
      ].join('\n'),
    )
}

const reason = whyNoDocutils()
if (reason) {
  console.error(`Cannot compare: ${reason}`)
  process.exit(2)
}
const installed = installedVersions()
const absent = values.docutils?.find((version) => !installed.some((one) => one === version))
if (absent !== undefined) {
  console.error(`Cannot compare with docutils ${absent}: installed are ${installed.join(', ')}`)
  process.exit(2)
}
const versions = installed.filter((version) => values.docutils?.includes(version) ?? true)

function compare(what: string, samples: readonly Sample[], plain = false) {
  const wanted = samples.filter((sample) => !values.only || sample.name?.includes(values.only))
  for (const version of versions) {
    printTrees(`docutils ${version}, ${what}`, wanted, compareTrees(wanted, version))
    printVerdicts(`docutils ${version}, ${what}`, compareVerdicts(wanted, version, values.info ? 1 : 2, plain))
  }
}

if (values.fixtures) compare('fixtures', fixtures(), true)
if (values.corpus) whyNoCorpus() ? console.error(`Skipped: ${whyNoCorpus()}`) : compare('corpus', corpus())
if (values.foreign) whyNoCorpus() ? console.error(`Skipped: ${whyNoCorpus()}`) : compare('foreign', foreign(), true)
if (values.folder) compare(values.folder, below(values.folder), true)
if (values.damaged)
  whyNoDamage()
    ? console.error(`Skipped: ${whyNoDamage()}`)
    : compare(`damaged, seed ${seed}`, damaged(Number(values.damaged), seed))
if (values.random) compare(`inventions, seed ${seed}`, inventions(Number(values.random), seed), true)
if (values.probes) compare(`probes, seed ${seed}`, probes(Number(values.probes), seed), true)
if (values.edited) compare(`edited fixtures, seed ${seed}`, edited(fixtures(), Number(values.edited), seed), true)
if (values.included)
  for (const version of versions) {
    const { total, equal, differences } = compareIncluded(projects(Number(values.included), seed), version)
    console.log(`\n== docutils ${version}, documents with included files, seed ${seed}: same messages ${percent(equal, total)}`)
    for (const { project, missing, surplus } of differences.slice(0, show))
      console.log(
        [`-- ${project.name}`, ...missing.map((row) => `   missing ${row}`), ...surplus.map((row) => `   surplus ${row}`)].join(
          '\n',
        ),
      )
  }

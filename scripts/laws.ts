/** Checks the laws of the lens on the corpus, and prints the results: `node --import jiti/register scripts/laws.ts`. */
import { readGoal } from '../src/document/index.ts'
import { corpus, whyNoCorpus } from '../test/conformance/samples.ts'
import {
  edited,
  goalEdits,
  type Law,
  mergedEdits,
  modelFollows,
  oneTeamEdits,
  rendered,
  throughYaml,
  unchanged,
} from '../test/document/laws.ts'
import { percentages, type Shares, shareKinds, sharesOf } from '../test/document/shares.ts'
import { writings } from '../test/document/writable.ts'

const missing = whyNoCorpus()
if (missing) {
  console.log(`No figures: ${missing}`)
  process.exit(0)
}
const samples = corpus()
const show = ({ name, held, total, figures, broken }: Law) => {
  console.log(`${name}: ${held} of ${total}${figures ? ` ${JSON.stringify(figures)}` : ''}`)
  for (const line of broken.slice(0, Number(process.argv[2] ?? 5))) console.log(`    ${line}`)
}
for (const one of [unchanged, throughYaml, rendered, edited, goalEdits, modelFollows]) show(one(samples))
show(mergedEdits(samples, 200))
const { edits, oneTeam, more } = oneTeamEdits(samples)
console.log(`edits of at most 20 lines that concern at most one team: ${oneTeam} of ${edits}`)
for (const line of more.slice(0, 5)) console.log(`    ${line}`)

const shares = samples.map(({ name, source }) => ({ name, shares: sharesOf(readGoal(source).goal) }))
const whole = shares.reduce<Shares>(
  (sum, { shares: one }) => Object.fromEntries(shareKinds.map((kind) => [kind, sum[kind] + one[kind]])) as Shares,
  { facts: 0, prose: 0, free: 0, verbatim: 0 },
)
console.log(`characters as ${shareKinds.join(', ')}, in per cent`)
for (const { name, shares: one } of [...shares, { name: 'all', shares: whole }])
  console.log(
    `    ${Object.values(percentages(one))
      .map((share) => share.toFixed(1).padStart(5))
      .join(' ')}  ${name}`,
  )

for (const of of ['sound', 'odd'] as const) {
  const writing = writings(Number(process.argv[3] ?? 1000), of)
  console.log(
    `invented goals of ${of} texts: ${writing.goals - writing.refused - writing.broken.length} of ${writing.goals} written and read back, ${writing.refused} refused, ${writing.broken.length} broken`,
  )
  for (const line of writing.broken.slice(0, 5)) console.log(`    ${line.slice(0, 300)}`)
  for (const [key, count] of Object.entries(writing.byKey).sort((a, b) => b[1] - a[1]))
    console.log(`    ${String(count).padStart(5)}  ${key}`)
}

/** Prints the laws of the lens over the corpus: `node --import jiti/register scripts/laws.ts`. */
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

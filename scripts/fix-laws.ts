/** Checks the laws of fixes on documents, and prints the results.
 *
 *     node --import jiti/register scripts/fix-laws.ts [--corpus] [--foreign] [--folder DIR] [--damaged N] [--random N] [--edited N]
 *       [--seed S] [--all-rules] [--safe-only] [--docutils VERSION] [--show N]
 *
 * docutils' messages about fixed documents come from the newest installed version, or from the one that `--docutils` names.
 */
import { parseArgs } from 'node:util'
import { tally } from '../test/conformance/compare.ts'
import { edited } from '../test/conformance/edits.ts'
import { inventions } from '../test/conformance/inventions.ts'
import { installedVersions, type Sample } from '../test/conformance/oracle.ts'
import { below, corpus, damaged, fixtures, foreign, whyNoCorpus, whyNoDamage } from '../test/conformance/samples.ts'
import { fixLaws } from '../test/lint/laws.ts'

const { values } = parseArgs({
  options: {
    corpus: { type: 'boolean' },
    foreign: { type: 'boolean' },
    folder: { type: 'string' },
    fixtures: { type: 'boolean' },
    damaged: { type: 'string' },
    random: { type: 'string' },
    edited: { type: 'string' },
    seed: { type: 'string', default: '1' },
    'all-rules': { type: 'boolean' },
    show: { type: 'string', default: '5' },
    'safe-only': { type: 'boolean' },
    docutils: { type: 'string' },
  },
})
const seed = Number(values.seed)
const version = installedVersions().findLast((one) => values.docutils === undefined || one === values.docutils)
if (values.docutils !== undefined && version === undefined) {
  console.error(`Cannot ask docutils ${values.docutils}: it is not installed (scripts/oracles.sh)`)
  process.exit(2)
}
const options = {
  ...(version === undefined ? {} : { docutils: version }),
  ...(values['all-rules'] ? { config: { rules: { 'style/*': 'on', 'team/*': 'on', 'goal/*': 'on', 'link/*': 'on' } } } : {}),
}

function print(what: string, samples: readonly Sample[]) {
  const started = performance.now()
  const { documents, fixed, fixes, byRule, breaches } = fixLaws(samples, options as Parameters<typeof fixLaws>[1], {
    docutils: version !== undefined,
    unsafe: !values['safe-only'],
  })
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  console.log(`\n== ${what}: ${documents} documents, ${fixes} safe fixes in ${fixed}; ${breaches.length} breaches; ${seconds} s`)
  console.log(
    `   ${tally([...byRule], ([rule, count]) => `${rule} ${count}`)
      .map(([rule]) => rule)
      .join(', ')}`,
  )
  for (const [law, count] of tally(breaches, (breach) => breach.law)) console.log(`   ${count} × ${law}`)
  for (const [law, count] of tally(breaches, (breach) => `${breach.law}: ${breach.rules.join(' ')}`).slice(0, 20))
    console.log(`     ${count} × ${law}`)
  for (const { law, sample, rules, detail, fixed: text } of breaches.slice(0, Number(values.show))) {
    console.log(`-- ${law}: ${sample.name}\n   ${rules.join(' ')}\n   ${detail.slice(0, 400)}`)
    if (sample.source.length < 600) console.log(`   ${JSON.stringify(sample.source)}\n   ${JSON.stringify(text)}`)
  }
  if (breaches.length > 0) process.exitCode = 1
}

if (values.fixtures) print('fixtures', fixtures())
if (values.corpus && !whyNoCorpus()) print('corpus', corpus())
if (values.foreign && !whyNoCorpus()) print('foreign', foreign())
if (values.folder) print(values.folder, below(values.folder))
if (values.damaged && !whyNoDamage()) print(`damaged, seed ${seed}`, damaged(Number(values.damaged), seed))
if (values.random) print(`inventions, seed ${seed}`, inventions(Number(values.random), seed))
if (values.edited)
  print(`edited, seed ${seed}`, edited([...fixtures(), ...(whyNoCorpus() ? [] : foreign())], Number(values.edited), seed))

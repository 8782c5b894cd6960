/** Prints statistics about merging: `node --import jiti/register scripts/merges.ts [EVERY]`. Merges each EVERYth pair of edits,
 * or all pairs; then versions of documents in the corpus, if it exists.
 */
import { corpus, whyNoCorpus } from '../test/conformance/samples.ts'
import { type MergeFigures, mergeFormats, mergeMatrix, mergeProfiles, mergeVersionsCrossed } from '../test/document/merging.ts'

const every = Number(process.argv[2] ?? 1)
const show = (name: string, { broken, ...figures }: MergeFigures) => {
  console.log(`${name}: ${JSON.stringify(figures)}, broken: ${broken.length}`)
  for (const line of broken.slice(0, 20)) console.log(`    ${line}`)
}
const missing = whyNoCorpus()
if (missing) console.log(`No versions: ${missing}`)
else for (const format of mergeFormats) show(`versions crossed, ${format}`, mergeVersionsCrossed(corpus(), format))
for (const profile of mergeProfiles) {
  for (const format of mergeFormats)
    show(
      `${profile}, ${format}`,
      mergeMatrix(profile, format, (at) => at % every === 0),
    )
}

/** Real histories replayed: each version in the place of the one before, pulled into the model. Skipped where the corpus is absent. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type Folder, folder } from './run.ts'

const corpus = join(import.meta.dirname, '../../../shared/corpus/history')
const versionsOf = (name: string) => readdirSync(join(corpus, name)).sort()
// Long enough to tell something, short enough to be run with the others.
const histories = existsSync(corpus)
  ? readdirSync(corpus)
      .sort()
      .filter((name) => versionsOf(name).length > 4 && versionsOf(name).length < 10)
      .slice(0, 4)
  : []

/** The lines of a file that differ from what was committed, both signs. */
function changedLines(place: Folder, name: string): number {
  const [added, removed] = place.git('diff', '--numstat', 'HEAD', '--', name).split('\t')
  return added ? Number(added) + Number(removed) : 0
}

/** A suite without a test is an error, so that there is one to skip. */
const replayed = histories.length > 0 ? histories : ['real histories, for ../shared/corpus is not there']

test.skipIf(histories.length === 0).each(replayed)('%s', { timeout: 300_000 }, async (name) => {
  const [first, ...versions] = versionsOf(name).map((file) => readFileSync(join(corpus, name, file), 'utf8'))
  const place = folder({ 'goals/goal.rst': first! })
  await place.goaldoc(['import', 'goals/goal.rst'])
  place.git('init', '-q')
  let [human, model] = [0, 0]
  for (const version of versions) {
    place.git('add', '-A')
    place.git('commit', '-q', '--allow-empty', '-m', 'goals: a version')
    place.write('goals/goal.rst', version)
    expect((await place.goaldoc(['pull', 'goals/goal.rst'])).code).toBe(0)
    expect(await place.goaldoc(['render', '--check', 'goals/goal.yaml'])).toEqual({ code: 0, out: '', err: '' })
    human += changedLines(place, 'goals/goal.rst')
    model += changedLines(place, 'goals/goal.yaml')
  }
  console.log(`${name}: ${versions.length} edits pulled, ${human} changed lines of the document, ${model} of the model`)
  expect(model).toBeLessThan(2 * human)
})

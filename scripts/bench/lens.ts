/** Reading, writing, merging and showing goals: milliseconds for a goal with 40 teams, and of the page for 20 of them. */
import { goalOf } from '../goals.ts'
import { bundled, processorTime, rounds, row, spread } from '../measure.ts'

const { mergeGoals, mergeDocuments, parseModel, readGoal, renderGoal, stringifyModel, updateDocument, updateModel } =
  await bundled<typeof import('../../src/index.ts')>('src/index.ts')
const { openDocument } = await bundled<typeof import('../../src/document/open.ts')>('src/document/open.ts')
const { reportPage } = await bundled<typeof import('../../src/report-page/index.ts')>('src/report-page/index.ts')
const { goalStatus } = await bundled<typeof import('../../src/repository/statuses.ts')>('src/repository/statuses.ts')
const { eraOf } = await bundled<typeof import('../../src/lint/index.ts')>('src/lint/index.ts')

const source = goalOf(40)
const { goal } = readGoal(source)
const yaml = stringifyModel(goal)
const edited = { ...goal, teams: goal.teams!.map((team, index) => (index === 20 ? { ...team, planning: ['None'] } : team)) }
const ours = updateDocument(source, edited)
const theirs = source.replace('observatory-007/chart/0', 'observatory-007/chart/1')
const path = 'goals/orbit/comets.rst'
const status = goalStatus({ shown: path, document: openDocument(source) }, { lens: {}, era: eraOf(path) })
const works: Record<string, () => unknown> = {
  'lens: a document to a goal': () => readGoal(source),
  'lens: a goal to a document': () => renderGoal(goal),
  'lens: one change into a document': () => updateDocument(source, edited),
  'lens: YAML to a goal': () => parseModel(yaml),
  'lens: one change into YAML': () => updateModel(yaml, edited),
  'merge: of goals': () => mergeGoals(goal, edited, readGoal(theirs).goal),
  'merge: of documents': () => mergeDocuments(source, ours, theirs),
  'report: a page of 20 goals': () =>
    reportPage({ day: '2027-01-01', goals: Array.from({ length: 20 }, () => ({ status, history: [] })) }),
}
for (const work of Object.values(works)) for (let warm = 0; warm < 10; warm++) work()
const times = new Map(Object.keys(works).map((name) => [name, [] as number[]]))
for (let round = 0; round < rounds; round++) {
  for (const [name, work] of Object.entries(works)) {
    const repeats = 10
    const time = processorTime(() => {
      for (let index = 0; index < repeats; index++) work()
    })
    times.get(name)!.push(time / repeats)
  }
}
for (const [name, list] of times) row(`${name}, ms`, spread(list))

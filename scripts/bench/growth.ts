/** How the time of the linter and of the lens grows with a document: by what it takes for four times as much of something. */
import { goalOf, rosterOf } from '../goals.ts'
import { bundled, median, processorTime, rounds, row } from '../measure.ts'

const { lint, loadRoster, readGoal, updateDocument } = await bundled<typeof import('../../src/index.ts')>('src/index.ts')

const lines = (line: (index: number) => string, count: number) =>
  Array.from({ length: count }, (_, index) => line(index)).join('\n')
const path = 'goals/orbit/comets.rst'

/** What is done to four documents, each four times as large as the one before. */
const works: Record<string, { sizes: number[]; prepare(size: number): () => unknown }> = {
  'lint: copies of a goal': {
    sizes: [1, 4, 16, 64],
    prepare: (copies) => {
      const source = goalOf(20).repeat(copies)
      return () => lint(source, { path })
    },
  },
  'lint: teams, with a list of 25 times as many': {
    // 6,400 teams: a list of more than 500,000 characters is not read.
    sizes: [4, 16, 64, 256],
    prepare: (teams) => {
      const [source, roster] = [goalOf(teams), loadRoster(rosterOf(25 * teams))]
      return () => lint(source, { path, roster })
    },
  },
  'lint: titles': {
    // 19,200 lines: a document of more than 20,000 is not checked.
    sizes: [60, 240, 960, 3840],
    prepare: (count) => {
      const source = lines((index) => `Comet ${index}\n===========\n\nIt is far.\n`, count)
      return () => lint(source, { path })
    },
  },
  'lint: findings': {
    sizes: [50, 200, 800, 3200],
    prepare: (count) => {
      const source = lines((index) => `Comet ${index}\tis *far.\n`, count)
      return () => lint(source, { path })
    },
  },
  'lens: teams': {
    sizes: [15, 60, 240, 960],
    prepare: (teams) => {
      const source = goalOf(teams)
      return () => updateDocument(source, { ...readGoal(source).goal, title: 'Chart every moon' })
    },
  },
}
for (const [name, { sizes, prepare }] of Object.entries(works)) {
  // Each measurement takes equally much text: a single run of a few milliseconds pays for the garbage of the run before it, or for none.
  const runs = sizes.map(prepare).map((run, index) => () => {
    for (let repeat = 0; repeat < 4 ** (sizes.length - 1 - index); repeat++) run()
  })
  for (let warm = 0; warm < 3; warm++) for (const run of runs) run()
  const turns = Array.from({ length: rounds }, () => runs.map((run) => processorTime(() => void run())))
  const factors = sizes
    .slice(1)
    .map((_, index) => (4 * median(turns.map((times) => times[index + 1]! / times[index]!))).toFixed(2))
  row(`growth, ${name} (${sizes.join(', ')}): times as long at each step`, factors.join(', '), '4.4')
}

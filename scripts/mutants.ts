/** Makes small seeded changes in `src/`, one at a time, and lists those that no test notices.
 *
 *     npm run mutants -- [--seed S] [--count N] [--room ROOM] [--only ID] [TESTS…]
 *
 * No file is written: the changes are added to the modules when the tests load them, each behind a switch. A first run of all
 * tests finds which test files reach which change. Then these files run with the change switched on, fast ones first, until one
 * fails. Tests that start the command as a process cannot notice a change.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { parseArgs } from 'node:util'
import { globSync } from 'tinyglobby'
import { createVitest, type TestSpecification } from 'vitest/node'
import { randomNumbers } from '../test/conformance/edits.ts'
import { kinds, type Mutant, mutantsOf, overlap, weave } from './mutants/mutate.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '100' },
    room: { type: 'string', default: '*' },
    only: { type: 'string' },
  },
})
const root = join(import.meta.dirname, '..')

interface Chosen {
  id: number
  file: string
  mutant: Mutant
}

/** Selects the same number of changes of each kind, at random places without overlap. */
function choose(): Chosen[] {
  const files = globSync(`src/${values.room}/**/*.ts`, { cwd: root, ignore: ['**/*.d.ts'], absolute: true }).sort()
  const all = files.flatMap((file) => mutantsOf(readFileSync(file, 'utf8')).map((mutant) => ({ file, mutant })))
  const next = randomNumbers(Number(values.seed))
  const chosen: Chosen[] = []
  for (let tries = 0; chosen.length < Number(values.count) && tries < 10 * Number(values.count); tries++) {
    const ofKind = all.filter(({ mutant }) => mutant.kind === kinds[chosen.length % kinds.length])
    const one = ofKind[Math.floor(next() * ofKind.length)]
    if (one && !chosen.some((other) => other.file === one.file && overlap(other.mutant, one.mutant)))
      chosen.push({ id: chosen.length, ...one })
  }
  return chosen
}

function describe({ id, file, mutant }: Chosen): string {
  const source = readFileSync(file, 'utf8')
  const line = source.slice(0, mutant.offset).split('\n').length
  const lineStart = source.lastIndexOf('\n', mutant.offset - 1) + 1
  const short = (text: string) => text.replaceAll(/\s+/g, ' ').trim().slice(0, 160)
  const before = source.slice(mutant.offset, mutant.endOffset)
  return `${id} ${relative(root, file)}:${line}:${mutant.offset - lineStart + 1} ${mutant.kind}: ${short(before)} → ${short(mutant.text) || 'nothing'}`
}

/** Runs test files in the given order. */
class AsGiven {
  shard = (files: TestSpecification[]) => files
  sort = (files: TestSpecification[]) => files
}

const chosen = choose()
const folder = mkdtempSync(join(tmpdir(), 'goaldoc-mutants-'))
process.env.GOALDOC_MUTANTS = folder
const vitest = await createVitest(
  'test',
  {
    root,
    // Each test file loads its modules itself: then it says which changes it reaches.
    config: false,
    include: ['test/**/*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    watch: false,
    maxWorkers: 1,
    reporters: [{}],
    setupFiles: ['test/seed.ts', 'scripts/mutants/setup.ts'].map((file) => join(root, file)),
    sequence: { sequencer: AsGiven },
  },
  {
    plugins: [
      {
        name: 'mutants',
        enforce: 'pre',
        transform(code, id) {
          const here = chosen.filter(({ file }) => file === id)
          return here.length > 0 ? weave(code, here) : undefined
        },
      },
    ],
  },
)

/** Runs test files with a change switched on. Returns the test that fails, or another sign of a failure; `undefined` if all pass.
 */
async function noticedBy(specifications: readonly TestSpecification[], id: number, seconds: number): Promise<string | undefined> {
  process.env.GOALDOC_MUTANT = String(id)
  let isEnded = false
  const timer = setTimeout(() => {
    isEnded = true
    process.kill(Number(readFileSync(join(folder, 'worker'), 'utf8')), 'SIGKILL')
  }, seconds * 1000)
  const { testModules, unhandledErrors } = await vitest.runTestSpecifications([...specifications])
  clearTimeout(timer)
  // The result contains the test files of all runs so far.
  const ran = new Set(specifications.map(({ moduleId }) => moduleId))
  for (const module of testModules.filter(({ moduleId }) => ran.has(moduleId))) {
    const name = relative(root, module.moduleId)
    for (const test of module.children.allTests('failed')) return `${name}: ${test.fullName}`
    if (module.state() === 'failed') return `${name}: ${module.errors()[0]?.message.split('\n')[0] ?? 'a hook'}`
  }
  return isEnded ? 'it never ends' : unhandledErrors.length > 0 ? String(unhandledErrors[0]) : undefined
}

const specifications = await vitest.globTestSpecifications(positionals)
console.log(`${chosen.length} mutants of seed ${values.seed}; a first run of ${specifications.length} test files`)
const started = performance.now()
const { testModules } = await vitest.runTestSpecifications(specifications, true)
const broken = testModules.filter((module) => module.state() === 'failed')
for (const module of broken) console.log(`fails as it is, and is left out: ${relative(root, module.moduleId)}`)
const secondsOf = new Map(testModules.map((module) => [module.moduleId, module.diagnostic().duration / 1000]))
const reachedBy = new Map<string, Set<number>>()
for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
  const { testPath, reached } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as { testPath: string; reached: number[] }
  if (!broken.some((module) => module.moduleId === testPath)) reachedBy.set(testPath, new Set(reached))
}
console.log(`${((performance.now() - started) / 1000).toFixed(0)} s`)

vitest.config.bail = 1
const survivors: string[] = []
for (const one of chosen) {
  if (values.only && one.id !== Number(values.only)) continue
  const reaching = specifications
    .filter((specification) => reachedBy.get(specification.moduleId)?.has(one.id))
    .sort((a, b) => (secondsOf.get(a.moduleId) ?? 0) - (secondsOf.get(b.moduleId) ?? 0))
  const seconds = reaching.reduce((sum, { moduleId }) => sum + (secondsOf.get(moduleId) ?? 0), 0)
  const noticed = await noticedBy(reaching, one.id, 20 + 3 * seconds)
  console.log(
    `${noticed ? 'noticed ' : 'SURVIVED'} ${describe(one)}\n         ${noticed ?? `${reaching.length} test files reach it`}`,
  )
  if (!noticed) survivors.push(describe(one))
}
console.log(`\n${survivors.length} of ${chosen.length} survived; ${((performance.now() - started) / 1000).toFixed(0)} s`)
for (const survivor of survivors) console.log(survivor)

process.exitCode = 0
await vitest.close()
rmSync(folder, { recursive: true, force: true })

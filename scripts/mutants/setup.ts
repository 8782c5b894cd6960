/** Runs before each test file in a run of mutants: switches one mutant on, and records which ones the file reaches. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect } from 'vitest'

const active = Number(process.env.GOALDOC_MUTANT ?? -1)
const folder = process.env.GOALDOC_MUTANTS!
const reached = new Set<number>()

// The process id, by which the main process ends a mutant that never stops.
writeFileSync(join(folder, 'worker'), String(process.pid))

Object.assign(globalThis, {
  mutant(id: number): boolean {
    reached.add(id)
    return id === active
  },
})

afterAll(() => {
  if (active >= 0) return
  const { testPath } = expect.getState()
  writeFileSync(join(folder, `${testPath!.replaceAll(/\W/g, '-')}.json`), JSON.stringify({ testPath, reached: [...reached] }))
})

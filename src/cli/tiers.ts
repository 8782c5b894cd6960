/** Tunes the compilers of V8 for runs of a few seconds. */
import { statSync } from 'node:fs'

/** The flags of V8 11 (Node 20): after how many bytes of executed bytecode a function is looked at again, and the number that V8 itself
 * takes. Later versions count calls, and have a fast compiler in between.
 */
const [late, usual] = ['--interrupt-budget=1000000', '--interrupt-budget=67584']

/** A file of this size takes longer than loading the module that sets flags. */
const largeFile = 30_000

let isLate = false

/** Does some work in which V8 optimises only the functions that run longest. Otherwise it optimises most functions of the linter in the first
 * second, many of them several times: `lint` of 40 documents takes 1.52 s of processor time instead of 0.89, and `set` in a goal of
 * 2,000 teams 1.4 instead of 0.8.
 */
export async function optimisingLate<Made>(work: () => Promise<Made>, v8: string = process.versions.v8): Promise<Made> {
  if (isLate || !v8.startsWith('11.')) return work()
  setLate(true)
  try {
    return await work()
  } finally {
    setLate(false)
  }
}

/** Whether work on these files is long enough. */
export function isLongWork(paths: readonly (string | undefined)[]): boolean {
  const size = (path: string) => statSync(path, { throwIfNoEntry: false })?.size ?? 0
  return paths.some((path) => path !== undefined && size(path) > largeFile)
}

/** Compiles with the usual flags: compiled code from the cache is only used by a process with the flags that it was made with. */
export function compilingAsUsual<Made>(compile: () => Made): Made {
  if (!isLate) return compile()
  setLate(false)
  try {
    return compile()
  } finally {
    setLate(true)
  }
}

function setLate(value: boolean): void {
  process.getBuiltinModule('node:v8').setFlagsFromString(value ? late : usual)
  isLate = value
}

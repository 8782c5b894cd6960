/** Tunes the compilers of V8 for runs of a few seconds. */

/** The flags of V8 11 (Node 20): after how many bytes of executed bytecode a function is looked at again, and the number that V8 itself takes.
 * Later versions count calls, and have a fast compiler in between.
 */
const [late, usual] = ['--interrupt-budget=1000000', '--interrupt-budget=67584']

/** Does some work in which V8 optimises only the functions that run longest. Otherwise it optimises most functions of the linter in the first
 * second, many of them several times: `lint` of 40 documents takes 1.52 s of processor time instead of 0.89.
 */
export async function optimisingLate<Made>(work: () => Promise<Made>, v8: string = process.versions.v8): Promise<Made> {
  if (!v8.startsWith('11.')) return work()
  const { setFlagsFromString } = process.getBuiltinModule('node:v8')
  setFlagsFromString(late)
  try {
    return await work()
  } finally {
    // Compiled code is only used again by a process with the same flags.
    setFlagsFromString(usual)
  }
}

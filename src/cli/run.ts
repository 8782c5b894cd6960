/** Runs the command line in this process. */
import { processIo } from './io.ts'
import { main } from './main.ts'

export async function run(argv: readonly string[]): Promise<void> {
  process.exitCode = await main(argv, processIo(argv))
  // When nothing is left to do. Otherwise Node would free its memory piece by piece first, which takes 3 ms.
  process.once('beforeExit', () => process.exit())
}

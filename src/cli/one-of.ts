/** Commands for several files: one that cannot be read or written does not stop the others. */
import { CannotError } from '../repository/index.ts'
import { type Io, OutputError } from './io.ts'

/** Runs an action for one of `count` files and returns its exit code. If the action cannot be done and there are other files, the reason is
 * printed, and the code is 2.
 */
export async function oneOf(count: number, io: Io, act: () => Promise<number>): Promise<number> {
  try {
    return await act()
  } catch (error) {
    if (!(error instanceof CannotError) || error instanceof OutputError || count === 1) throw error
    io.err(`${error.message}\n`)
    return 2
  }
}

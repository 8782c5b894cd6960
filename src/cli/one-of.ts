/** Commands for several files: one that cannot be read or written does not stop the others. */
import { CannotError } from '../repository/index.ts'
import { type Io, OutputError } from './io.ts'

/** Returns a function that runs an action for one of `count` files and returns its exit code. If the action cannot be done and there are
 * other files, the reason is printed, and the code is 2.
 */
export function oneOf(count: number, io: Io): (act: () => Promise<number>) => Promise<number> {
  const tell = tellOnce(io)
  return async (act) => {
    try {
      return await act()
    } catch (error) {
      if (!(error instanceof CannotError) || error instanceof OutputError || count === 1) throw error
      tell(error)
      return 2
    }
  }
}

/** Prints each reason once: a team list with an error is the reason for every document that needs it. */
export function tellOnce(io: Io): (error: CannotError) => void {
  const told = new Set<string>()
  return ({ message, detail }) => {
    const text = `${message}\n${detail ? `${detail}\n` : ''}`
    if (!told.has(text)) io.err(text)
    told.add(text)
  }
}

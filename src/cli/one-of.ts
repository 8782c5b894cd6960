/** Commands for several files: one that cannot be read or written does not stop the others. */
import { CannotError } from '../repository/index.ts'
import { type Io, OutputError } from './io.ts'

/** Returns a function that runs an action for one of `count` files and returns its exit code: 2 if the action cannot be done. */
export function oneOf(count: number, io: Io): (act: () => Promise<number>) => Promise<number> {
  const tell = tellOrThrow(count, io)
  return async (act) => {
    try {
      return await act()
    } catch (error) {
      tell(error)
      return 2
    }
  }
}

/** Returns a function that prints why something cannot be done for one of `count` files, if there are others; otherwise it throws the error.
 * Each reason is printed once: a team list with an error is the reason for every document that needs it.
 */
export function tellOrThrow(count: number, io: Io): (error: unknown) => void {
  const told = new Set<string>()
  return (error) => {
    if (!(error instanceof CannotError) || error instanceof OutputError || count === 1) throw error
    const { message, detail } = error
    const text = `${message}\n${detail ? `${detail}\n` : ''}`
    if (!told.has(text)) io.err(text)
    told.add(text)
  }
}

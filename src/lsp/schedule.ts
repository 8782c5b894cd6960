/** When files are looked at: soon after a change, and once for many. */

export interface Schedule {
  /** A file changed: it is looked at after a moment without a further change. */
  ask(uri: string): void
  /** The file is of no interest any more. */
  drop(uri: string): void
}

/** What is waited, so that changes that arrive together are one; ms. It need not be long: while a file is looked at, changes pile up, and are
 * one as well. */
const moment = 4

export function openSchedule(look: (uri: string) => Promise<void>): Schedule {
  const waiting = new Map<string, NodeJS.Timeout>()
  const drop = (uri: string) => {
    clearTimeout(waiting.get(uri))
    waiting.delete(uri)
  }
  const run = (uri: string) => {
    waiting.delete(uri)
    void look(uri)
  }
  return {
    ask(uri) {
      drop(uri)
      waiting.set(
        uri,
        setTimeout(() => run(uri), moment),
      )
    },
    drop,
  }
}

/** When files are linted: soon after a change, and once for several changes. */

export interface Schedule {
  /** Requests to lint a file; it is linted as soon as no further change arrives for a moment. */
  ask(uri: string): void
  /** Cancels the request. */
  drop(uri: string): void
}

/** The delay in milliseconds, so that changes that arrive together cause one run. It can be short, because changes that arrive
 * during a run are also collected.
 */
const moment = 4

export function openSchedule(lint: (uri: string) => Promise<void>): Schedule {
  const waiting = new Map<string, NodeJS.Timeout>()
  const drop = (uri: string) => {
    clearTimeout(waiting.get(uri))
    waiting.delete(uri)
  }
  const run = (uri: string) => {
    waiting.delete(uri)
    void lint(uri)
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

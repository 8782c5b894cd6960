/** When files are looked at: soon after a change, and once for many. */

export interface Schedule {
  /** A file changed: it is looked at after a moment without a further change. */
  ask(uri: string): void
  /** The file is of no interest any more. */
  drop(uri: string): void
}

/** Half of what the last look at a file took is waited, so that typing never waits for more than one look; ms. */
const [shortest, longest] = [4, 120]

export function openSchedule(look: (uri: string) => Promise<void>): Schedule {
  const waiting = new Map<string, NodeJS.Timeout>()
  const took = new Map<string, number>()
  const drop = (uri: string) => {
    clearTimeout(waiting.get(uri))
    waiting.delete(uri)
  }
  const run = async (uri: string) => {
    waiting.delete(uri)
    const start = performance.now()
    await look(uri)
    took.set(uri, performance.now() - start)
  }
  return {
    ask(uri) {
      drop(uri)
      const wait = Math.min(longest, Math.max(shortest, (took.get(uri) ?? 0) / 2))
      waiting.set(
        uri,
        setTimeout(() => void run(uri), wait),
      )
    },
    drop(uri) {
      drop(uri)
      took.delete(uri)
    },
  }
}

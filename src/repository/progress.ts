/** A progress line, shown only on a terminal and only if the work takes long. */

/** Shorter work shows no progress, because the line would only flicker. */
const patience = 1000
/** Short enough to look alive, and long enough to cost almost no time. */
const interval = 100

export interface Progress {
  /** Reports that one more step is done, and names the next. */
  step(next?: string): void
  /** Removes the line. */
  end(): void
}

/** A line on a stream such as stderr: `12/48 goals/mars/orbit.rst`. */
export function progress(total: number, stream: { write(text: string): unknown; isTTY?: boolean; columns?: number }): Progress {
  if (total < 2 || !stream.isTTY) return { step: () => {}, end: () => {} }
  const start = Date.now()
  let done = 0
  let last = 0
  let isShown = false
  return {
    step(next = '') {
      done++
      const now = Date.now()
      if (now - start < patience || now - last < interval) return
      last = now
      isShown = true
      const line = `${done}/${total} ${next}`
      stream.write(`\r\x1b[K${line.slice(0, (stream.columns ?? 80) - 1)}`)
    },
    end() {
      if (isShown) stream.write('\r\x1b[K')
    },
  }
}

/** Which blocks of this project's code have run, from V8 itself: no package, no native code, no instrumented build. */
import { Session } from 'node:inspector'
import { fileURLToPath } from 'node:url'

const source = fileURLToPath(new URL('../../src/', import.meta.url))

interface ScriptCoverage {
  scriptId: string
  url: string
  functions: { functionName: string; ranges: { startOffset: number; endOffset: number; count: number }[] }[]
}

export interface Coverage {
  /** Whether something ran since the last call that had not run before. */
  isNew(): boolean
  /** Blocks that ran, of those of the functions that were called; and functions that were called. */
  counts(): { blocks: number; functions: number }
  close(): void
}

export function openCoverage(): Coverage {
  const session = new Session()
  session.connect()
  // V8 answers at once, so nothing has to be awaited.
  const post = (method: string, params: object = {}) => {
    let result: unknown
    session.post(method, params, (error, answer: unknown) => {
      if (error) throw error
      result = answer
    })
    return result
  }
  post('Profiler.enable')
  post('Profiler.startPreciseCoverage', { callCount: true, detailed: true })
  const blocks = new Set<string>()
  const functions = new Set<string>()
  return {
    isNew() {
      const before = blocks.size
      const { result } = post('Profiler.takePreciseCoverage') as { result: ScriptCoverage[] }
      for (const { scriptId, url, functions: called } of result) {
        if (!url.replace('file://', '').startsWith(source)) continue
        for (const { ranges } of called) {
          if (ranges[0]!.count > 0) functions.add(`${scriptId} ${ranges[0]!.startOffset}`)
          for (const { startOffset, endOffset, count } of ranges)
            if (count > 0) blocks.add(`${scriptId} ${startOffset} ${endOffset}`)
        }
      }
      return blocks.size > before
    },
    counts: () => ({ blocks: blocks.size, functions: functions.size }),
    close() {
      post('Profiler.stopPreciseCoverage')
      session.disconnect()
    },
  }
}

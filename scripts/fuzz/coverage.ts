/** Reports which blocks of this project's code have run, with V8's own coverage: without a package, native code or an
 * instrumented build.
 */
import { Session } from 'node:inspector'
import { fileURLToPath } from 'node:url'

const source = fileURLToPath(new URL('../../src/', import.meta.url))

interface ScriptCoverage {
  scriptId: string
  url: string
  functions: { functionName: string; ranges: { startOffset: number; endOffset: number; count: number }[] }[]
}

export interface Coverage {
  /** Whether any block has run for the first time since the last call. */
  isNew(): boolean
  /** The number of functions that were called, of all functions in the files of these, and of the blocks that ran. */
  counts(): { functions: number; known: number; blocks: number }
  close(): void
}

export function openCoverage(): Coverage {
  const session = new Session()
  session.connect()
  // V8 replies synchronously, so nothing needs to be awaited.
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
  const known = new Map<string, Set<number>>()
  return {
    isNew() {
      const before = blocks.size
      const { result } = post('Profiler.takePreciseCoverage') as { result: ScriptCoverage[] }
      for (const { scriptId, url, functions: called } of result) {
        if (!url.replace('file://', '').startsWith(source)) continue
        const starts = known.get(scriptId) ?? new Set()
        for (const { ranges } of called) {
          starts.add(ranges[0]!.startOffset)
          if (ranges[0]!.count > 0) {
            functions.add(`${scriptId} ${ranges[0]!.startOffset}`)
            known.set(scriptId, starts)
          }
          for (const { startOffset, endOffset, count } of ranges)
            if (count > 0) blocks.add(`${scriptId} ${startOffset} ${endOffset}`)
        }
      }
      return blocks.size > before
    },
    counts: () => ({
      functions: functions.size,
      known: [...known.values()].reduce((sum, starts) => sum + starts.size, 0),
      blocks: blocks.size,
    }),
    close() {
      post('Profiler.stopPreciseCoverage')
      session.disconnect()
    },
  }
}

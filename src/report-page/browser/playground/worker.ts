/** The worker: answers the questions of the page, one after another. */
import { engine } from '../../playground/engine.ts'
import type { Call, Reply } from './calls.ts'

addEventListener('message', ({ data }: MessageEvent<Call>) => {
  postMessage(replyTo(data))
})

function replyTo({ name, question }: Call): Reply {
  try {
    return { name, value: engine[name](question) } as Reply
  } catch (error) {
    return { name, failure: error instanceof Error ? error.message : String(error) }
  }
}

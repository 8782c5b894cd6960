/** The page's access to the engine, which runs in a worker so that typing never waits for it. */
import type { Engine, Question } from '../../playground/question.ts'
import type { Call, Reply } from './calls.ts'

/** The functions of the engine, with promises as results. */
export type AsyncEngine = { [Name in keyof Engine]: (question: Question) => Promise<ReturnType<Engine[Name]>> }

/** Starts the worker from the text of its script, which the page contains: a page that is opened from disk cannot load other
 * files.
 */
export function startEngine(script: string): AsyncEngine {
  const address = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }))
  const worker = new Worker(address)
  const waiting: ((reply: Reply) => void)[] = []
  worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => waiting.shift()?.(data))
  worker.addEventListener('error', ({ message }) => {
    for (const answer of waiting.splice(0)) answer({ name: 'analyse', failure: message || 'it did not start' })
  })
  const ask = <Name extends keyof Engine>(name: Name, question: Question): Promise<ReturnType<Engine[Name]>> =>
    new Promise((resolve, reject) => {
      waiting.push((reply) => {
        if ('failure' in reply) reject(new Error(`The engine failed: ${reply.failure}`))
        else resolve(reply.value as ReturnType<Engine[Name]>)
      })
      worker.postMessage({ name, question } satisfies Call)
    })
  return { analyse: (question) => ask('analyse', question), write: (question) => ask('write', question) }
}

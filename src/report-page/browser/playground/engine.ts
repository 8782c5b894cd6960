/** The engine, as the page sees it: in a worker, so that typing never waits for it. */
import type { Engine, Question } from '../../playground/question.ts'
import type { Call, Reply } from './calls.ts'

/** The engine, but its answers come later. */
export type Asked = { [Name in keyof Engine]: (question: Question) => Promise<ReturnType<Engine[Name]>> }

/** Starts the worker from its script, which stands in the page: a file that is opened from a disk may load no other. */
export function startEngine(script: string): Asked {
  const address = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }))
  const worker = new Worker(address)
  const waiting: ((reply: Reply) => void)[] = []
  worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => waiting.shift()?.(data))
  worker.addEventListener('error', ({ message }) => {
    for (const answer of waiting.splice(0)) answer({ name: 'look', failure: message || 'it did not start' })
  })
  const ask = <Name extends keyof Engine>(name: Name, question: Question): Promise<ReturnType<Engine[Name]>> =>
    new Promise((resolve, reject) => {
      waiting.push((reply) => {
        if ('failure' in reply) reject(new Error(`The engine failed: ${reply.failure}`))
        else resolve(reply.value as ReturnType<Engine[Name]>)
      })
      worker.postMessage({ name, question } satisfies Call)
    })
  return { look: (question) => ask('look', question), write: (question) => ask('write', question) }
}

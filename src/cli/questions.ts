/** Asks questions at the terminal. The library for it is loaded only when a question is asked. */
import type { Question } from '../document/index.ts'

export interface Answers {
  /** By the keys of the questions. */
  answers: Record<string, string>
  /** Whether the user gave up before the last question. */
  isCancelled: boolean
}

/** Asks one question after the other, until the last or until the user gives up. */
export async function askAll(questions: readonly Question[]): Promise<Answers> {
  const { isCancel, note, text } = await import('@clack/prompts')
  const output = process.stderr
  const answers: Record<string, string> = {}
  for (const { key, text: message, hint, usual } of questions) {
    if (hint) note(wrapped(hint, 72), 'The template says', { output })
    const answer = await text({ message, output, ...(usual === undefined ? {} : { placeholder: usual, defaultValue: usual }) })
    if (isCancel(answer)) return { answers, isCancelled: true }
    answers[key] = answer ?? ''
  }
  return { answers, isCancelled: false }
}

function wrapped(text: string, width: number): string {
  return text.replace(new RegExp(`(.{1,${width}})(?:\\s+|$)`, 'g'), '$1\n').trimEnd()
}

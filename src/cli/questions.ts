/** Asks questions at the terminal. The library for it is loaded only when a question is asked. */
import type { Question } from '../document/index.ts'

/** The answers by the keys of the questions; `undefined` if the user cancelled. */
export async function askAll(questions: readonly Question[]): Promise<Record<string, string> | undefined> {
  const { isCancel, note, text } = await import('@clack/prompts')
  const output = process.stderr
  const answers: Record<string, string> = {}
  for (const { key, text: message, hint, usual } of questions) {
    if (hint) note(wrapped(hint, 72), 'The template says', { output })
    const answer = await text({ message, output, ...(usual === undefined ? {} : { placeholder: usual, defaultValue: usual }) })
    if (isCancel(answer)) return undefined
    answers[key] = answer ?? ''
  }
  return answers
}

function wrapped(text: string, width: number): string {
  return text.replace(new RegExp(`(.{1,${width}})(?:\\s+|$)`, 'g'), '$1\n').trimEnd()
}

/** The messages between page and worker. Replies have the order of the calls. */
import type { Engine, Question } from '../../playground/question.ts'

export interface Call {
  name: keyof Engine
  question: Question
}

export type Reply = { name: keyof Engine; value: ReturnType<Engine[keyof Engine]> } | { name: keyof Engine; failure: string }

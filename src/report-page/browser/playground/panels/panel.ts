/** A tab that has an editor: it gets a text, and shows it in its own way. */
import type { Problem, Question } from '../../../playground/question.ts'
import type { Asked } from '../engine.ts'

/** What a panel can see and do outside of itself. */
export interface Desk {
  engine: Asked
  question(): Question
  setDocument(text: string): void
  /** Says something in the status line. */
  say(text: string): void
  /** Asks the engine again. */
  refresh(): void
}

export interface Panel {
  /** What the panel adds to the question. */
  asks?(): Partial<Question>
  /** Takes over what an address says. */
  restore?(question: Partial<Question>): void
  show(text: string, problems: readonly Problem[]): void
}

/** Makes the panel in its element. */
export type MakePanel = (element: HTMLElement, desk: Desk) => Panel

/** The type of a tab with an editor, which shows its text in its own way. */
import type { Problem, Question } from '../../../playground/question.ts'
import type { AsyncEngine } from '../engine.ts'

/** What a panel can use of the page. */
export interface PanelPage {
  engine: AsyncEngine
  question(): Question
  setDocument(text: string): void
  /** Shows a text in the status line. */
  say(text: string): void
  /** Sends a new question to the engine. */
  refresh(): void
}

export interface Panel {
  /** The part of the question that comes from the panel. */
  asks?(): Partial<Question>
  /** Restores its state from an address. */
  restore?(question: Partial<Question>): void
  show(text: string, problems: readonly Problem[]): void
}

/** Creates the panel in its element. */
export type MakePanel = (element: HTMLElement, desk: PanelPage) => Panel

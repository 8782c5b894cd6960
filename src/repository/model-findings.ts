/** Errors in models, as findings. */
import { type ModelDiagnostic, UnwritableGoalError } from '../goal/index.ts'
import type { Diagnostic } from '../lint/index.ts'
import type { LoadedModel } from './models.ts'

/** Whether a model cannot be used: it is not a goal, or has errors. */
export function isUnusable(model: LoadedModel): boolean {
  return model.goal === undefined || model.diagnostics.length > 0
}

export function modelFindings(diagnostics: readonly ModelDiagnostic[]): Diagnostic[] {
  return diagnostics.map(({ hint, path: _, ...found }) => ({
    ...found,
    message: hint && !found.message.endsWith(hint) ? `${found.message} (${hint})` : found.message,
  }))
}

/** Findings for the values of a model that its document cannot express. */
export function unwritableFindings({ values }: UnwritableGoalError): ModelDiagnostic[] {
  const start = { line: 1, column: 1, endLine: 1, endColumn: 1, offset: 0, endOffset: 0 }
  return values.map(({ message, place = start }) => ({ ruleId: 'model/unwritable', severity: 'error', message, ...place }))
}

/** The findings for values that the document cannot express, if `act` throws an `UnwritableGoalError`; otherwise `undefined`. */
export function unwritableBy(act: () => unknown): ModelDiagnostic[] | undefined {
  try {
    act()
    return undefined
  } catch (error) {
    if (!(error instanceof UnwritableGoalError)) throw error
    return unwritableFindings(error)
  }
}

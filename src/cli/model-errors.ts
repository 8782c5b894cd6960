/** Prints errors in models. */
import { UnwritableGoalError } from '../document/index.ts'
import type { ModelDiagnostic } from '../goal/index.ts'
import type { Diagnostic } from '../lint/index.ts'
import type { Result } from '../report/index.ts'
import { formats } from '../report/index.ts'
import type { LoadedModel } from '../repository/index.ts'
import type { Io } from './io.ts'

/** Prints the errors in a model to standard error; returns whether the model cannot be used. */
export async function reportModelErrors(model: LoadedModel, io: Io): Promise<boolean> {
  if (model.diagnostics.length > 0) {
    const pretty = formats.find(({ name }) => name === 'pretty')!
    io.err(pretty.format([modelResult(model)], { color: io.errorColour, all: true }))
  }
  return isUnusable(model)
}

export function isUnusable(model: LoadedModel): boolean {
  return model.goal === undefined || model.diagnostics.length > 0
}

/** Prints the values of a model that its document cannot express; throws any other error again. */
export async function reportUnwritable(error: unknown, model: LoadedModel, io: Io): Promise<void> {
  if (!(error instanceof UnwritableGoalError)) throw error
  await reportModelErrors({ ...model, diagnostics: unwritableDiagnostics(error) }, io)
}

function unwritableDiagnostics({ values }: UnwritableGoalError): ModelDiagnostic[] {
  const start = { line: 1, column: 1, endLine: 1, endColumn: 1, offset: 0, endOffset: 0 }
  return values.map(({ message, place = start }) => ({ ruleId: 'model/unwritable', severity: 'error', message, ...place }))
}

/** The errors in a model as a report shows them. */
export function modelResult(model: LoadedModel): Result {
  return { path: model.shown, source: model.text, diagnostics: model.diagnostics.map(asDiagnostic) }
}

function asDiagnostic({ hint, path: _, ...found }: ModelDiagnostic): Diagnostic {
  return { ...found, message: hint && !found.message.endsWith(hint) ? `${found.message} (${hint})` : found.message }
}

/** The errors in a model if `act` finds values that the document cannot express. */
export function unwritableResult(model: LoadedModel, act: () => unknown): Result | undefined {
  try {
    act()
    return undefined
  } catch (error) {
    if (!(error instanceof UnwritableGoalError)) throw error
    return modelResult({ ...model, diagnostics: unwritableDiagnostics(error) })
  }
}

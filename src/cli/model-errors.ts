/** Mistakes in models, shown to people. */
import { UnwritableGoalError } from '../document/index.ts'
import type { ModelDiagnostic } from '../goal/index.ts'
import type { Diagnostic } from '../lint/index.ts'
import type { Result } from '../report/index.ts'
import { formats } from '../report/index.ts'
import type { LoadedModel } from '../repository/index.ts'
import type { Io } from './io.ts'

/** Prints what is wrong with a model to standard error; answers whether it cannot be used. */
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

/** Prints the values of a model that its document cannot say; another error is not for here. */
export async function reportUnwritable(error: unknown, model: LoadedModel, io: Io): Promise<void> {
  if (!(error instanceof UnwritableGoalError)) throw error
  await reportModelErrors({ ...model, diagnostics: unwritableDiagnostics(error) }, io)
}

function unwritableDiagnostics({ values }: UnwritableGoalError): ModelDiagnostic[] {
  const start = { line: 1, column: 1, endLine: 1, endColumn: 1, offset: 0, endOffset: 0 }
  return values.map(({ message, place = start }) => ({ ruleId: 'model/unwritable', severity: 'error', message, ...place }))
}

/** The mistakes of a model as a report takes them. */
export function modelResult(model: LoadedModel): Result {
  return { path: model.shown, source: model.text, diagnostics: model.diagnostics.map(asDiagnostic) }
}

function asDiagnostic({ hint, path: _, ...found }: ModelDiagnostic): Diagnostic {
  return { ...found, message: hint && !found.message.endsWith(hint) ? `${found.message} (${hint})` : found.message }
}

/** What is wrong with a model where `act` says that its document would not say all of it. */
export function unwritableResult(model: LoadedModel, act: () => unknown): Result | undefined {
  try {
    act()
    return undefined
  } catch (error) {
    if (!(error instanceof UnwritableGoalError)) throw error
    return modelResult({ ...model, diagnostics: unwritableDiagnostics(error) })
  }
}

/** Prints errors in models. */
import { UnwritableGoalError } from '../goal/index.ts'
import type { Result } from '../report/index.ts'
import { formats } from '../report/index.ts'
import { isUnusable, type LoadedModel, modelFindings, unwritableBy, unwritableFindings } from '../repository/index.ts'
import type { Io } from './io.ts'

/** Prints the errors in a model to standard error; returns whether the model cannot be used. */
export async function reportModelErrors(model: LoadedModel, io: Io): Promise<boolean> {
  if (model.diagnostics.length > 0) {
    const pretty = formats.find(({ name }) => name === 'pretty')!
    io.err(pretty.format([modelResult(model)], { color: io.errorColour, all: true }), true)
  }
  return isUnusable(model)
}

/** Prints the values of a model that its document cannot express; throws any other error again. */
export async function reportUnwritable(error: unknown, model: LoadedModel, io: Io): Promise<void> {
  if (!(error instanceof UnwritableGoalError)) throw error
  await reportModelErrors({ ...model, diagnostics: unwritableFindings(error) }, io)
}

/** The errors in a model as a report shows them. */
export function modelResult({ shown, text, diagnostics }: LoadedModel): Result {
  return { path: shown, source: text, diagnostics: modelFindings(diagnostics) }
}

/** The errors in a model if `act` finds values that the document cannot express. */
export function unwritableResult(model: LoadedModel, act: () => unknown): Result | undefined {
  const diagnostics = unwritableBy(act)
  return diagnostics && modelResult({ ...model, diagnostics })
}

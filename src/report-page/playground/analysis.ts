/** The document with everything that the tabs need; each part is computed on first use. */
import { type Diagnostic, fixAll, lint, parseOptionsFor } from '../../lint/index.ts'
import { type DocumentNode, parseDocument } from '../../rst/index.ts'
import { once } from '../../text/index.ts'
import { type Inputs, readInputs } from './inputs.ts'
import type { Question } from './question.ts'

export interface Analysis extends Inputs {
  question: Question
  diagnostics: readonly Diagnostic[]
  /** The tree of docutils' parser. */
  tree: DocumentNode
  /** The document after its fixes. */
  fixed(): string
}

export function analyse(question: Question): Analysis {
  const inputs = readInputs(question)
  const { document, unsafe } = question
  const parsed = parseDocument(document, parseOptionsFor(inputs.options))
  return {
    ...inputs,
    question,
    diagnostics: lint(document, { ...inputs.options, parsed }),
    tree: parsed.document,
    fixed: once(() => fixAll(document, { ...inputs.options, unsafe }).source),
  }
}

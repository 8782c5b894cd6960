/** The rules about Sphinx's messages, which need the whole project. */
import type { Rule } from '../../rule.ts'
import { duplicateLabel } from './duplicate-label.ts'
import { duplicateObject } from './duplicate-object.ts'
import { includedLines } from './included-lines.ts'
import { missingFile } from './missing-file.ts'
import { orphanDocument } from './orphan-document.ts'
import { toctreeEntry } from './toctree-entry.ts'
import { unknownCitation } from './unknown-citation.ts'
import { unknownDocument } from './unknown-document.ts'
import { unknownLabel } from './unknown-label.ts'
import { unknownObject } from './unknown-object.ts'
import { unknownTerm } from './unknown-term.ts'
import { unusedCitation } from './unused-citation.ts'

/** Add one here. They report nothing for a document without a project. */
export const sphinxRules: readonly Rule[] = [
  unknownDocument,
  unknownLabel,
  unknownTerm,
  unknownObject,
  unknownCitation,
  missingFile,
  includedLines,
  toctreeEntry,
  duplicateLabel,
  duplicateObject,
  unusedCitation,
  orphanDocument,
]

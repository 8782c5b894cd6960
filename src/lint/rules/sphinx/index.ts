/** The rules about what Sphinx says of a document among the others of its project. */
import type { Rule } from '../../rule.ts'
import { duplicateLabel } from './duplicate-label.ts'
import { missingFile } from './missing-file.ts'
import { orphanDocument } from './orphan-document.ts'
import { toctreeEntry } from './toctree-entry.ts'
import { unknownDocument } from './unknown-document.ts'
import { unknownLabel } from './unknown-label.ts'
import { unknownTerm } from './unknown-term.ts'

/** Add one here. They are silent where a document is looked at without its project. */
export const sphinxRules: readonly Rule[] = [
  unknownDocument,
  unknownLabel,
  unknownTerm,
  missingFile,
  toctreeEntry,
  duplicateLabel,
  orphanDocument,
]

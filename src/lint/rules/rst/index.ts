/** The rules about docutils' messages, one for each kind of message. */
import type { Rule } from '../../rule.ts'
import { anonymousMismatch } from './anonymous-mismatch.ts'
import { blankLine } from './blank-line.ts'
import { directiveArgument } from './directive-argument.ts'
import { directiveContent } from './directive-content.ts'
import { directiveOption } from './directive-option.ts'
import type { DocutilsRule } from './docutils-rule.ts'
import { duplicateName } from './duplicate-name.ts'
import { duplicateTarget } from './duplicate-target.ts'
import { enumeratorStart } from './enumerator-start.ts'
import { field } from './field.ts'
import { footnote } from './footnote.ts'
import { hintRule } from './hint.ts'
import { includedFile } from './included-file.ts'
import { inlineStart } from './inline-start.ts'
import { interpretedText } from './interpreted-text.ts'
import { literalBlock } from './literal-block.ts'
import { malformedTable } from './malformed-table.ts'
import { malformedTarget } from './malformed-target.ts'
import { otherRule } from './other.ts'
import { possibleTitle } from './possible-title.ts'
import { substitution } from './substitution.ts'
import { titleLevel } from './title-level.ts'
import { titleMismatch } from './title-mismatch.ts'
import { titleOverline } from './title-overline.ts'
import { titleUnderline } from './title-underline.ts'
import { transition } from './transition.ts'
import { unexpectedIndentation } from './unexpected-indentation.ts'
import { unexpectedTitle } from './unexpected-title.ts'
import { unknownDirective } from './unknown-directive.ts'
import { unknownRole } from './unknown-role.ts'
import { unknownTarget } from './unknown-target.ts'
import { unreferencedTarget } from './unreferenced-target.ts'

/** By kind of message. Add one here; other messages are reported by `rst/other` and `rst/hint`. */
const kinds: readonly DocutilsRule[] = [
  titleUnderline,
  titleOverline,
  titleMismatch,
  titleLevel,
  unexpectedTitle,
  unexpectedIndentation,
  blankLine,
  inlineStart,
  interpretedText,
  unknownTarget,
  duplicateTarget,
  malformedTarget,
  anonymousMismatch,
  footnote,
  substitution,
  unknownDirective,
  unknownRole,
  directiveArgument,
  directiveOption,
  directiveContent,
  malformedTable,
  literalBlock,
  transition,
  field,
  possibleTitle,
  duplicateName,
  unreferencedTarget,
  enumeratorStart,
]

export const docutilsRules: readonly Rule[] = [...kinds, otherRule(kinds), hintRule(kinds), includedFile]

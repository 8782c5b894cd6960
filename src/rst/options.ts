/** The settings of a parse, with docutils' defaults. */
import type { ParseOptions, Parser } from './context.ts'
import { newestDocutils } from './versions.ts'

/** The settings with docutils' default for each one that is not given. */
export function parseOptions(options: ParseOptions = {}): Parser['options'] {
  return {
    docutils: options.docutils ?? newestDocutils,
    path: options.path ?? 'test data',
    known: { directives: new Set(options.known?.directives ?? []), roles: new Set(options.known?.roles ?? []) },
    sphinx: options.sphinx ?? true,
    project: options.project,
    characterLevelInlineMarkup: options.characterLevelInlineMarkup ?? false,
    languageCode: options.languageCode ?? 'en',
    lineLengthLimit: options.lineLengthLimit ?? 10_000,
    pepReferences: options.pepReferences ?? false,
    rfcReferences: options.rfcReferences ?? false,
    tabWidth: options.tabWidth ?? 8,
    trimFootnoteReferenceSpace: options.trimFootnoteReferenceSpace ?? false,
    rawEnabled: options.rawEnabled ?? true,
    syntaxHighlight: options.syntaxHighlight ?? 'long',
    idPrefix: options.idPrefix ?? '',
    autoIdPrefix: options.autoIdPrefix ?? '%',
    clock: options.clock ?? (() => new Date()),
    nestingLimit: options.nestingLimit ?? 120,
  }
}

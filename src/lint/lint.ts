/** Runs the rules over a document. */
import type { Profile, Reading } from '../document/index.ts'
import type { Goal } from '../goal/index.ts'
import type { Roster } from '../roster/index.ts'
import type { DocutilsVersion, ParsedDocument, ParseOptions } from '../rst/index.ts'
import { indexFrom } from '../text/index.ts'
import { checkFixes } from './check-fixes.ts'
import { type ResolvedConfig, resolveConfig } from './config.ts'
import type { Config, RuleSetting } from './config-schema.ts'
import type { Diagnostic, DocutilsMessage, Related, Severity } from './diagnostic.ts'
import { type DocumentInput, makeDocument, parsingOf, type SharedWork } from './document.ts'
import { type Era, eraOf } from './era.ts'
import type { ReadFile } from './included-files.ts'
import { indexOfMessages } from './messages.ts'
import {
  type Context,
  type Document,
  type Finding,
  type Known,
  type Model,
  type ParserMessage,
  type Rule,
  rulePage,
} from './rule.ts'
import { rules as builtinRules } from './rules/index.ts'
import { documentLength, endIfTooLong } from './rules/style/document-length.ts'
import type { FileKind, Site } from './site.ts'
import type { SphinxProject } from './sphinx/project.ts'
import { joinFindings, suppress } from './suppressions.ts'
import { fitIntoTables } from './tables.ts'

export interface LintOptions {
  /** The document if it is parsed already, with `parseOptionsFor` these options. */
  parsed?: ParsedDocument
  /** For versions of one document that are linted with the same options. */
  shared?: SharedWork
  /** The path of the document, relative to the configuration. */
  path?: string
  /** What it is; a document by default. */
  kind?: FileKind
  config?: Config
  /** The era of the goal; by default from its path. */
  era?: Era
  /** The version of docutils to follow; by default that of the configuration, or the newest. */
  docutils?: DocutilsVersion
  /** Known names besides those of the configuration. */
  known?: Partial<Known>
  /** The official teams; without it, rules that need them report nothing. */
  roster?: Roster
  /** The goal of the model; without it, rules about drift report nothing. */
  model?: Goal | Model
  /** The Sphinx project of the document, and its path from the folder of `conf.py`; without it, the rules of `sphinx/` report nothing. */
  sphinx?: { project: SphinxProject; path: string }
  /** The repository of the document, if it is looked at as a whole; without it, the rules of `repository/` report nothing. */
  site?: Site
  /** Reads the files that documents include, by path; without it, names that an included file may define are not checked. */
  read?: ReadFile
  /** The document before the change, and the name of that version: the rules report what the change lost. */
  before?: { name: string; source: string }
  /** The profile; by default it is detected. */
  profile?: Profile
  /** The profile of the template from which the document was written, used if it is a goal and `profile` is absent. */
  template?: Profile
  /** The profiles to choose from if `profile` is absent. The built-in ones by default. */
  profiles?: readonly Profile[]
  /** Settings that take precedence over the configuration, e.g. those of `--rule`. */
  settings?: Record<string, RuleSetting>
  /** Only these rules, and the one that refuses documents that are too long. */
  only?: readonly string[]
  /** The rules; by default the built-in ones. */
  rules?: readonly Rule[]
}

/** A function that lints a text: `lint` for documents, `lintPython` for docstrings. */
export type Linter = (source: string, options?: LintOptions) => Diagnostic[]

/** A document that was linted. */
export interface Linted {
  /** The findings; their fixes are not checked yet. */
  findings: readonly Diagnostic[]
  /** The findings with fixes that can be applied. To check them takes up to half as long as to find them. */
  withFixes(): Diagnostic[]
  /** Whether the document is too long to check. */
  isTooLong: boolean
  /** The parts of the document; one that is too long has none. */
  reading(): Reading
}

/** Lints a document; the findings are in the order of the text. Never throws: if a rule fails, that is a finding. */
export function lint(source: string, options: LintOptions = {}): Diagnostic[] {
  return lintInSteps(source, options).withFixes()
}

/** As `lint`, for those who show the findings first. */
export function lintInSteps(source: string, options: LintOptions = {}): Linted {
  const { resolved, input: given } = resolve(options)
  const all = options.rules ?? builtinRules
  const isLimited = all.includes(documentLength) && isWanted(documentLength, makeDocument(source, given), resolved, undefined)
  const endOf = (text: string) => (isLimited ? endIfTooLong(text, resolved.rules.get(documentLength.name)?.options) : undefined)
  const end = endOf(source)
  const isBeforeTooLong = given.before !== undefined && endOf(given.before.source) !== undefined
  const input = isBeforeTooLong ? { ...given, before: undefined, isBeforeTooLong } : given
  const whole = makeDocument(source, input)
  const document = end === undefined ? whole : makeDocument(source, { ...input, end, parsed: undefined })
  const rules = end === undefined ? all.filter((rule) => isWanted(rule, whole, resolved, options.only)) : [documentLength]
  const found = findings(document, rules, resolved)
  return {
    findings: found,
    withFixes: () =>
      checkFixes(document, fitIntoTables(document, found), {
        read: (text) => makeDocument(text, { ...input, parsed: undefined }),
        isTooLong: (text) => endOf(text) !== undefined,
        find: (other, names) =>
          findings(
            other,
            rules.filter((rule) => names.has(rule.name)),
            resolved,
          ),
      }),
    isTooLong: end !== undefined,
    reading: () => (end === undefined ? whole : makeDocument('', { ...input, parsed: undefined })).reading,
  }
}

/** How `lint` parses a document. */
export function parseOptionsFor(options: LintOptions): ParseOptions {
  return parsingOf(resolve(options).input)
}

/** The configuration of a document, and what is known of it besides its text. */
function resolve(options: LintOptions): { resolved: ResolvedConfig; input: DocumentInput } {
  const path = options.path ?? ''
  const resolved = resolveConfig(options.config ?? {}, path, options.settings)
  const input = {
    ...options,
    path,
    ruleNames: builtinRules.map((rule) => rule.name),
    docutils: options.docutils ?? resolved.docutils,
    known: knownNames(resolved, options),
    era: options.era ?? eraOf(path),
    model: options.model && asModel(options.model),
  }
  return { resolved, input }
}

function findings(document: Document, rules: readonly Rule[], resolved: ResolvedConfig): Diagnostic[] {
  const [first, last] = [rules.filter((rule) => !rule.runsLast), rules.filter((rule) => rule.runsLast)]
  const covers: Cover[] = []
  const context = contextOf(document)
  const all = first.flatMap((rule) => run(rule, context, resolved, covers))
  const found = suppress(absorb(covers, all), document.suppressions)
  return joinFindings([...found, ...last.flatMap((rule) => run(rule, context, resolved, []))])
}

/** A finding, and the part of the document in which all other findings are consequences of it. */
interface Cover {
  cause: Diagnostic
  offset: number
  endOffset: number
}

/** The findings without the consequences of others; a finding takes over docutils' messages of its consequences. */
function absorb(covers: readonly Cover[], diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  if (covers.length === 0) return diagnostics
  const sorted = [...covers].sort((a, b) => a.offset - b.offset)
  const messages = new Map<Cover, DocutilsMessage[]>(sorted.map((cover) => [cover, []]))
  const left = diagnostics.filter((found) => {
    // It also stands for findings outside of the range.
    if (found.data?.more !== undefined) return true
    // Covers do not overlap: only the last one that begins before a finding can contain it.
    const cover = sorted[indexFrom(sorted, found.offset + 1) - 1]
    if (!cover || cover.cause === found || found.endOffset > cover.endOffset) return true
    if (found.docutils) messages.get(cover)!.push(found.docutils)
    return false
  })
  for (const [{ cause }, all] of messages) {
    const [docutils, ...others] = all.sort((a, b) => b.level - a.level)
    if (docutils) cause.docutils = docutils
    if (others.length > 0) cause.data = { ...cause.data, docutils: others }
  }
  return left
}

/** The context of a rule: the document, with the options and the report of the rule. One object for all rules. */
type MutableContext = { -readonly [Key in keyof Context]: Context[Key] }

function contextOf(document: Document): MutableContext {
  return Object.assign(document, {
    options: {},
    report: () => {},
    claim: (message: RegExp | string, offset: number, endOffset: number) => claim(document, message, offset, endOffset),
  })
}

function asModel(model: Goal | Model): Model {
  return 'goal' in model && typeof model.goal === 'object' ? model : { goal: model as Goal }
}

function knownNames(resolved: ResolvedConfig, options: LintOptions): Known {
  const { directives, roles, projects, substitutions, targets } = resolved.known
  const conf = options.sphinx?.project.conf
  return {
    directives: [...directives, ...(options.known?.directives ?? []), ...(conf?.directives ?? [])],
    roles: [...roles, ...(options.known?.roles ?? []), ...(conf?.roles ?? [])],
    projects: [...projects, ...(options.known?.projects ?? [])],
    substitutions: [...substitutions, ...(options.known?.substitutions ?? [])],
    targets: [...targets, ...(options.known?.targets ?? [])],
  }
}

function isWanted(rule: Rule, document: Document, resolved: ResolvedConfig, only: readonly string[] | undefined): boolean {
  if (only && !only.includes(rule.name)) return false
  if (severityOf(rule, resolved) === 'off') return false
  // Suppressions stand in files of every kind.
  if ((rule.subject ?? 'document') !== document.kind && !rule.runsLast) return false
  if (rule.needs === 'site' && !document.site) return false
  if (rule.needs === 'roster' && !document.roster) return false
  if (rule.needs === 'sphinx' && !document.sphinx) return false
  return rule.needs !== 'model' || document.model !== undefined
}

function severityOf(rule: Rule, resolved: ResolvedConfig): Severity | 'off' {
  return resolved.rules.get(rule.name)?.severity ?? rule.severity
}

/** The number of findings of a rule that are reported for a document; the others are only counted. No document that people wrote has as
 * many, and a hostile one cannot fill the memory.
 */
export const mostFindings = 10_000

function run(rule: Rule, context: MutableContext, resolved: ResolvedConfig, covers: Cover[]): Diagnostic[] {
  const usual = severityOf(rule, resolved) as Severity
  const severity = context.era.isOver && usual === rule.severity ? (rule.whenOver ?? usual) : usual
  const found: Diagnostic[] = []
  /** The offsets of the other findings. */
  const others: number[] = []
  context.options = resolved.rules.get(rule.name)?.options ?? {}
  context.report = report
  try {
    rule.check(context)
  } catch (error) {
    // The other rules continue; the failure is reported, so that the document does not pass.
    const reason = error instanceof Error ? error.message : String(error)
    const end = Math.min(1, context.source.length)
    const failed = { offset: 0, endOffset: end, message: `Rule failed: ${reason}`, data: { failed: true } }
    return [diagnosticOf(rule, 'error', context, failed)]
  }
  return others.length === 0 ? found : [...found, ...countOf(rule, severity, context, others)]

  // A declaration: V8 puts a function that is assigned to a property where it is written among the objects that live long, and with it
  // everything that it can reach. All documents stayed in memory until the next full collection.
  function report(finding: Finding): void {
    if (found.length === mostFindings) {
      others.push(finding.offset)
      return
    }
    const isInfo = finding.isUnsure && usual === rule.severity
    const cause = diagnosticOf(rule, isInfo ? 'info' : severity, context, finding)
    if (finding.covers) covers.push({ cause, ...finding.covers })
    found.push(cause)
  }
}

/** One finding for those that are only counted, at the first of them. Suppressed findings do not count. */
function countOf(rule: Rule, severity: Severity, document: Document, offsets: readonly number[]): Diagnostic[] {
  const left = suppress(
    offsets.map((offset) => ({ ruleId: rule.name, offset })),
    document.suppressions,
  )
  if (left.length === 0) return []
  const offset = left.reduce((first, found) => Math.min(first, found.offset), Number.POSITIVE_INFINITY)
  const message = `${left.length} more findings of \`${rule.name}\` are not listed; the limit is ${mostFindings}`
  return [diagnosticOf(rule, severity, document, { offset, endOffset: offset, message, data: { more: left.length } })]
}

function claim(document: Document, shape: RegExp | string, offset: number, endOffset: number): DocutilsMessage | undefined {
  const { touching, unclaimed } = document.remember(indexOfMessages)
  const found = typeof shape === 'string' ? unclaimed(shape, document.claimed) : nearestTo()
  if (!found) return undefined
  document.claimed.add(found)
  return { level: found.level, line: found.line, message: found.message }

  function nearestTo(): ParserMessage | undefined {
    const isMeant = (message: ParserMessage) => (shape as RegExp).test(message.message) && !document.claimed.has(message)
    const candidates = touching(document.lineAt(offset), document.lineAt(endOffset)).filter(isMeant)
    return candidates.find((message) => message.offset <= endOffset && message.endOffset >= offset) ?? candidates[0]
  }
}

function diagnosticOf(rule: Rule, severity: Severity, document: Document, finding: Finding): Diagnostic {
  const { offset, endOffset, message, fix, data, related, docutils } = finding
  const { line, column, endLine, endColumn } = document.place(offset, endOffset)
  // No spread objects: a document may have ten thousand findings of each rule.
  const found: Diagnostic = { ruleId: rule.name, severity, message, line, column, endLine, endColumn, offset, endOffset }
  if (data) found.data = data
  if (related) found.related = related.map((place) => relatedOf(document, place))
  if (fix) found.fix = fix
  found.url = rulePage(rule.name)
  if (docutils) found.docutils = docutils
  return found
}

function relatedOf(document: Document, related: NonNullable<Finding['related']>[number]): Related {
  if ('line' in related && related.line !== undefined) return related as Related
  return { ...document.place(related.offset, related.endOffset), message: related.message }
}

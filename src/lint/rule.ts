/** The type of a rule: one record with its documentation, options, examples and function. */
import type { Reading } from '../document/index.ts'
import type { Goal } from '../goal/index.ts'
import type { Roster, RosterOptions } from '../roster/index.ts'
import type { DocumentNode, ElementNode } from '../rst/index.ts'
import type { Edit, Place, SourceLine } from '../text/index.ts'
import type { DocutilsMessage, Related, Severity } from './diagnostic.ts'
import type { Era } from './era.ts'
import type { FileKind, Site } from './site.ts'
import type { SphinxFacts } from './sphinx/facts.ts'
import type { UnreadInclude } from './sphinx/include.ts'
import type { SphinxProject } from './sphinx/project.ts'
import type { IncludedPlace } from './sphinx/walk.ts'
import type { Suppression } from './suppressions.ts'

/** The families, in the order of the documentation; a rule is named `family/what-it-forbids`. */
export const families = {
  rst: 'What docutils reports',
  misread: 'Valid reStructuredText that means something else than it looks',
  style: 'How the text is written',
  goal: 'What a goal document holds, by its profile',
  team: 'The teams of the document against the official list',
  drift: 'The document against its model',
  link: 'Where links lead',
  sphinx: 'What Sphinx says of a document among the others of its project',
  repository: 'What is wrong in a repository as a whole; only `goaldoc check` looks at it',
  suppression: 'Comments that silence rules',
} as const
export type Family = keyof typeof families

/** The type of an option. The JSON Schema of the configuration and the documentation are made from it. */
export interface OptionSchema {
  type: 'boolean' | 'integer' | 'string' | 'strings' | 'map'
  default: boolean | number | string | readonly string[] | Readonly<Record<string, string>>
  description: string
  /** The allowed values. */
  values?: readonly string[]
  minimum?: number
}
export type OptionsSchema = Readonly<Record<string, OptionSchema>>

interface OptionTypes {
  boolean: boolean
  integer: number
  string: string
  strings: readonly string[]
  map: Readonly<Record<string, string>>
}
type OptionsOf<Schema extends OptionsSchema> = { readonly [Name in keyof Schema]: OptionTypes[Schema[Name]['type']] }

/** An example document of a rule. It is also a test. */
export interface Example {
  text: string
  /** What it shows, if that is not obvious. */
  title?: string
  /** Default: `goals/orbit/telescopes.rst`. */
  path?: string
  /** The text of a `projects.yaml`. */
  roster?: string
  rosterOptions?: RosterOptions
  /** The goal of the model. */
  model?: Goal
  /** The document before the change. */
  before?: string
  /** The other files of the Sphinx project, `conf.py` among them, by their paths. */
  project?: Readonly<Record<string, string>>
  /** The repository of the example: its pages, the text of its `.htaccess`, outdated index pages, and models without a document.
   */
  site?: { pages: readonly string[]; redirects?: string; staleIndexes?: readonly string[]; withoutDocument?: readonly string[] }
  /** Options of the rule. */
  options?: Record<string, unknown>
}

/** What the user has for a goal besides the document. */
export interface Model {
  goal: Goal
  /** The path of the model in messages. */
  path?: string
}

/** The document before the change. */
export interface EarlierDocument {
  /** The name of that version: a revision, e.g. `HEAD`. */
  name: string
  reading: Reading
}

/** A message of docutils about the document, with the exact place of the fault. */
export interface ParserMessage extends DocutilsMessage {
  /** The place in the included file; the other places are those of the directive that includes it. */
  inside?: IncludedPlace
  offset: number
  endOffset: number
  /** Indexes of the lines on which it begins and ends. */
  firstLine: number
  lastLine: number
}

/** The path of a document in its Sphinx project. */
interface SphinxPlace {
  project: SphinxProject
  /** Relative to the folder of `conf.py`. */
  path: string
  /** The path without its extension. */
  name: string
}

/** An element with its ancestors, the outermost first. */
export interface FoundElement {
  node: ElementNode
  parents: readonly ElementNode[]
}

/** Known names from outside of the document. */
export interface Known {
  directives: readonly string[]
  roles: readonly string[]
  projects: readonly string[]
  /** Defined outside of the documents, e.g. by an extension. */
  substitutions: readonly string[]
  targets: readonly string[]
}

/** A document as a rule sees it. Expensive parts are computed on first use, once for all rules. */
export interface Document {
  readonly path: string
  readonly kind: FileKind
  readonly source: string
  readonly lines: readonly SourceLine[]
  readonly tree: DocumentNode
  readonly reading: Reading
  /** Whether it is a goal: its profile is named, or it has the sections of a goal. */
  readonly isGoal: boolean
  /** The document before the change; absent if that is unknown or equal. */
  readonly before: EarlierDocument | undefined
  /** Whether the document before the change is too long to compare; `before` is absent then. */
  readonly isBeforeTooLong: boolean
  /** The era of the goal. */
  readonly era: Era
  /** Whether the profile is named; otherwise it was detected. */
  readonly isProfileNamed: boolean
  /** The messages of docutils. */
  readonly messages: readonly ParserMessage[]
  /** The first substitution reference that is not followed because of a limit. */
  readonly notFollowed: { offset: number; endOffset: number } | undefined
  /** The `include` directives whose files are beyond a limit. Several may be about one directive of the document. */
  readonly unreadIncludes: readonly UnreadInclude[]
  readonly known: Known
  readonly roster: Roster | undefined
  readonly model: Model | undefined
  /** The Sphinx project of the document, if it is linted as a part of one. */
  readonly sphinx: SphinxPlace | undefined
  /** The repository, if the whole repository is checked. */
  readonly site: Site | undefined
  /** Its references, and what other documents can refer to. */
  readonly facts: SphinxFacts
  /** The suppressions in the document. */
  readonly suppressions: readonly Suppression[]
  /** The names of all rules. */
  readonly ruleNames: readonly string[]
  /** A value that `make` computes from the document, once for all rules. */
  remember<Made>(make: (document: Document) => Made): Made
  /** The known name that was probably meant; `known` is only called if needed. After some hundred thousand comparisons, it always
   * returns `undefined`: a hostile document can have as many unknown names as known ones.
   */
  nearest(name: string, known: () => readonly string[]): string | undefined
  /** The elements of some types, in document order. */
  all(...types: string[]): readonly FoundElement[]
  /** Messages that a rule of another family reports instead. */
  readonly claimed: Set<ParserMessage>
  /** Whether an offset is inside literal text: literal blocks, inline literals, comments, directives that contain no prose. */
  isLiteral(offset: number): boolean
  /** The place between two offsets. */
  place(offset: number, endOffset: number): Place
  /** The index in `lines` of the line that contains an offset. */
  lineAt(offset: number): number
}

export interface Finding {
  /** The place: offsets, 0-based, end exclusive. */
  offset: number
  endOffset: number
  message: string
  fix?: { title: string; safe: boolean; edits: Edit[] } | undefined
  /** Whether something that cannot be read, outside of the document, might make it valid. The finding is then an info, unless its
   * severity is configured.
   */
  isUnsure?: boolean
  data?: Record<string, unknown>
  /** Second places by offset in the document, or in another file with their place. */
  related?: (({ offset: number; endOffset: number; message: string } & Partial<Place>) | Related)[]
  docutils?: DocutilsMessage
  /** Offsets between which all other findings are consequences of this one. */
  covers?: { offset: number; endOffset: number }
}

export interface Context<Options = Readonly<Record<string, unknown>>> extends Document {
  readonly options: Options
  report(finding: Finding): void
  /** docutils' message about the same fault: the first one of this form that touches the place or its lines, or the first one of this text.
   * The `rst/` rules then do not report it.
   */
  claim(message: RegExp | string, offset: number, endOffset: number): DocutilsMessage | undefined
}

export interface Rule {
  /** `family/kebab-case`. Reads as "allow …". */
  name: `${Family}/${string}`
  /** The default severity; `off` for a matter of taste. */
  severity: Severity | 'off'
  /** The severity in a goal that is over. For rules that people can only satisfy while the goal is open. */
  whenOver?: Severity
  /** What it finds, in one sentence. */
  what: string
  /** Why that matters, in one or two sentences. */
  why: string
  wrong: readonly Example[]
  right: readonly Example[]
  options: OptionsSchema
  /** What its fixes do; absent if it has none. */
  fixes?: 'safe' | 'unsafe' | 'some'
  /** What it needs besides the document; without it, the rule reports nothing. */
  needs?: 'roster' | 'model' | 'sphinx' | 'site'
  /** The kind of files that it checks; documents if absent. */
  subject?: FileKind
  /** Whether it checks suppressions: it then gets the findings of all other rules. */
  runsLast?: boolean
  check(context: Context): void
}

/** A rule as its file defines it. An example that is only a text may be a string, and options may be left out. */
export interface RuleDefinition<Schema extends OptionsSchema = OptionsSchema>
  extends Omit<Rule, 'options' | 'check' | 'wrong' | 'right'> {
  wrong: readonly (Example | string)[]
  right: readonly (Example | string)[]
  options?: Schema
  check(context: Context<OptionsOf<Schema>>): void
}

/** Defines a rule in its file. The types of its options come from their schema. */
export function defineRule<const Schema extends OptionsSchema = Record<never, never>>(rule: RuleDefinition<Schema>): Rule {
  return {
    ...rule,
    wrong: rule.wrong.map(exampleOf),
    right: rule.right.map(exampleOf),
    options: rule.options ?? {},
    check: rule.check as Rule['check'],
  }
}

const exampleOf = (example: Example | string): Example => (typeof example === 'string' ? { text: example } : example)

/** The default options of a rule. */
export function defaultOptions(rule: Rule): Record<string, unknown> {
  const options: Record<string, unknown> = {}
  for (const name in rule.options) options[name] = rule.options[name]!.default
  return options
}

/** The documentation of a rule, relative to the root of the package. */
export function rulePage(name: string): string {
  return `docs/rules/${name}.md`
}

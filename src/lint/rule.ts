/** What a rule is: its documentation, its options, its examples and its function in one record. */
import type { Reading } from '../document/index.ts'
import type { Goal } from '../goal/index.ts'
import type { Roster, RosterOptions } from '../roster/index.ts'
import type { DocumentNode, ElementNode } from '../rst/index.ts'
import type { Edit, Place, SourceLine } from '../text/index.ts'
import type { DocutilsMessage, Related, Severity } from './diagnostic.ts'
import type { Era } from './era.ts'
import type { SphinxFacts } from './sphinx/facts.ts'
import type { SphinxProject } from './sphinx/project.ts'
import type { Inside } from './sphinx/walk.ts'
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
  suppression: 'Comments that silence rules',
} as const
export type Family = keyof typeof families

/** What an option takes. The JSON Schema of the configuration and the documentation are made from it. */
export interface OptionSchema {
  type: 'boolean' | 'integer' | 'string' | 'strings' | 'map'
  default: boolean | number | string | readonly string[] | Readonly<Record<string, string>>
  description: string
  /** The only values that it takes. */
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
export type OptionsOf<Schema extends OptionsSchema> = { readonly [Name in keyof Schema]: OptionTypes[Schema[Name]['type']] }

/** A document that shows a rule at work. It is also a test. */
export interface Example {
  text: string
  /** What it shows, where that is not obvious. */
  title?: string
  /** Default: `goals/orbit/telescopes.rst`. */
  path?: string
  /** The text of a `projects.yaml`. */
  roster?: string
  rosterOptions?: RosterOptions
  /** The goal that the document was made from. */
  model?: Goal
  /** The document as it was before. */
  before?: string
  /** The other files of the Sphinx project, `conf.py` among them, by their paths. */
  project?: Readonly<Record<string, string>>
  /** Options of the rule. */
  options?: Record<string, unknown>
}

/** What the user has of a goal besides the document. */
export interface Model {
  goal: Goal
  /** The model's file, as messages call it. */
  path?: string
}

/** The document as it was before the change that is looked at. */
export interface Before {
  /** What the version is called: a revision, e.g. `HEAD`. */
  name: string
  reading: Reading
}

/** A message of docutils about the document, with the exact place of what it is about. */
export interface ParserMessage extends DocutilsMessage {
  /** The place in the included file that it is about; its other places are those of the directive that includes it. */
  inside?: Inside
  offset: number
  endOffset: number
  /** Indexes of the lines on which it begins and ends. */
  firstLine: number
  lastLine: number
}

/** Where a document stands in its Sphinx project. */
interface SphinxPlace {
  project: SphinxProject
  /** From the folder of `conf.py`. */
  path: string
  /** The path without its ending. */
  name: string
}

/** An element with the elements around it, the outermost first. */
export interface Found {
  node: ElementNode
  parents: readonly ElementNode[]
}

/** Names that are known from elsewhere. */
export interface Known {
  directives: readonly string[]
  roles: readonly string[]
  projects: readonly string[]
  /** Defined outside of the documents, e.g. by an extension. */
  substitutions: readonly string[]
  targets: readonly string[]
}

/** What a rule sees of a document. What costs is made when it is first asked for, and once for all rules. */
export interface Document {
  readonly path: string
  readonly source: string
  readonly lines: readonly SourceLine[]
  readonly tree: DocumentNode
  readonly reading: Reading
  /** Whether it is a goal at all, and not just a page: a profile was named for it, or it has the sections of one. */
  readonly isGoal: boolean
  /** What it was before; absent where nothing is known, or nothing has changed. */
  readonly before: Before | undefined
  /** When it was a goal of the community. */
  readonly era: Era
  /** Whether somebody said which profile it follows; otherwise that was guessed from its sections. */
  readonly isProfileNamed: boolean
  /** What docutils says of it. */
  readonly messages: readonly ParserMessage[]
  readonly known: Known
  readonly roster: Roster | undefined
  readonly model: Model | undefined
  /** The Sphinx project that it belongs to, where it is looked at within one. */
  readonly sphinx: SphinxPlace | undefined
  /** What it refers to, and what others may refer to. */
  readonly facts: SphinxFacts
  /** Comments in the document that silence rules. */
  readonly suppressions: readonly Suppression[]
  /** The names of all rules that there are. */
  readonly ruleNames: readonly string[]
  /** What `make` makes of the document, made once however many rules ask. */
  remember<Made>(make: (document: Document) => Made): Made
  /** The elements of some types, in document order. */
  all(...types: string[]): readonly Found[]
  /** Messages that a rule of another family has taken over. */
  readonly claimed: Set<ParserMessage>
  /** Whether an offset stands in text that is taken literally: literal blocks, inline literals, comments, directives that hold no prose. */
  isLiteral(offset: number): boolean
  /** The place between two offsets. */
  place(offset: number, endOffset: number): Place
  /** The index in `lines` of the line that holds an offset. */
  lineAt(offset: number): number
}

export interface Finding {
  /** What it is about: offsets, 0-based, end exclusive. */
  offset: number
  endOffset: number
  message: string
  fix?: { title: string; safe: boolean; edits: Edit[] } | undefined
  /** Whether something outside of the document, which is not at hand, could make it right: an info then, where nobody set the severity. */
  isUnsure?: boolean
  data?: Record<string, unknown>
  /** Second places by offset in the document, or in another file with their place. */
  related?: (({ offset: number; endOffset: number; message: string } & Partial<Place>) | Related)[]
  docutils?: DocutilsMessage
  /** Offsets between which all else that is found is a consequence of this. */
  covers?: { offset: number; endOffset: number }
}

export interface Context<Options = Readonly<Record<string, unknown>>> extends Document {
  readonly options: Options
  report(finding: Finding): void
  /** What docutils says of the same thing, for a rule that says it better: the first message of this shape that touches the place
   * or its lines. The `rst/` rules leave it alone then. */
  claim(message: RegExp, offset: number, endOffset: number): DocutilsMessage | undefined
}

export interface Rule {
  /** `family/kebab-case`. Reads as "allow …". */
  name: `${Family}/${string}`
  /** By default; `off` where a maintainer would call it taste. */
  severity: Severity | 'off'
  /** The severity in a goal that is over, where only an open one can meet what it asks for. */
  whenOver?: Severity
  /** What it finds, in a sentence. */
  what: string
  /** Why that matters, in a sentence or two. */
  why: string
  wrong: readonly Example[]
  right: readonly Example[]
  options: OptionsSchema
  /** What its fixes are; absent where it has none. */
  fixes?: 'safe' | 'unsafe' | 'some'
  /** What it needs besides the document; without it the rule has nothing to say. */
  needs?: 'roster' | 'model' | 'sphinx'
  /** Rules about suppressions look at what the others found. */
  runsLast?: boolean
  check(context: Context): void
}

/** A rule as its file writes it: options are typed by their schema and may be left out. It is the same record, since a copy would ask
 * for the examples, which the build lets wait until they are shown. */
export function defineRule<const Schema extends OptionsSchema = Record<never, never>>(
  rule: Omit<Rule, 'options' | 'check'> & { options?: Schema; check(context: Context<OptionsOf<Schema>>): void },
): Rule {
  return Object.assign(rule, { options: rule.options ?? {}, check: rule.check as Rule['check'] })
}

/** The options of a rule where the configuration says nothing. */
export function defaultOptions(rule: Rule): Record<string, unknown> {
  const options: Record<string, unknown> = {}
  for (const name in rule.options) options[name] = rule.options[name]!.default
  return options
}

/** Where the documentation of a rule is, below the root of the package. */
export function rulePage(name: string): string {
  return `docs/rules/${name}.md`
}

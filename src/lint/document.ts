/** A document as rules see it: the source, its lines, its tree, its goal and the messages of docutils, each computed on first use. */
import { detectProfileAfter, followsProfile, type Profile, type Reading, readDocument } from '../document/index.ts'
import { openstack } from '../preset/index.ts'
import type { Roster } from '../roster/index.ts'
import {
  type DocumentNode,
  type DocutilsVersion,
  type ElementNode,
  isElement,
  type ParsedDocument,
  type Position,
  parseDocument,
} from '../rst/index.ts'
import { indexFrom, lineIndexAt, linesOf, nearest, once, placeOf } from '../text/index.ts'
import type { Era } from './era.ts'
import { type IncludedMessage, type ReadFile, withIncludedFiles } from './included-files.ts'
import type { Document, EarlierDocument, FoundElement, Model, ParserMessage } from './rule.ts'
import type { FileKind, Site } from './site.ts'
import { factsOfTree } from './sphinx/facts.ts'
import type { UnreadInclude } from './sphinx/include.ts'
import { resolvePath, type SphinxProject } from './sphinx/project.ts'
import { findSuppressions } from './suppressions.ts'

/** What versions of one document share when they are linted with the same options. */
export interface SharedWork {
  /** The text that was parsed last, and its parse. */
  source?: string
  parsed?: ParsedDocument
  /** The comparisons of names so far. */
  comparisons: number
}

export interface DocumentInput {
  /** The names of all rules. */
  ruleNames: readonly string[]
  path: string
  kind?: FileKind
  /** Only the source up to this offset is read. */
  end?: number | undefined
  parsed?: ParsedDocument | undefined
  shared?: SharedWork
  era: Era
  docutils?: DocutilsVersion
  known: Document['known']
  profile?: Profile
  profiles?: readonly Profile[]
  template?: Profile
  before?: { name: string; source: string } | undefined
  /** Whether the document before the change is too long to compare. */
  isBeforeTooLong?: boolean
  roster?: Roster
  model?: Model
  sphinx?: { project: SphinxProject; path: string }
  site?: Site
  read?: ReadFile
}

/** Elements whose text is not prose. */
const literalTypes =
  'comment literal_block doctest_block literal math math_block raw substitution_definition meta option_string'.split(' ')

/** The node type of directives whose content is not markup, such as `code-block`. */
const directiveText = '(directive text)'

/** How a document is parsed. */
export function parsingOf({ path, docutils, sphinx, known }: DocumentInput) {
  return {
    path,
    docutils,
    ...(sphinx ? { project: sphinx.project.conf.names } : {}),
    known: {
      directives: [...openstack.directives, ...known.directives],
      roles: [...Object.keys(openstack.roles), ...known.roles],
    },
  }
}

/** The comparisons of names for a document, which take a quarter of a second. A long name counts as several. */
const mostComparisons = 200_000
const charactersOfComparison = 8

export function makeDocument(source: string, input: DocumentInput): Document {
  return new LazyDocument(source, input)
}

/** A class, because all documents must have one shape for the engine: an object literal with getters has a hidden class of its own, and
 * every rule would look up every property again for every document.
 */
class LazyDocument implements Document {
  readonly path: string
  readonly kind: FileKind
  readonly era: Era
  readonly source: string
  readonly known: Document['known']
  readonly claimed = new Set<ParserMessage>()
  readonly ruleNames: readonly string[]
  readonly roster: Roster | undefined
  readonly model: Model | undefined
  readonly site: Site | undefined
  readonly sphinx: Document['sphinx']
  readonly isProfileNamed: boolean
  readonly isBeforeTooLong: boolean
  private readonly input: DocumentInput
  private readonly parsing: ReturnType<typeof parsingOf>
  /** The part of the source that is read. */
  private readonly text: string
  private readonly made = new Map<unknown, unknown>()
  private readonly shared: SharedWork
  /** The line of the last lookup. */
  private recentLine = 0

  constructor(source: string, input: DocumentInput) {
    this.path = input.path
    this.kind = input.kind ?? 'document'
    this.era = input.era
    this.source = source
    this.known = input.known
    this.ruleNames = input.ruleNames
    this.roster = input.roster
    this.model = input.model
    this.site = input.site
    this.sphinx = input.sphinx && { ...input.sphinx, name: input.sphinx.project.nameOf(input.sphinx.path) }
    this.isProfileNamed = input.profile !== undefined
    this.isBeforeTooLong = input.isBeforeTooLong === true
    this.input = input
    this.shared = input.shared ?? { comparisons: 0 }
    this.parsing = parsingOf(input)
    this.text = source.slice(0, input.end)
  }

  remember<Made>(make: (document: Document) => Made): Made {
    if (!this.made.has(make)) this.made.set(make, make(this))
    return this.made.get(make) as Made
  }

  nearest(name: string, known: () => readonly string[]): string | undefined {
    if (this.shared.comparisons >= mostComparisons) return undefined
    const names = known()
    this.shared.comparisons += names.length * Math.ceil(name.length / charactersOfComparison)
    return nearest(name, names)
  }

  private readonly parsed = once(() => {
    const { input, shared, text } = this
    if (input.parsed) return input.parsed
    if (shared.source === text) return shared.parsed!
    const parsed = parseDocument(text, this.parsing)
    if (input.shared) Object.assign(shared, { source: text, parsed })
    return parsed
  })
  get tree() {
    return this.parsed().document
  }

  private readonly splitLines = once(() => linesOf(this.text))
  get lines() {
    return this.splitLines()
  }

  private readonly readFacts = once(() =>
    factsOfTree(this.source, this.tree, this.input.sphinx!.project.factOptions(this.sphinx!.name)),
  )
  get facts() {
    return this.readFacts()
  }

  private readonly read = once(() => {
    const { source, parsing, tree } = this
    return readDocument(source, { ...parsing, tree, profile: this.namedProfile(), profiles: this.input.profiles })
  })
  get reading() {
    return this.read()
  }

  private readonly treeBefore = once(() => parseDocument(this.input.before!.source, this.parsing).document)
  private readonly readBefore = once((): EarlierDocument | undefined => {
    if (!this.input.before) return undefined
    const { name, source } = this.input.before
    const tree = this.treeBefore()
    return { name, reading: readDocument(source, { ...this.parsing, tree, profile: this.reading.profile }) }
  })
  get before() {
    return this.readBefore()
  }

  get isGoal() {
    if (this.isProfileNamed || this.model !== undefined || looksLikeGoal(this.reading)) return true
    return this.before !== undefined && looksLikeGoal(this.before.reading)
  }

  private readonly readMessages = once(() => {
    const { path, sphinx, read } = this.input
    const own = this.parsed().messages()
    const { messages, unread } = withIncludedFiles(own, this.source, this.tree, {
      known: this.known,
      parsing: this.parsing,
      read: read ?? (sphinx ? readerIn(sphinx) : undefined),
      path: sphinx?.path ?? path,
      pathOf: (target) => resolvePath(sphinx?.path ?? path, target),
      conf: sphinx?.project.conf,
      isDocument: sphinx && isDocumentIn(sphinx),
    })
    const placed = messages.map((message): ParserMessage => placedMessage(this, message))
    return { messages: placed, unread }
  })
  get messages(): readonly ParserMessage[] {
    return this.readMessages().messages
  }
  get notFollowed() {
    const place = this.parsed().notFollowed()
    return place && extentOf(place)
  }
  get unreadIncludes(): readonly UnreadInclude[] {
    const { unread } = this.readMessages()
    return this.sphinx ? [...unread, ...this.facts.unread] : unread
  }

  private readonly readSuppressions = once(() => {
    const { source, lines } = this
    if (this.kind !== 'document') return findSuppressions(source, lines, 'yaml')
    const comments = once(() =>
      this.all('comment')
        .map(({ node }) => extentOf(node.position))
        .sort((a, b) => a.offset - b.offset),
    )
    return findSuppressions(source, lines, 'rst', (offset) => {
      // Comments have no elements in them: only the last one that begins before an offset can contain it.
      const comment = comments()[indexFrom(comments(), offset + 1) - 1]
      return comment !== undefined && offset < comment.endOffset
    })
  })
  get suppressions() {
    return this.readSuppressions()
  }

  /** The named profile, or the template that the document follows; if it had another profile before, that is taken into account. */
  private namedProfile(): Profile | undefined {
    const { source, tree } = this
    const { profile, template, before, profiles } = this.input
    if (profile) return profile
    if (template && followsProfile(source, tree, template)) return template
    if (!before) return undefined
    const then = { source: before.source, tree: this.treeBefore() }
    return detectProfileAfter(then, source, tree, profiles)
  }

  private readonly index = once(() => indexTree(this.tree))
  all(...types: string[]): readonly FoundElement[] {
    // Most rules ask for one type.
    if (types.length === 1) return this.index().get(types[0]!) ?? []
    const lists = types.flatMap((type) => [this.index().get(type) ?? []]).filter((list) => list.length > 0)
    return lists.length > 1 ? lists.flat().sort((a, b) => a.order - b.order) : (lists[0] ?? [])
  }

  private readonly literals = once(() => literalRanges(this))
  isLiteral(offset: number): boolean {
    const ranges = this.literals()
    let low = 0
    let high = ranges.length / 2 - 1
    while (low <= high) {
      const middle = (low + high) >> 1
      if (offset < ranges[middle * 2]!) high = middle - 1
      else if (offset >= ranges[middle * 2 + 1]!) low = middle + 1
      else return true
    }
    return false
  }

  place(offset: number, endOffset: number) {
    return placeOf(this.lines, offset, endOffset, this.lineAt(offset))
  }

  lineAt(offset: number): number {
    const line = this.lines[this.recentLine]
    // Most rules ask for offsets in order.
    if (!line || offset < line.offset || offset >= line.next) this.recentLine = lineIndexAt(this.lines, offset)
    return this.recentLine
  }
}

function extentOf({ start, end }: Position): { offset: number; endOffset: number } {
  return { offset: start.offset, endOffset: end.offset }
}

/** Reads the files that a document of a project includes. */
function readerIn({ project, path }: { project: SphinxProject; path: string }): ReadFile {
  return (target) => project.text(resolvePath(path, target)) ?? (project.exists(target, path) ? undefined : null)
}

/** Whether a file that a document includes is also a page of the project. */
function isDocumentIn({ project, path }: { project: SphinxProject; path: string }): (target: string) => boolean {
  return (target) => {
    const file = resolvePath(path, target)
    return project.pathOf(project.nameOf(file)) === file
  }
}

/** A message of docutils with its lines. */
function placedMessage(document: Document, { level, line, message, position, inside }: IncludedMessage): ParserMessage {
  const { start, end } = position
  return {
    level,
    ...(line === undefined ? {} : { line }),
    message,
    ...(inside ? { inside } : {}),
    offset: start.offset,
    endOffset: end.offset,
    firstLine: document.lineAt(start.offset),
    lastLine: document.lineAt(end.offset),
  }
}

/** Two sections with titles that a profile knows; a single one (`References`) is on many pages. */
function looksLikeGoal(reading: Reading): boolean {
  return reading.sections.filter((section) => section.profile && section.key !== 'references').length >= 2
}

/** An element and the way to it. The lists of ancestors of all elements would need memory for each level of each element. */
class IndexedElement implements FoundElement {
  readonly node: ElementNode
  readonly order: number
  readonly parent: IndexedElement | undefined

  constructor(node: ElementNode, parent: IndexedElement | undefined, order: number) {
    this.node = node
    this.parent = parent
    this.order = order
  }

  get parents(): readonly ElementNode[] {
    const parents: ElementNode[] = []
    for (let at = this.parent; at; at = at.parent) parents.push(at.node)
    return parents.reverse()
  }
}

function indexTree(tree: DocumentNode): Map<string, IndexedElement[]> {
  const index = new Map<string, IndexedElement[]>()
  let order = 0
  const add = (type: string, found: IndexedElement) => {
    const list = index.get(type)
    if (list) list.push(found)
    else index.set(type, [found])
  }
  const visit = (node: ElementNode, parent: IndexedElement | undefined) => {
    const found = new IndexedElement(node, parent, order++)
    add(node.type, found)
    if (node.data?.directive !== undefined && node.children.every((child) => child.type === 'text')) add(directiveText, found)
    // Text that docutils repeats in its messages does not count twice.
    if (node.type === 'system_message') return
    for (const child of node.children) if (isElement(child)) visit(child, found)
  }
  visit(tree, undefined)
  return index
}

/** The ranges of literal text: sorted pairs of start and end, without overlap. */
function literalRanges(document: Document): Uint32Array {
  const ranges = document
    .all(...literalTypes, directiveText)
    .map(({ node }): [number, number] => [node.position.start.offset, node.position.end.offset])
    .sort((a, b) => a[0] - b[0])
  const merged: [number, number][] = []
  for (const [start, end] of ranges) {
    const last = merged.at(-1)
    if (last && start <= last[1]) last[1] = Math.max(last[1], end)
    else merged.push([start, end])
  }
  return Uint32Array.from(merged.flat())
}

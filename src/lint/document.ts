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
  parseDocument,
} from '../rst/index.ts'
import { indexFrom, lineIndexAt, linesOf, nearest, once, placeOf } from '../text/index.ts'
import type { Era } from './era.ts'
import { type IncludedMessage, type ReadFile, withIncludedFiles } from './included-files.ts'
import type { Document, EarlierDocument, FoundElement, Model, ParserMessage } from './rule.ts'
import type { FileKind, Site } from './site.ts'
import { factsOfTree } from './sphinx/facts.ts'
import { resolvePath, type SphinxProject } from './sphinx/project.ts'
import { findSuppressions } from './suppressions.ts'

export interface DocumentInput {
  /** The names of all rules. */
  ruleNames: readonly string[]
  path: string
  kind?: FileKind
  /** Only the source up to this offset is read. */
  end?: number | undefined
  parsed?: ParsedDocument | undefined
  era: Era
  docutils?: DocutilsVersion
  known: Document['known']
  profile?: Profile
  profiles?: readonly Profile[]
  template?: Profile
  before?: { name: string; source: string }
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

/** The comparisons of names for a document, which take a quarter of a second. */
const mostComparisons = 400_000

export function makeDocument(source: string, input: DocumentInput): Document {
  const { path, known, kind = 'document' } = input
  const made = new Map<unknown, unknown>()
  let comparisons = 0
  const read = input.read ?? (input.sphinx ? readerIn(input.sphinx) : undefined)
  const parsing = parsingOf(input)
  const text = source.slice(0, input.end)

  const parsed = once(() => input.parsed ?? parseDocument(text, parsing))
  const lines = once(() => linesOf(text))
  const index = once(() => indexTree(document.tree))
  const literals = once(() => literalRanges(document))
  const facts = once(() => factsOfTree(source, document.tree, input.sphinx!.project.factOptions(document.sphinx!.name)))
  const reading = once(() =>
    readDocument(source, { ...parsing, tree: document.tree, profile: profileOf(), profiles: input.profiles }),
  )
  const before = once((): EarlierDocument | undefined => {
    if (!input.before) return undefined
    const { name } = input.before
    return { name, reading: readDocument(input.before.source, { ...parsing, profile: document.reading.profile }) }
  })
  const messages = once(() =>
    withIncludedFiles(parsed().messages(), source, document.tree, {
      known,
      parsing,
      read,
      pathOf: (target) => resolvePath(input.sphinx?.path ?? path, target),
      conf: input.sphinx?.project.conf,
      isDocument: input.sphinx && isDocumentIn(input.sphinx),
    }).map((message) => placedMessage(document, message)),
  )
  const suppressions = once(() => {
    if (kind !== 'document') return findSuppressions(source, document.lines, 'yaml')
    const comments = once(() =>
      document
        .all('comment')
        .map(({ node }) => extentOf(node))
        .sort((a, b) => a.offset - b.offset),
    )
    return findSuppressions(source, document.lines, 'rst', (offset) => {
      // Comments have no elements in them: only the last one that begins before an offset can contain it.
      const comment = comments()[indexFrom(comments(), offset + 1) - 1]
      return comment !== undefined && offset < comment.endOffset
    })
  })

  /** The named profile, or the template that the document follows; if it had another profile before, that is taken into account. */
  const profileOf = (): Profile | undefined => {
    if (input.profile) return input.profile
    if (input.template && followsProfile(source, document.tree, input.template)) return input.template
    if (!input.before) return undefined
    const then = { source: input.before.source, tree: parseDocument(input.before.source, parsing).document }
    return detectProfileAfter(then, source, document.tree, input.profiles)
  }

  const document: Document = {
    path,
    kind,
    era: input.era,
    source,
    known,
    claimed: new Set(),
    ruleNames: input.ruleNames,
    remember<Made>(make: (document: Document) => Made): Made {
      if (!made.has(make)) made.set(make, make(document))
      return made.get(make) as Made
    },
    nearest(name, known) {
      if (comparisons >= mostComparisons) return undefined
      const names = known()
      comparisons += names.length
      return nearest(name, names)
    },
    roster: input.roster,
    model: input.model,
    site: input.site,
    sphinx: input.sphinx && { ...input.sphinx, name: input.sphinx.project.nameOf(input.sphinx.path) },
    get facts() {
      return facts()
    },
    get lines() {
      return lines()
    },
    get tree() {
      return parsed().document
    },
    get reading() {
      return reading()
    },
    get before() {
      return before()
    },
    isProfileNamed: input.profile !== undefined,
    get isGoal() {
      if (input.profile !== undefined || input.model !== undefined || looksLikeGoal(document.reading)) return true
      return document.before !== undefined && looksLikeGoal(document.before.reading)
    },
    get messages() {
      return messages()
    },
    get suppressions() {
      return suppressions()
    },
    all(...types) {
      if (types.length === 1) return index().get(types[0]!) ?? []
      return types.flatMap((type) => index().get(type) ?? []).sort((a, b) => a.order - b.order)
    },
    isLiteral(offset) {
      const ranges = literals()
      let low = 0
      let high = ranges.length / 2 - 1
      while (low <= high) {
        const middle = (low + high) >> 1
        if (offset < ranges[middle * 2]!) high = middle - 1
        else if (offset >= ranges[middle * 2 + 1]!) low = middle + 1
        else return true
      }
      return false
    },
    place: (offset, endOffset) => placeOf(document.lines, offset, endOffset),
    lineAt: (offset) => lineIndexAt(document.lines, offset),
  }
  return document
}

function extentOf({ position }: ElementNode): { offset: number; endOffset: number } {
  return { offset: position.start.offset, endOffset: position.end.offset }
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

function indexTree(tree: DocumentNode): Map<string, (FoundElement & { order: number })[]> {
  const index = new Map<string, (FoundElement & { order: number })[]>()
  let order = 0
  const visit = (node: ElementNode, parents: readonly ElementNode[]) => {
    const found = { node, parents, order: order++ }
    const isText = node.data?.directive !== undefined && node.children.every((child) => child.type === 'text')
    for (const type of isText ? [node.type, directiveText] : [node.type]) {
      const list = index.get(type)
      if (list) list.push(found)
      else index.set(type, [found])
    }
    const path = [...parents, node]
    // Text that docutils repeats in its messages does not count twice.
    if (node.type !== 'system_message') for (const child of node.children) if (isElement(child)) visit(child, path)
  }
  visit(tree, [])
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

/** What one document tells the others of its project: its labels, terms, the documents that it lists, the files that it needs. */
import { type ElementNode, innerText, isElement, parseRst, type RstNode } from '../../rst/index.ts'
import { oneLine } from '../../text/index.ts'

/** A piece of a document: offsets, 0-based, `end` exclusive. */
export interface Range {
  start: number
  end: number
}

export interface Label extends Range {
  name: string
  /** Whether `:ref:` finds a text for it: the title of a section, the caption of a figure or table. */
  hasTitle: boolean
  /** Whether `:numref:` finds a number for it: a figure, a table, a block of code with a caption, a section. */
  isNumbered: boolean
}

/** A `:role:` whose text names something: the role, what it names, and whether a text of its own stands in front of it. */
export interface CrossReference extends Range {
  role: string
  target: string
  hasText: boolean
}

export interface ToctreeEntry extends Range {
  target: string
  isGlob: boolean
}

export interface FileReference extends Range {
  /** The directive or role that needs the file. */
  by: string
  path: string
}

export interface SphinxFacts {
  labels: Label[]
  terms: (Range & { name: string })[]
  toctree: ToctreeEntry[]
  /** Documents that it takes in by `include`, as paths. */
  includes: FileReference[]
  files: FileReference[]
  references: CrossReference[]
  /** Whether it says that it is in no toctree on purpose: `:orphan:` in front of its title. */
  isOrphan: boolean
}

export interface FactOptions {
  directives?: readonly string[]
  roles?: readonly string[]
}

/** Roles that name documents, labels, terms or files of the project. */
const crossReferences = new Set(['doc', 'ref', 'term', 'numref', 'download', 'std:doc', 'std:ref', 'std:term', 'std:numref'])

export function sphinxFacts(source: string, { directives = [], roles = [] }: FactOptions = {}): SphinxFacts {
  return factsOfTree(source, parseRst(source, { known: { directives, roles } }))
}

/** As `sphinxFacts`, of a document that was parsed already. */
export function factsOfTree(source: string, tree: ElementNode): SphinxFacts {
  const facts: SphinxFacts = {
    labels: [],
    terms: [],
    toctree: [],
    includes: [],
    files: [],
    references: [],
    isOrphan: /^:orphan:/m.test(source.slice(0, source.search(/^[=~#*-]{3,}/m) + 1 || source.length)),
  }
  collect(source, tree, facts, undefined)
  return facts
}

/** `behind` is what follows the parent: a target at the end of a section stands for the next one. */
function collect(source: string, parent: ElementNode, facts: SphinxFacts, behind: ElementNode | undefined): void {
  parent.children.forEach((node, at) => {
    if (!isElement(node) || node.type === 'system_message') return
    const range = { start: node.position.start.offset, end: node.position.end.offset }
    if (node.type === 'target') addLabels(node, range, nextElement(parent.children, at) ?? behind, facts)
    else if (node.type !== 'section' && !Array.isArray(node.attributes.refname))
      addOwnNames(node, range, parent.type === 'figure' ? parent : node, facts)
    readers[node.type]?.(node, range, facts, source)
    collect(source, node, facts, node.type === 'section' ? (nextElement(parent.children, at) ?? behind) : undefined)
  })
}

/** What a target stands for: the next thing behind it that is no target. */
function nextElement(siblings: readonly RstNode[], at: number): ElementNode | undefined {
  return siblings
    .slice(at + 1)
    .find((node): node is ElementNode => isElement(node) && !['target', 'comment', 'index'].includes(node.type))
}

function addLabels(target: ElementNode, range: Range, meant: ElementNode | undefined, facts: SphinxFacts): void {
  if (target.attributes.refuri !== undefined) return
  const kind = target.attributes.refname === undefined ? kindOf(meant) : { hasTitle: true, isNumbered: true }
  for (const name of namesOf(target)) facts.labels.push({ name, ...range, ...kind })
}

/** Names from the option `:name:`. That of a figure is on its image, to docutils, and Sphinx moves it. */
function addOwnNames(node: ElementNode, range: Range, meant: ElementNode, facts: SphinxFacts): void {
  if (['footnote', 'citation', 'title', 'reference', 'document'].includes(node.type)) return
  for (const name of namesOf(node)) facts.labels.push({ name, ...range, ...kindOf(meant) })
}

function namesOf(node: ElementNode): readonly string[] {
  const { names } = node.attributes
  return Array.isArray(names) ? (names as string[]) : []
}

function kindOf(node: ElementNode | undefined): { hasTitle: boolean; isNumbered: boolean } {
  if (!node) return { hasTitle: false, isNumbered: false }
  const has = (type: string) => node.children.some((child) => isElement(child) && child.type === type)
  const isCaptioned = has('caption') || has('title') || node.attributes.caption !== undefined
  return {
    hasTitle: node.type === 'section' || node.type === 'rubric' || isCaptioned,
    isNumbered: node.type === 'section' || isCaptioned,
  }
}

type Reader = (node: ElementNode, range: Range, facts: SphinxFacts, source: string) => void

const readers: Record<string, Reader> = {
  inline(node, range, facts, source) {
    const reference = crossReferenceAt(node, range, source)
    if (!reference) return
    if (reference.role === 'download')
      facts.files.push({ by: 'download', path: reference.target, start: range.start, end: range.end })
    else facts.references.push(reference)
  },
  glossary(node, _, facts) {
    for (const list of node.children.filter(isElement))
      for (const item of list.children.filter(isElement))
        for (const term of item.children.filter(isElement)) {
          if (term.type !== 'term') continue
          const name = innerText(term).split(' : ')[0]!
          facts.terms.push({ name: name.trim().toLowerCase(), start: term.position.start.offset, end: term.position.end.offset })
        }
  },
  toctree(node, range, facts, source) {
    const isGlob = node.attributes.glob !== undefined
    const from = range.start
    const body = source.slice(from, range.end)
    for (const line of linesIn(innerText(node))) {
      const at = body.indexOf(line)
      const target = (/^.*<([^<>]*)>$/s.exec(line)?.[1] ?? line).trim()
      const start = at < 0 ? from : from + at
      facts.toctree.push({
        target,
        isGlob: isGlob && /[*?[\]]/.test(target),
        start,
        end: at < 0 ? range.end : start + line.length,
      })
    }
  },
  image(node, range, facts) {
    const { uri } = node.attributes
    if (typeof uri === 'string' && !/^[a-z][a-z0-9+.-]*:/i.test(uri)) facts.files.push({ by: 'image', path: uri, ...range })
  },
  literalinclude(node, range, facts) {
    const { argument } = node.attributes
    if (typeof argument === 'string') facts.files.push({ by: 'literalinclude', path: argument, ...range })
  },
}

function linesIn(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

function crossReferenceAt(node: ElementNode, range: Range, source: string): CrossReference | undefined {
  const classes = node.attributes.classes
  const role = Array.isArray(classes) ? String(classes[0]).toLowerCase() : ''
  if (!crossReferences.has(role)) return undefined
  const text = source.slice(range.start, range.end)
  const written = /^(?::[\w:+.-]+:)?`([\s\S]*)`(?::[\w:+.-]+:)?$/.exec(text)?.[1]
  if (written === undefined || written.startsWith('!')) return undefined
  const explicit = /^([\s\S]+)(?<!\\)<([^<]*)>$/.exec(written)
  const target = oneLine((explicit?.[2] ?? written).replace(/\\(.)/gs, '$1'))
  return { role: role.replace(/^std:/, ''), target, hasText: explicit !== null, ...range }
}

/** What one document contributes to its project: its labels, terms and objects, the documents that it lists, the files that it needs, and
 * its references.
 */
import { type ElementNode, innerText, isElement, parseRst, type RstNode } from '../../rst/index.ts'
import { crossReferenceOf, directiveFacts } from './described.ts'
import { includeIn, includeLimit, isCircular } from './include.ts'
import { type FactOptions, type FileReference, type Range, rangeOf, type SphinxFacts, type Walk } from './walk.ts'

export type { FactOptions, Label, SphinxFacts, SphinxObject } from './walk.ts'

export function sphinxFacts(source: string, options: FactOptions): SphinxFacts {
  return factsOfTree(source, parseRst(source, options.parsing), options)
}

/** Like `sphinxFacts`, for a parsed document. */
export function factsOfTree(source: string, tree: ElementNode, options: FactOptions): SphinxFacts {
  const limit = includeLimit()
  const facts: SphinxFacts = {
    labels: [],
    objects: [],
    toctree: [],
    includes: [],
    unread: limit.unread,
    files: [],
    references: [],
    citations: [],
    cited: [],
    isOrphan: /^:orphan:/m.test(source.split(/^[=~#*-]{3,}/m, 1)[0]!),
  }
  const walk: Walk = { source, options, facts, scope: {}, including: [], limit, toctrees: 0 }
  collect(walk, tree, undefined, 0)
  return facts
}

/** Parsing includes no files: the tree has a message instead of the included text. */
function addInclude(walk: Walk, message: ElementNode): void {
  const { start, end } = message.position
  const call = includeIn(walk.source.slice(start.offset, end.offset))
  if (!call) return
  const reference = { by: 'include', ...call, ...rangeOf(walk, message) }
  walk.facts.includes.push(reference)
  collectIncluded(walk, reference)
}

/** Walks through an included file as if its text were in the document. */
function collectIncluded(walk: Walk, reference: FileReference): void {
  if (isCircular(reference, walk.including)) return
  const included = walk.options.included?.(reference.path)
  if (!included || reference.options.literal !== undefined || reference.options.code !== undefined) return
  const text = walk.limit.partOf(included.text, reference.options, walk.including.length, reference)
  if (text === undefined) return
  const { start, end } = walk.at ?? reference
  const including = [...walk.including, reference]
  const inner: Walk = { ...walk, source: text, at: { start, end, path: included.path }, including }
  collect(inner, parseRst(text, walk.options.parsing), undefined, 0)
  walk.scope = inner.scope
  walk.toctrees = inner.toctrees
}

/** `following` is the element after the parent: a target at the end of a section refers to the next section. */
function collect(walk: Walk, parent: ElementNode, following: ElementNode | undefined, level: number): void {
  const { facts } = walk
  parent.children.forEach((node, at) => {
    if (!isElement(node)) return
    if (node.type === 'system_message') {
      addInclude(walk, node)
      return
    }
    const isSection = node.type === 'section'
    const range = rangeOf(walk, node)
    if (node.type === 'target') addLabels(node, range, nextElement(parent.children, at) ?? following, facts)
    else if (!isSection && !Array.isArray(node.attributes.refname))
      addOwnNames(node, range, parent.type === 'figure' ? parent : node, facts)
    if (node.type === 'title' && (isSection || parent.type === 'section' || parent.type === 'document'))
      addTitle(walk, node, range, level)
    readers[node.type]?.(node, range, walk)
    const reference = crossReferenceOf(node, range, walk)
    if (reference?.role === 'download') facts.files.push({ by: 'download', path: reference.target, options: {}, ...range })
    else if (reference) facts.references.push(reference)
    const inner = node.data?.described === undefined ? undefined : directiveFacts(node, range, walk)
    const outer = walk.scope
    if (inner) walk.scope = inner
    collect(walk, node, isSection ? (nextElement(parent.children, at) ?? following) : undefined, isSection ? level + 1 : level)
    // The current module or program applies until the next one, in any nesting.
    if (inner) walk.scope = { ...outer, module: walk.scope.module, program: walk.scope.program }
  })
}

function addTitle(walk: Walk, title: ElementNode, range: Range, level: number): void {
  const { titleLabels, document } = walk.options
  if (!titleLabels || level > titleLabels.depth) return
  const text = innerText(title).toLowerCase().replace(/\s+/g, ' ')
  const name = titleLabels.hasDocument ? `${document}:${text}` : text
  walk.facts.labels.push({ name, ...range, hasTitle: true, isNumbered: true, isOfTitle: true })
}

/** What a target refers to: the next element after it that is not a target. */
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

/** Names from the option `:name:`. In docutils, that of a figure is on its image; Sphinx moves it. */
function addOwnNames(node: ElementNode, range: Range, meant: ElementNode, facts: SphinxFacts): void {
  if (['footnote', 'citation', 'title', 'reference', 'document', 'substitution_definition'].includes(node.type)) return
  const own = (node.data?.options as Record<string, string> | undefined)?.name
  const names = own === undefined ? namesOf(node) : [own.toLowerCase().replace(/\s+/g, ' ')]
  for (const name of names) facts.labels.push({ name, ...range, ...kindOf(meant) })
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

type Reader = (node: ElementNode, range: Range, walk: Walk) => void

const readers: Record<string, Reader> = {
  image(node, range, { facts }) {
    const { uri } = node.attributes
    if (typeof uri === 'string' && !/^[a-z][a-z0-9+.-]*:/i.test(uri))
      facts.files.push({ by: 'image', path: uri, options: {}, ...range })
  },
  citation(node, range, { facts }) {
    facts.citations.push({ name: labelOf(node), ...range })
  },
  citation_reference(node, range, { facts }) {
    facts.cited.push({ name: innerText(node), ...range })
  },
  math_block(node, range, { facts }) {
    const label = (node.data?.options as Record<string, string> | undefined)?.label
    if (label !== undefined)
      facts.objects.push({ domain: 'math', type: 'equation', name: label, line: node.position.start.line, ...range })
  },
}

function labelOf(node: ElementNode): string {
  const label = node.children.find((child) => isElement(child) && child.type === 'label')
  return label ? innerText(label) : ''
}

/** The ids and names of a document, and the references to them.
 *
 * As the specification says (*Implicit Hyperlink Targets*), an explicit target takes a name away from an implicit one, and two targets
 * of the same kind both lose it. A node that loses a name keeps it in `dupnames`.
 */

import { withoutEnd } from '../text/index.ts'
import type { Parser } from './context.ts'
import { makeId, normalizeName, normalizeWhitespace } from './name.ts'
import type { ElementNode, RstNode } from './tree.ts'

export interface Names {
  /** Every id, with its node. */
  readonly ids: Map<string, ElementNode>
  /** The id of every target name; `undefined` if the name is duplicated, so that no node has it. */
  readonly nameIds: Map<string, string | undefined>
  /** Ids of footnotes by a name that nothing had any more when they came. References by that name lead to the last of them. */
  readonly lateFootnotes: Map<string, string>
  readonly indirectTargets: ElementNode[]
  readonly autoFootnotes: ElementNode[]
  readonly symbolFootnotes: ElementNode[]
  readonly autoFootnoteRefs: ElementNode[]
  readonly symbolFootnoteRefs: ElementNode[]
  /** References to footnotes, by the name of the footnote. */
  readonly footnoteRefs: Map<string, ElementNode[]>
  readonly substitutionDefs: Map<string, ElementNode>
  /** Substitution names in lower case, with the spelling that `substitutionDefs` knows. */
  readonly substitutionNames: Map<string, string>
  /** Nodes that count as referenced although nothing refers to them: they lost their name to another node. */
  readonly referenced: Set<ElementNode>

  /** Gives a node an id, made from its names if possible, and returns it. */
  setId(node: ElementNode, messages?: RstNode[]): string
  /** Registers a section title or other implicit target. Messages about duplicates go to `messages`; `line` is the node's in docutils. */
  noteImplicitTarget(node: ElementNode, messages?: RstNode[], line?: number): void
  /** Registers an explicit target. */
  noteExplicitTarget(node: ElementNode, messages?: RstNode[], line?: number): void
  noteFootnoteRef(node: ElementNode): void
  noteSubstitutionDef(node: ElementNode, name: string, messages?: RstNode[], line?: number): void
}

/** The values of a list attribute. */
export function listOf(node: ElementNode, attribute: string): string[] {
  return (node.attributes[attribute] as string[] | undefined) ?? []
}

/** Appends to a list attribute. */
export function addTo(node: ElementNode, attribute: string, value: string): void {
  const list = listOf(node, attribute)
  // A list that is spread has reserved space for seventeen values.
  node.attributes[attribute] = list.length === 0 ? [value] : [...list, value]
}

function removeFrom(node: ElementNode, attribute: string, value: string): void {
  const { [attribute]: _, ...others } = node.attributes
  const rest = listOf(node, attribute).filter((other) => other !== value)
  if (rest.length > 0) node.attributes[attribute] = rest
  // An object from which a property is deleted takes three times the memory.
  else node.attributes = others
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

/** Types of nodes whose id is only for back-references: it is never looked up. */
const marks = new Set(['problematic', 'system_message', 'footnote_reference', 'citation_reference'])

/** The names of a new document. `rootLine` is the line for messages about nodes without one. */
export function createNames(parser: Pick<Parser, 'options' | 'docutils' | 'message' | 'rootLine'>): Names {
  const ids = new Map<string, ElementNode>()
  const nameIds = new Map<string, string | undefined>()
  /** The target names that were given explicitly. */
  const explicitNames = new Set<string>()
  const lateFootnotes = new Map<string, string>()
  const footnoteRefs = new Map<string, ElementNode[]>()
  const substitutionDefs = new Map<string, ElementNode>()
  const substitutionNames = new Map<string, string>()
  const referenced = new Set<ElementNode>()
  const counters = new Map<string, number>()
  const typePrefixes = new Map<string, string>()

  /** Whether an id is used. Generated ids that only mark a place are counted instead of stored: a document may have a million. */
  function isTaken(id: string): boolean {
    if (ids.has(id)) return true
    if (!isDigit(id.charCodeAt(id.length - 1))) return false
    const digits = id.slice(withoutEnd(id, '0123456789').length).replace(/^0+/, '')
    return digits !== '' && Number(digits) <= (counters.get(id.slice(0, -digits.length)) ?? 0)
  }

  /** Removes a name from a node that lost it. */
  function dupname(node: ElementNode, name: string): void {
    addTo(node, 'dupnames', name)
    removeFrom(node, 'names', name)
    referenced.add(node)
  }

  function message(level: 1 | 2 | 3 | 4, text: string, node: ElementNode, line: number | undefined, id?: string): ElementNode {
    const at = { start: node.position.start.offset, end: node.position.end.offset }
    // Newer versions have no back-links to invisible nodes.
    const isHidden = parser.docutils.hiddenTargets && node.type === 'target' && node.children.length === 0
    const attributes: ElementNode['attributes'] = id === undefined || isHidden ? {} : { backrefs: [id] }
    const made = parser.message(level, text, line ?? parser.rootLine, at, [], attributes)
    made.data = { aboutName: true }
    return made
  }

  /** A second target with the same address or alias is no problem: the first one keeps the name. */
  function takesSameAddress(
    old: ElementNode,
    node: ElementNode,
    name: string,
    messages: RstNode[] | undefined,
    line?: number,
  ): boolean {
    const address = (['refuri', 'refname'] as const).find(
      (kind) => node.attributes[kind] !== undefined && node.attributes[kind] === old.attributes[kind],
    )
    if (address === undefined || listOf(old, 'names').length === 0) return false
    messages?.push(message(1, `Duplicate name "${name}" for external target "${node.attributes[address]}".`, node, line))
    dupname(node, name)
    return true
  }

  function noteTarget(node: ElementNode, explicit: boolean, messages: RstNode[] | undefined, line?: number): void {
    const id = setId(node, messages)
    for (const name of listOf(node, 'names')) {
      if (nameIds.has(name)) takeName(node, id, name, explicit, messages, line)
      else {
        nameIds.set(name, id)
        if (explicit) explicitNames.add(name)
      }
    }
  }

  /** Registers a duplicate name. */
  function takeName(
    node: ElementNode,
    id: string,
    name: string,
    explicit: boolean,
    messages: RstNode[] | undefined,
    line?: number,
  ): void {
    const oldId = nameIds.get(name)
    const oldExplicit = explicitNames.has(name)
    const old = oldId === undefined ? undefined : ids.get(oldId)
    if (parser.docutils.duplicateNames && old && takesSameAddress(old, node, name, messages, line)) return
    if (explicit) explicitNames.add(name)
    if (explicit && oldExplicit) {
      // The same address twice is no problem.
      const same =
        old !== undefined &&
        node.attributes.refuri !== undefined &&
        listOf(old, 'names').length > 0 &&
        old.attributes.refuri === node.attributes.refuri
      if (!same) {
        if (old) dupname(old, name)
        else if (parser.docutils.lateFootnotes && node.type === 'footnote') lateFootnotes.set(name, id)
        nameIds.set(name, undefined)
      }
      messages?.push(message(same ? 1 : 2, `Duplicate explicit target name: "${name}".`, node, line, id))
      dupname(node, name)
      return
    }
    if (explicit) {
      nameIds.set(name, id)
      if (old) dupname(old, name)
    } else {
      if (old && !oldExplicit) {
        nameIds.set(name, undefined)
        dupname(old, name)
      }
      dupname(node, name)
    }
    const overrides = explicit && parser.docutils.duplicateNames
    const text = overrides
      ? `Target name overrides implicit target name "${name}".`
      : `Duplicate implicit target name: "${name}".`
    if (!explicit || old) messages?.push(message(1, text, node, line, id))
  }

  function setId(node: ElementNode, messages?: RstNode[]): string {
    const given = node.attributes.ids as string[] | undefined
    if (given !== undefined && given.length > 0) {
      for (const id of given) {
        const other = ids.get(id)
        if (other === undefined) ids.set(id, node)
        else if (other !== node)
          messages?.push(message(parser.docutils.duplicateNames ? 3 : 4, `Duplicate ID: "${id}".`, node, undefined))
      }
      return given[given.length - 1]!
    }
    const { idPrefix, autoIdPrefix } = parser.options
    let base = ''
    let id = ''
    for (const name of listOf(node, 'names')) {
      // After a prefix, an id may start with a digit.
      base = idPrefix === '' ? makeId(name) : makeId(`x${name}`).slice(1)
      id = idPrefix + base
      if (base !== '' && !isTaken(id)) break
      id = ''
    }
    if (id === '' || base === '') {
      const start = (parser.docutils.idsWithoutPrefix && makeId(base)) || idPrefix + base
      let prefix = base !== '' && autoIdPrefix.endsWith('%') ? `${start}-` : idPrefix + autoIdPrefix
      if (prefix.endsWith('%')) {
        let typePrefix = typePrefixes.get(node.type)
        if (typePrefix === undefined) {
          typePrefix = `${makeId(node.type)}-`
          typePrefixes.set(node.type, typePrefix)
        }
        prefix = prefix.slice(0, -1) + typePrefix
      }
      let count = counters.get(prefix) ?? 0
      do id = `${prefix}${++count}`
      while (ids.has(id))
      counters.set(prefix, count)
    }
    node.attributes.ids = [id]
    if (!marks.has(node.type)) ids.set(id, node)
    return id
  }

  return {
    ids,
    nameIds,
    lateFootnotes,
    indirectTargets: [],
    autoFootnotes: [],
    symbolFootnotes: [],
    autoFootnoteRefs: [],
    symbolFootnoteRefs: [],
    footnoteRefs,
    substitutionDefs,
    substitutionNames,
    referenced,
    setId,
    noteImplicitTarget: (node, messages, line) => noteTarget(node, false, messages, line),
    noteExplicitTarget: (node, messages, line) => noteTarget(node, true, messages, line),
    noteFootnoteRef(node) {
      const name = String(node.attributes.refname)
      const known = footnoteRefs.get(name)
      if (known) known.push(node)
      else footnoteRefs.set(name, [node])
    },
    noteSubstitutionDef(node, definitionName, messages, line) {
      const name = normalizeWhitespace(definitionName)
      const old = substitutionDefs.get(name)
      if (old) {
        messages?.push(message(3, `Duplicate substitution definition name: "${name}".`, node, line))
        dupname(old, name)
      }
      substitutionDefs.set(name, node)
      substitutionNames.set(normalizeName(name), name)
    },
  }
}

/** docutils' bookkeeping: ids, names, and who refers to whom.
 *
 * The specification's *Implicit Hyperlink Targets* says who wins: an explicit target takes the name from an implicit one; two of
 * the same kind both lose it. The losers keep the name as `dupnames`.
 */
import type { Parser } from './context.ts'
import { makeId, normalizeName, normalizeWhitespace } from './name.ts'
import type { ElementNode, RstNode } from './tree.ts'

export interface Names {
  /** Every id of what can be referred to, and the node that has it. */
  readonly ids: Map<string, ElementNode>
  /** The id of every target name; `undefined` where the name is taken twice, so that nobody has it. */
  readonly nameIds: Map<string, string | undefined>
  /** Whether a target name was given explicitly. */
  readonly nameTypes: Map<string, boolean>
  readonly footnotes: ElementNode[]
  readonly autoFootnotes: ElementNode[]
  readonly symbolFootnotes: ElementNode[]
  readonly citations: ElementNode[]
  readonly indirectTargets: ElementNode[]
  readonly anonymousTargets: ElementNode[]
  readonly anonymousRefs: ElementNode[]
  readonly autoFootnoteRefs: ElementNode[]
  readonly symbolFootnoteRefs: ElementNode[]
  /** References by the name they refer to. */
  readonly refNames: Map<string, ElementNode[]>
  readonly refIds: Map<string, ElementNode[]>
  readonly footnoteRefs: Map<string, ElementNode[]>
  readonly citationRefs: Map<string, ElementNode[]>
  readonly substitutionRefs: Map<string, ElementNode[]>
  readonly substitutionDefs: Map<string, ElementNode>
  /** Substitution names in lower case, with the spelling that `substitutionDefs` knows. */
  readonly substitutionNames: Map<string, string>
  /** Nodes that count as referenced although nothing refers to them: they lost their name to another. */
  readonly referenced: Set<ElementNode>

  /** Gives a node an id, from its names where that works, and returns it. */
  setId(node: ElementNode, messages?: RstNode[], suggestedPrefix?: string): string
  /** Enters a section title and its like. Messages about duplicates go to `messages`; `line` is the node's in docutils. */
  noteImplicitTarget(node: ElementNode, messages?: RstNode[], line?: number): void
  /** Enters a target that the author named. */
  noteExplicitTarget(node: ElementNode, messages?: RstNode[], line?: number): void
  noteFootnote(node: ElementNode): void
  noteAutofootnote(node: ElementNode): void
  noteSymbolFootnote(node: ElementNode): void
  noteCitation(node: ElementNode): void
  noteIndirectTarget(node: ElementNode): void
  noteAnonymousTarget(node: ElementNode): void
  noteAnonymousRef(node: ElementNode): void
  noteRefname(node: ElementNode): void
  noteRefid(node: ElementNode): void
  noteFootnoteRef(node: ElementNode): void
  noteAutofootnoteRef(node: ElementNode): void
  noteSymbolFootnoteRef(node: ElementNode): void
  noteCitationRef(node: ElementNode): void
  noteSubstitutionRef(node: ElementNode, name: string): void
  noteSubstitutionDef(node: ElementNode, name: string, messages?: RstNode[], line?: number): void
}

/** The values of a list attribute. */
export function listOf(node: ElementNode, attribute: string): string[] {
  return (node.attributes[attribute] as string[] | undefined) ?? []
}

/** Appends to a list attribute. */
export function addTo(node: ElementNode, attribute: string, value: string): void {
  node.attributes[attribute] = [...listOf(node, attribute), value]
}

function removeFrom(node: ElementNode, attribute: string, value: string): void {
  const rest = listOf(node, attribute).filter((other) => other !== value)
  if (rest.length > 0) node.attributes[attribute] = rest
  else delete node.attributes[attribute]
}

function addToGroup(groups: Map<string, ElementNode[]>, key: string, node: ElementNode): void {
  const group = groups.get(key)
  if (group) group.push(node)
  else groups.set(key, [node])
}

/** What has an id only so that something can point back at it: never looked up by it. */
const marks = new Set(['problematic', 'system_message', 'footnote_reference', 'citation_reference'])

/** New books for one document. `rootLine` is the line for messages about nodes that have none. */
export function createNames(parser: Pick<Parser, 'options' | 'docutils' | 'message' | 'rootLine'>): Names {
  const ids = new Map<string, ElementNode>()
  const counters = new Map<string, number>()
  const typePrefixes = new Map<string, string>()

  /** Whether an id is taken. Numbered ones that only mark a place are counted, not listed: a document may have a million. */
  function isTaken(id: string): boolean {
    if (ids.has(id)) return true
    const number = /[1-9][0-9]*$/.exec(id)
    return number !== null && Number(number[0]) <= (counters.get(id.slice(0, number.index)) ?? 0)
  }

  /** Takes a name from a node that lost it. */
  function dupname(names: Names, node: ElementNode, name: string): void {
    addTo(node, 'dupnames', name)
    removeFrom(node, 'names', name)
    names.referenced.add(node)
  }

  function message(level: 1 | 2 | 3 | 4, text: string, node: ElementNode, line: number | undefined, id?: string): ElementNode {
    const at = { start: node.position.start.offset, end: node.position.end.offset }
    // Newer versions lead back to nothing that cannot be seen.
    const isHidden = parser.docutils.duplicateNames && node.type === 'target' && node.children.length === 0
    const attributes: ElementNode['attributes'] = id === undefined || isHidden ? {} : { backrefs: [id] }
    const made = parser.message(level, text, line ?? parser.rootLine, at, [], attributes)
    made.data = { aboutName: true }
    return made
  }

  /** A second target with the same address, or the same alias, does no harm: the first one keeps the name. */
  function takesSameAddress(
    names: Names,
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
    dupname(names, node, name)
    return true
  }

  function noteTarget(names: Names, node: ElementNode, explicit: boolean, messages: RstNode[] | undefined, line?: number): void {
    const id = names.setId(node, messages)
    for (const name of [...listOf(node, 'names')]) {
      if (names.nameIds.has(name)) takeName(names, node, id, name, explicit, messages, line)
      else {
        names.nameIds.set(name, id)
        names.nameTypes.set(name, explicit)
      }
    }
  }

  /** A name that somebody has already. */
  function takeName(
    names: Names,
    node: ElementNode,
    id: string,
    name: string,
    explicit: boolean,
    messages: RstNode[] | undefined,
    line?: number,
  ): void {
    const oldId = names.nameIds.get(name)
    const oldExplicit = names.nameTypes.get(name) === true
    const old = oldId === undefined ? undefined : ids.get(oldId)
    if (parser.docutils.duplicateNames && old && takesSameAddress(names, old, node, name, messages, line)) return
    names.nameTypes.set(name, oldExplicit || explicit)
    if (explicit && oldExplicit) {
      // The same address twice does no harm.
      const same =
        old !== undefined &&
        node.attributes.refuri !== undefined &&
        listOf(old, 'names').length > 0 &&
        old.attributes.refuri === node.attributes.refuri
      if (!same) {
        if (old) dupname(names, old, name)
        names.nameIds.set(name, undefined)
      }
      messages?.push(message(same ? 1 : 2, `Duplicate explicit target name: "${name}".`, node, line, id))
      dupname(names, node, name)
      return
    }
    if (explicit) {
      names.nameIds.set(name, id)
      if (old) dupname(names, old, name)
    } else {
      if (old && !oldExplicit) {
        names.nameIds.set(name, undefined)
        dupname(names, old, name)
      }
      dupname(names, node, name)
    }
    const overrides = explicit && parser.docutils.duplicateNames
    const text = overrides
      ? `Target name overrides implicit target name "${name}".`
      : `Duplicate implicit target name: "${name}".`
    if (!explicit || old) messages?.push(message(1, text, node, line, id))
  }

  return {
    ids,
    nameIds: new Map(),
    nameTypes: new Map(),
    footnotes: [],
    autoFootnotes: [],
    symbolFootnotes: [],
    citations: [],
    indirectTargets: [],
    anonymousTargets: [],
    anonymousRefs: [],
    autoFootnoteRefs: [],
    symbolFootnoteRefs: [],
    refNames: new Map(),
    refIds: new Map(),
    footnoteRefs: new Map(),
    citationRefs: new Map(),
    substitutionRefs: new Map(),
    substitutionDefs: new Map(),
    substitutionNames: new Map(),
    referenced: new Set(),

    setId(node, messages, suggestedPrefix) {
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
        // Behind a prefix an id may start with a digit.
        base = idPrefix === '' ? makeId(name) : makeId(`x${name}`).slice(1)
        id = idPrefix + base
        if (base !== '' && !isTaken(id)) break
        id = ''
      }
      if (id === '' || base === '') {
        let prefix = base !== '' && autoIdPrefix.endsWith('%') ? `${idPrefix}${base}-` : idPrefix + autoIdPrefix
        if (prefix.endsWith('%')) {
          const type = suggestedPrefix || node.type
          let typePrefix = typePrefixes.get(type)
          if (typePrefix === undefined) {
            typePrefix = `${suggestedPrefix || makeId(type)}-`
            typePrefixes.set(type, typePrefix)
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
    },
    noteImplicitTarget(node, messages, line) {
      noteTarget(this, node, false, messages, line)
    },
    noteExplicitTarget(node, messages, line) {
      noteTarget(this, node, true, messages, line)
    },
    noteFootnote(node) {
      this.setId(node)
      this.footnotes.push(node)
    },
    noteAutofootnote(node) {
      this.setId(node)
      this.autoFootnotes.push(node)
    },
    noteSymbolFootnote(node) {
      this.setId(node)
      this.symbolFootnotes.push(node)
    },
    noteCitation(node) {
      this.citations.push(node)
    },
    noteIndirectTarget(node) {
      this.indirectTargets.push(node)
      if (listOf(node, 'names').length > 0) this.noteRefname(node)
    },
    noteAnonymousTarget(node) {
      this.setId(node)
      this.anonymousTargets.push(node)
    },
    noteAnonymousRef(node) {
      this.anonymousRefs.push(node)
    },
    noteRefname(node) {
      addToGroup(this.refNames, String(node.attributes.refname), node)
    },
    noteRefid(node) {
      addToGroup(this.refIds, String(node.attributes.refid), node)
    },
    noteFootnoteRef(node) {
      addToGroup(this.footnoteRefs, String(node.attributes.refname), node)
      this.noteRefname(node)
    },
    noteAutofootnoteRef(node) {
      this.setId(node)
      this.autoFootnoteRefs.push(node)
    },
    noteSymbolFootnoteRef(node) {
      this.setId(node)
      this.symbolFootnoteRefs.push(node)
    },
    noteCitationRef(node) {
      addToGroup(this.citationRefs, String(node.attributes.refname), node)
      this.noteRefname(node)
    },
    noteSubstitutionRef(node, name) {
      const refname = normalizeWhitespace(name)
      node.attributes.refname = refname
      addToGroup(this.substitutionRefs, refname, node)
    },
    noteSubstitutionDef(node, definitionName, messages, line) {
      const name = normalizeWhitespace(definitionName)
      const old = this.substitutionDefs.get(name)
      if (old) {
        messages?.push(message(3, `Duplicate substitution definition name: "${name}".`, node, line))
        dupname(this, old, name)
      }
      this.substitutionDefs.set(name, node)
      this.substitutionNames.set(normalizeName(name), name)
    },
  }
}

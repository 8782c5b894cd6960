/** The start of a document: a single title becomes the document's, a field list below it becomes bibliographic data. */
import { plainText } from '../plain-text.ts'
import { type ElementNode, isElement, type RstNode } from '../tree.ts'
import type { DocutilsBehaviour } from '../versions.ts'
import { bibliographicNames } from './bibliographic-names.ts'
import { type Resolution, report } from './report.ts'

/** The document or a section, with its children when the title is promoted. */
export interface Level {
  node: ElementNode
  children: (RstNode | Level)[]
}

export function isLevel(child: RstNode | Level): child is Level {
  return 'node' in child
}

/** Elements that may precede bibliographic data. */
const prebibliographic = new Set(
  'comment decoration meta pending raw substitution_definition subtitle system_message target title'.split(' '),
)

/** The document as it is after docutils has promoted a single section title to the document title, and a single title below it to
 * the subtitle. `vanished` are nodes that earlier transforms have removed.
 */
export function levelsOf(document: ElementNode, vanished: ReadonlySet<RstNode>): Level {
  const build = (node: ElementNode): Level => {
    const level: Level = { node, children: [] }
    for (const child of node.children) {
      if (vanished.has(child)) continue
      level.children.push(child.type === 'section' ? build(child as ElementNode) : child)
    }
    return level
  }
  const root = build(document)
  if (promote(root, 'title')) promote(root, 'subtitle')
  return root
}

/** Makes the title of the only section the title or subtitle of the document, if nothing visible precedes the section. Returns
 * whether it did.
 */
function promote(root: Level, as: 'title' | 'subtitle'): boolean {
  const index = firstContentIndex(root)
  const section = root.children[index]
  if (section === undefined || !isLevel(section) || index !== root.children.length - 1) return false
  const [title, ...body] = section.children
  if (title === undefined) return false
  const before = root.children.slice(0, index)
  if (as === 'title') root.children = [title, ...before, ...body]
  else root.children = [before[0]!, { ...(title as ElementNode), type: 'subtitle' }, ...before.slice(1), ...body]
  return true
}

/** The sections that have become the document, of which only the content is left. */
export function promotedSections(document: ElementNode, root: Level): Set<ElementNode> {
  const promoted = new Set<ElementNode>()
  const isLeft = (section: ElementNode) => root.children.some((child) => isLevel(child) && child.node === section)
  for (let node: ElementNode | undefined = document; node; ) {
    const section: ElementNode | undefined = node.children.filter(isElement).find(({ type }) => type === 'section')
    if (section && !isLeft(section)) promoted.add(section)
    node = section && promoted.has(section) ? section : undefined
  }
  return promoted
}

function firstContentIndex(level: Level): number {
  const index = level.children.findIndex((child) => isLevel(child) || !prebibliographic.has(child.type))
  return index < 0 ? level.children.length : index
}

/** Bibliographic fields that become a topic; each may appear only once. */
const topics = new Set(['abstract', 'dedication'])

/** What docutils makes from bibliographic fields. */
export interface Docinfo {
  /** The nodes for which docutils has no line any more, because a transform has moved them: the bodies of fields, and the subtitle. */
  extracted: Set<ElementNode>
  /** The bodies of which only the text is left: names of authors in one paragraph. */
  rewritten: Set<ElementNode>
}

/** Checks the bibliographic fields. */
export function extractDocinfo(resolution: Resolution, root: Level): Docinfo {
  const extracted = new Set<ElementNode>()
  const rewritten = new Set<ElementNode>()
  // The subtitle was the title of a section.
  const subtitle = root.children.find((child) => !isLevel(child) && child.type === 'subtitle')
  if (subtitle) for (const child of (subtitle as ElementNode).children) if (isElement(child)) extracted.add(child)
  const list = root.children[firstContentIndex(root)]
  if (list === undefined || isLevel(list) || !isElement(list) || list.type !== 'field_list') return { extracted, rewritten }
  const { options, docutils } = resolution.parser
  const names = bibliographicNames(options.languageCode, docutils)
  const seen = new Set<string>()
  for (const field of list.children) {
    if (!isElement(field) || field.type !== 'field') continue
    const [nameNode, body] = field.children
    if (!nameNode || !body || !isElement(nameNode) || !isElement(body)) continue
    const written = plainText(nameNode)
    const name = names.get(written.toLowerCase().split(/\s+/).filter(Boolean).join(' '))
    if (name === undefined) continue
    const problem = problemOf(name, written, body, seen, docutils)
    if (problem !== undefined) report(resolution, 2, problem, field.position.start.line, field)
    else if (name === 'authors' && isOneParagraph(body)) rewritten.add(body)
    else if (!topics.has(name)) extracted.add(body)
  }
  return { extracted, rewritten }
}

function problemOf(
  name: string,
  written: string,
  body: ElementNode,
  seen: Set<string>,
  docutils: DocutilsBehaviour,
): string | undefined {
  const { children } = body
  if (children.length === 0) return `Cannot extract empty bibliographic field "${written}".`
  if (topics.has(name)) {
    if (seen.has(name)) return `There can only be one "${written}" field.`
    seen.add(name)
    return undefined
  }
  if (name === 'authors') return areAuthors(body) ? undefined : incompatibleAuthors(written, docutils)
  if (docutils.authorInitials) return notOneParagraph(written, children, docutils)
  if (children.length > 1) return `Cannot extract compound bibliographic field "${written}".`
  if (children[0]!.type !== 'paragraph')
    return `Cannot extract bibliographic field "${written}" containing anything other than a single paragraph.`
  return undefined
}

function notOneParagraph(written: string, children: readonly RstNode[], docutils: DocutilsBehaviour): string | undefined {
  const [first] = children as [RstNode]
  const shown = children.filter(({ type }) => type !== 'system_message')
  if (children.length === 1 && first.type === 'paragraph') return undefined
  // An initial may come with a message about the number that it seems to be.
  if (shown.length === 1 && shown[0] === first && isInitial(first)) return undefined
  const named = docutils.hiddenMessages ? shown : children
  const types = named.map(({ type }) => `<${type}>`)
  const found = types.length === 1 ? `a ${types[0]}` : `[${types.join(', ')}]`
  return `Bibliographic field "${written}" must contain a single <paragraph>, not ${found}.`
}

/** Whether a list is only a name with initials, on one line: `A. Einstein`, `A. M. Ampère`. docutils reads any list of one line so. */
function isInitial(node: RstNode): boolean {
  if (!isElement(node) || node.type !== 'enumerated_list' || node.children.length !== 1) return false
  return node.position.start.line === node.position.end.line && !hasWarning(node)
}

/** Whether an element contains a message. Those about the numbers that initials seem to be do not count. */
function hasWarning(node: RstNode): boolean {
  if (!isElement(node)) return false
  return node.type === 'system_message' ? node.attributes.level !== 1 : node.children.some(hasWarning)
}

function incompatibleAuthors(written: string, docutils: DocutilsBehaviour): string {
  if (!docutils.authorInitials) {
    return (
      `Bibliographic field "${written}" incompatible with extraction: it must contain either a single paragraph (with authors ` +
      'separated by one of ";,"), multiple paragraphs (one per author), or a bullet list with one paragraph (one author) per item.'
    )
  }
  const separators = docutils.authorSeparators ? 'a character from the set ";,"' : 'one of ";,"'
  return (
    `Cannot extract "${written}" from bibliographic field:\nBibliographic field "${written}" must contain either a single paragraph ` +
    `(with author names separated by ${separators}), multiple paragraphs (one per author), or a bullet list with one author name ` +
    'per item.\nNote: Leading initials can cause (mis)recognizing names as enumerated list.'
  )
}

function isOneParagraph({ children }: ElementNode): boolean {
  return children.length === 1 && children[0]!.type === 'paragraph'
}

function areAuthors(body: ElementNode): boolean {
  // Commas separate the names if there is no semicolon.
  const text = plainText(body)
  if (isOneParagraph(body)) return text.includes(';') ? /[^\s;]/.test(text) : /[^\s,]/.test(text)
  const shown = body.children.filter(({ type }) => type !== 'comment')
  const [only] = shown
  if (body.children.length === 1 && only?.type === 'bullet_list')
    return (only as ElementNode).children.every(
      (item) => isElement(item) && item.children.length === 1 && item.children[0]!.type === 'paragraph',
    )
  return shown.length > 0 && shown.every(({ type }) => type === 'paragraph')
}

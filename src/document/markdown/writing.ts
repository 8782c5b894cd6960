/** State that the parts of one Markdown text share while it is converted. */
import type { Definition, FootnoteDefinition, Image, ImageReference, Nodes, Root } from 'mdast'
import { oneLine } from '../../text/index.ts'

/** Something that RST cannot express; offsets are those in the Markdown. */
export interface MarkdownProblem {
  message: string
  offset: number
  endOffset: number
}

/** Names that must be unique in the document: of footnotes, and of images in sentences. */
export interface MarkdownNames {
  /** The wanted name, with a suffix if it is already used in the document. */
  take(wanted: string): string
}

/** How much Markdown of a goal may still be converted. */
export interface MarkdownRoom {
  marks: number
}

export interface MarkdownOptions {
  names?: MarkdownNames
  room?: MarkdownRoom
  /** Adornments of headings, the first for the outermost; empty if a heading would begin a section of the document. */
  adornments?: readonly string[]
}

export interface Writing {
  problems: MarkdownProblem[]
  adornments: readonly string[]
  /** The Markdown levels of the headings that are open. */
  headings: number[]
  names: MarkdownNames
  definition(identifier: string): Definition | undefined
  definitions: readonly Definition[]
  /** The definitions that something refers to. */
  usedDefinitions: Set<Definition>
  /** Footnotes by identifier; the name is set if something refers to the footnote. */
  footnotes: Map<string, { node: FootnoteDefinition; name?: string }>
  /** The definitions of images in sentences. */
  images: string[]
}

/** Characters that are white space or line breaks for docutils, but not for Markdown. */
const lineEnds = /[\v\f\x1c-\x1f\x85\u2028\u2029]/g

export function openWriting(
  root: Root,
  { names = takenNames(() => false), adornments = ['~', '^', '"', "'", '`', '.'] }: MarkdownOptions,
): Writing {
  const definitions: Definition[] = []
  const usedDefinitions = new Set<Definition>()
  const footnotes: Writing['footnotes'] = new Map()
  const problems: MarkdownProblem[] = []
  const visit = (node: Nodes): void => {
    if ('value' in node) node.value = node.value.replace(lineEnds, ' ')
    if ('alt' in node) node.alt = node.alt?.replace(lineEnds, ' ')
    if (node.type === 'definition') definitions.push(node)
    if (node.type === 'footnoteDefinition' && !footnotes.has(node.identifier)) footnotes.set(node.identifier, { node })
    if ('children' in node) node.children.forEach(visit)
  }
  visit(root)
  return {
    problems,
    adornments,
    headings: [],
    names,
    definitions,
    usedDefinitions,
    definition(identifier) {
      const found = definitions.find((definition) => definition.identifier === identifier)
      if (found) usedDefinitions.add(found)
      return found
    },
    footnotes,
    images: [],
  }
}

/** Numbered names: `mars`, `mars-2`, `mars-3`. */
export function takenNames(isTaken: (name: string) => boolean): MarkdownNames {
  const own = new Set<string>()
  return {
    take(wanted) {
      let name = wanted
      for (let count = 2; own.has(name.toLowerCase()) || isTaken(name); count++) name = `${wanted}-${count}`
      own.add(name.toLowerCase())
      return name
    },
  }
}

export function report(writing: Writing, node: Nodes, message: string): void {
  const { start, end } = node.position ?? {}
  writing.problems.push({ message, offset: start?.offset ?? 0, endOffset: end?.offset ?? 0 })
}

/** The name that a footnote has in RST: letters, digits and single hyphens. */
export function footnoteName(identifier: string, { footnotes, names }: Writing): string {
  const found = footnotes.get(identifier)
  const plain = plainName(identifier)
  const name = found?.name ?? names.take(/^[a-z]/.test(plain) ? plain : `note${plain && '-'}${plain}`)
  if (found) found.name = name
  return name
}

function plainName(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}

/** An address without characters that would end it in RST. */
export function uri(url: string): string {
  return url.trim().replace(/[\s<>\\`]/g, encodeURIComponent)
}

type AnyImage = Image | ImageReference

/** The substitution for an image in a sentence; its definition is added. `undefined` if it cannot be written. */
export function imageName(node: AnyImage, writing: Writing, target: string | undefined): string | undefined {
  const options = imageOptions(node, writing, target)
  if (!options) return undefined
  const name = writing.names.take(plainName(node.alt ?? '') || 'image')
  // Without alternative text, the image would show its name.
  writing.images.push(`.. |${name}| image:: ${options}${options.includes('\n   :alt:') ? '' : '\n   :alt:'}`)
  return name
}

/** The text after `image::`: its address and options. */
export function imageOptions(node: AnyImage, writing: Writing, target: string | undefined): string | undefined {
  const { url, title } = node.type === 'image' ? node : (writing.definition(node.identifier) ?? { url: '', title: undefined })
  if (title) report(writing, node, 'The title of an image cannot be written as reStructuredText; move it into the text')
  if (uri(url) === '') {
    report(writing, node, 'An image needs a URL')
    return undefined
  }
  const alt = oneLine(node.alt ?? '')
  return [
    uri(url),
    ...(alt === '' ? [] : [`   :alt: ${alt}`]),
    ...(target === undefined ? [] : [`   :target: ${escapedTarget(target)}`]),
  ].join('\n')
}

/** `:target:` would read a final underscore as a reference. */
function escapedTarget(url: string): string {
  return url.replace(/_$/, '\\_')
}

/** `image` and `figure`. */
import { escapeBackslashes } from '../escapes.ts'
import { endOf, originLine } from '../lines.ts'
import { normalizeName, normalizeWhitespace } from '../name.ts'
import type { ElementNode, RstNode } from '../tree.ts'
import { type Directive, fail, failure, type Invocation } from './directive.ts'
import {
  type Converter,
  choice,
  classNames,
  commonOptions,
  lengthOrPercentageOrUnitless,
  lengthOrUnitless,
  percentage,
  readUri,
  unchanged,
  unchangedRequired,
  valueOr,
} from './options.ts'
import { addName, attributesOf, giveName, looseNodes } from './parts.ts'
import { referenceName } from './target.ts'

const vertical = ['top', 'middle', 'bottom']
const horizontal = ['left', 'center', 'right']

const imageOptions = {
  ...commonOptions,
  alt: unchanged,
  height: lengthOrUnitless,
  width: lengthOrPercentageOrUnitless,
  scale: percentage,
  align: choice(...vertical, ...horizontal),
  target: unchangedRequired,
  loading: choice('embed', 'link', 'lazy'),
}

const since = { loading: 'imageLoading', figname: 'figureName' } as const

export const image: Directive = {
  names: ['image'],
  requiredArguments: 1,
  finalArgumentWhitespace: true,
  options: imageOptions,
  since,
  run(invocation) {
    const { options, call } = invocation
    const align = options.get('align')
    const allowed = call.substitution ? vertical : horizontal
    if (typeof align === 'string' && !allowed.includes(align)) {
      const place = call.substitution ? ' within a substitution definition' : ''
      const values = allowed.map((value) => `"${value}"`).join(', ')
      return fail(
        invocation,
        3,
        `Error in "${invocation.name}" directive: "${align}" is not a valid value for the "align" option${place}.  ` +
          `Valid values for "align" are: ${values}.`,
      )
    }
    return [imageNode(invocation, invocation.end)]
  },
}

/** The image, inside of a reference if it has a target. It ends where the options end. */
function imageNode(invocation: Invocation, end: number): ElementNode {
  const { parser, start } = invocation
  const { target, ...attributes } = attributesOf(invocation)
  attributes.uri = readUri(invocation.arguments[0] as string)
  const reference = typeof target === 'string' ? referenceTo(invocation, target, end) : undefined
  const node = parser.element('image', start, end, attributes)
  addName(invocation, node, parser.docutils.imageLine ? originLine(invocation.call.lines[0]!) : undefined)
  if (!reference) return node
  reference.children.push(node)
  return reference
}

function referenceTo({ parser, start }: Invocation, target: string, end: number): ElementNode {
  const written = escapeBackslashes(target)
  const name = referenceName(written)
  if (name === undefined) return parser.element('reference', start, end, { refuri: readUri(target) })
  return parser.element('reference', start, end, { name: normalizeWhitespace(name), refname: normalizeName(name) })
}

/** A number without a unit means pixels. */
const lengthInPixels: Converter = (argument, docutils) => {
  const length = lengthOrPercentageOrUnitless(argument, docutils)
  return 'value' in length && /[0-9.]$/.test(String(length.value)) ? { value: `${length.value}px` } : length
}

export const figure: Directive = {
  names: ['figure'],
  requiredArguments: 1,
  finalArgumentWhitespace: true,
  options: {
    ...imageOptions,
    align: choice(...horizontal),
    figwidth: valueOr(['image'], lengthInPixels),
    figclass: classNames,
    figname: unchanged,
  },
  since,
  content: true,
  run(invocation) {
    const { parser, options, content, start, end } = invocation
    const attributes: ElementNode['attributes'] = {}
    // The size of the picture is unknown here, so `:figwidth: image` has no effect.
    const width = options.get('figwidth')
    if (typeof width === 'string' && width !== 'image') attributes.width = width
    const classes = options.get('figclass')
    if (Array.isArray(classes)) attributes.classes = classes
    const align = options.get('align')
    if (typeof align === 'string') attributes.align = align
    const name = options.get('figname')
    for (const own of ['figwidth', 'figclass', 'align', 'figname']) options.delete(own)

    const node = parser.element('figure', start, end, attributes)
    node.children.push(imageNode(invocation, headEnd(invocation)))
    if (typeof name === 'string') giveName(invocation, node, name)
    if (content.length === 0) return [node]
    const nodes = looseNodes(invocation)
    if (parser.docutils.figureTargets) {
      while (nodes.length > 0 && beforeCaption.has(nodes[0]!.type)) node.children.push(nodes.shift() as RstNode)
      if (nodes.length === 0) return [node]
    }
    const [first, ...rest] = nodes
    const caption = captionOf(first)
    if (caption === undefined) {
      return [node, failure(invocation, 3, 'Figure caption must be a paragraph or empty comment.')]
    }
    if (caption)
      node.children.push(
        parser.element('caption', caption.position.start.offset, caption.position.end.offset, {}, caption.children),
      )
    if (rest.length > 0)
      node.children.push(legend(invocation, rest, node.children[node.children.length - 1]!.position.end.offset))
    return [node]
  },
}

/** Nodes that newer versions allow before the caption. */
const beforeCaption = new Set(['target', 'pending'])

/** The paragraph of the caption; `null` for an explicitly empty caption, `undefined` if something else is there. */
function captionOf(first: RstNode | undefined): ElementNode | null | undefined {
  const element = first as ElementNode | undefined
  if (element?.type === 'paragraph') return element
  return element?.type === 'comment' && element.children.length === 0 ? null : undefined
}

/** The content after the caption, which ends at `place`; messages about the caption are part of it. */
function legend({ parser }: Invocation, nodes: RstNode[], place: number): ElementNode {
  const first = nodes.find(({ type }) => type !== 'system_message')
  const start = first?.position.start.offset ?? place
  // A message may end before the text that it is about.
  const end = nodes.reduce((last, { position }) => Math.max(last, position.end.offset), start)
  return parser.element('legend', start, end, {}, nodes)
}

/** Where the arguments and options of a directive end. */
function headEnd({ call, content, end }: Invocation): number {
  const first = content[0]
  if (!first) return end
  let last = call.lines.findIndex((line) => line.number === first.number) - 1
  while (last > 0 && call.lines[last]!.text === '') last--
  return endOf(call.lines[Math.max(last, 0)]!)
}

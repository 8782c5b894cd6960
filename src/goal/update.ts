/** Edits a model so that it reads as another goal, and keeps everything that the goal does not change. */
import { type Document, isAlias, isMap, type Node, visit, type YAMLMap } from 'yaml'
import { applyEdits, type Edit, isRecord, isSame, once } from '../text/index.ts'
import { editCollection, replaceValue } from './edit-yaml.ts'
import { assertEditable, assertMayFit, assertWithinLimits } from './excess.ts'
import { columnAt, itemsOf, NotEditable } from './items.ts'
import { goalIn } from './parse.ts'
import { profileWith } from './profile-keys.ts'
import { readYaml } from './read-yaml.ts'
import type { Goal } from './schema.ts'
import { flowText, inSchemaOrder, stringifyModel } from './write.ts'
import { writingStyleOf } from './writing-style.ts'

/** Edits the YAML so that it reads as the goal. Comments, order, quotes, indentation and blank lines of untouched entries stay as
 * they are, byte for byte; new entries are written like their neighbours.
 *
 * Every result is checked by reading it. If small edits do not lead to the goal, larger pieces are rewritten; as a last resort, the
 * whole model below its first comments.
 * @throws {UnwritableGoalError} if the model would be too large to be read, or is too large to be edited
 */
export function updateModel(yaml: string, goal: Goal): string {
  const mark = yaml.startsWith('\ufeff') ? '\ufeff' : ''
  const bare = yaml.slice(mark.length)
  const lineEnd = lineEndOf(bare)
  const source = lineEnd === '\n' ? bare : bare.replaceAll(lineEnd, '\n')
  const wanted = inSchemaOrder(goal)
  const current = parsedWith(source, wanted)
  if (current && isSame(current, wanted)) return yaml
  // Aliases would make it shorter.
  if (!source.includes('*')) assertMayFit(wanted)
  const model = modelOf(source, current)
  const text = (model && (edited(model, wanted) ?? editedByKeys(model, wanted))) ?? rewritten(source, goal)
  if (!model) assertEditable(source, wanted)
  return mark + (lineEnd === '\n' ? text : text.replaceAll('\n', lineEnd))
}

/** The line ending of the text; LF if lines have different endings. */
function lineEndOf(text: string): string {
  if (!text.includes('\r')) return '\n'
  if (!text.includes('\n')) return '\r'
  return /(?<!\r)\n|\r(?!\n)/.test(text) ? '\n' : '\r\n'
}

type Plain = Record<string, unknown>

/** The value of a model; `undefined` if the text is not a valid goal. The keys of a profile of its own are those of the wanted value. */
function parsedWith(source: string, wanted: Plain): Plain | undefined {
  const goal = goalIn(source, { profile: profileWith(wanted) })
  return goal && inSchemaOrder(goal)
}

/** Whether the text is a model with the wanted value and without new errors. */
function reads(source: string, wanted: Plain): boolean {
  return isSame(parsedWith(source, wanted), wanted)
}

/** A model as its text states it. */
interface Model {
  source: string
  document: Document.Parsed
  root: YAMLMap
  /** The current value; if the text is not a valid goal, as much of it as can be read. */
  before: Plain
}

/** The model of a text; `undefined` if small edits are not possible in it. `current` is its value, if it is known. */
function modelOf(source: string, current: Plain | undefined): Model | undefined {
  const { document } = readYaml(source, { keepSourceTokens: true })
  const root = document?.contents as Node | null
  if (!document || document.errors.length > 0 || !isMap(root) || root.flow || root.items.length === 0) return undefined
  return { source, document, root, before: current ?? currentOf(source, root) }
}

/** The text with the smallest edits; `undefined` if they do not give the wanted value. */
function edited(
  { source, document, root, before }: Model,
  wanted: Plain,
  rewrittenKeys: readonly string[] = [],
): string | undefined {
  const edits: Edit[] = []
  const editing = { source, style: writingStyleOf(root, (offset) => columnAt(source, offset)), edits }
  try {
    // Keys that are rewritten below count as unchanged here.
    const others = { ...wanted, ...Object.fromEntries(rewrittenKeys.map((key) => [key, before[key]])) }
    editCollection(editing, root, before, others)
    for (const item of itemsOf(source, root)) {
      if (rewrittenKeys.includes(item.key!))
        replaceValue(editing, item, wanted[item.key!], { column: columnAt(source, item.start), key: item.key })
    }
    const text = applyEdits(source, [...edits, ...spelledOut(source, document, edits)])
    if (reads(text, wanted)) return text
    assertWithinLimits(text, wanted)
    return undefined
  } catch (error) {
    // Overlapping edits cannot be applied.
    if (error instanceof NotEditable || error instanceof RangeError) return undefined
    throw error
  }
}

/** An alias of a value that changes elsewhere is replaced by the value. */
function spelledOut(source: string, document: Document.Parsed, edits: readonly Edit[]): Edit[] {
  if (!source.includes('*')) return []
  const touches = ({ range }: Node) => edits.some(({ offset, endOffset }) => offset <= range![1] && endOffset >= range![0])
  const found: Edit[] = []
  // `alias.resolve` walks through the whole document, for each alias.
  const anchors = new Map<string, { target: Node; isTouched: () => boolean }>()
  visit(document, {
    Node(_, target) {
      if (!isAlias(target) && target.anchor !== undefined && target.range)
        anchors.set(target.anchor, { target, isTouched: once(() => touches(target)) })
    },
    Alias(_, alias) {
      const { target, isTouched } = anchors.get(alias.source) ?? {}
      if (!target || !isTouched!() || touches(alias)) return
      const [start, end] = alias.range!
      found.push({ offset: start, endOffset: end, text: flowText(target.toJS(document)) })
    },
  })
  return found
}

/** The same, but rewrites the keys whose small edits do not work. */
function editedByKeys(model: Model, wanted: Plain): string | undefined {
  const { before } = model
  const changed = Object.keys(wanted).filter((key) => before[key] !== undefined && !isSame(before[key], wanted[key]))
  const failing = changed.filter((key) => edited(model, { ...before, [key]: wanted[key] }) === undefined)
  return edited(model, wanted, failing) ?? edited(model, wanted, changed)
}

/** The current value of the text; if the text is not a valid goal, as much of it as can be read. */
function currentOf(source: string, root: YAMLMap): Plain {
  const value: unknown = root.toJSON()
  if (!isRecord(value)) return {}
  const goal = goalIn(source, { profile: profileWith(value) })
  return goal === undefined ? value : inSchemaOrder(goal)
}

/** Rewrites the whole model, below the comments at the start of the text. */
function rewritten(source: string, goal: Goal): string {
  const head = source.match(/^(?:[ \t]*(?:#.*)?\n)*/)![0]
  return head.trim() === ''
    ? stringifyModel(goal)
    : head + stringifyModel(goal, { schema: head.includes('$schema=') ? false : undefined })
}

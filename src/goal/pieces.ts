/** Splits a YAML model into pieces of text: its keys and the entries of its lists, each with its own comments. */
import { isMap, isScalar, isSeq, type Node, type YAMLMap, type YAMLSeq } from 'yaml'
import { type Item, itemsOf, lineEndAt, lineStartAt, NotEditable, ownCommentsStart } from './items.ts'
import { readYaml } from './read-yaml.ts'
import { readsAsNone } from './status.ts'

/** A key with its value, or an entry of a list. Offsets are 0-based, `end` exclusive. A piece consists of whole lines unless
 * other text shares them.
 */
export interface ModelPiece {
  kind: 'pair' | 'mapping' | 'entry'
  /** The key of a pair; the name, title or question of an entry. */
  key?: string
  /** The key of the list that contains the entry. */
  under?: string
  start: number
  end: number
  parts?: ModelPiece[]
  /** The text instead of the entries if there are none: ` []` or ` {}`. */
  empty?: string
  isNone?: boolean
}

/** The pieces of a model; `undefined` if it is not YAML, or not a mapping in block style. Line breaks must be `\n`. */
export function modelPieces(yaml: string): ModelPiece[] | undefined {
  const { document } = readYaml(yaml, { keepSourceTokens: true })
  const root = document?.contents as Node | null
  if (!document || document.errors.length > 0 || !isMap(root) || root.flow) return undefined
  try {
    return piecesOf(yaml, root, undefined)
  } catch (error) {
    if (error instanceof NotEditable) return undefined
    throw error
  }
}

function piecesOf(source: string, collection: YAMLMap | YAMLSeq, under: string | undefined): ModelPiece[] {
  return itemsOf(source, collection).map((item, index) => {
    const start = !item.ownLine ? item.start : index === 0 ? lineStartAt(source, item.start) : ownCommentsStart(source, item)
    const range = { start, end: lineEndAt(source, item.end) }
    const key = item.key
    return key === undefined ? entryOf(source, item, under, range) : { kind: 'pair', key, ...range, ...inner(source, item, key) }
  })
}

function entryOf(source: string, item: Item, under: string | undefined, range: { start: number; end: number }): ModelPiece {
  const { value } = item
  const name = isMap(value)
    ? ['name', 'title', 'question'].map((key) => value.get(key)).find((found) => typeof found === 'string')
    : undefined
  const said: unknown = isScalar(value) ? value.value : isMap(value) ? value.get('paragraph') : undefined
  const isNone = (under === 'planning' || under === 'completion') && typeof said === 'string' && readsAsNone(said)
  return {
    kind: isMap(value) ? 'mapping' : 'entry',
    ...(name === undefined ? {} : { key: name as string }),
    ...(under === undefined ? {} : { under }),
    ...(isNone ? { isNone } : {}),
    ...range,
    ...inner(source, item, undefined),
  }
}

/** The pieces within a value. */
function inner(source: string, { value }: Item, key: string | undefined): Pick<ModelPiece, 'parts' | 'empty'> {
  if (!isSeq(value) && !isMap(value)) return {}
  const empty = isSeq(value) ? ' []' : ' {}'
  if (value.items.length === 0) return { parts: [], empty }
  if (!value.flow) return { parts: piecesOf(source, value, key), empty }
  if (!isSeq(value)) return {}
  return {
    parts: value.items.map((node) => {
      const [start, end] = (node as Node).range!
      return { kind: 'entry', start, end }
    }),
  }
}

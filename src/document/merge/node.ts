/** What the merge works on: values of a goal, or pieces of a text, as trees. */

export interface MergeNode {
  /** Nodes of different kinds are never the same. */
  kind: string
  /** What names the node among its siblings; nodes without a name are known by their text. */
  key?: string
  /** Nodes of the same text are equal. */
  text: string
  /** Its words, where they are not those of the text. */
  said?: string
  /** Its key is no name that people give: what has another key is something else. */
  isFixed?: boolean
  /** Two additions under one name are two opinions about one thing, and not two entries of a list. */
  isWhole?: boolean
  /** Parts of a list are not those of a record. Whatever is empty fits both. */
  form?: 'list' | 'record'
  /** It says that there is nothing to list. */
  isNone?: boolean
}

/** A node that is made of nodes of its own sort. */
export type Tree<N> = MergeNode & { parts?: readonly N[] }

/** One thing in three versions; absent where a version does not have it. */
export interface Sides<T> {
  base?: T
  ours?: T
  theirs?: T
}

/** What three versions of one thing came to. */
export type Merged<N> =
  /** One version as it is. */
  | { how: 'taken'; of: Sides<N>; node: N }
  /** Changed on both sides, and made of nothing smaller. */
  | { how: 'both'; of: Sides<N> }
  | { how: 'parts'; of: Sides<N>; parts: Merged<N>[] }
  /** What contradicts: nodes that stand one behind the other in each version. */
  | { how: 'conflict'; base: N[]; ours: N[]; theirs: N[] }

const words = new WeakMap<MergeNode, string[]>()

/** The words of a node, without punctuation around them. */
export function wordsOf(node: MergeNode): string[] {
  let known = words.get(node)
  if (!known) {
    known = wordsIn(node.said ?? node.text)
    words.set(node, known)
  }
  return known
}

const enumerator = /^[ \t]*\(?(?:\d+|[a-z]|#)[.)](?=\s)/gm

/** The words of a text. Numbers of list items, which follow from the order, and lines of punctuation are none. */
export function wordsIn(text: string): string[] {
  return text
    .replace(enumerator, '')
    .split(/\s+/)
    .map((word) => word.replace(/^[^\p{L}\p{N}]+|(?<![^\p{L}\p{N}])[^\p{L}\p{N}]+$/gu, ''))
    .filter((word) => word !== '')
}

/** The trees that the merge works on: values of a goal, or pieces of a text. */

export interface MergeNode {
  /** Nodes of different kinds never match. */
  kind: string
  /** The name of the node among its siblings; nodes without a name are identified by their text. */
  key?: string
  /** Nodes with the same text are equal. */
  text: string
  /** Its words, if they are not those of the text. */
  said?: string
  /** The key is fixed, not a name that people give: nodes with different keys never match. */
  isFixed?: boolean
  /** Two additions with the same name conflict, instead of being two entries. */
  isWhole?: boolean
  /** Parts of a list never match parts of a record. An empty node matches both. */
  form?: 'list' | 'record'
  /** Whether it means that there is nothing to list. */
  isNone?: boolean
}

/** A node that consists of nodes of the same type. */
export type Tree<N> = MergeNode & { parts?: readonly N[] }

/** One entry in three versions; absent if a version does not have it. */
export interface Sides<T> {
  base?: T
  ours?: T
  theirs?: T
}

/** The result for three versions of an entry. */
export type Merged<N> =
  /** One version, unchanged. */
  | { how: 'taken'; of: Sides<N>; node: N }
  /** Changed on both sides, without smaller parts. */
  | { how: 'both'; of: Sides<N> }
  | { how: 'parts'; of: Sides<N>; parts: Merged<N>[] }
  /** A conflict: the nodes of each version in order. */
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

/** The words of a text. Item numbers, which follow from the order, and lines of punctuation are ignored. */
export function wordsIn(text: string): string[] {
  return text
    .replace(enumerator, '')
    .split(/\s+/)
    .map((word) => word.replace(/^[^\p{L}\p{N}]+|(?<![^\p{L}\p{N}])[^\p{L}\p{N}]+$/gu, ''))
    .filter((word) => word !== '')
}

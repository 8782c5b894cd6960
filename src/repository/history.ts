/** The earlier versions of a document and its model, under their earlier names, and when the two last agreed. */
import { dirname } from 'node:path'
import { type DocumentOptions, type OpenDocument, openDocument } from '../document/index.ts'
import { type Goal, parseModel } from '../goal/index.ts'
import { isSame, whyTooLarge } from '../text/index.ts'
import { type Agreement, rememberedAgreement } from './agreements.ts'
import { cannot } from './errors.ts'
import { byteOrderMark } from './files.ts'
import { inWorkTree, revisionOrThrow, textAt } from './git.ts'
import { namesInHistory } from './versions.ts'

export interface PairPaths {
  document: string
  model: string
}

/** The document and the model at a revision. */
export interface PastPair {
  revision: string
  document: OpenDocument
  /** Absent if there was no model, or not a valid one. */
  model?: Goal
}

/** The document and the model as they are. */
export interface PairNow {
  document: string
  model: Goal
}

/** The limit of commits that are searched. */
const most = 200

/** The pair at a revision that the user names, under its names at that time. Throws a `CannotError` if git does not know the revision, or if
 * the document was too large to be read: its teams would be taken for new ones.
 */
export function pairAt(paths: PairPaths, name: string, options: DocumentOptions): PastPair | undefined {
  const revision = revisionOrThrow(dirname(paths.document), name)
  const place = placeOf(paths)
  if (!place) return undefined
  const past = [place.names, ...[...namesInHistory([paths.document, paths.model])].map(({ names }) => names)]
  for (const names of past) {
    const pair = readPair(place.root, names, revision, options)
    const excess = pair && whyTooLarge(pair.document.source)
    if (excess)
      throw cannot(`use ${name} as the base`, `${names[0]} is not read in it, because ${excess}`, 'Name another revision')
    if (pair) return pair
  }
  return undefined
}

/** The last version in which the document agreed with the model: the stored one if it is newer than the last commit and was not undone,
 * otherwise one from a commit.
 */
export function lastAgreement(paths: PairPaths, now: PairNow, options: DocumentOptions): PastPair | undefined {
  const remembered = rememberedAgreement(paths, options)
  const place = placeOf(paths)
  if (remembered?.isCurrent && !(place && isUndone(remembered, now, () => readPair(place.root, place.names, 'HEAD', options))))
    return remembered
  if (!place) return undefined
  let tried = 0
  for (const { commit, names } of namesInHistory([paths.document, paths.model])) {
    if (tried++ === most) return undefined
    const pair = readPair(place.root, names, commit, options)
    if (pair && agrees(pair)) return pair
  }
  return undefined
}

/** Whether both files were taken back to the last commit, e.g. by `git checkout .`, and edited afterwards, perhaps to what is stored. */
function isUndone({ document, model, isUntouched }: Agreement, now: PairNow, committed: () => PastPair | undefined): boolean {
  const isStored = { document: now.document === document.source, model: isSame(now.model, model) }
  if ((isStored.document && isUntouched.document) || (isStored.model && isUntouched.model)) return false
  if (isStored.document || isStored.model) return true
  const pair = committed()
  return pair !== undefined && (pair.document.source === now.document || isSame(pair.model, now.model))
}

/** Whether the document equals what the model renders; false for a model that cannot be rendered. */
export function agrees({ document, model }: Pick<PastPair, 'document' | 'model'>): boolean {
  if (model === undefined || whyTooLarge(document.source)) return false
  try {
    return document.update(model) === document
  } catch {
    return false
  }
}

function placeOf({ document, model }: PairPaths): { root: string; names: string[] } | undefined {
  const [one, other] = [inWorkTree(document), inWorkTree(model)]
  return one && other && one.root === other.root ? { root: one.root, names: [one.name, other.name] } : undefined
}

function readPair(root: string, names: readonly string[], revision: string, options: DocumentOptions): PastPair | undefined {
  const text = textAt(root, names[0]!, revision)
  if (text === undefined) return undefined
  const document = openDocument(text, options)
  const modelText = /\.ya?ml$/.test(names[1]!) ? textAt(root, names[1]!, revision) : undefined
  if (modelText === undefined) return { revision, document }
  const { goal } = parseModel(modelText.startsWith(byteOrderMark) ? modelText.slice(1) : modelText, options)
  return goal ? { revision, document, model: goal } : { revision, document }
}

/** The earlier versions of a document and its model, under their earlier names, and when the two last agreed. */
import { dirname } from 'node:path'
import { type DocumentOptions, updateDocument } from '../document/index.ts'
import { type Goal, parseModel } from '../goal/index.ts'
import { byteOrderMark } from './files.ts'
import { gitLine, inWorkTree, revisionOrThrow, textAt } from './git.ts'
import { rememberedAgreement } from './remembered.ts'

export interface PairPaths {
  document: string
  model: string
}

/** The document and the model at a revision. */
export interface PastPair {
  revision: string
  document: string
  /** Absent if there was no model, or not a valid one. */
  model?: Goal
}

/** A change of a file in a commit; its earlier name if the commit renamed it. */
interface Change {
  commit: string
  before?: string
}

/** How many commits of a file are looked at. */
const limit = '200'

/** The names of the files at each commit that changed any of them, newest first; earlier names for renamed files. */
function* namesInHistory(root: string, names: readonly string[]): Generator<{ commit: string; names: string[] }> {
  const current = names.map((name) => nameInHead(root, name))
  const histories = current.map((name) => changesOf(root, name))
  const all = [
    ...new Set(histories.flatMap((changes, index) => [current[index]!, ...changes.flatMap(({ before }) => before ?? [])])),
  ]
  const commits = gitLine(root, 'log', `--max-count=${limit}`, '--format=%H', 'HEAD', '--', ...all)
  for (const commit of commits ? commits.split('\n') : []) {
    yield { commit, names: [...current] }
    for (const [index, changes] of histories.entries())
      current[index] = changes.find((change) => change.commit === commit)?.before ?? current[index]!
  }
}

/** The name of a file in HEAD, which differs if the file was moved since. */
function nameInHead(root: string, name: string): string {
  if (gitLine(root, 'cat-file', '-e', `HEAD:${name}`) !== undefined) return name
  const renames = gitLine(
    root,
    '-c',
    'core.quotePath=false',
    'diff',
    '--name-status',
    '--find-renames=40%',
    '--diff-filter=R',
    'HEAD',
  )
  const found = renames
    ?.split('\n')
    .map((line) => line.split('\t'))
    .find(([, , to]) => to === name)
  return found?.[1] ?? name
}

function changesOf(root: string, name: string): Change[] {
  const options = ['--follow', '--find-renames=40%', `--max-count=${limit}`, '--name-status', '--format=%x00%H']
  const log = gitLine(root, '-c', 'core.quotePath=false', 'log', ...options, 'HEAD', '--', name)
  return (log ?? '')
    .split('\0')
    .slice(1)
    .map((record) => {
      const [commit = '', ...lines] = record.split('\n')
      const renamed = lines.map((line) => line.split('\t')).find(([status]) => status?.startsWith('R'))
      return { commit, ...(renamed?.[1] === undefined ? {} : { before: renamed[1] }) }
    })
}

/** The pair at a revision that the user names, under its names at that time. Throws a `CannotError` if git does not know the revision. */
export function pairAt(paths: PairPaths, name: string, options: DocumentOptions): PastPair | undefined {
  const revision = revisionOrThrow(dirname(paths.document), name)
  const place = placeOf(paths)
  if (!place) return undefined
  const past = [place.names, ...[...namesInHistory(place.root, place.names)].map(({ names }) => names)]
  for (const names of past) {
    const pair = readPair(place.root, names, revision, options)
    if (pair) return pair
  }
  return undefined
}

/** When the document last agreed with the model: as remembered since the last commit, otherwise in a commit. */
export function lastAgreement(paths: PairPaths, options: DocumentOptions): PastPair | undefined {
  const remembered = rememberedAgreement(paths.document)
  if (remembered?.isCurrent) return remembered
  const place = placeOf(paths)
  if (!place) return undefined
  for (const { commit, names } of namesInHistory(place.root, place.names)) {
    const pair = readPair(place.root, names, commit, options)
    if (pair && agrees(pair, options)) return pair
  }
  return undefined
}

/** Whether the document says what the model says; false for a model that cannot be rendered. */
export function agrees({ document, model }: Pick<PastPair, 'document' | 'model'>, options: DocumentOptions): boolean {
  try {
    return model !== undefined && updateDocument(document, model, options) === document
  } catch {
    return false
  }
}

function placeOf({ document, model }: PairPaths): { root: string; names: string[] } | undefined {
  const [one, other] = [inWorkTree(document), inWorkTree(model)]
  return one && other && one.root === other.root ? { root: one.root, names: [one.name, other.name] } : undefined
}

function readPair(root: string, names: readonly string[], revision: string, options: DocumentOptions): PastPair | undefined {
  const document = textAt(root, names[0]!, revision)
  if (document === undefined) return undefined
  const modelText = /\.ya?ml$/.test(names[1]!) ? textAt(root, names[1]!, revision) : undefined
  if (modelText === undefined) return { revision, document }
  const { goal } = parseModel(modelText.startsWith(byteOrderMark) ? modelText.slice(1) : modelText, options)
  return goal ? { revision, document, model: goal } : { revision, document }
}

/** Hand edits of a document taken into its model: three-way, against the last time when the two agreed. */

import { dirname } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import type { Conflict, Profile } from '../document/index.ts'
import { mergeGoals, readGoal, updateDocument } from '../document/index.ts'
import { type Goal, isRecord, isWhole, parseModel } from '../goal/index.ts'
import { byteOrderMark } from './files.ts'
import { commitsOf, fileAt, revisionOrThrow } from './git.ts'

/** Document and model at one time. */
interface Pair {
  document: string
  model: Goal
}

/** The profile of the pair where it is not a built-in one that the document is most like. */
export interface PullOptions {
  profile?: Profile
}

export interface Pulled {
  /** The model with the hand edits. */
  goal: Goal
  /** What was changed on both sides; the model keeps its own. */
  conflicts: string[]
  /** The revision that the edits are measured from; absent where none was found and every difference counts as an edit of the document. */
  base?: string
}

/** Merges what was edited in `document` into `model`. `base` names a revision; without it, it is the last commit in which both agreed. */
export async function pullEdits(
  now: Pair,
  paths: { document: string; model: string },
  base?: string,
  options: PullOptions = {},
): Promise<Pulled> {
  /** The model as the document would say it: both sides are compared in the document's words. */
  const said = ({ document, model }: Pair) => readGoal(updateDocument(document, model, options), options).goal
  const revision = base === undefined ? await lastAgreement(paths, options) : revisionOrThrow(dirname(paths.document), base)
  const before = revision === undefined ? undefined : await pairAt(paths, revision, options)
  const ours = said(now)
  const theirs = readGoal(now.document, options).goal
  const merged = mergeGoals(baseOf(before) ?? ours, ours, theirs)
  const conflicts = merged.conflicts.map(describeConflict)
  return { goal: pulledInto(now.model, ours, merged.goal), conflicts, ...(before && revision ? { base: revision } : {}) }

  function baseOf(pair: Awaited<ReturnType<typeof pairAt>>): Goal | undefined {
    if (!pair) return undefined
    return pair.model ? said({ document: pair.document, model: pair.model }) : readGoal(pair.document, options).goal
  }
}

/** A conflict in a sentence. */
export function describeConflict({ path, ours, theirs }: Conflict): string {
  const excerpt = (value: unknown) =>
    value === undefined
      ? 'nothing'
      : `\`${(typeof value === 'string' ? value : JSON.stringify(value)).split('\n')[0]!.slice(0, 60)}\``
  return `${path.join(' › ')}: changed on both sides, to ${excerpt(ours)} and to ${excerpt(theirs)}`
}

/** The newest commit in which the document said what the model said. */
async function lastAgreement(paths: { document: string; model: string }, options: PullOptions): Promise<string | undefined> {
  for (const commit of commitsOf([paths.document, paths.model])) {
    const pair = await pairAt(paths, commit, options)
    if (pair?.model && updateDocument(pair.document, pair.model, options) === pair.document) return commit
  }
  return undefined
}

async function pairAt(
  paths: { document: string; model: string },
  revision: string,
  options: PullOptions,
): Promise<{ document: string; model?: Goal } | undefined> {
  const document = fileAt(paths.document, revision)
  if (document === undefined) return undefined
  const text = /\.ya?ml$/.test(paths.model) ? fileAt(paths.model, revision) : undefined
  if (text === undefined) return { document }
  const { goal } = parseModel(text.startsWith(byteOrderMark) ? text.slice(1) : text, options)
  return goal ? { document, model: goal } : { document }
}

/** The model with the edits. A model that does not list its sections states only what it mentions: edits elsewhere are not its own. */
function pulledInto(model: Goal, said: Goal, merged: Goal): Goal {
  if (isWhole(model)) return graft(model, said, merged) as Goal
  const entries = Object.keys(model).map((key) => {
    const [own, spoken, wanted] = [model, said, merged].map((goal) => (goal as Record<string, unknown>)[key])
    return [key, key === 'layout' || key === 'profile' ? own : graft(own, spoken, wanted)] as const
  })
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined)) as Goal
}

/** `model` with what differs between `said` (what it says in the document's words) and `merged`: whatever did not change keeps the
 * model's own form, such as Markdown. */
function graft(model: unknown, said: unknown, merged: unknown): unknown {
  if (isDeepStrictEqual(said, merged)) return model
  if (Array.isArray(model) && Array.isArray(said) && Array.isArray(merged)) return graftList(model, said, merged)
  if (!isRecord(model) || !isRecord(said) || !isRecord(merged)) return merged
  const keys = new Set([...Object.keys(model), ...Object.keys(merged)])
  // What the document cannot say, such as a stated status that follows from the artifacts, stays.
  const isKept = (key: string) => !(key in said) && !(key in merged)
  const entries = [...keys].map((key) => [key, isKept(key) ? model[key] : graft(model[key], said[key], merged[key])] as const)
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined))
}

/** Teams and sections by their names; entries without one are taken as they are in the document. */
function graftList(model: unknown[], said: unknown[], merged: unknown[]): unknown[] {
  const [mine, spoken] = [byName(model), byName(said)]
  return merged.map((item) => {
    const name = nameOf(item)
    const same = name === undefined ? said.findIndex((other) => isDeepStrictEqual(other, item)) : -1
    if (name !== undefined && mine.has(name) && spoken.has(name)) return graft(mine.get(name), spoken.get(name), item)
    return same >= 0 && said.length === model.length ? model[same] : item
  })
}

function byName(list: unknown[]): Map<string, unknown> {
  return new Map(list.flatMap((item) => (nameOf(item) === undefined ? [] : [[nameOf(item) as string, item] as const])))
}

function nameOf(item: unknown): string | undefined {
  const name = isRecord(item) ? (item.name ?? item.title) : undefined
  return typeof name === 'string' ? name : undefined
}

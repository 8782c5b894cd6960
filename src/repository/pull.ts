/** Merges hand edits of a document into its model: three-way, based on the last version in which the two agreed. */
import { type Conflict, editedMarkdown, mergeGoals, type OpenDocument } from '../document/index.ts'
import { type Goal, isWholeDocument, UnwritableGoalError, withChangedValues, withoutDerivedStatus } from '../goal/index.ts'
import { isSame } from '../text/index.ts'
import type { PastPair } from './history.ts'

/** The document and the model at one time. */
interface Pair {
  document: OpenDocument
  model: Goal
}

export interface Pulled {
  /** The model with the hand edits. */
  goal: Goal
  /** What was changed in both; the model keeps its own value. */
  conflicts: string[]
}

/** Merges what was edited in the document since `before` into the model. Without `before`, every difference counts as an edit of the
 * document.
 */
export function pullEdits(now: Pair, before: PastPair | undefined): Pulled {
  /** The model in the words of the document, so that both can be compared. */
  const said = ({ document, model }: Pair) => document.update(model).goal
  const ours = said(now)
  const theirs = now.document.goal
  const base = before && (before.model ? said({ document: before.document, model: before.model }) : before.document.goal)
  const merged = mergeGoals(base ?? ours, ours, theirs)
  return {
    goal: withoutDerivedStatus(pulledInto(now, ours, merged.goal), now.model),
    conflicts: merged.conflicts.map((conflict) => describeConflict(conflict, { ours: 'the model', theirs: 'the document' })),
  }
}

/** A conflict in a sentence, e.g. *`teams › nova › status` changed in both: to `done` in the model, to `planned` in the document*. */
export function describeConflict({ path, ours, theirs }: Conflict, names: { ours: string; theirs: string }): string {
  const excerpt = (value: unknown) =>
    value === undefined
      ? 'nothing'
      : `\`${(typeof value === 'string' ? value : JSON.stringify(value)).split('\n')[0]!.slice(0, 60)}\``
  return `\`${path.join(' › ')}\` changed in both: to ${excerpt(ours)} in ${names.ours}, to ${excerpt(theirs)} in ${names.theirs}`
}

/** The model with the edits. Groups that the document does not show stay, unless the document could not be rendered from them. */
function pulledInto({ document, model }: Pair, said: Goal, merged: Goal): Goal {
  const [grouped, plain] = [withEdits(model, said, merged, true), withEdits(model, said, merged, false)]
  if (isSame(grouped, plain)) return plain
  return rendered(document, grouped) === rendered(document, merged) ? grouped : plain
}

/** The document after it is rendered; `undefined` if it cannot express the goal. */
function rendered(document: OpenDocument, goal: Goal): string | undefined {
  try {
    return document.update(goal).source
  } catch (error) {
    if (error instanceof UnwritableGoalError) return undefined
    throw error
  }
}

/** The model with the edits; its profile does not change. A model that states only a part of the document gets only the edits of that part.
 */
function withEdits(model: Goal, said: Goal, merged: Goal, keepsGroups: boolean): Goal {
  const keys = (
    isWholeDocument(model) ? [...new Set([...Object.keys(model), ...Object.keys(merged)])] : Object.keys(model)
  ) as (keyof Goal)[]
  const options = { editMarkdown: editedMarkdown, keepsGroups }
  const isOwn = (key: keyof Goal) => key === 'profile' || (key === 'layout' && !isWholeDocument(model))
  const entries = keys.map(
    (key) => [key, isOwn(key) ? model[key] : withChangedValues(model[key], said[key], merged[key], options, key)] as const,
  )
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined)) as Goal
}

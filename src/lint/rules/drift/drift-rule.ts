/** A rule about one kind of difference between a document and the model that it was made from. */
import { compareGoals, type Difference, describeDifference, goalOf, placesOf } from '../../../document/index.ts'
import { rememberPositions } from '../../../goal/index.ts'
import { sentence } from '../../../text/index.ts'
import type { Related } from '../../diagnostic.ts'
import { type Context, type Document, defineRule, type Finding, type RuleDefinition } from '../../rule.ts'

export function driftRule(kind: Difference['kind'], texts: Pick<RuleDefinition, 'what' | 'why' | 'wrong' | 'right'>) {
  return defineRule({
    name: `drift/${kind}`,
    severity: 'error',
    ...texts,
    needs: 'model',
    check(context) {
      for (const difference of context.remember(differencesOf))
        if (difference.kind === kind) context.report(findingOf(context, difference))
    },
  })
}

function differencesOf(context: Document): Difference[] {
  const { reading } = context
  const model = context.model!
  const goal = goalOf(reading)
  rememberPositions(goal, placesOf(reading))
  return compareGoals(model.goal, goal, { profile: reading.profile })
}

function findingOf(context: Context, difference: Difference): Finding {
  const { a, b } = difference.places
  const team = difference.path[0] === 'teams' && typeof difference.path[1] === 'string' ? difference.path[1] : undefined
  const start = b?.offset ?? context.reading.title?.start ?? 0
  const firstLine = context.lines[context.lineAt(start)]
  return {
    offset: start,
    // If a whole section differs, only its first line is marked.
    endOffset: Math.max(start, Math.min(b?.endOffset ?? context.reading.title?.end ?? 0, firstLine?.end ?? 0)),
    message: sentence(describeDifference(difference)),
    data: { path: difference.path, model: difference.a, document: difference.b, ...(team ? { team } : {}) },
    ...(a
      ? {
          related: [
            {
              ...a,
              message: difference.kind === 'added' ? 'Its place in the model' : 'The model',
              ...(context.model?.path ? { path: context.model.path } : {}),
            } satisfies Related,
          ],
        }
      : {}),
  }
}

/** A rule about one kind of difference between a document and the model that it was made from. */
import { compareGoals, type Difference, goalOf, placesOf, type Reading } from '../../../document/index.ts'
import { rememberPositions } from '../../../goal/index.ts'
import type { Related } from '../../diagnostic.ts'
import { type Context, defineRule, type Example, type Finding, type Model } from '../../rule.ts'

interface Kind {
  kind: Difference['kind']
  what: string
  why: string
  wrong: readonly Example[]
  right: readonly Example[]
  say(difference: Difference, where: string): string
}

export function driftRule(rule: Kind) {
  const { kind, say } = rule
  const rest = {
    name: `drift/${kind}`,
    severity: 'error',
    needs: 'model',
    check(context: Context) {
      for (const difference of differencesOf(context))
        if (difference.kind === kind) context.report(findingOf(context, difference, say))
    },
  } as const
  return defineRule(Object.assign(rule, rest))
}

/** Five rules look at the same differences. */
const known = new WeakMap<Reading, { model: Model; differences: Difference[] }>()

function differencesOf(context: Context): Difference[] {
  const { reading } = context
  const model = context.model!
  const before = known.get(reading)
  if (before?.model === model) return before.differences
  const goal = goalOf(reading)
  rememberPositions(goal, placesOf(reading))
  const differences = compareGoals(model.goal, goal, { profile: reading.profile })
  known.set(reading, { model, differences })
  return differences
}

function findingOf(context: Context, difference: Difference, say: Kind['say']): Finding {
  const { a, b } = difference.places
  const where = difference.path.filter((key) => typeof key === 'string').join(' › ')
  const team = difference.path[0] === 'teams' && typeof difference.path[1] === 'string' ? difference.path[1] : undefined
  const start = b?.offset ?? context.reading.title?.start ?? 0
  const firstLine = context.lines[context.lineAt(start)]
  return {
    offset: start,
    // A section that is one difference is shown by its first line.
    endOffset: Math.max(start, Math.min(b?.endOffset ?? context.reading.title?.end ?? 0, firstLine?.end ?? 0)),
    message: say(difference, where),
    data: { path: difference.path, model: difference.a, document: difference.b, ...(team ? { team } : {}) },
    ...(a
      ? {
          related: [
            {
              ...a,
              message: difference.kind === 'added' ? 'Here it belongs in the model' : 'The model',
              ...(context.model?.path ? { path: context.model.path } : {}),
            } satisfies Related,
          ],
        }
      : {}),
  }
}

/** A value in a message: its first line, in backticks. */
export function show(value: unknown): string {
  const text = textOf(value)
  const [line = ''] = text.split(/\r\n|\r|\n/)
  const short = line.length > 60 || line !== text ? `${line.slice(0, 60).trimEnd()}…` : line
  return `\`${short.replaceAll('`', "'")}\``
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value
  if (typeof value !== 'object' || value === null) return String(value)
  const named = ['name', 'title', 'text', 'url', 'repo', 'deliverable', 'paragraph', 'rst', 'intro', 'topic'].find(
    (key) => typeof (value as Record<string, unknown>)[key] === 'string',
  )
  if (named) return (value as Record<string, string>)[named]!
  const first = Object.values(value)[0]
  return first === undefined ? 'nothing' : textOf(first)
}

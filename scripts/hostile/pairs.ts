/** Constructs within constructs: a sample of all pairs, chosen by a seed. `SEED=7 PAIRS=100 KIND=pair npm run bench -- hostile` takes another
 * sample.
 */
import { fixAll, lint } from '../../src/lint/index.ts'
import { randomNumbers } from '../../test/conformance/edits.ts'
import type { Kind } from './kinds.ts'
import { blocks, type Construct, filled, inlines } from './writers.ts'

/** How a pair fills a document of a size. */
const forms: Record<string, (outer: Construct, inner: Construct, size: number) => string> = {
  'in a': (outer, inner, size) => filled(`${outer(inner('Mars'))}\n\n`, size),
  'many in one': (outer, inner, size) => `${outer(filled(`${inner('Mars')}\n\n`, size).trimEnd())}\n`,
  'glued in a': (outer, inner, size) => filled(`${outer(inner('Mars'))}\n`, size),
  'in turn with a': (outer, inner, size) => {
    let text = 'Mars'
    // Deeper than the parser nests.
    for (let depth = 0; depth < 70 && text.length < size; depth++) text = outer(inner(text))
    return filled(`${text}\n\n`, size)
  },
}

const path = 'goals/orbit/telescopes.rst'
const deeds: Record<string, (source: string) => unknown> = {
  lint: (source) => lint(source, { path }),
  fix: (source) => fixAll(source, { path, unsafe: true }),
}

/** All pairs in all forms. Text within a line is never nested, or many in one. */
const pairs = Object.entries(blocks).flatMap(([outerName, outer]) => [
  ...Object.entries(blocks).flatMap(([innerName, inner]) =>
    Object.entries(forms).map(([form, fill]) => ({
      name: `${innerName} ${form} ${outerName}`,
      fill: (size: number) => fill(outer, inner, size),
    })),
  ),
  ...Object.entries(inlines).flatMap(([innerName, inner]) =>
    (['in a', 'many in one', 'glued in a'] as const).map((form) => ({
      name: `${innerName} ${form} ${outerName}`,
      fill: (size: number) => forms[form]!(outer, inner, size),
    })),
  ),
])

/** Some of a list, each at most once. */
function sample<Item>(list: readonly Item[], count: number, seed: number): Item[] {
  const random = randomNumbers(seed)
  const left = [...list]
  return Array.from({ length: Math.min(count, list.length) }, () => left.splice(Math.floor(random() * left.length), 1)[0]!)
}

const chosen = sample(pairs, Number(process.env.PAIRS ?? 100), Number(process.env.SEED ?? 1))

export const pairKinds: readonly Kind[] = chosen.flatMap(({ name, fill }) =>
  Object.entries(deeds).map(
    ([deed, work]): Kind => ({
      name: `pair, ${deed}: ${name}`,
      prepare(size) {
        const source = fill(size)
        return () => work(source)
      },
    }),
  ),
)

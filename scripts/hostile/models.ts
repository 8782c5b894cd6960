/** Models in which one key is huge, and YAML that is not a model. */
import { builtinProfiles, compareGoals, mergeGoals, readGoal, renderGoal, updateDocument } from '../../src/document/index.ts'
import { type Goal, goalJsonSchema, parseModel, stringifyModel, UnwritableGoalError, updateModel } from '../../src/goal/index.ts'
import type { Kind, Work } from './kinds.ts'
import { hugeValues } from './schemas.ts'

/** What the commands do with a model: `render`, `check`, `pull` and `set`, `import`, and `merge`. They stop at a model with errors, or
 * with the name of a profile that does not exist.
 */
function works(yaml: string): Work[] {
  const { goal, diagnostics } = parseModel(yaml)
  const isKnown = goal?.profile === undefined || builtinProfiles.some(({ name }) => name === goal.profile)
  if (!goal || diagnostics.length > 0 || !isKnown) return [() => parseModel(yaml)]
  const document = unlessUnwritable(() => renderGoal(goal)) ?? 'Mars\n====\n'
  const changed = (read: Goal | undefined) => ({ ...read!, title: 'Venus' })
  return [
    () => unlessUnwritable(() => renderGoal(parseModel(yaml).goal!)),
    () => unlessUnwritable(() => updateDocument(document, changed(parseModel(yaml).goal))),
    () => compareGoals(parseModel(yaml).goal!, readGoal(document).goal),
    () => updateModel(yaml, changed(parseModel(yaml).goal)),
    () => stringifyModel(readGoal(document).goal),
    () => mergeGoals(goal, changed(goal), parseModel(yaml).goal!),
  ]
}

/** The result; `undefined` if the goal cannot be written as a document, which is an answer. */
function unlessUnwritable(render: () => string): string | undefined {
  try {
    return render()
  } catch (error) {
    if (error instanceof UnwritableGoalError) return undefined
    throw error
  }
}

const valid: Kind[] = hugeValues(goalJsonSchema(), 2).map(([path, build]) => ({
  name: `model ${path}`,
  prepare(size) {
    const goal = { title: 'Mars', ...(build(size) as Partial<Goal>) } as Goal
    const write = () => unlessUnwritable(() => stringifyModel(goal))
    const yaml = write()
    return yaml === undefined ? write : works(yaml)
  },
}))

const repeat = (text: string, size: number) => text.repeat(Math.ceil(size / text.length))
const lines = (line: (index: number) => string, count: number) =>
  Array.from({ length: Math.ceil(count) }, (_, index) => line(index)).join('\n')

/** YAML that is not a model, or that is expensive to parse. */
const faulty: Record<string, (size: number) => string> = {
  'unknown keys': (size) => `title: Mars\n${lines((i) => `mars${i}: a`, size / 12)}\n`,
  'unknown keys of teams': (size) => `title: Mars\nteams:\n${lines((i) => `  - name: mars${i}\n    moon: a`, size / 30)}\n`,
  'duplicate keys': (size) => `title: Mars\n${repeat('title: Venus\n', size)}`,
  'duplicate teams': (size) => `title: Mars\nteams:\n${repeat('  - name: mars\n', size)}`,
  'values of a wrong type': (size) => `title: Mars\nteams:\n${repeat('  - 1\n', size)}`,
  'values out of a list': (size) => `title: Mars\nteams:\n${lines((i) => `  - name: mars${i}\n    status: plannd`, size / 34)}\n`,
  'YAML errors': (size) => repeat('a: b: c\n', size),
  'YAML errors in quotes': (size) => repeat('"\\q"\n', size),
  tabs: (size) => `title: Mars\n${repeat('\ta: b\n', size)}`,
  'flow deep': (size) => `title: Mars\nteams: ${'['.repeat(size)}`,
  'flow maps deep': (size) => `title: ${'{a: '.repeat(size / 4)}`,
  'blocks deep': (size) => lines((i) => `${' '.repeat(i)}a:`, Math.sqrt(size * 2)),
  'sequences on a line': (size) => `title: Mars\nteams:\n  ${'- '.repeat(size / 2)}a\n`,
  aliases: (size) => `title: Mars\nteams:\n  - &a {name: mars}\n${repeat('  - *a\n', size)}`,
  'aliases that multiply': () => lines((i) => `a${i}: &a${i} [${i ? `*a${i - 1}, `.repeat(9) : '1'}]`, 12),
  anchors: (size) => `title: Mars\n${lines((i) => `k${i}: &a${i} b`, size / 14)}\n`,
  'merge keys': (size) => `title: Mars\nbase: &a {b: 1}\n${repeat('c:\n  <<: *a\n', size)}`,
  comments: (size) => `title: Mars\n${repeat('# a\n', size)}`,
  'comments behind values': (size) => `title: Mars\nteams:\n${lines((i) => `  - name: mars${i} # a`, size / 22)}\n`,
  'blank lines': (size) => `title: Mars\n${repeat('\n', size)}`,
  documents: (size) => repeat('---\ntitle: Mars\n', size),
  suppressions: (size) => `title: Mars\n${repeat('# goaldoc: ignore-next model/value -- a\n', size)}`,
  'only CR': (size) => `title: Mars\r${repeat('a: b\r', size)}`,
  'one long key': (size) => `${repeat('a', size)}: b\n`,
  'Markdown brackets': (size) => `title: Mars\nsummary:\n  markdown: "${repeat('[', size)}"\n`,
  'Markdown lists nested': (size) =>
    `title: Mars\nsummary:\n  markdown: |\n${lines((i) => `    ${'  '.repeat(i)}* a`, Math.sqrt(size))}\n`,
  'Markdown quotes nested': (size) => `title: Mars\nsummary:\n  markdown: "${repeat('>', size)}"\n`,
  'Markdown stars': (size) => `title: Mars\nsummary:\n  markdown: "${repeat('*a ', size)}"\n`,
  'Markdown table': (size) => `title: Mars\nsummary:\n  markdown: |\n    |a|b|\n    |-|-|\n${repeat('    |a|b|\n', size)}`,
  'Markdown links': (size) => `title: Mars\nsummary:\n  markdown: "${repeat('[a](http://b.c) ', size)}"\n`,
}

export const modelKinds: readonly Kind[] = [
  ...valid,
  ...Object.entries(faulty).map(
    ([name, build]): Kind => ({
      name: `YAML ${name}`,
      prepare(size) {
        const yaml = build(size)
        return works(yaml)
      },
    }),
  ),
]

/** The wrong examples of every rule, repeated, to measure the cost of each finding. */
import { optionsOfExample, type Rule, rules } from '../../src/lint/index.ts'
import { lint } from '../../src/lint/lint.ts'
import type { Kind } from './kinds.ts'

/** A text, repeated. If `isNumbered`, a number in each copy makes names different. */
function repeated(text: string, size: number, isNumbered: boolean): string {
  const count = Math.max(1, Math.floor(size / (text.length + 1)))
  const copy = (index: number) => (isNumbered ? text.replace(/[A-Za-z]{5,}/g, (word) => `${word}${index}`) : text)
  return Array.from({ length: count }, (_, index) => copy(index)).join('\n')
}

function kindOf(rule: Rule, at: number, isNumbered: boolean): Kind {
  const example = rule.wrong[at]!
  return {
    name: `rule ${rule.name} ${at + 1}${isNumbered ? ', each its own' : ''}`,
    prepare(size) {
      const text = repeated(example.text, size, isNumbered)
      const project = example.project && { ...example.project }
      const options = optionsOfExample(rule, { ...example, text, ...(project ? { project } : {}) })
      return () => void lint(text, options)
    },
  }
}

/** One kind for each wrong example, and another one in which each copy has different names. */
export const ruleKinds: readonly Kind[] = rules.flatMap((rule) =>
  rule.wrong.flatMap((_, at) => [kindOf(rule, at, false), kindOf(rule, at, true)]),
)

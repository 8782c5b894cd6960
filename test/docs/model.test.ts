/** The examples of docs/model.md: each YAML block is a model, and the reStructuredText below it is what that renders to.
 *
 * `UPDATE=1` writes the rendered text into the page.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { goalJsonSchema } from '../../src/goal/schema.ts'
import { parseModel, readGoal, renderGoal } from '../../src/index.ts'

const file = new URL('../../docs/model.md', import.meta.url)
const page = readFileSync(file, 'utf8')
const example = /^```yaml\n([\s\S]*?)^```$(?:\n\n^```rst\n([\s\S]*?)^```$)?/gm
const examples = [...page.matchAll(example)].map(([, yaml = '', rst]) => ({ heading: headingAbove(yaml), yaml, rst }))

function headingAbove(yaml: string): string {
  return [...page.slice(0, page.indexOf(yaml)).matchAll(/^#+ (.+)$/gm)].at(-1)![1]!
}

/** The rendered document without its title, which is the same in nearly all examples. */
function belowTitle(yaml: string): string {
  const { goal } = parseModel(yaml)
  return renderGoal(goal!).split('\n').slice(4).join('\n')
}

describe.each(examples)('the model of "$heading"', ({ yaml }) => {
  it('has no errors, and its document reads back the same', () => {
    const { goal, diagnostics } = parseModel(yaml)
    expect(diagnostics).toEqual([])
    const document = renderGoal(goal!)
    expect(renderGoal(readGoal(document).goal)).toBe(document)
  })
})

describe.each(examples.filter(({ rst }) => rst !== undefined))('the document of "$heading"', ({ yaml, rst }) => {
  it('is what the model renders to', () => {
    const fence = '```\n\n```rst\n'
    if (process.env.UPDATE) {
      const text = readFileSync(file, 'utf8')
      writeFileSync(
        file,
        text.replace(yaml + fence + rst, () => yaml + fence + belowTitle(yaml)),
      )
    } else expect(rst).toBe(belowTitle(yaml))
  })
})

it('names every key of the schema', () => {
  const missing = Object.keys((goalJsonSchema().$defs as { Goal: { properties: object } }).Goal.properties).filter(
    (key) => !page.includes(`\`${key}\``),
  )
  expect(missing).toEqual([])
})

/** Markdown whose conversion would take long is refused at its place. */
import { expect, test } from 'vitest'
import { renderGoal } from '../../src/document/index.ts'
import { parseModel, UnwritableGoalError } from '../../src/goal/index.ts'

const problemsOf = (yaml: string) => {
  try {
    renderGoal(parseModel(yaml).goal!)
    return []
  } catch (error) {
    if (!(error instanceof UnwritableGoalError)) throw error
    return error.values.map(({ message, place }) => `${place?.line}: ${message}`)
  }
}

const prose = (marks: number) => `{markdown: "${'*Mars*\\n\\n'.repeat(marks / 6)}"}`

test('the marks in all Markdown of a goal are counted together', () => {
  expect(problemsOf(`title: Mars\nsummary: ${prose(3000)}\n`)).toEqual([])
  expect(problemsOf(`title: Mars\nsummary: ${prose(3000)}\ndesign: ${prose(3000)}\n`)).toEqual([
    '3: More than 5000 marks and lines of Markdown; write long lists and tables as reStructuredText',
  ])
})

test('a document that would be too large to be checked is not written', () => {
  const model = (count: number) =>
    `title: Mars\nteams:\n${Array.from({ length: count }, (_, index) => `  - name: mars${index}\n`).join('')}`
  expect(problemsOf(model(300))).toEqual([])
  expect(problemsOf(model(9000))).toEqual([
    '3: The document would be too large: 27006 lines are too many; at most 20000 are read',
  ])
})

/** Reads and writes one section of a document, for the tests of each kind of section. */
import { expect } from 'vitest'
import { type Profile, readGoal, renderGoal, updateDocument } from '../../../src/document/index.ts'
import { type Goal, parseModel, stringifyModel } from '../../../src/goal/index.ts'

/** A document with one section. */
export const documentOf = (title: string, body: string) =>
  `=========\nTelescope\n=========\n\n${title}\n${'='.repeat(title.length)}\n\n${body}\n`

/** The value of a section. Also checks the laws: it stays as it is when nothing changes, also through YAML, and is read the same
 * after rendering.
 */
export function sectionRead<Key extends keyof Goal>(key: Key, title: string, body: string, profile?: Profile): Goal[Key] {
  const source = documentOf(title, body)
  const options = profile ? { profile } : {}
  const { goal } = readGoal(source, options)
  expect(updateDocument(source, goal, options)).toBe(source)
  expect(parseModel(stringifyModel(goal)).goal).toEqual(goal)
  expect(readGoal(renderGoal(goal, options), options).goal[key]).toEqual(goal[key])
  return goal[key]
}

/** The lines that an edit of a section removes and adds. Also checks that the edited goal is read back. */
export function sectionEdited(title: string, body: string, edit: (goal: Goal) => void): string[] {
  const source = documentOf(title, body)
  const { goal } = readGoal(source)
  edit(goal)
  const text = updateDocument(source, goal)
  expect(readGoal(text).goal).toEqual(goal)
  const [before, after] = [source.split('\n'), text.split('\n')]
  return [
    ...before.filter((line) => !after.includes(line)).map((line) => `-${line}`),
    ...after.filter((line) => !before.includes(line)).map((line) => `+${line}`),
  ]
}

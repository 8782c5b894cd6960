import { describe, expect, it } from 'vitest'
import { compareGoals, readGoal, renderGoal, updateDocument } from '../../src/document/index.ts'
import { type Goal, parseModel, UnwritableGoalError } from '../../src/goal/index.ts'

const titles = (text: string) => [...text.matchAll(/^(\S.*)\n[=~-]{2,}$/gm)].map((match) => match[1])
const document = (...names: string[]) =>
  `=====\nComet\n=====\n\nIt comes.\n\n${names.map((name) => `${name}\n${'='.repeat(name.length)}\n\nText of ${name.toLowerCase()}.\n`).join('\n')}`
const [topic, criteria, links, state, teams] = [
  'Gerrit Topic',
  'Completion Criteria',
  'References',
  'Current State / Anticipated Impact',
  'Project Teams',
] as const

describe('the order of sections', () => {
  it('is not stated for a document in the order of its profile', () => {
    expect(readGoal(document(topic, criteria, links, state)).goal.layout).toEqual({
      whole: true,
      adornments: ['overlined =', '='],
    })
  })

  it('is a list of keys if it differs from the profile', () => {
    const { layout } = readGoal(document(links, topic, state, criteria)).goal
    expect(layout?.sections).toEqual(['references', 'gerrit', 'current', 'criteria'])
  })

  it('gives each free section its place', () => {
    const text = document('Before', topic, 'Orbit', 'Tail', criteria, links, state, 'Near', teams, 'Behind')
    const { goal } = readGoal(text)
    expect(goal.sections?.map(({ title, after }) => [title, after])).toEqual([
      ['Before', 'summary'],
      ['Orbit', 'gerrit'],
      ['Tail', 'gerrit'],
      ['Near', undefined],
      ['Behind', 'teams'],
    ])
    expect(renderGoal(goal)).toBe(text)
  })

  it('has free sections at the end if there are no teams', () => {
    const text = document(topic, criteria, links, state, 'Orbit')
    expect(readGoal(text).goal.sections).toEqual([{ title: 'Orbit', body: 'Text of orbit.' }])
    expect(renderGoal(readGoal(text).goal)).toBe(text)
  })

  it('keeps two sections with the same title', () => {
    const text = document(topic, 'Orbit', criteria, 'Orbit', links, state)
    expect(updateDocument(text, readGoal(text).goal)).toBe(text)
    expect(titles(renderGoal(readGoal(text).goal))).toEqual(['Comet', topic, 'Orbit', criteria, 'Orbit', links, state])
  })

  it('needs one change to rename, move or remove a section', () => {
    const text = document(links, topic, 'Orbit', criteria, state)
    const edit = (change: (goal: Goal) => void) => {
      const { goal } = readGoal(text)
      change(goal)
      return titles(updateDocument(text, goal)).slice(1)
    }
    const [orbit] = readGoal(text).goal.sections ?? []
    expect(edit((goal) => void Object.assign(goal, { sections: [{ ...orbit, title: 'Path' }] }))).toEqual([
      links,
      topic,
      'Path',
      criteria,
      state,
    ])
    expect(edit((goal) => void Object.assign(goal, { sections: [{ ...orbit, after: 'criteria' }] }))).toEqual([
      links,
      topic,
      criteria,
      'Orbit',
      state,
    ])
    expect(edit((goal) => delete goal.sections)).toEqual([links, topic, criteria, state])
    expect(edit((goal) => delete goal.gerrit)).toEqual([links, 'Orbit', criteria, state])
    expect(edit((goal) => void Object.assign(goal.layout ?? {}, { sections: undefined }))).toEqual([
      topic,
      'Orbit',
      criteria,
      links,
      state,
    ])
    const named = (title: string) => edit((goal) => void Object.assign(goal.layout ?? {}, { headings: { criteria: title } }))
    expect(named('Completion Criterion')).toContain('Completion Criterion')
    // A title that would not be read as the criteria is refused.
    expect(() => named('Done when')).toThrow(UnwritableGoalError)
  })
})

describe('a section that the goal lists as `gone`', () => {
  const text = document(topic, criteria, 'Orbit', links, state)
  const goal: Goal = { profile: 'team-artifacts', title: 'Comet', layout: { gone: ['references', 'Orbit'] } }

  it('is removed from the document of a partial goal', () => {
    const updated = updateDocument(text, goal)
    expect(titles(updated)).toEqual(['Comet', topic, criteria, state])
    expect(updateDocument(updated, goal)).toBe(updated)
  })

  it('is a difference if the document has it', () => {
    const found = compareGoals(goal, readGoal(text).goal)
    expect(found.map(({ kind, path }) => [kind, path])).toEqual([
      ['added', ['references']],
      ['added', ['sections', 'Orbit']],
    ])
    expect(compareGoals(readGoal(text).goal, goal).map(({ kind }) => kind)).toEqual(['removed', 'removed'])
    expect(compareGoals(goal, readGoal(updateDocument(text, goal)).goal)).toEqual([])
  })

  it('cannot also be stated', () => {
    const model =
      'title: Comet\nreferences: [a]\nsections:\n  - title: Orbit\n    body: b\nlayout:\n  gone: [current, references, Orbit]\n'
    expect(parseModel(model).diagnostics.map(({ line, column, message }) => [line, column, message])).toEqual([
      [7, 19, 'Section `references` is in the model and also in `gone`; remove one of the two'],
      [7, 31, 'Section `Orbit` is in the model and also in `gone`; remove one of the two'],
    ])
  })
})

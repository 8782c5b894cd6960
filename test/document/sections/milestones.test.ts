import { describe, expect, it } from 'vitest'
import { readGoal, renderGoal, updateDocument } from '../../../src/document/index.ts'
import type { Goal, Milestone } from '../../../src/goal/index.ts'
import { documentOf, sectionEdited, sectionRead } from './section.ts'

const title = 'Completion Date & Criteria'
const read = (body: string) => sectionRead('criteria', title, body)

/** Two milestones in each of these forms; both have a date and a criterion. */
const forms: Record<string, { body: string; written?: string; list?: string; intro?: string }> = {
  'as in the template': {
    body: 'Milestone 1 Date: 2026-11-12\n\nItems to complete:\n\n#. The lens.\n\nMilestone 2 Date: R-5 week\n\nItems to complete:\n\n#. The dome.',
    intro: 'Items to complete:',
  },
  'without a blank line': {
    body: 'Milestone 1 Date: 2026-11-12\nItems to complete:\n\n#. The lens.\n\nMilestone 2 Date: R-5 week\nItems to complete:\n\n#. The dome.',
    written: '{{name}} Date: {{date}}\n{{intro}}',
    intro: 'Items to complete:',
  },
  'without an introduction': {
    body: 'Milestone 1 Date: 2026-11-12\n\n#. The lens.\n\nMilestone 2 Date: R-5 week\n\n#. The dome.',
  },
  'with a colon at the end': {
    body: 'Milestone 1: 2026-11-12:\n\n- The lens.\n\nMilestone 2: R-5 week:\n\n- The dome.',
    written: '{{name}}: {{date}}:',
    list: '-',
  },
  'with a colon between': {
    body: 'Milestone 1: 2026-11-12\n\n(a) The lens.\n\nMilestone 2: R-5 week\n\n(a) The dome.',
    written: '{{name}}: {{date}}',
    list: '(a)',
  },
  'with a dash': {
    body: 'Milestone 1 - 2026-11-12\n\n* The lens.\n\nMilestone 2 - R-5 week\n\n* The dome.',
    written: '{{name}} - {{date}}',
    list: '*',
  },
  'in bold, with the date in brackets': {
    body: '**Milestone 1** (2026-11-12):\n\nThis comes:\n\n* The lens.\n\n**Milestone 2** (R-5 week):\n\nThis comes:\n\n* The dome.',
    written: '**{{name}}** ({{date}}):',
    list: '*',
    intro: 'This comes:',
  },
  'with prose between': {
    body: 'Milestone 1 Date: 2026-11-12\n\nGlass first.\n\nItems to complete:\n\n#. The lens.\n\nMilestone 2 Date: R-5 week\n\nGlass first.\n\nItems to complete:\n\n#. The dome.',
    intro: 'Glass first.\n\nItems to complete:',
  },
  'as a definition list': {
    body: 'Milestone 1 Date: 2026-11-12\n  * The lens.\n\nMilestone 2 Date: R-5 week\n  * The dome.',
    written: '{{name}} Date: {{date}}\n  {{criteria}}',
    list: '*',
  },
  'with an indented list': {
    body: 'Milestone 1: 2026-11-12\n\n  * The lens.\n\nMilestone 2: R-5 week\n\n  * The dome.',
    written: '{{name}}: {{date}}\n\n  {{criteria}}',
    list: '*',
  },
  'as a list of lists': {
    body: '* Milestone 1: 2026-11-12\n\n  - The lens.\n\n* Milestone 2: R-5 week\n\n  - The dome.',
    written: '* {{name}}: {{date}}\n\n  {{criteria}}',
    list: '-',
  },
}

describe.each(Object.entries(forms))('milestones %s', (_, { body, written, list, intro }) => {
  const milestone = (name: string, date: string, criterion: string): Milestone => ({
    name,
    date,
    ...(intro ? { intro } : {}),
    ...(list ? { list } : {}),
    criteria: [criterion],
    ...(written ? { written } : {}),
  })

  it('are read, and written back in their own form', () => {
    expect(read(body)).toEqual([
      milestone('Milestone 1', '2026-11-12', 'The lens.'),
      milestone('Milestone 2', 'R-5 week', 'The dome.'),
    ])
    const source = documentOf(title, body)
    expect(renderGoal(readGoal(source).goal)).toBe(source)
  })

  const second = (goal: Goal) => (goal.criteria as Milestone[])[1] as Milestone
  it('keep their form when one is edited', () => {
    expect(sectionEdited(title, body, (goal) => void second(goal).criteria.push('The dust.'))).toEqual([
      expect.stringMatching(/^\+ *(?:[*-]|#\.|\(b\)) The dust\.$/),
    ])
    expect(sectionEdited(title, body, (goal) => void Object.assign(second(goal), { date: '2027-01-07' }))).toEqual([
      `-${body.split('\n').find((line) => line.includes('R-5'))}`,
      `+${body
        .split('\n')
        .find((line) => line.includes('R-5'))
        ?.replace('R-5 week', '2027-01-07')}`,
    ])
    sectionEdited(title, body, (goal) => void (goal.criteria as Milestone[]).splice(0, 1))
    sectionEdited(
      title,
      body,
      (goal) => void (goal.criteria as Milestone[]).push(milestone('Milestone 3', '2027-03-04', 'The sky.')),
    )
  })
})

describe('milestones', () => {
  it('are read without a date if it is not filled in yet', () => {
    expect(read('Completion Date:\n\nItems to complete:\n\n#. The lens.\n\nMilestone 1 Date:\n\n#. The dome.')).toEqual([
      { intro: 'Items to complete:', criteria: ['The lens.'] },
      { name: 'Milestone 1', criteria: ['The dome.'] },
    ])
  })

  it('keep their date if no blank line separates it from the list', () => {
    expect(read('Milestone 1 Date: 2026-11-12\nItems to complete:\n#. The lens.\n#. The dome.')).toEqual([
      {
        name: 'Milestone 1',
        date: '2026-11-12',
        intro: 'Items to complete:\n#. The lens.\n#. The dome.',
        criteria: [],
        written: '{{name}} Date: {{date}}\n{{intro}}',
      },
    ])
  })

  it('can be between other criteria and prose', () => {
    expect(
      read(
        'For all domes:\n\n#. They open.\n\nMilestone 1 Date: 2026-11-12\n\n#. The lens.\n\n   * is clean\n   * is round\n\nOr, if it rains:\n\n- Wait.\n\nThe end.',
      ),
    ).toEqual([
      { for: 'For all domes:', items: ['They open.'] },
      { name: 'Milestone 1', date: '2026-11-12', criteria: ['The lens.\n\n* is clean\n* is round'] },
      { for: 'Or, if it rains:', list: '-', items: ['Wait.'] },
      'The end.',
    ])
  })

  it('may have only a name', () => {
    expect(read('Phase 1\n\n* The lens.\n\nStage B:\n\n* The dome.')).toEqual([
      { name: 'Phase 1', list: '*', criteria: ['The lens.'], written: '{{name}}' },
      { name: 'Stage B', list: '*', criteria: ['The dome.'], written: '{{name}}:' },
    ])
  })

  it.each([
    ['a sentence with a colon', 'Milestone 1: the lens is clean\n\n* Now.'],
    ['a word of the same letters', 'Stages: two\n\n* Now.'],
    ['a hole', 'Milestone 1 Date: {{date}}\n\n* Now.'],
  ])('are not read from %s', (_, body) => {
    expect(JSON.stringify(read(body))).not.toContain('"criteria"')
  })

  it('are written in the usual form if their own form has no place for a fact', () => {
    const source = documentOf(title, 'Phase 1\n\n#. The lens.')
    const { goal } = readGoal(source)
    Object.assign((goal.criteria as Milestone[])[0] as Milestone, { date: '2026-11-12' })
    expect(updateDocument(source, goal)).toBe(documentOf(title, 'Phase 1 Date: 2026-11-12\n\n#. The lens.'))
  })
})

describe('releases of criteria', () => {
  it('are read as a field', () => {
    expect(
      read('#. Wheels are round (2027.1)\n#. Jobs run on 2025.1 or 2025.2 nodes.\n#. No wheels (2027.1).\n#. Stars.'),
    ).toEqual([
      { criterion: 'Wheels are round', release: '2027.1' },
      { criterion: 'Jobs run on {{release}} nodes.', release: '2025.1 or 2025.2' },
      { criterion: 'No wheels ({{release}}).', release: '2027.1' },
      'Stars.',
    ])
  })

  it('are found in groups and milestones, over several lines', () => {
    expect(
      read('In all domes:\n\n* From 2026.1, 2026.2\n  on.\n\nMilestone 1 Date: 2026-11-12\n\n#. Wheels\n   (2027.1)'),
    ).toEqual([
      { for: 'In all domes:', list: '*', items: [{ criterion: 'From {{release}}\non.', release: '2026.1, 2026.2' }] },
      { name: 'Milestone 1', date: '2026-11-12', criteria: [{ criterion: 'Wheels\n({{release}})', release: '2027.1' }] },
    ])
  })

  it.each([
    'See stable/2025.1.',
    'Python 3.12',
    'Branch ``2025.1``',
    'From 2025.1 on, after 2024.2.',
    'Version 2025.1.3',
    '{{release}} 2025.1',
  ])('are not taken from %j', (text) => expect(read(`#. ${text}`)).toEqual([text]))

  it('are edited one by one', () => {
    const change = (goal: Goal) => void Object.assign((goal.criteria as object[])[0] as object, { release: '2028.2' })
    expect(sectionEdited(title, '#. Wheels are round (2027.1)\n#. Stars.', change)).toEqual([
      '-#. Wheels are round (2027.1)',
      '+#. Wheels are round (2028.2)',
    ])
  })
})

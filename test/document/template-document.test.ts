/** Profiles read from the documents that authors of goals copy and fill in. */
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { detectProfile, profileFromTemplate, readGoal, renderGoal } from '../../src/document/index.ts'
import type { Goal } from '../../src/goal/index.ts'
import { lint } from '../../src/lint/index.ts'
import { parseRst } from '../../src/rst/index.ts'

const template = `.. Copy this file and fill it in.

############
Name of goal
############

Say in two sentences what the goal is.

Description
***********

Describe what every observatory shall do, and why now.

Schedule (optional)
*******************

- one
- two

Champion
********

Name the person who drives the goal.

Status & Tracking
*****************

:Tracker: <the address of the tracker>

Gerrit Topic
------------

All changes carry the topic::

  <topic>

Open questions
--------------

List what has to be decided, if any. It can be removed later.

Details
~~~~~~~

Explain each question in a paragraph.

Project Teams
*************

.. Each observatory has a section with these labels:

   Planned observations:

   Completed observations:
`

describe('a profile from a template', () => {
  const profile = profileFromTemplate(template, { name: 'goals/template.rst' })

  it('has the sections, labels and adornments of the template', () => {
    const { templates: _, description, ...rest } = profile
    expect(description).toBe('')
    expect(rest).toMatchObject({
      name: 'goals/template.rst',
      adornments: ['overlined #', '*', '-', '~', '=', '^', '"'],
      sections: [
        { key: 'description', title: 'Description', required: true },
        { key: 'schedule', title: 'Schedule', aliases: ['Schedule (optional)'], required: false, kind: 'entries' },
        { key: 'champions', title: 'Champion', required: true },
        { key: 'tracking', title: 'Status & Tracking', required: true },
        { key: 'gerrit', title: 'Gerrit Topic', required: true, under: 'tracking' },
        { key: 'open-questions', title: 'Open questions', required: false, under: 'tracking', kind: 'prose' },
        { key: 'details', title: 'Details', required: true, under: 'open-questions', kind: 'prose' },
        { key: 'teams', title: 'Project Teams', required: true },
      ],
      labels: { planning: 'Planned observations:', completion: 'Completed observations:' },
    })
    expect(rest.lists.schedule).toBe('-')
  })

  it('contains the instructions, but not wording that stays in documents', () => {
    expect(profile.instructions).toEqual({
      title: ['Name of goal'],
      summary: ['Copy this file and fill it in.', 'Say in two sentences what the goal is.'],
      description: ['Describe what every observatory shall do, and why now.'],
      champions: ['Name the person who drives the goal.'],
      'open-questions': ['List what has to be decided, if any. It can be removed later.'],
      details: ['Explain each question in a paragraph.'],
    })
  })

  const goal = {
    profile: 'goals/template.rst',
    title: 'Map the sky',
    summary: 'All of it.',
    description: 'With every telescope.',
    schedule: ['North', 'South'],
    champions: 'Caroline',
    tracking: 'A board.',
    gerrit: { topic: 'sky-map' },
    'open-questions': 'Two.',
    details: 'When, and by whom.',
    teams: [{ name: 'Palomar', planning: ['https://sky.example/1'], completion: [] }],
  } as Goal
  const rendered = renderGoal(goal, { profile })

  it('writes goals and reads them', () => {
    expect(rendered).toContain('###########\nMap the sky\n###########\n\nAll of it.\n\nDescription\n***********\n')
    expect(rendered).toContain('Palomar\n-------\n\nPlanned observations:\n\n- https'.replace('- https', '* https'))
    expect(readGoal(rendered, { profile }).goal).toMatchObject(goal)
    expect(detectProfile(rendered, parseRst(rendered), [profile]).name).toBe('goals/template.rst')
    expect(detectProfile(template, parseRst(template), [profile]).name).toBe('goals/template.rst')
  })

  it('finds missing sections and remaining instructions in documents', () => {
    const said = (source: string) =>
      lint(source, { path: 'goals/sky.rst', profile })
        .filter(({ ruleId }) => /^goal\/(?:missing-section|template-text|section)/.test(ruleId))
        .map(({ ruleId, line }) => `${line} ${ruleId}`)
    expect(said(rendered)).toEqual([])
    expect(said(rendered.replace('With every telescope.', 'Describe what every observatory shall do, and why now.'))).toEqual([
      '10 goal/template-text',
    ])
    expect(said(rendered.replace(/Champion\n\*+\n\nCaroline\n\n/, ''))).toEqual(['18 goal/missing-section'])
    expect(said(rendered.replace(/Schedule\n\*+\n\n[\s\S]*?(?=Champion)/, ''))).toEqual([])
  })

  it('cannot be made without sections', () => {
    expect(() => profileFromTemplate('Only text.\n')).toThrow(RangeError)
    expect(() => profileFromTemplate('Title\n=====\n\nText.\n')).toThrow('it has no sections under a title')
  })
})

const history = new URL('../../../shared/corpus/history/template/', import.meta.url)

describe.runIf(existsSync(history))('the templates of the community', () => {
  it.each([0, 1, 2, 3, 4, 5, 6])('version %i gives the sections that it contains', (version) => {
    const source = readFileSync(new URL(`00${version}.rst`, history), 'utf8')
    const profile = profileFromTemplate(source)
    const keys = profile.sections.map(({ key, under }) => (under === undefined ? key : `${under}/${key}`))
    const old = ['gerrit', 'criteria', 'references', 'current']
    expect(keys).toEqual(
      [
        [...old, 'teams'],
        [...old, 'teams'],
        old,
        ['champions', ...old],
        ['champions', ...old],
        ['description', 'design', 'checklist', 'criteria', 'champions', 'tracking', 'tracking/gerrit', 'references'],
        ['description', 'design', 'checklist', 'criteria', 'champions', 'tracking', 'tracking/gerrit', 'references'],
      ][version],
    )
    expect(profile.sections.filter(({ required }) => !required)).toEqual([])
    // An unfilled copy of the template has all its sections.
    const said = lint(source, { path: 'goals/copy.rst', profile }).map(({ ruleId }) => ruleId)
    expect(said).not.toContain('goal/missing-section')
    expect(said).toContain('goal/template-text')
  })
})

/** Sections that only a project's own profile has: they have their own keys in the model, at any depth. */
import { describe, expect, it } from 'vitest'
import {
  builtinProfiles,
  checkProfile,
  detectProfile,
  extendProfile,
  readGoal,
  renderGoal,
  updateDocument,
} from '../../src/document/index.ts'
import { type Goal, parseModel, stringifyModel, updateModel, validateGoal } from '../../src/goal/index.ts'
import { parseRst } from '../../src/rst/index.ts'

const data = {
  name: 'survey',
  extends: 'champion',
  sections: [
    { key: 'scope', title: 'Scope', required: true },
    { key: 'teams', title: 'Observatories', under: 'scope' },
    { key: 'criteria', title: 'Completion Criteria' },
    { key: 'instruments', title: 'Instruments', kind: 'entries' as const, under: 'criteria' },
    { key: 'filters', title: 'Filters', kind: 'criteria' as const, under: 'instruments' },
  ],
}
const profile = extendProfile(data, {}, builtinProfiles)

const goal = {
  profile: 'survey',
  title: 'Map the sky',
  summary: '',
  scope: 'All of it.',
  criteria: ['Every field has an image.'],
  instruments: ['https://survey.example/camera', 'The spectrograph'],
  filters: [{ for: 'For the north:', items: ['red', 'green'] }],
  teams: [{ name: 'Palomar', planning: ['https://survey.example/1'], completion: [] }],
} as Goal

describe('keys that only a project profile has', () => {
  const rendered = renderGoal(goal, { profile })

  it('are written in the place that the profile gives', () => {
    expect(rendered).toBe(`===========
Map the sky
===========

Scope
=====

All of it.

Observatories
-------------

Palomar
~~~~~~~

Planning Artifacts:

* https://survey.example/1

Completion Artifacts:

Completion Criteria
===================

#. Every field has an image.

Instruments
-----------

* https://survey.example/camera
* The spectrograph

Filters
~~~~~~~

For the north:

* red
* green
`)
  })

  it('are read back from the document and from YAML', () => {
    const read = readGoal(rendered, { profile }).goal
    expect(read).toMatchObject(goal)
    expect(renderGoal(read, { profile })).toBe(rendered)
    const yaml = stringifyModel(read)
    expect(yaml.indexOf('\nfilters:')).toBeLessThan(yaml.indexOf('\nteams:'))
    expect(parseModel(yaml, { profile })).toEqual({ goal: read, diagnostics: [] })
  })

  it('are edited in place', () => {
    const wanted = {
      ...readGoal(rendered, { profile }).goal,
      filters: [{ for: 'For the north:', items: ['red', 'blue'] }],
    } as Goal
    expect(updateDocument(rendered, wanted, { profile })).toBe(rendered.replace('* green', '* blue'))
    const yaml = '# The survey\nprofile: survey\ntitle: Map the sky\nscope: All of it. # for now\n'
    const { goal: read } = parseModel(yaml, { profile })
    expect(updateModel(yaml, { ...read!, scope: 'Half of it.' } as Goal)).toBe(yaml.replace('All', 'Half'))
  })

  it('may contain Markdown', () => {
    const { goal: read, diagnostics } = parseModel('title: Sky\nscope: {markdown: "*All* of it"}\n', { profile })
    expect(diagnostics).toEqual([])
    expect(renderGoal(read!, { profile })).toContain('Scope\n=====\n\n*All* of it\n')
  })

  it('are known only with their profile', () => {
    const messages = (yaml: string, options: Parameters<typeof parseModel>[1]) =>
      parseModel(yaml, options).diagnostics.map(({ line, column, message }) => `${line}:${column} ${message}`)
    expect(messages('title: Sky\nscope: All\n', { profile })).toEqual([])
    expect(messages('title: Sky\nprofile: survey\nscope: All\n', { profiles: [profile] })).toEqual([])
    expect(messages('title: Sky\nprofile: champion\nscope: All\n', { profile, profiles: [profile] })).toEqual([
      expect.stringContaining('3:1 Unknown key `scope`'),
    ])
    expect(messages('title: Sky\nscpoe: All\n', { profile })).toEqual(['2:1 Unknown key `scpoe`; did you mean `scope`?'])
    expect(messages('title: Sky\nscope: [All]\n', { profile })).toEqual(['2:8 `scope` is a list; it must be text or a mapping'])
    expect(messages('title: Sky\nfilters: [{itmes: []}]\n', { profile })).toEqual([
      '2:12 Unknown key `itmes`; did you mean `items`?',
    ])
    expect(validateGoal({ title: 'Sky', scope: 'All' }).issues).toHaveLength(1)
    expect(validateGoal({ title: 'Sky', scope: 'All' }, { profile })).toEqual({
      goal: { title: 'Sky', scope: 'All' },
      issues: [],
    })
  })

  it('make the profile of a document recognisable', () => {
    const named = (profiles: typeof builtinProfiles) => detectProfile(rendered, parseRst(rendered), profiles).name
    expect(named(builtinProfiles)).toBe('team-artifacts')
    expect(named([...builtinProfiles, profile])).toBe('survey')
    expect(readGoal(rendered, { profiles: [profile, ...builtinProfiles] }).goal.profile).toBe('survey')
  })

  it('keep unknown sections below the deepest section', () => {
    const text = rendered.replace('* green\n', '* green\n\nWhy no blue\n^^^^^^^^^^^\n\nIt fades.\n')
    const read = readGoal(text, { profile }).goal
    expect(read.sections).toEqual([{ title: 'Why no blue', body: 'It fades.', level: 4, after: 'filters' }])
    expect(renderGoal(read, { profile })).toBe(text)
  })

  it('need an adornment for each level', () => {
    const flat = { ...data, adornments: ['overlined =', '=', '-'] }
    expect(checkProfile(flat, extendProfile(flat, {}, builtinProfiles))).toEqual([
      {
        path: ['adornments'],
        message: 'Too few adornments; titles of this profile have 4 levels, but there are only 3 adornments',
      },
    ])
  })
})

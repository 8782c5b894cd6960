/** The laws of the lens over rich documents of each era, two versions of each. */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readGoal } from '../../src/document/index.ts'
import { type Sample, whyNoDocutils } from '../conformance/oracle.ts'
import { edited, goalEdits, mergedEdits, mergedKinds, modelFollows, rendered, throughYaml, unchanged } from './laws.ts'

const folder = new URL('../fixtures/document/', import.meta.url)
const samples: Sample[] = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\/\d+\.rst$/.test(name))
  .sort()
  .map((name) => ({ name, source: readFileSync(new URL(name, folder), 'utf8') }))
const noDocutils = whyNoDocutils()
const skipped = noDocutils ? ` (skipped: ${noDocutils})` : ''

describe('laws over the documents of each era', () => {
  it('updating a document with its own goal changes nothing', () => expect(unchanged(samples).broken).toEqual([]))
  it('a goal written as YAML is read as the same goal', () => expect(throughYaml(samples).broken).toEqual([]))
  it('an edited goal is read back after updating', () => {
    expect(goalEdits(samples)).toMatchObject({ broken: [], unmade: [] })
  })
  it('edits of different teams merge', () => expect(mergedEdits(samples, 20).broken).toEqual([]))
  it('edits of different kinds merge', () => {
    const { broken, figures } = mergedKinds(samples)
    expect(broken).toEqual([])
    expect(figures?.merged).toBeGreaterThanOrEqual(60)
  })
  it('a model can be updated from the next version of its document', () => expect(modelFollows(samples).broken).toEqual([]))
  it.skipIf(noDocutils)(`a document that is rendered again has the same meaning${skipped}`, () =>
    expect(rendered(samples).broken).toEqual([]),
  )
  it.skipIf(noDocutils)(`updating with the goal of the next version gives the meaning of the next version${skipped}`, () => {
    expect(edited(samples).broken).toEqual([])
  })
})

const read = (name: string) => readGoal(samples.find((sample) => sample.name === name)?.source ?? '').goal

describe('the documents of each era', () => {
  it('2016: teams', () => {
    const { current, criteria, teams } = read('2016-team-artifacts/001.rst')
    expect(criteria).toMatchObject([
      { for: 'For all observatories:' },
      { for: 'For observatories with a ``sundial``, which we asked to\nretire:', items: [{ release: '2017.1' }] },
    ])
    expect(current).toEqual([
      {
        date: '2016-02-09',
        intro: 'a walk through the domes\nshowed clocks of their own in:',
        comment: '(luna) I looked through the windows. Tell me where I am\nwrong.',
        projects: ['hale', 'keck', '(...)'],
      },
      { date: '2016-03-03', intro: 'As of {{date MMMM D, YYYY}}, these have none:', projects: ['gemini'] },
    ])
    expect(teams?.map(({ name, status }) => [name, status])).toEqual([
      ['Arecibo', 'n/a'],
      ['Cassini', undefined],
      ['Gemini', 'n/a'],
      ['Hale', undefined],
      ['Herschel', undefined],
      ['Keck', undefined],
      ['Kepler', undefined],
      ['Parkes', undefined],
      ['Tololo', undefined],
    ])
    expect(teams?.[3]?.completion).toEqual([
      { deliverable: 'hale', state: 'PARTIAL (north dome only)' },
      { deliverable: 'hale-south', state: 'TODO (2017)' },
    ])
    expect(teams?.[5]?.completion).toEqual([
      {
        as: 'lines',
        items: [
          { deliverable: 'keck', state: 'NA' },
          'keck-two: https://review.example/c/14',
          { deliverable: 'os-mirror', state: 'done' },
        ],
      },
    ])
    expect(teams?.[7]?.deliverables).toEqual([
      { name: 'parkes', status: 'done' },
      { name: 'dish', status: 'in-progress', note: 'rusty' },
      { name: 'gate', state: 'TODO' },
    ])
  })

  it('2018: champions', () => {
    const { champions, gerrit, tracking, sections, layout } = read('2018-champion/001.rst')
    expect(champions).toEqual({
      intro: 'Somebody has to carry the boxes. It is a good way to meet people.',
      people: [
        { name: 'Vera Lindqvist', email: 'vera@plates.example' },
        { name: 'Tomás de la Cruz', email: 'tomas@plates.example' },
      ],
      written: '* {{name}} ({{email}})',
    })
    expect(gerrit).toMatchObject({ topic: 'open-plates', topics: ['glass'] })
    expect(tracking).toEqual({
      trackers: [
        { name: 'Board', url: 'https://board.example/#!/board/7' },
        { name: 'Story', url: 'https://board.example/#!/story/4711' },
      ],
    })
    expect(sections?.map(({ title, after, level }) => [title, after, level])).toEqual([
      ['Archives that keep their doors shut', 'criteria', 2],
      ['Schedule', 'criteria', 2],
      ['How the plates are numbered', undefined, undefined],
    ])
    expect(layout).toEqual({ whole: true, headings: { champions: 'Champions', tracking: 'Status & Tracking' } })
  })

  it('2022: milestones', () => {
    const { checklist, criteria, gerrit, tracking } = read('2022-checklist/001.rst')
    expect(checklist).toMatchObject([{ status: 'YES' }, { status: 'NO', as: 'glued' }, { question: 'Current state (Optional)' }])
    expect(criteria).toEqual([
      { paragraph: 'Dates are those of the release schedule.' },
      {
        name: 'Milestone 1',
        date: '2022-11-17',
        intro: 'Items to complete:',
        criteria: ['Every lamp is counted.', { criterion: 'The list is public', release: '2023.1' }],
        written: '{{name}} Date: {{date}}\n{{intro}}',
      },
      {
        name: 'Milestone 2',
        date: 'R-5 week',
        list: '-',
        criteria: ['Half of the lamps have a shade.\n\n- those at the gate first'],
        written: '{{name}}: {{date}}:',
      },
      'Weather permitting.',
      { date: '2023.1 release', intro: 'Items to complete:', criteria: ['No lamp without a shade.'] },
    ])
    expect(gerrit?.hashtags).toEqual(['dim-lights', 'dark-sky'])
    expect(tracking).toMatchObject({ trackers: [{ url: 'https://pads.example/lamps' }] })
  })
})

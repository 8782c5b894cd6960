import { describe, expect, it } from 'vitest'
import type { Goal, Team } from '../../../src/goal/index.ts'
import { teamStatus } from '../../../src/goal/index.ts'
import { sectionEdited, sectionRead } from './section.ts'

const section = (body: string) => `Mars\n----\n\n${body}`
const read = (body: string) => (sectionRead('teams', 'Project Teams', section(body)) as Team[])[0]
const edited = (body: string, edit: (team: Team) => void) =>
  sectionEdited('Project Teams', section(body), (goal: Goal) => edit((goal.teams as [Team])[0]))

describe('states of deliverables among the artifacts', () => {
  it('are read from a list', () => {
    expect(
      read(
        'Planning Artifacts:\n\n* Note: none\n\nCompletion Artifacts:\n\n* mars-maps: PARTIAL (half a planet)\n* mars-moons: TODO (2027)\n* dust: https://review.example/1\n* Phobos: we shall see',
      ),
    ).toEqual({
      name: 'Mars',
      planning: ['Note: none'],
      completion: [
        { deliverable: 'mars-maps', state: 'PARTIAL (half a planet)' },
        { deliverable: 'mars-moons', state: 'TODO (2027)' },
        'dust: https://review.example/1',
        'Phobos: we shall see',
      ],
    })
  })

  const lines = [
    { deliverable: 'mars-maps', state: 'NA' },
    'python-mars: https://review.example/1',
    { deliverable: 'os-dust', state: 'done' },
  ]
  const text = 'mars-maps: NA\npython-mars: https://review.example/1\nos-dust: done'

  it('are read from the lines of a paragraph', () => {
    expect(read(`Planning Artifacts:\n\nCompletion Artifacts:\n\n${text}`)).toEqual({
      name: 'Mars',
      planning: [],
      completion: [{ as: 'lines', items: lines }],
      written: { completion: { as: 'paragraphs' } },
    })
    expect(read(`Planning Artifacts:\n\nCompletion Artifacts:\n${text}`)).toEqual({
      name: 'Mars',
      planning: [],
      completion: [{ as: 'lines', items: lines }],
      written: { completion: { as: 'glued' } },
    })
    expect(read('Completion Artifacts: mars-maps: DONE')).toEqual({
      name: 'Mars',
      completion: [{ deliverable: 'mars-maps', state: 'DONE' }],
      written: { completion: { as: 'inline' } },
    })
  })

  it.each(['\n\n', '\n'])('are edited one by one', (gap) => {
    const body = `Planning Artifacts:\n\nCompletion Artifacts:${gap}${text}`
    const group = (team: Team) => (team.completion as [{ items: object[] }])[0].items
    expect(edited(body, (team) => void Object.assign(group(team)[0] ?? {}, { state: 'DONE' }))).toEqual([
      '-mars-maps: NA',
      '+mars-maps: DONE',
    ])
    expect(edited(body, (team) => void group(team).push({ deliverable: 'moons', state: 'WIP' }))).toEqual(['+moons: WIP'])
  })

  it('are prose if one line has another form', () => {
    const body = 'mars-maps: NA\nand so on'
    expect(read(`Completion Artifacts:\n\n${body}`)).toEqual({
      name: 'Mars',
      completion: [body],
      written: { completion: { as: 'paragraphs' } },
    })
  })
})

describe('deliverables of a team', () => {
  const body = 'Red.\n\n* mars-maps: done\n* mars-moons: partial (one of two)\n* dust: TODO (2027)\n* ice:\n\nPlanning Artifacts:'

  it('are read from the list before the artifacts', () => {
    const team = read(body)
    expect(team).toEqual({
      name: 'Mars',
      note: 'Red.',
      deliverables: [
        { name: 'mars-maps', status: 'done' },
        { name: 'mars-moons', status: 'partial', note: 'one of two' },
        { name: 'dust', state: 'TODO', note: '2027' },
        { name: 'ice' },
      ],
      planning: [],
    })
    expect(teamStatus(team as Team)).toBe('partial')
  })

  it('keep their marker, and their place after a status', () => {
    expect(read('Status: planned\n\n- mars-maps: DONE')).toEqual({
      name: 'Mars',
      status: 'planned',
      deliverables: [{ name: 'mars-maps', state: 'DONE' }],
      written: { deliverables: { list: '-' } },
    })
  })

  it('are edited one by one', () => {
    expect(edited(body, (team) => void Object.assign(team.deliverables?.[0] ?? {}, { status: 'partial' }))).toEqual([
      '-* mars-maps: done',
      '+* mars-maps: partial',
    ])
    expect(edited(body, (team) => void team.deliverables?.push({ name: 'sky', status: 'planned' }))).toEqual(['+* sky: planned'])
  })

  it.each(['* Mars is red.', '* Note: none', '* mars-maps: far away', '* mars-maps: done\n\n  But not all.'])(
    'are a note in %j',
    (text) => expect(read(`${text}\n\nPlanning Artifacts:`)).toEqual({ name: 'Mars', note: text, planning: [] }),
  )
})

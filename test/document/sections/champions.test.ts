import { describe, expect, it } from 'vitest'
import { readGoal, updateDocument } from '../../../src/document/index.ts'
import { type Champion, type Goal, UnwritableGoalError } from '../../../src/goal/index.ts'
import { documentOf, sectionEdited, sectionRead } from './section.ts'

const read = (body: string) => sectionRead('champions', 'Champion', body)
const people = (goal: Goal) => (goal.champions as { people: Champion[] }).people
const io = { name: 'Io Galilei', nick: 'io' }
const europa = { name: 'Europa Simon', email: 'eu@observatory.example' }

describe('champions', () => {
  it.each<[string, string, Goal['champions']]>([
    [
      'as the profile writes them',
      '* Io Galilei (io)\n* Europa Simon <eu@observatory.example> - Jove Ltd',
      { people: [io, { ...europa, company: 'Jove Ltd' }] },
    ],
    [
      'in a sentence, behind prose',
      'Somebody leads.\nIt is hard.\n\nIo Galilei (io) has volunteered to drive\nthis goal.',
      {
        intro: 'Somebody leads.\nIt is hard.',
        people: [io],
        written: '{{name}} ({{nick}}) has volunteered to drive\nthis goal.',
      },
    ],
    [
      'without a space in front of the nick',
      'Io Galilei(io) <io@observatory.example> leads.',
      { people: [{ ...io, email: 'io@observatory.example' }], written: '{{name}}({{nick}}) <{{email}}> leads.' },
    ],
    [
      'with the e-mail in round brackets, in front of prose',
      '- Ngô Thị (ngo@observatory.example)\n- Europa Simon (eu@observatory.example)\n\nAsk them.',
      {
        people: [{ name: 'Ngô Thị', email: 'ngo@observatory.example' }, europa],
        outro: 'Ask them.',
        written: '- {{name}} ({{email}})',
      },
    ],
    [
      'of whom some have less to say',
      '- Io Galilei (io)\n- Europa Simon\n- Leda de la Cruz (leda) <l@observatory.example>',
      {
        people: [io, { name: 'Europa Simon' }, { name: 'Leda de la Cruz', nick: 'leda', email: 'l@observatory.example' }],
        written: '- {{name}} ({{nick}}) <{{email}}>',
      },
    ],
    [
      'as lines',
      'Io Galilei (io)\nEuropa Simon',
      { people: [io, { name: 'Europa Simon' }], written: '{{name}} ({{nick}})', as: 'lines' },
    ],
    [
      'each in another way',
      '`Europa Simon <mailto:eu@observatory.example>`_\n\n- Io Galilei (IRC: io, io@observatory.example)\n- Leda Cruz (Jove Ltd)',
      {
        people: [
          { ...europa, written: '`{{name}} <mailto:{{email}}>`_' },
          { ...io, email: 'io@observatory.example', written: '- {{name}} (IRC: {{nick}}, {{email}})' },
          { name: 'Leda Cruz', company: 'Jove Ltd', written: '- {{name}} ({{company}})' },
        ],
      },
    ],
    [
      'with a company behind a dash',
      'Io Galilei (io) - Jove Ltd',
      { people: [{ ...io, company: 'Jove Ltd' }], written: '{{name}} ({{nick}}) - {{company}}' },
    ],
    ['behind a role', ':Champion: Io Galilei (io)', { people: [io], written: ':Champion: {{name}} ({{nick}})' }],
  ])('are read %s', (_, body, champions) => expect(read(body)).toEqual(champions))

  it.each([
    'Somebody has volunteered (yet).',
    'The champion is Io Galilei (io).',
    'Io Galilei (io)\n\nSomebody else.\n\nEuropa Simon (eu)',
    'Io Galilei ({{nick}})',
    'Jupiter',
    'To be found',
  ])('are prose in %j', (body) => expect(read(body)).toBe(body))

  it('are edited one by one', () => {
    const body = 'Somebody leads.\n\n- Io Galilei (io)\n\n- Europa Simon (eu)'
    expect(sectionEdited('Champion', body, (goal) => void Object.assign(people(goal)[1] ?? {}, { nick: 'europa' }))).toEqual([
      '-- Europa Simon (eu)',
      '+- Europa Simon (europa)',
    ])
    expect(sectionEdited('Champion', body, (goal) => void people(goal).push({ name: 'Leda Cruz', nick: 'leda' }))).toEqual([
      '+- Leda Cruz (leda)',
    ])
    expect(sectionEdited('Champion', body, (goal) => void people(goal).shift())).toEqual(['-- Io Galilei (io)'])
  })

  it('get a place for a new fact in their wording, or are refused', () => {
    const source = documentOf('Champion', 'Io Galilei (io) leads.')
    const edited = (facts: Partial<Champion>) => {
      const { goal } = readGoal(source)
      Object.assign(people(goal)[0] ?? {}, facts)
      return updateDocument(source, goal)
    }
    expect(edited({ email: 'io@observatory.example' })).toBe(
      documentOf('Champion', 'Io Galilei (io) <io@observatory.example> leads.'),
    )
    expect(() => edited({ company: 'Jove Ltd' })).toThrow(UnwritableGoalError)
  })
})

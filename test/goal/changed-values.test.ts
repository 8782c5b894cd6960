/** A change that was made to values in the words of a document, applied to the model's own wording of them. */
import { expect, test } from 'vitest'
import { withChangedValues } from '../../src/goal/index.ts'

const hidden = { items: ['map', 'chart'], list: '*' }

test.each<[string, unknown, unknown, unknown, unknown]>([
  ['no change keeps the form', { markdown: '*All* stars' }, 'All stars', 'All stars', { markdown: '*All* stars' }],
  ['a change of text takes its place', { markdown: '*All* stars' }, 'All stars', 'Few stars', 'Few stars'],
  [
    'a new key is added, a removed one goes',
    { name: 'hubble', note: 'Late' },
    { name: 'hubble', note: 'Late' },
    { name: 'hubble', status: 'done' },
    { name: 'hubble', status: 'done' },
  ],
  [
    'a key that the document cannot express stays',
    { name: 'hubble', status: 'planned' },
    { name: 'hubble' },
    { name: 'hubble', note: 'Late' },
    { name: 'hubble', status: 'planned', note: 'Late' },
  ],
  ['a value of another kind takes its place', ['All stars'], 'All stars', 'Few stars', 'Few stars'],
  [
    'an entry that is new goes into the group of the entry above it',
    [hidden, 'log'],
    ['map', 'chart', 'log'],
    ['map', 'star', 'chart', 'log'],
    [{ items: ['map', 'star', 'chart'], list: '*' }, 'log'],
  ],
  [
    'the first entry that is new, too',
    [hidden, 'log'],
    ['map', 'chart', 'log'],
    ['star', 'map', 'chart', 'log'],
    [{ items: ['star', 'map', 'chart'], list: '*' }, 'log'],
  ],
  ['a group of which nothing is left goes', [hidden, 'log'], ['map', 'chart', 'log'], ['log'], ['log']],
  [
    'an entry that moves out of a group is text of its own',
    [hidden, 'log'],
    ['map', 'chart', 'log'],
    ['map', 'log', 'chart'],
    [{ items: ['map'], list: '*' }, 'log', 'chart'],
  ],
  [
    'a group with an introduction is an entry',
    [{ intro: 'Maps', items: ['map'] }, 'log'],
    [{ intro: 'Maps', items: ['map'] }, 'log'],
    [{ intro: 'Maps', items: ['map', 'chart'] }, 'log'],
    [{ intro: 'Maps', items: ['map', 'chart'] }, 'log'],
  ],
  [
    'where the document shows the groups, entries are found by their index',
    [hidden, { markdown: '`log`' }],
    [hidden, 'log'],
    [hidden, 'log', 'star'],
    [hidden, { markdown: '`log`' }, 'star'],
  ],
  [
    'where the document has other entries, they are found by their names',
    [
      { name: 'hubble', note: { markdown: '*Late*' } },
      { title: 'Moons', body: { markdown: '*Io*' } },
      { question: 'Why?', text: { markdown: '*So*' } },
      'log',
    ],
    [{ name: 'vega' }, { name: 'hubble', note: 'Late' }, { title: 'Moons', body: 'Io' }, { question: 'Why?', text: 'So' }, 'log'],
    [
      { name: 'vega' },
      { name: 'hubble', note: 'Late' },
      { title: 'Moons', body: 'Io' },
      { question: 'Why?', text: 'So' },
      { name: 'lyra' },
    ],
    [
      { name: 'vega' },
      { name: 'hubble', note: { markdown: '*Late*' } },
      { title: 'Moons', body: { markdown: '*Io*' } },
      { question: 'Why?', text: { markdown: '*So*' } },
      { name: 'lyra' },
    ],
  ],
])('%s', (_, own, said, wanted, changed) => {
  const before = structuredClone(own)
  expect(withChangedValues(own, said, wanted, { keepsGroups: true })).toEqual(changed)
  expect(own).toEqual(before)
})

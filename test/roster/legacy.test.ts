import { expect, test } from 'vitest'
import { formerTeams } from '../../src/roster/index.ts'

test('former teams with the day of their retirement, in the order of the file', () => {
  const list = [
    '# Teams of the past.',
    'phlogiston:',
    '  ptl:',
    '    name: Georg',
    '    retired-on: 1703-01-01',
    "  retired-on: '1774-08-01'   # oxygen",
    '',
    "'Deep Space':",
    '    deliverables: {}',
    '    retired-on: "2019-06-05"',
    '"aether":\r',
    '  retired-on: 1887-11-01\r',
    'celestial spheres :',
    '  retired-on: 1588-01-01',
    '',
  ]
  expect(formerTeams(list.join('\n'))).toEqual([
    { name: 'phlogiston', retiredOn: '1774-08-01' },
    { name: 'Deep Space', retiredOn: '2019-06-05' },
    { name: 'aether', retiredOn: '1887-11-01' },
    { name: 'celestial spheres', retiredOn: '1588-01-01' },
  ])
})

test('teams that continue, invalid days, and keys in other places are ignored', () => {
  const list = [
    'retired-on: 2020-01-01',
    'partial:',
    '  partial: yes',
    'undated:',
    '  retired-on: long ago',
    'short:',
    '  retired-on: 2020-01',
    'late:',
    '  retired-on: 2020-01-01T00:00:00',
    'deeper:',
    '  deliverables:',
    '      retired-on: 2020-01-01',
    '- item: x',
    '- retired-on: 2020-01-01',
    'just text',
  ]
  expect(formerTeams(list.join('\n'))).toEqual([])
  expect(formerTeams('')).toEqual([])
  expect(formerTeams('  retired-on: 2020-01-01\n')).toEqual([])
})

/** The people of teams, in all forms that the lists had. */
import { expect, test } from 'vitest'
import { RosterError, readContacts } from '../../src/roster/index.ts'

const person = (role: string, name: string, irc = '', mail = '') => ({ role, name, irc, mail })

test.each([
  [
    'a person',
    'ptl: {name: Vera Rubin, irc: vera, email: vera@planets.org}',
    [person('PTL', 'Vera Rubin', 'vera', 'vera@planets.org')],
  ],
  [
    'an address under its older key',
    'ptl: {name: Vera Rubin, mail: vera@planets.org}',
    [person('PTL', 'Vera Rubin', '', 'vera@planets.org')],
  ],
  ['two leads', 'ptl: [{name: Vera}, {name: Edwin}]', [person('PTL', 'Vera'), person('PTL', 'Edwin')]],
  ['a name with a nick', 'ptl: " Vera Rubin (vera) "', [person('PTL', 'Vera Rubin', 'vera')]],
  ['a name without a nick', 'ptl: Vera Rubin', [person('PTL', 'Vera Rubin')]],
  ['brackets elsewhere in a name', 'ptl: Vera (Florence) Rubin', [person('PTL', 'Vera (Florence) Rubin')]],
  [
    'liaisons by purpose',
    'liaisons: {release: [{name: Vera}, {name: Edwin}], security: {name: Tycho}}',
    [person('release liaison', 'Vera'), person('release liaison', 'Edwin'), person('security liaison', 'Tycho')],
  ],
  [
    'liaisons in a list, below the lead',
    'liaisons: [Tycho (tycho)]\n  ptl: Vera',
    [person('PTL', 'Vera'), person('liaison', 'Tycho', 'tycho')],
  ],
  ['one liaison without a purpose', 'liaisons: {name: Tycho}', [person('liaison', 'Tycho')]],
  ['placeholders', 'ptl: {name: APPOINTMENT NEEDED, irc: No nick supplied, email: example@example.org}', []],
  ['an unknown person with a nick', 'ptl: {name: TBD, irc: vera}', [person('PTL', '', 'vera')]],
  ['values that are no text', 'ptl: 7\n  liaisons: {release: [[Vera], {name: 7}]}', []],
  ['a key that is there twice: the last one counts', 'ptl: Vera\n  ptl: Edwin', [person('PTL', 'Edwin')]],
])('%s', (_, keys, contacts) => {
  expect([...readContacts(`hubble:\n  ${keys}\n`)]).toEqual([['hubble', contacts]])
})

test('teams without people, and texts that are no list of teams, have none', () => {
  expect([...readContacts('hubble:\nkepler: {}\n')]).toEqual([
    ['hubble', []],
    ['kepler', []],
  ])
  expect([...readContacts('- hubble\n')]).toEqual([])
})

const grown = [
  'a0: &a0 [Vera]',
  ...[1, 2, 3, 4].map(
    (n) =>
      `a${n}: &a${n} [${Array(9)
        .fill(`*a${n - 1}`)
        .join(', ')}]`,
  ),
].join('\n')

test.each([
  ['a tab', 'hubble:\n\tptl: Vera\n', 8, 'Tab as indentation; use spaces'],
  ['an alias without an anchor', 'hubble: {}\nkepler: {ptl: *vera}\n', 25, 'Unknown alias `vera`'],
  ['a second document', 'hubble: {}\n---\nkepler: {}\n', 11, 'More than one document in the file (put each into its own file)'],
  ['aliases that multiply', grown, 0, 'Too many aliases'],
  ['a long text', `hubble: {ptl: ${'a'.repeat(500_000)}}`, 500_000, '500015 characters are too many; at most 500000 are read'],
])('%s is an error with its place', (_, yaml, offset, why) => {
  expect(() => readContacts(yaml)).toThrow(new RosterError(why, yaml, offset))
})

test('a deep text is an error with its line', () => {
  expect(() => readContacts(`hubble: {}\nkepler: ${'['.repeat(20_000)}`)).toThrow('line 2: Too many levels of nesting')
})

/** Where a link to a host that has moved leads now. The old git host had the layout of cgit. */
import { expect, test } from 'vitest'
import { lint } from '../../src/lint/index.ts'
import { legacyHost } from '../../src/lint/rules/link/legacy-host.ts'

const id = '0a1b2c3d'

test.each([
  ['https://review.openstack.org/#/c/1610/', 'https://review.opendev.org/#/c/1610/', true],
  ['http://Etherpad.openstack.org/p/moons', 'https://etherpad.opendev.org/p/moons', true],
  ['https://git.openstack.org/planets/moons', 'https://opendev.org/planets/moons', true],
  ['https://git.openstack.org/cgit/planets/moons', 'https://opendev.org/planets/moons', true],
  ['https://git.openstack.org/cgit/planets/moons/', 'https://opendev.org/planets/moons', true],
  ['https://git.openstack.org/cgit/planets', 'https://opendev.org/cgit/planets', false],
  [
    'https://git.openstack.org/cgit/planets/moons/tree/io/map.rst',
    'https://opendev.org/planets/moons/src/branch/master/io/map.rst',
    true,
  ],
  [
    'https://git.openstack.org/cgit/planets/moons/tree/io/map.rst?h=stable/ice#n12',
    'https://opendev.org/planets/moons/src/branch/stable/ice/io/map.rst#L12',
    true,
  ],
  [
    `https://git.openstack.org/cgit/planets/moons/plain/io/map.rst?h=stable/ice&id=${id}`,
    `https://opendev.org/planets/moons/raw/commit/${id}/io/map.rst`,
    true,
  ],
  ['https://git.openstack.org/cgit/planets/moons/tree/', 'https://opendev.org/planets/moons/src/branch/master', true],
  [`https://git.openstack.org/cgit/planets/moons/commit/?id=${id}`, `https://opendev.org/planets/moons/commit/${id}`, true],
  ['https://git.openstack.org/cgit/planets/moons/commit/', 'https://opendev.org/planets/moons/commits', false],
  ['https://git.openstack.org/cgit/planets/moons/log/', 'https://opendev.org/planets/moons/commits/branch/master', true],
  [
    'https://git.openstack.org/cgit/planets/moons/log/io?h=stable/ice',
    'https://opendev.org/planets/moons/commits/branch/stable/ice/io',
    true,
  ],
])('%s is %s', (actual, expected, safe) => {
  // As the target of a name the whole URL is one, whatever it ends with, and no reader sees it.
  const source = `See the map_.\n\n.. _map: ${actual}\n`
  const offset = source.indexOf(actual)
  const found = lint(source, { rules: [legacyHost] })
  expect(found.map(({ data, fix }) => ({ data, safe: fix?.safe, edits: fix?.edits }))).toEqual([
    { data: { actual, expected }, safe, edits: [{ offset, endOffset: offset + actual.length, text: expected }] },
  ])
})

test('a URL that the page shows is not changed safely', () => {
  const url = 'https://review.openstack.org/1610'
  const source = `See ${url}, \`<${url}>\`_, \`the map <${url}>\`_.\n`
  expect(lint(source, { rules: [legacyHost] }).map(({ fix }) => fix?.safe)).toEqual([false, false, true])
})

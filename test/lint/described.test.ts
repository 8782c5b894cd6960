/** The names that roles find, for signatures of every domain, as Sphinx reads them. */
import { expect, test } from 'vitest'
import { describedObjects, type Scope, signaturesOf } from '../../src/lint/sphinx/objects.ts'

const telescope = { module: 'sky', within: 'Telescope' }
test.each<[string, string, string[], Scope?]>([
  ['py:function', 'point(ra, dec)', ['point']],
  ['py:function', 'point(ra) -> bool', ['sky.point'], { module: 'sky' }],
  ['py:function', 'point(ra) -> tuple(int) or None', ['point']],
  ['py:function', 'point[T](ra: T)', ['point']],
  ['py:function', 'point(ra', []],
  ['py:function', 'point(ra) at once', []],
  ['py:function', '*point()', []],
  ['py:attribute', 'mirror', ['Telescope.mirror'], { within: 'Telescope' }],
  ['py:method', 'point()', ['sky.Telescope.point'], telescope],
  ['py:method', 'Telescope.point()', ['sky.Telescope.point'], telescope],
  ['py:method', 'Telescope.Mirror.turn()', ['sky.Telescope.Mirror.turn'], telescope],
  ['py:method', 'Mirror.turn()', ['sky.Telescope.Mirror.turn'], telescope],
  ['py:type', 'Angle = float', ['Angle']],
  ['js:function', 'point(ra)', ['sky.Telescope.point'], telescope],
  ['js:data', '$dome', ['$dome']],
  ['js:function', 'new point', []],
  ['c:function', 'int point(double ra, double)', ['point (double, double)']],
  ['c:function', 'int point', []],
  ['c:function', 'int 9(double)', []],
  ['c:macro', 'SKY_HOME', ['SKY_HOME']],
  ['c:struct', '9', []],
  ['c:member', 'int open : 1', ['dome.open'], { namespace: 'dome' }],
  ['c:member', 'int 9', []],
  ['c:var', 'double angles[3]', ['angles']],
  ['c:enumerator', 'OPEN = 1', ['OPEN']],
  ['cpp:function', 'bool Dome::open(int angle = 3) const', ['Dome::open (int)']],
  ['cpp:function', 'template<typename T> bool open(std::vector<T> all)', ['open (std::vector)']],
  ['cpp:function', 'Dome operator+(Dome other)', ['operator+ (Dome)']],
  ['cpp:function', 'bool Dome::operator()(int angle)', ['Dome::operator() (int)']],
  ['cpp:class', 'public final Dome : public Room', ['sky::Dome'], { namespace: 'sky' }],
  ['cpp:type', 'Angle = double', ['Angle']],
  ['cpp:type', 'double Angle', ['Angle']],
  ['cpp:member', 'int Dome::open', ['Dome::open']],
  ['cpp:enumerator', 'OPEN', ['sky::OPEN alias', 'sky::State::OPEN'], { namespace: 'sky::State' }],
  ['rst:directive', '.. dome:: NAME', ['dome']],
  ['rst:directive', 'dome', ['dome']],
  ['rst:directive:option', 'slit', ['dome:slit'], { within: 'dome' }],
  ['rst:directive:option', 'slit', ['slit']],
  ['std:option', '-f FILE, --file=FILE', ['-f', '--file']],
  ['std:option', '/open, +x, =', ['/open', '+x']],
  ['std:envvar', 'SKY  HOME', ['SKY HOME']],
  ['math:label', 'kepler', []],
  ['std:envvar', 'x'.repeat(1000), ['x'.repeat(1000)]],
  ['std:envvar', 'x'.repeat(1001), []],
])('%s %s', (kind, signature, names, scope = {}) => {
  const [domain = '', ...type] = kind.split(':')
  const found = describedObjects(domain, type.join(':'), signature, scope)
  const shown = found.map(({ name, parameters, isAlias }) =>
    [name, ...(parameters === undefined ? [] : [`(${parameters})`]), ...(isAlias ? ['alias'] : [])].join(' '),
  )
  expect(shown).toEqual(names)
})

test.each<[string, string, Scope, Scope | undefined]>([
  ['py:class', 'Dome', { module: 'sky' }, { module: 'sky', within: 'Dome' }],
  ['py:method', 'Dome.open()', {}, { within: 'Dome' }],
  ['py:method', 'open()', { within: 'Dome' }, { within: 'Dome' }],
  ['py:function', 'open()', {}, { within: undefined }],
  ['js:class', 'Dome', {}, { within: 'Dome' }],
  ['cpp:enum', 'State', { namespace: 'Dome' }, { namespace: 'Dome::State' }],
  ['c:struct', 'dome', { program: 'sky' }, { program: 'sky', namespace: 'dome' }],
  ['rst:directive', '.. dome::', {}, { within: 'dome' }],
  ['std:envvar', 'SKY', {}, undefined],
])('names in the description %s %s get their scope from it', (kind, signature, scope, inner) => {
  const [domain = '', type = ''] = kind.split(':')
  expect(describedObjects(domain, type, signature, scope).map((one) => one.inner)).toEqual([inner])
})

test('an argument has a signature on each line; a backslash joins lines', () => {
  expect(signaturesOf('open(angle)\nclose(\\\n      angle)\n\n  turn() ')).toEqual(['open(angle)', 'close(angle)', 'turn()'])
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readConf } from '../../src/lint/index.ts'
import { namesRegisteredIn } from '../../src/lint/sphinx/conf.ts'
import { pythonValues, unknown } from '../../src/lint/sphinx/python-values.ts'
import { patternMatcher } from '../../src/text/index.ts'

const valueOfX = (source: string) => pythonValues(source).get('x')

test('values that grow with each line, and brackets that Python does not accept, are unknown', () => {
  const doubled = ["x = ['dome', 'mirror']", ...Array.from({ length: 40 }, () => 'x = x + x')]
  expect(valueOfX(doubled.join('\n'))).toBe(unknown)
  expect(valueOfX(doubled.join('\n').replaceAll(/[[\]]/g, '').replace(',', ''))).toBe(unknown)
  const nested = (depth: number) => `x = ${'['.repeat(depth)}'dome'${']'.repeat(depth)}`
  const levels = (value: unknown): number => (Array.isArray(value) ? 1 + levels(value[0]) : 0)
  expect(levels(valueOfX(nested(200)))).toBe(200)
  expect(readConf(`${nested(100_000)}\nextensions = ['dome']`).extensions).toEqual(['dome'])
  expect(readConf(`extensions = ${'[('.repeat(100_000)}`)).toMatchObject({ isComplete: false })
})

describe('values that are written out', () => {
  test.each([
    ["x = 'dome'", 'dome'],
    ['x = """two\nlines"""', 'two\nlines'],
    ['x = \'two\' "words"', 'twowords'],
    ["x = ('two '\n     'lines')", 'two lines'],
    ["x = 'a\\n\\'b\\\\'", "a\n'b\\"],
    ["x = r'\\n'", '\\n'],
    ['x = \'a\' + "b"', 'ab'],
    ['x = 12', 12],
    ['x = True', true],
    ['x = None', null],
    ["x = ['a', 'b',  # a comment\n     'c',]", ['a', 'b', 'c']],
    ["x = 'a', 'b'", ['a', 'b']],
    ["x = ('a',)", ['a']],
    ["x = []\nx += ['a']\nx.append('b')\nx.extend(['c'])", ['a', 'b', 'c']],
    ["y = ['a']\nx = y + ['b']", ['a', 'b']],
    ["x: list[str] = ['a']", ['a']],
    ["x = {'a', 'b'}", ['a', 'b']],
    ["x = ['a']\nif on_site:\n    x.append('b')\n", ['a', 'b']],
    ["if on_site:\n    x = ['a']\nelse:\n    x = ['b']\n", ['a', 'b']],
    ["x = '# no comment'", '# no comment'],
  ])('%s', (source, expected) => {
    expect(valueOfX(source)).toEqual(expected)
  })

  test.each([
    "x = f'{dome}'",
    "x = b'dome'",
    "x = 'dome %s' % name",
    "x = os.environ['DOME']",
    "x = 'a'.upper()",
    "if on_site:\n    x = 'a'\n",
    'x = y',
    "x = ['a'] * 2",
    "x = ['a']\nx.insert(0, 'b')",
    "x = {'a': 1}\nx.update(more)",
    "x = ['a']\nx[0] = 'b'",
    "x = ['a',",
    "x = ['a'",
    "x = {'a': 1,",
    "x = {'a'",
    'x = {**more, ',
  ])('%s is unknown', (source) => {
    expect(valueOfX(source)).toBe(unknown)
  })

  test('entries of a list may be unknown', () => {
    expect(valueOfX("x = ['a', name(), 'b'] + more()")).toEqual(['a', unknown, 'b', unknown])
  })

  test('dictionaries, with keys set later', () => {
    expect(valueOfX("x = {'a': ('https://planets.example/%s', None), **more}\nx['b'] = 1")).toEqual(
      new Map<string, unknown>([
        ['a', ['https://planets.example/%s', null]],
        ['**', unknown],
        ['b', 1],
      ]),
    )
  })

  test('anything is read without a throw', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            'x',
            '=',
            "'",
            '"""',
            '[',
            ']',
            '{',
            '}',
            '(',
            ')',
            ',',
            '+',
            ':',
            '\n',
            ' ',
            '1',
            '**',
            '.',
            '\\',
            'f',
          ),
        ),
        (parts) => void pythonValues(parts.join('')),
      ),
      { numRuns: 1000 },
    )
  })
})

describe('conf.py', () => {
  test('lists the names that extensions and the file itself add, for well-known and local extensions', () => {
    const conf = readConf(
      `extensions = ['sphinx.ext.todo', 'telescopes']
extlinks = {'bug': ('https://planets.example/bugs/%s', 'bug %s')}
default_role = 'any'
exclude_patterns = ['attic', '**/drafts']
source_suffix = {'.rst': 'restructuredtext', '.txt': 'restructuredtext'}
master_doc = 'contents'
def setup(app):
    app.add_object_type('setting', 'set')
`,
      (name) =>
        name === 'telescopes'
          ? 'def setup(app):\n    app.add_directive(\'dome\', Dome)\n    app.add_role("slit", slit)\n'
          : undefined,
    )
    expect(conf).toMatchObject({
      directives: ['setting', 'dome'],
      roles: ['set', 'slit', 'bug'],
      isComplete: true,
      defaultRole: 'any',
      excludePatterns: ['attic', '**/drafts'],
      sourceSuffix: ['.rst', '.txt'],
      rootDocument: 'contents',
      extlinks: ['bug'],
    })
    expect([...conf.undecided]).toEqual([])
  })

  test("lists the roles of OpenStack's theme for links to other projects", () => {
    const projects = "openstackdocs_projects = ['observatory', 'python-domes']\n"
    expect(readConf(`extensions = ['openstackdocstheme']\n${projects}`)).toMatchObject({
      roles: ['observatory-doc', 'python-domes-doc'],
      isComplete: true,
    })
    expect(readConf(projects).roles).toEqual([])
  })

  test('lists the settings that it cannot read', () => {
    const conf = readConf(
      "extensions = ['somebody.elses']\nrst_epilog = open('links.txt').read()\nexclude_patterns = ['a'] + glob('b')\n",
    )
    expect(conf.isComplete).toBe(false)
    expect([...conf.undecided]).toEqual(['rst_epilog', 'exclude_patterns'])
    expect(conf.excludePatterns).toEqual(['a'])
  })

  test('names in calls of add_crossref_type and docutils itself', () => {
    expect(namesRegisteredIn("app.add_crossref_type(\n    'setting', 'set')\nroles.register_local_role('dim', dim)\n")).toEqual({
      directives: ['setting'],
      roles: ['set', 'dim'],
    })
  })
})

test.each([
  ['orbit/a', 'orbit/*', true],
  ['orbit/a/b', 'orbit/*', false],
  ['orbit/a/b', 'orbit/**', true],
  ['orbit/a', '**/a', true],
  ['a', '**/a', false],
  ['ab', 'a?', true],
  ['a/', 'a?', false],
  ['ab', 'a[!b]', false],
  ['ac', 'a[!b]', true],
  ['a.b', 'a.b', true],
  ['axb', 'a.b', false],
])('%s against %s: %s', (path, pattern, expected) => {
  expect(patternMatcher(pattern)(path)).toBe(expected)
})

/** Values that are made to break a reader: whichever file has them, the answer is an error with a place, and nothing is polluted. */
import { afterEach, describe, expect, test, vi } from 'vitest'
import { folder, projects } from './run.ts'

const mars = 'Map Mars\n========\n\nProject Teams\n=============\n\nHubble\n------\n'

/** Ten times ten times … of a value, by references. */
const bomb = ['a: &a0 [x, x, x, x, x, x, x, x, x, x]']
for (let depth = 1; depth < 9; depth++)
  bomb.push(`${'abcdefghi'[depth]}: &a${depth} [${Array.from({ length: 10 }, () => `*a${depth - 1}`).join(', ')}]`)

const yaml: Record<string, string> = {
  'references that multiply': `${bomb.join('\n')}\n`,
  'lists in lists': `a: ${'['.repeat(20_000)}${']'.repeat(20_000)}\n`,
  'mappings in mappings': `a: ${'{a: '.repeat(20_000)}1${'}'.repeat(20_000)}\n`,
  'a reference to itself': 'a: &x\n  b: *x\n',
  '`__proto__`': '__proto__:\n  rules: {style/tab: error}\n  isPolluted: true\n',
  '`__proto__` in lines': '__proto__:\n  isPolluted: yes\n',
  'names of methods': 'constructor: {prototype: {isPolluted: true}}\ntoString: 1\nhasOwnProperty: 2\n',
  'keys that are no text': '? {a: 1}\n: 2\n? [b]\n: 3\n',
  'types of other languages':
    'a: !!js/function "function () { globalThis.isPolluted = true }"\nb: !!python/object:os.system {}\n',
}

const harmless = ['a reference to itself', '`__proto__`', '`__proto__` in lines']

// The YAML parser would print warnings with text of the repository, past everything that makes it safe.
const warning = vi.spyOn(process, 'emitWarning')

afterEach(() => {
  const { calls } = warning.mock
  warning.mockClear()
  expect(calls).toEqual([])
  expect(({} as { isPolluted?: boolean }).isPolluted).toBeUndefined()
  expect((globalThis as { isPolluted?: boolean }).isPolluted).toBeUndefined()
})

async function checked(files: Record<string, string>) {
  const repository = folder({ 'goals/mars.rst': mars, 'reference/projects.yaml': projects, ...files })
  repository.git('init', '-q')
  const ran = await repository.goaldoc(['check', 'goals'])
  expect(ran.err).not.toContain('defect')
  return { ...ran, said: ran.out + ran.err }
}

describe.each(['goaldoc.config.yaml', 'reference/projects.yaml', 'goals/mars.yaml', 'own/profile.yaml'])('%s', (file) => {
  test.each(Object.keys(yaml))('hostile YAML is an error with a place: %s', async (kind) => {
    const { code, said } = await checked({
      'goaldoc.config.yaml': file.startsWith('own') ? 'profiles: own\n' : '{}\n',
      [file]: yaml[kind]!,
    })
    // Any key is the name of a team, and what else a team has is not read.
    if (file === 'reference/projects.yaml' && harmless.includes(kind)) return expect(code).toBe(1)
    expect(said).toContain(file)
    expect(code).toBe(2)
  })
})

test.each([
  ['goals/mars.yaml', 'title: Map Mars\n__proto__: {state: active}\n', 'goals/mars.yaml:2:1 '],
  ['goaldoc.config.yaml', 'rules: {}\n__proto__: {rules: {}}\n', 'goaldoc.config.yaml:2:1 '],
])('hostile YAML is an error with a place: `__proto__` beside other keys in %s', async (file, text, place) => {
  const { code, said } = await checked({ [file]: text })
  expect(said).toMatch(new RegExp(`^${place}.*\n? *Unknown key \`__proto__\``, 'm'))
  expect(code).toBe(2)
})

describe('hostile JSON is an error with a place', () => {
  const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`
  test.each([
    ['a configuration', { 'goaldoc.config.json': `{"rules": ${deep}}` }],
    ['a configuration with `__proto__`', { 'goaldoc.config.json': '{"__proto__": {"isPolluted": true}}' }],
    ['a baseline', { 'goaldoc.config.yaml': 'baseline: known.json\n', 'known.json': deep }],
    [
      'a baseline with `__proto__`',
      {
        'goaldoc.config.yaml': 'baseline: known.json\n',
        'known.json': '{"version": 2, "files": {"__proto__": {"isPolluted": true}}}',
      },
    ],
  ] as [string, Record<string, string>][])('%s', async (_, files) => {
    expect((await checked(files)).code).toBe(2)
  })
})

describe('a profile', () => {
  test.each([
    ['no sections', 'name: own\nsections: null\n'],
    ['no name', 'sections: []\n'],
    ['a name of Object', 'name: __proto__\nsections: []\n'],
    ['nothing', ''],
  ])('%s', async (_, text) => {
    const { code, said } = await checked({ 'goaldoc.config.yaml': 'profiles: own\nprofile: own\n', 'own/profile.yaml': text })
    expect(said).toMatch(/own/)
    expect(code).toBe(2)
  })

  const values = 'use one of `preamble`, `heading`, `title`, `summary`, `sections`'
  const helpers = 'use one of `if`, `unless`, `each`, `with`, `lookup`'
  const refused = [
    ['{{constructor.constructor "return process"}}', `1:1  Unknown helper \`constructor.constructor\`; ${helpers}`],
    ['{{constructor}}', `1:3  Unknown value \`constructor\`; ${values}`],
    ['{{__proto__.isPolluted}}', `1:3  Unknown value \`__proto__.isPolluted\`; ${values}`],
    ['{{lookup helpers "if"}}', `1:10  Unknown value \`helpers\`; ${values}`],
    ['{{log "x"}}', `1:1  Unknown helper \`log\`; ${helpers}`],
    ['{{> (lookup . "title")}}', '1:1  Partial with an expression for its name; write the name'],
    ['{{> __proto__}}', '1:1  Unknown partial `__proto__`; use one of `document`, `title`, `section`, `team`, `gerrit`'],
    ['{{#*inline "x"}}{{/inline}}', '1:1  Inline partial; move it to a template file of its own'],
  ]
  /** Handlebars has no values for these. */
  const empty = [
    '{{lookup this "constructor"}}',
    '{{lookup (lookup this "constructor") "name"}}',
    '{{lookup this "__proto__"}}',
    '{{#with title as |text|}}{{text.constructor}}{{/with}}',
    '{{@root.constructor}}{{../title}}',
    '{{#each (lookup this "__proto__")}}{{@key}}{{/each}}',
  ]

  test.each([...refused, ...empty.map((template) => [template])])(
    'a template reaches only the values of its goal: %s',
    async (template, message) => {
      const files = {
        'goaldoc.config.yaml': 'profiles: own\nprofile: own\n',
        'own/profile.yaml': 'name: own\n',
        'own/document.hbs': `${template}\n\n{{preamble}}\n\n{{> title}}\n\n{{summary}}\n\n{{#each sections}}\n{{this}}\n\n{{/each}}\n`,
      }
      if (message === undefined) {
        const place = folder({ ...files, 'goals/mars.yaml': 'title: Map Mars\nsummary: Look.\n' })
        const { code, out } = await place.goaldoc(['render', '--stdout', 'goals/mars.yaml'])
        expect({ code, lines: out.split('\n').slice(0, 5) }).toEqual({
          code: 0,
          lines: ['==========', ' Map Mars', '==========', '', 'Look.'],
        })
        return
      }
      const { code, said } = await checked(files)
      expect(said).toContain(`own/document.hbs:${message}`)
      expect(code).toBe(2)
    },
  )
})

// A list with `__proto__` is read by another reader than the others.
test.each([[['__proto__']], [['constructor', 'toString', 'hasOwnProperty', 'then']]])(
  'names of methods are names of teams like others in every command',
  async (names) => {
    const entry = (name: string) =>
      `${name}:\n  ptl:\n    name: ${name}\n  deliverables:\n    ${name}:\n      repos:\n        - planets/${name}\n`
    const sections = names.map((name) => `${name}\n${'-'.repeat(name.length)}\n\nPlanning Artifacts:\n\nCompletion Artifacts:\n`)
    const document = `Map Mars\n========\n\nProject Teams\n=============\n\n${sections.join('\n')}`
    const place = folder({ 'goals/mars.rst': document, 'reference/projects.yaml': names.map(entry).join('') })
    place.git('init', '-q')
    const statuses = async (status: string) => {
      const { out } = await place.goaldoc(['status', '-f', 'csv'])
      expect(out.split('\n').map((line) => line.split(',').slice(1, 4))).toEqual([
        ['team', 'deliverable', 'status'],
        ...names.map((name) => [name, '', status]),
        [],
      ])
    }
    const runs = async (...args: string[]) => {
      const { code, out, err } = await place.goaldoc(args)
      expect({ args, code, err: err.includes('defect') }).toEqual({ args, code: 0, err: false })
      return out
    }
    await runs('import', 'goals/mars.rst')
    await runs('lint', 'goals', '--rule', 'team/*')
    place.git('add', '-A')
    place.git('commit', '-qm', 'mars')
    await statuses('unanswered')
    const asked = await runs('ask', 'goals/mars.rst')
    for (const name of names) expect(asked).toContain(`* ${name}\n  ${name}, PTL\n`)
    await runs('set', 'goals/mars.rst', '--team', names.join(), '--status', 'done')
    await statuses('done')
    expect((await place.goaldoc(['diff', 'HEAD'])).out.match(/unanswered → done/g)).toHaveLength(names.length)
    const edited = place
      .read('goals/mars.rst')
      .replaceAll('Planning Artifacts:\n', 'Planning Artifacts:\n\n* https://planets.example/plan\n')
    place.write('goals/mars.rst', edited)
    await runs('pull', 'goals')
    expect(place.read('goals/mars.yaml').match(/planets\.example\/plan/g)).toHaveLength(names.length)
    await runs('render', 'goals')
    await runs('teams', 'check')
    expect(place.read('goals/mars.rst')).toBe(edited)
  },
)

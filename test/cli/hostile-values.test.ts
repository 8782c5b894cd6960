/** Values that are made to break a reader: whichever file has them, the answer is an error with a place, and nothing is polluted. */
import { afterEach, describe, expect, test } from 'vitest'
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
  'names of methods': 'constructor: {prototype: {isPolluted: true}}\ntoString: 1\nhasOwnProperty: 2\n',
  'keys that are no text': '? {a: 1}\n: 2\n? [b]\n: 3\n',
  'types of other languages':
    'a: !!js/function "function () { globalThis.isPolluted = true }"\nb: !!python/object:os.system {}\n',
}

const harmless = ['a reference to itself', '`__proto__`']

afterEach(() => {
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
        'known.json': '{"version": 1, "files": {"__proto__": {"isPolluted": true}}}',
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

  test.each([
    '{{constructor.constructor "return process"}}',
    '{{lookup this "constructor"}}',
    '{{#with title as |t|}}{{t.constructor}}{{/with}}',
    '{{__proto__.isPolluted}}',
    '{{> (lookup . "title")}}',
    '{{#each this}}{{@key}}{{/each}}{{log "x"}}{{helperMissing}}',
    '{{#*inline "x"}}{{/inline}}',
  ])('a template reaches only the values of its goal: %s', async (template) => {
    const { code, said } = await checked({
      'goaldoc.config.yaml': 'profiles: own\nprofile: own\n',
      'own/profile.yaml': 'name: own\n',
      'own/document.hbs': `${template}\n`,
    })
    expect(said).toMatch(/own\/document\.hbs:1:/)
    expect(code).toBe(2)
  })
})

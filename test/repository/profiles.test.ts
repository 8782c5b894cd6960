/** What is wrong with a project's own profile, at its place and in a sentence. */
import { describe, expect, it } from 'vitest'
import { folder } from '../cli/run.ts'

const goal = 'title: Count the moons\nsummary: All of them.\n'

/** What `goaldoc render` says with a profile: the places and sentences of its mistakes, without the lines of the file. */
async function said(files: Record<string, string>): Promise<string[]> {
  const place = folder({
    'goaldoc.config.yaml': 'profiles: profiles\nprofile: night\n',
    'goals/moons.yaml': goal,
    ...Object.fromEntries(Object.entries(files).map(([name, text]) => [`profiles/${name}`, text])),
  })
  const { code, out, err } = await place.goaldoc(['render', '--stdout', 'goals/moons.yaml'])
  expect({ code, out, err }).toMatchObject({ code: 2, out: '' })
  expect(err).not.toMatch(/defect|\bat .*\.ts/)
  expect(place.has('goals/moons.rst')).toBe(false)
  return err
    .split('\n')
    .filter((line) => /^(?:Cannot|profiles\/)/.test(line) && !/: it has (?:an error|\d+ errors)\.$/.test(line))
}

const yaml = async (text: string) => {
  const mistakes = await said({ 'night/profile.yaml': text })
  return mistakes.map((mistake) => mistake.replace('profiles/night/profile.yaml:', ''))
}
const sections = (...lines: string[]) => ['name: night', 'sections:', ...lines.map((line) => `  - ${line}`), ''].join('\n')

it('of many errors, a hundred are listed', async () => {
  const keys = Array.from({ length: 120 }, (_, index) => `moon${index}: 1\n`).join('')
  const place = folder({
    'goaldoc.config.yaml': 'profiles: profiles\nprofile: night\n',
    'goals/moons.yaml': goal,
    'profiles/night/profile.yaml': `name: night\n${keys}`,
  })
  const { code, err } = await place.goaldoc(['render', '--stdout', 'goals/moons.yaml'])
  expect([code, err.split('\n')[0], err.match(/Unknown key/g)?.length, err.trimEnd().split('\n').at(-1)]).toEqual([
    2,
    'Cannot use profiles/night/profile.yaml: it has 120 errors.',
    100,
    '20 more errors are not listed',
  ])
})

it('may extend another one that extends another one', async () => {
  const names = ['night', 'dusk', 'evening', 'champion']
  const extended = names
    .slice(0, -1)
    .map((name, index) => [
      `profiles/${name}/profile.yaml`,
      `name: ${name}\nextends: ${names[index + 1]}\n${name === 'evening' ? "labels: {planning: 'To do:'}\n" : ''}`,
    ])
  const place = folder({
    'goaldoc.config.yaml': 'profiles: profiles\nprofile: night\n',
    'goals/moons.yaml': `${goal}teams:\n  - {name: Io, planning: [], completion: []}\n`,
    ...Object.fromEntries(extended),
  })
  expect((await place.goaldoc(['render', '--stdout', 'goals/moons.yaml'])).out).toContain('Io\n--\n\nTo do:\n')
})

describe('a profile.yaml', () => {
  it.each([
    ['an unknown key', 'name: night\nlabel: {}\n', ['2:1  Unknown key `label`; did you mean `labels`?']],
    ['no name', 'description: Night\n', ['1:1  Missing key `name`; add `name: …`']],
    ['nothing', '', ['1:1  Missing key `name`; add `name: …`']],
    ['a list', '- name\n', ['1:1  A list for a profile; it takes a mapping']],
    ['sections without a value', 'name: night\nsections: null\n', ['2:1  Nothing for `sections`; it takes a list']],
    [
      'too many sections',
      sections(...Array.from({ length: 101 }, (_, index) => `{key: moon${index}, title: Moon ${index}, kind: prose}`)),
      ['2:1  Too many entries for `sections`; it takes at most 100'],
    ],
    [
      'too many lists',
      `name: night\nlists:\n${Array.from({ length: 101 }, (_, index) => `  moon${index}: '*'\n`).join('')}`,
      ['2:1  A mapping for `lists`; it takes at most 100 keys'],
    ],
    [
      'too many characters',
      `name: night\n${'# The moon is up\n'.repeat(6_000)}`,
      ['5883:12  102012 characters are too many; at most 100000 are read'],
    ],
    ['no section', 'name: night\nsections: []\n', ['2:1  Empty list for `sections`; it takes at least one entry']],
    ['a section without a title', sections('{key: scope}'), ['3:5  Missing key `title`; add `title: …`']],
    [
      'an adornment that is none',
      "name: night\nadornments: ['=', 'double =']\n",
      ['2:19  `double =` for `adornments`; it takes a title adornment such as `=`, `overlined =` or `inset =+1`'],
    ],
    [
      'too few adornments',
      "name: night\nadornments: ['=', '-']\n",
      ['2:1  Too few adornments; titles of this profile have 3 levels, but there are only 2 adornments'],
    ],
    [
      'an adornment for two levels',
      "name: night\nadornments: ['inset =', '=', 'overlined =']\n",
      ['2:30  Duplicate adornment `overlined =`; each level needs a different one'],
    ],
    [
      'a label without text',
      "name: night\nlabels: {planning: ''}\n",
      ['2:10  Nothing for `planning`; it takes one line without white space around it'],
    ],
    [
      'one label for both',
      'name: night\nlabels: {planning: "Work:", completion: "Works:"}\n',
      ['2:1  The same label `Work:` for planning and completion; a reader cannot tell them apart'],
    ],
    [
      'a parent that is not there',
      'name: night\nextends: chamipon\n',
      ['2:1  Unknown profile `chamipon`; did you mean `champion`?'],
    ],
    [
      'a marker that is none',
      "name: night\nlists: {default: '>'}\n",
      ['2:9  `>` for `default`; it takes a list marker such as `*`, `-`, `#.` or `1.`'],
    ],
    ['a list of nothing', "name: night\nlists: {criterai: '-'}\n", ['2:9  Unknown list `criterai`; did you mean `criteria`?']],
    [
      'a misspelt key',
      sections('{key: refrences, title: References}'),
      ['3:6  Unknown key `refrences`; did you mean `references`? For a key of your own, add its `kind`'],
    ],
    [
      'a key that is taken',
      sections('{key: title, title: Name}'),
      ['3:6  Reserved key `title`; the model uses it for something else'],
    ],
    [
      'a kind that is none',
      sections('{key: scope, title: Scope, kind: proes}'),
      ['3:32  Unknown kind `proes`; did you mean `prose`?'],
    ],
    [
      'a kind for a known key',
      sections('{key: teams, title: Teams, kind: prose}'),
      ['3:32  Extra `kind` for the built-in key `teams`; remove it'],
    ],
    [
      'a key twice',
      sections('{key: scope, title: Scope}', '{key: scope, title: Reach}'),
      ['4:6  Duplicate key `scope`; another section has it'],
    ],
    [
      'a title twice',
      sections('{key: scope, title: Scope}', '{key: reach, title: Reach, aliases: [scope]}'),
      ['4:18  Duplicate title `scope`; the section `scope` has it'],
    ],
    [
      'a parent section that is not there',
      sections('{key: scope, title: Scope}', '{key: sky, title: Sky, under: scop}'),
      ['4:28  Unknown section `scop`; did you mean `scope`?'],
    ],
    [
      'a parent section that comes later',
      sections('{key: sky, title: Sky, under: scope}', '{key: scope, title: Scope}'),
      ['3:28  Section under `scope`, but above it in the list; move it below `scope`'],
    ],
    [
      'a section away from its parent',
      sections('{key: scope, title: Scope}', '{key: sun, title: Sun}', '{key: sky, title: Sky, under: scope}'),
      ['5:28  Section under `scope`, but after `sun`, which ends `scope`'],
    ],
    [
      'a section between the teams',
      sections('{key: teams, title: Teams}', '{key: sky, title: Sky, under: teams}'),
      ['4:28  Section under `teams`, whose subsections are teams'],
    ],
    ['no YAML', 'name: [night\n', ['1:7  Bracket that is not closed; write `]` where it ends']],
    [
      'aliases without end',
      `name: night\ndescription: &a [x]\nlabels: ${'['.repeat(9)}${'*a, '.repeat(200)}${']'.repeat(9)}\n`,
      [expect.stringContaining('1:1  ')],
    ],
  ])('with %s', async (_, text, expected) => {
    expect(await yaml(text)).toEqual(expected)
  })

  it('extends another one of the project', async () => {
    const place = folder({
      'goaldoc.config.yaml': 'profiles: profiles\nprofile: dawn\n',
      'profiles/dawn/profile.yaml': 'name: dawn\nextends: night\n',
      'profiles/night/profile.yaml': "name: night\nlabels: {planning: 'To do:'}\n",
      'goals/moons.yaml': `${goal}teams: [{name: Io, planning: []}]\n`,
    })
    expect((await place.goaldoc(['render', '--stdout', 'goals/moons.yaml'])).out).toContain('Io\n--\n\nTo do:\n')
  })

  it('must not extend itself, or have the same name as another one', async () => {
    const dawn = 'name: dawn\nextends: night\n'
    expect(await said({ 'dawn/profile.yaml': dawn, 'night/profile.yaml': 'name: night\nextends: dawn\n' })).toEqual([
      'profiles/dawn/profile.yaml:2:1  Profile `dawn` that extends itself',
    ])
    expect(await said({ 'dawn/profile.yaml': 'name: night\n', 'night/profile.yaml': 'name: night\n' })).toEqual([
      'profiles/night/profile.yaml:1:1  Second profile `night`; the first one is profiles/dawn/profile.yaml',
    ])
  })

  it('must be in the folder that the configuration names', async () => {
    expect(await said({ 'night/notes.txt': '' })).toEqual([
      'Cannot load the profiles in profiles: neither the folder nor a folder in it has a `profile.yaml`. Correct `profiles` in the configuration.',
    ])
  })
})

describe('a template', () => {
  it.each([
    [
      'that is malformed',
      'team.hbs',
      '{{heading}}\n\n{{#if note}}\n',
      ['4:1  Malformed template: a block or an expression is not closed'],
    ],
    [
      'that closes another block',
      'team.hbs',
      '{{heading}}\n{{#if note}}{{/each}}\n',
      ["2:4  Malformed template: if doesn't match each"],
    ],
    ['with an unknown value', 'team.hbs', '{{heading}}\n\n  {{nmae}}\n', ['3:5  Unknown value `nmae`; did you mean `name`?']],
    [
      'with an unknown value in a condition',
      'team.hbs',
      '{{heading}}\n{{#if notes}}{{/if}}\n',
      ['2:7  Unknown value `notes`; did you mean `note`?'],
    ],
    [
      'with an unknown helper',
      'team.hbs',
      '{{heading}}\n{{upper name}}\n',
      ['2:1  Unknown helper `upper`; use one of `if`, `unless`, `each`, `with`, `lookup`'],
    ],
    [
      'with an unknown partial',
      'document.hbs',
      '{{> titel}}\n\n{{#each sections}}{{this}}{{/each}}\n',
      ['1:1  Unknown partial `titel`; did you mean `title`?'],
    ],
    [
      'with a helper that lacks its value',
      'team.hbs',
      '{{heading}}{{#each}}x{{/each}}\n',
      ['1:12  Helper `each` has 0 values; it takes one'],
    ],
    ['that nothing uses', 'tema.hbs', '{{heading}}\n', ['1:1  Unused template `tema`; did you mean `team`?']],
    ['that lacks a value', 'team.hbs', '{{note}}\n', ['1:1  Template does not write `heading`']],
    [
      'with text in the paragraph of a value',
      'team.hbs',
      '{{heading}}\n\n.. A comment\n\nSays: {{note}}\n\n{{status}}\n\n{{deliverables}}\n\n{{planning}}\n\n{{completion}}\n',
      ['5:1  goaldoc cannot tell this text from the values around it; put it in a paragraph or comment of its own'],
    ],
    [
      'with values in one paragraph',
      'team.hbs',
      '{{heading}}\n\n{{note}}\n{{status}}\n\n{{deliverables}}\n\n{{planning}}\n\n{{completion}}\n',
      ['1:1  goaldoc cannot read the documents of this template back; put a blank line between the values'],
    ],
    ['that includes itself', 'team.hbs', '{{heading}}\n{{> team}}\n', ['1:1  Template that includes itself: `team`, `team`']],
  ])('%s', async (_, name, text, expected) => {
    const mistakes = await said({ 'night/profile.yaml': 'name: night\n', [`night/${name}`]: text })
    expect(mistakes.map((mistake) => mistake.replace(`profiles/night/${name}:`, ''))).toEqual(expected)
  })
})

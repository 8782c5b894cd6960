import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { commands } from '../../src/cli/commands.ts'
import { quickParse } from '../../src/cli/quick.ts'
import { parseWithYargs } from '../../src/cli/usage.ts'
import { folder, telescopes } from './run.ts'

const here = folder({ 'goals/telescopes.rst': telescopes })

describe('help', () => {
  it('lists every command, those that most people need first', async () => {
    const { code, out } = await here.goaldoc(['--help'])
    expect(code).toBe(0)
    expect([...out.matchAll(/^ {2}goaldoc (\w+) {2}/gm)].map(([, name]) => name)).toEqual(commands.map(({ name }) => name))
    expect((await here.goaldoc([])).out).toBe(out)
  })

  it.each(commands)('of $name has an example, and its flags are explained', async ({ name, load }) => {
    const command = await load()
    const { code, out } = await here.goaldoc([name, '--help'])
    expect(code).toBe(0)
    expect(command.name).toBe(name)
    expect(command.examples.length).toBeGreaterThan(0)
    expect(out).toContain(command.examples[0]![0])
    for (const [flag, { describe: text }] of Object.entries(command.options)) {
      expect(out).toContain(`--${flag}`)
      expect(text).toMatch(/^\S.*[^.]$/)
    }
    expect((await here.goaldoc(['help', name])).out).toBe(out)
  })
})

describe('mistakes on the command line', () => {
  it.each([
    [['lnit'], 'Unexpected command `lnit`, did you mean `lint`\n'],
    [['--fix'], 'Unexpected flag `--fix`, expected a command\n'],
    [['lint', '--formt', 'json'], 'Unexpected flag `--formt`, did you mean `--format`\n'],
    [['lint', '--format'], 'Unexpected end of `--format`, expected `FORMAT[:FILE]`\n'],
    [['lint', '--max-warnings', 'few'], 'Unexpected `few` for `--max-warnings`, expected a number\n'],
    [['lint', '--fix=yes'], 'Unexpected value `yes` of `--fix`, expected none\n'],
    [
      ['tree', '--format', 'xml', 'goals/telescopes.rst'],
      'Unexpected `xml` for `--format`, expected one of `pseudoxml`, `json`\n',
    ],
    [['tree'], 'Unexpected end of the command, expected `FILE`: A document, or `-` for standard input\n'],
    [['rules', 'all'], 'Unexpected argument `all`, expected none\n'],
    [['explain', 'glued-lsit'], 'Unexpected rule `glued-lsit`, '],
  ])('%j', async (args, message) => {
    const ran = await here.goaldoc(args)
    expect(ran).toMatchObject({ code: 2, out: '' })
    expect(ran.err.startsWith(message), ran.err).toBe(true)
  })
})

describe('the quick parse', () => {
  const lines = [
    ['goals'],
    ['--fix', 'goals', 'other'],
    ['goals', '--fix', '--unsafe'],
    ['--format', 'json', '--format=sarif:out.sarif', 'goals'],
    ['-f', 'json', 'goals'],
    ['--max-warnings', '3'],
    ['--max-warnings=3', '--', '--odd-name.rst'],
    ['--changed'],
    ['--changed', 'HEAD~1', 'goals'],
    ['--changed=HEAD~1', '--no-color'],
    ['-', '--stdin-filename', 'goals/a.rst'],
    ['--rule', 'style/tab:off', '--rule', 'style/line-ending'],
    ['--teams', '-'],
  ]
  it.each(lines.map((line) => [line]))('%j is what yargs makes of it', async (line) => {
    const command = await commands.find(({ name }) => name === 'lint')!.load()
    const quick = quickParse(command, line)
    expect(quick).toBeDefined()
    const io = { out: () => {}, err: () => {} } as never
    expect(quick).toEqual(await parseWithYargs(command, line, io))
  })

  it.each([
    [['--help']],
    [['--formt']],
    [['--max-warnings', 'x']],
    [['--fix=1']],
    [['--fix', '--no-fix']],
    [['--teams']],
    [['--teams', 'a', '--teams', 'b']],
  ])('leaves %j to yargs', async (line) => {
    const command = await commands.find(({ name }) => name === 'lint')!.load()
    expect(quickParse(command, line)).toBeUndefined()
  })
})

describe('tree', () => {
  it('prints pseudo-XML, or JSON with positions', async () => {
    const text = await here.goaldoc(['tree', '-'], { input: 'Mars\n====\n\n*Olympus*\n' })
    expect(text).toMatchObject({ code: 0, err: '' })
    expect(text.out).toContain('<emphasis>\n                Olympus\n')
    const json = JSON.parse((await here.goaldoc(['tree', '--format', 'json', 'goals/telescopes.rst'])).out)
    expect(json.type).toBe('document')
  })
})

describe('rules and explain', () => {
  it('list and explain', async () => {
    const list = await here.goaldoc(['rules'])
    expect(list.out).toMatch(/^ {2}misread\/glued-list +(?:error|warning) +fix /m)
    const told = await here.goaldoc(['explain', 'misread/glued-list', 'goals/telescopes.rst'])
    expect(told.out).toMatch(/^misread\/glued-list\n\n/)
    expect(told.out).toContain('\nWrong')
    expect(told.out).toMatch(/For goals\/telescopes\.rst by the defaults: (?:error|warning)/)
    expect((await here.goaldoc(['explain', 'glued-list'])).code).toBe(0)
  })
})

describe('completion', () => {
  it.each(['bash', 'zsh'])('for %s names every command, flag and rule', async (shell) => {
    const { code, out } = await here.goaldoc(['completion', shell])
    expect(code).toBe(0)
    for (const { name } of commands) expect(out).toContain(name)
    expect(out).toContain('--max-warnings')
    expect(out).toContain('misread/glued-list')
  })

  it('for bash completes in bash', async () => {
    const { out } = await here.goaldoc(['completion', 'bash'])
    const script = `${out}\nCOMP_WORDS=(goaldoc li); COMP_CWORD=1; _goaldoc; echo "$\{COMPREPLY[@]}"\nCOMP_WORDS=(goaldoc lint --sta); COMP_CWORD=2; _goaldoc; echo "$\{COMPREPLY[@]}"\nCOMP_WORDS=(goaldoc lint --st); COMP_CWORD=2; _goaldoc; echo "$\{COMPREPLY[@]}"`
    const ran = spawnSync('bash', ['-c', script], { encoding: 'utf8' })
    expect(ran.stderr).toBe('')
    expect(ran.stdout).toBe('lint\n\n--stdin-filename\n')
  })

  it('knows its shells', async () => {
    expect((await here.goaldoc(['completion', 'fish'])).code).toBe(2)
  })
})

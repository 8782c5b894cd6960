import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { readArguments } from '../../src/cli/arguments.ts'
import { commands } from '../../src/cli/commands.ts'
import { folder, telescopes } from './run.ts'

const here = folder({ 'goals/telescopes.rst': telescopes })

describe('help', () => {
  it('of a command that does not exist is an error', async () => {
    expect(await folder().goaldoc(['help', 'lnt'])).toEqual({
      code: 2,
      out: '',
      err: 'Unknown command `lnt`; did you mean `lint`?\nSee `goaldoc --help`.\n',
    })
  })

  it('lists every command, those that most people need first', async () => {
    const { code, out } = await here.goaldoc(['--help'])
    expect(code).toBe(0)
    expect([...out.slice(0, out.indexOf('Examples:')).matchAll(/^ {2}(\w+) {2}/gm)].map(([, name]) => name)).toEqual(
      commands.map(({ name }) => name),
    )
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
    expect(out.split('\n').filter((line) => line.length > 80)).toEqual([])
    expect(out.split('\n').length).toBeLessThanOrEqual(45)
  })
})

describe('mistakes on the command line', () => {
  it.each([
    [['lnit'], 'Unknown command `lnit`; did you mean `lint`?\n'],
    [['--fix'], 'Missing command before `--fix`\n'],
    [['lint', '--formt', 'json'], 'Unknown option `--formt`; did you mean `--format`?\n'],
    [['lint', '-z'], 'Unknown option `-z`\n'],
    [['check', '--fix'], 'Unknown option `--fix`; `goaldoc lint` has it\n'],
    [['lint', '--reason', 'dust'], 'Unknown option `--reason`; `goaldoc set`, `goaldoc move` have it\n'],
    [['lint', '--format'], 'Missing value for `--format`; write `--format FORMAT`\n'],
    [['lint', '--teams', '--fix'], 'Missing value for `--teams`; write `--teams FILE`\n'],
    [['lint', '--teams='], 'Missing value for `--teams`; write `--teams FILE`\n'],
    [['lint', '--max-warnings', 'few'], 'Value `few` for `--max-warnings` is not a number\n'],
    [['lint', '--fix=yes'], 'Value `yes` for `--fix`, which takes none\n'],
    [['tree', '--format', 'xml', 'goals/telescopes.rst'], 'Unknown value `xml` for `--format`; use one of `pseudoxml`, `json`\n'],
    [['tree'], 'Missing argument FILE: A document, or `-` for standard input\n'],
    [['rules', 'all'], 'Too many arguments, from `all` on; the command takes none\n'],
    [['explain', 'glued-lsit'], 'Unknown rule `glued-lsit`; '],
  ])('%j', async (args, message) => {
    const ran = await here.goaldoc(args)
    expect(ran).toMatchObject({ code: 2, out: '' })
    expect(ran.err.startsWith(message), ran.err).toBe(true)
  })
})

describe('the command line', () => {
  it.each<[string[], Record<string, unknown>]>([
    [['goals'], { _: ['goals'] }],
    [['--fix', 'goals', 'other'], { _: ['goals', 'other'], fix: true }],
    [['goals', '--fix', '--unsafe'], { _: ['goals'], fix: true, unsafe: true }],
    [['--format', 'json', '--format=sarif:out.sarif', 'goals'], { _: ['goals'], format: ['json', 'sarif:out.sarif'] }],
    [['-f', 'json', '-qf', 'compact'], { _: [], format: ['json', 'compact'], quiet: true }],
    [['--max-warnings', '3'], { _: [], 'max-warnings': 3 }],
    [['--max-warnings=3', '--', '--odd-name.rst'], { _: ['--odd-name.rst'], 'max-warnings': 3 }],
    [['--changed'], { _: [], changed: '' }],
    [['--changed', '--fix', 'goals'], { _: ['goals'], changed: '', fix: true }],
    [['--changed', 'HEAD~1', 'goals'], { _: ['goals'], changed: 'HEAD~1' }],
    [['--changed=HEAD~1', '--no-color'], { _: [], changed: 'HEAD~1', color: false }],
    [['--', '--changed'], { _: ['--changed'] }],
    [['-', '--stdin-filename', 'goals/a.rst'], { _: ['-'], 'stdin-filename': 'goals/a.rst' }],
    [['--rule', 'style/tab:off', '--rule', 'style/line-ending'], { _: [], rule: ['style/tab:off', 'style/line-ending'] }],
    [['--teams', 'a', '--teams', '-'], { _: [], teams: '-' }],
    [['--fix', '--no-fix'], { _: [], fix: false }],
  ])('%j', async (line, args) => {
    const command = await commands.find(({ name }) => name === 'lint')!.load()
    expect(readArguments(command, line)).toEqual({ args })
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
    expect(told.out.split('\n')[0]).toBe('misread/glued-list: warning by default, fix, not always safe')
    expect(told.out).toContain('\nWrong')
    expect(told.out).toMatch(/For goals\/telescopes\.rst by the defaults: (?:error|warning)/)
    expect((await here.goaldoc(['explain', 'glued-list'])).code).toBe(0)
  })
})

describe('completion', () => {
  it.each(['bash', 'zsh', 'fish'])('for %s names every command, flag and rule', async (shell) => {
    const { code, out } = await here.goaldoc(['completion', shell])
    expect(code).toBe(0)
    for (const { name } of commands) expect(out).toContain(name)
    expect(out).toContain(shell === 'fish' ? '-l max-warnings' : '--max-warnings')
    expect(out).toContain('misread/glued-list')
  })

  it('for bash completes in bash', async () => {
    const { out } = await here.goaldoc(['completion', 'bash'])
    const script = `${out}\nCOMP_WORDS=(goaldoc li); COMP_CWORD=1; _goaldoc; echo "$\{COMPREPLY[@]}"\nCOMP_WORDS=(goaldoc lint --sta); COMP_CWORD=2; _goaldoc; echo "$\{COMPREPLY[@]}"\nCOMP_WORDS=(goaldoc lint --st); COMP_CWORD=2; _goaldoc; echo "$\{COMPREPLY[@]}"`
    const ran = spawnSync('bash', ['-c', script], { encoding: 'utf8' })
    expect(ran.stderr).toBe('')
    expect(ran.stdout).toBe('lint\n--statistics\n--statistics --stdin-filename\n')
  })

  it('knows its shells', async () => {
    expect((await here.goaldoc(['completion', 'tcsh'])).code).toBe(2)
  })
})

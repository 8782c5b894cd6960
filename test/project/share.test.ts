/** The manual page and the completions, by the programs that read them. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { manualPage, writeShare } from '../../scripts/share.ts'
import { optionsOf } from '../../src/cli/arguments.ts'
import type { Command } from '../../src/cli/command.ts'
import { commands } from '../../src/cli/commands.ts'

const folder = mkdtempSync(join(tmpdir(), 'goaldoc-share-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const files = {
  man: 'man/man1/goaldoc.1',
  bash: 'bash-completion/completions/goaldoc',
  zsh: 'zsh/site-functions/_goaldoc',
  fish: 'fish/vendor_completions.d/goaldoc.fish',
} as const
const loaded: Command[] = []
beforeAll(async () => {
  expect(await writeShare(folder)).toEqual(Object.values(files).map((name) => join(folder, name)))
  for (const command of commands) loaded.push(await command.load())
})
const text = (name: keyof typeof files) => readFileSync(join(folder, files[name]), 'utf8')

/** Whether a program is there; says so where it is not. */
function has(program: string): boolean {
  const isThere = spawnSync(program, ['--version']).error === undefined
  if (!isThere) console.warn(`SKIPPED: what ${program} makes of it, since it is not installed`)
  return isThere
}

function shell(program: string, script: string): string[] {
  const ran = spawnSync(program, ['-c', script], { encoding: 'utf8', env: { PATH: process.env.PATH, HOME: folder } })
  expect(ran.stderr).toBe('')
  return ran.stdout.split('\n').filter(Boolean).sort()
}

/** The options of a command as they are typed. */
const flags = (command: Command) =>
  Object.entries(optionsOf(command)).map(([name, { isOn }]) => `--${isOn ? `no-${name}` : name}`)

describe('the manual page', () => {
  it('has each command with its options, and is the same each time', async () => {
    const page = text('man').replaceAll('\\-', '-')
    for (const command of loaded) {
      const [, section = ''] = page.split(`.SS goaldoc ${command.name} `)
      for (const flag of flags(command)) expect(section.slice(0, section.search(/^\.S[SH] /m)), command.name).toContain(flag)
    }
    expect(await manualPage()).toBe(text('man'))
  })

  it.skipIf(!has('man'))('is read without a warning', () => {
    const ran = spawnSync('man', ['--warnings', '--local-file', join(folder, files.man)], {
      encoding: 'utf8',
      env: { PATH: process.env.PATH, MANWIDTH: '100', LC_ALL: 'C.UTF-8' },
    })
    expect(ran.stderr).toBe('')
    expect(ran.stdout.replace(/.\x08/g, '')).toMatch(/^NAME\n +goaldoc - keep community-goal documents honest$/m)
  })
})

describe('the completions', () => {
  it.skipIf(!has('bash'))('bash offers commands, options and values', () => {
    const at = (...words: string[]) =>
      shell(
        'bash',
        `source ${join(folder, files.bash)}; COMP_WORDS=(goaldoc ${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length}; _goaldoc; printf '%s\\n' "\${COMPREPLY[@]}"`,
      )
    expect(at('')).toEqual([...loaded.map(({ name }) => name), '--help', '--version'].sort())
    for (const command of loaded) expect(at(command.name, '--')).toEqual([...flags(command), '--help'].sort())
    expect(at('completion', 'f')).toEqual(['fish'])
  })

  it.skipIf(!has('fish'))('fish offers the same', () => {
    const at = (line: string) =>
      shell('fish', `source ${join(folder, files.fish)}; complete -C '${line}'`).map((found) => found.split('\t')[0]!)
    expect(at('goaldoc ').filter((word) => /^[a-z]+$/.test(word))).toEqual(loaded.map(({ name }) => name).sort())
    for (const command of loaded) expect(at(`goaldoc ${command.name} --`)).toEqual(flags(command).sort())
    expect(at('goaldoc completion ')).toEqual(['bash', 'fish', 'zsh'])
  })

  it.skipIf(!has('zsh'))('zsh completes at the first Tab, also where it loads the file itself', () => {
    const described = shell(
      'zsh',
      `fpath=(${join(folder, 'zsh/site-functions')} $fpath); autoload -Uz compinit _goaldoc; compinit -u -d ${join(folder, 'dump')}
_describe() { print -l -- $commands }; words=(goaldoc ''); CURRENT=2; _goaldoc`,
    )
    expect(described.map((line) => line.split(':')[0])).toEqual(loaded.map(({ name }) => name).sort())
  })
})

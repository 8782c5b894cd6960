/** Runs the command line in this process, on a folder of its own. */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll } from 'vitest'
import type { Io } from '../../src/cli/io.ts'
import { main } from '../../src/cli/main.ts'
import { telescopes } from '../telescopes.ts'

interface Ran {
  code: number
  out: string
  err: string
}

export interface Folder {
  path: string
  /** Runs `goaldoc` with these arguments in the folder. */
  goaldoc(args: string[], io?: Partial<Io> & { input?: string }): Promise<Ran>
  write(name: string, text: string | Buffer): void
  read(name: string): string
  has(name: string): boolean
  git(...args: string[]): string
}

const made: string[] = []
afterAll(() => {
  for (const path of made) rmSync(path, { recursive: true, force: true })
})

/** A folder with files. It is no git repository until `git('init')`. */
export function folder(files: Record<string, string> = {}): Folder {
  const path = realpathSync(mkdtempSync(join(tmpdir(), 'goaldoc-test-')))
  made.push(path)
  const madeFolder: Folder = {
    path,
    async goaldoc(args, { input = '', ...io } = {}) {
      const printed = { out: '', err: '' }
      const code = await main(args, {
        out: (text) => {
          printed.out += text
        },
        err: (text) => {
          printed.err += text
        },
        stdin: () => Buffer.from(input),
        ask: async () => '',
        cwd: path,
        env: {},
        isInteractive: false,
        colour: false,
        links: false,
        errorColour: false,
        errorStream: { write: () => true },
        ...io,
      })
      return { code, ...printed }
    },
    write(name, text) {
      mkdirSync(dirname(join(path, name)), { recursive: true })
      writeFileSync(join(path, name), text)
    },
    read: (name) => readFileSync(join(path, name), 'utf8'),
    has: (name) => existsSync(join(path, name)),
    git: (...args) =>
      execFileSync(
        'git',
        ['-c', 'user.name=Halley', '-c', 'user.email=halley@planets.example', '-c', 'commit.gpgSign=false', ...args],
        {
          cwd: path,
          encoding: 'utf8',
          stdio: ['ignore', 'pipe', 'pipe'],
        },
      ),
  }
  for (const [name, text] of Object.entries(files)) madeFolder.write(name, text)
  return madeFolder
}

export { telescopes }

/** The official teams: those of \`telescopes\`. */
export const projects = `hubble:
  ptl:
    name: Edwin
  deliverables:
    hubble:
      repos:
        - planets/hubble
kepler:
  ptl:
    name: Johannes
  deliverables:
    kepler:
      repos:
        - planets/kepler
`

/** Runs the command line in this process, on a folder of its own. */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll } from 'vitest'
import type { Io } from '../../src/cli/io.ts'
import { telescopes } from '../telescopes.ts'
import { captured, type Ran } from './captured.ts'

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
    goaldoc: (args, { input = '', ...io } = {}) => captured(args, path, { stdin: () => Buffer.from(input), ...io }),
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

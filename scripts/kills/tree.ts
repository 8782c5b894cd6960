/** Makes a repository of goals about planets, and reads its files. */
import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** Enough files that a command is sometimes killed between two of them. */
export const goals = Array.from({ length: 12 }, (_, index) => `orbit-${index + 1}`)

const teams = ['Hubble', 'Kepler', 'Spitzer', 'Webb']

export function documentOf(name: string, { title = `Orbit of ${name}`, end = '', plan = '' } = {}): string {
  const section = (team: string) =>
    `${team}\n${'-'.repeat(team.length)}\n\nPlanning Artifacts:\n${plan && `\n* ${plan}/${team.toLowerCase()}\n`}\nCompletion Artifacts:\n`
  return `${'='.repeat(title.length)}\n${title}\n${'='.repeat(title.length)}\n\nEvery telescope knows its orbit.${end}\n\n${heading('Champion')}Edwin\n\n${heading('Gerrit Topic')}To facilitate tracking, commits use this topic\n\n* ${name}\n\n${heading('Completion Criteria')}#. The orbit is known.\n\n${heading('References')}None.\n\n${heading('Current State / Anticipated Impact')}None.\n\n${heading('Project Teams')}${teams.map(section).join('\n')}`
}

function heading(title: string): string {
  return `${title}\n${'='.repeat(title.length)}\n\n`
}

/** A committed repository. */
export function repository(files: Readonly<Record<string, string>>, folder = newFolder()): string {
  for (const [name, text] of Object.entries(files)) write(folder, name, text)
  git(folder, 'init', '-q')
  git(folder, 'add', '-A')
  git(folder, '-c', 'user.name=Halley', '-c', 'user.email=halley@planets.example', 'commit', '-qm', 'goals')
  return folder
}

export function newFolder(): string {
  return realpathSync(mkdtempSync(join(tmpdir(), 'goaldoc-kills-')))
}

export function git(cwd: string, ...args: string[]): void {
  execFileSync('git', args, { cwd, stdio: 'ignore' })
}

export function write(folder: string, name: string, text: string): void {
  mkdirSync(dirname(join(folder, name)), { recursive: true })
  writeFileSync(join(folder, name), text)
}

export function copyOf(folder: string, to = newFolder()): string {
  cpSync(folder, to, { recursive: true, preserveTimestamps: true })
  return to
}

/** The contents of all files, by their names; those in git's own folder only if `withGit`. */
export function snapshot(folder: string, withGit = false): Map<string, string> {
  const files = new Map<string, string>()
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name).slice(folder.length + 1)
    if (entry.isFile() && (withGit || !path.startsWith('.git/'))) files.set(path, readFileSync(join(folder, path), 'latin1'))
  }
  return files
}

/** The differences between two trees, in words. */
export function difference(left: ReadonlyMap<string, string>, right: ReadonlyMap<string, string>): string[] {
  return [...new Set([...left.keys(), ...right.keys()])]
    .filter((name) => left.get(name) !== right.get(name))
    .map((name) => `${name} ${right.has(name) ? (left.has(name) ? 'differs' : 'is too much') : 'is missing'}`)
}

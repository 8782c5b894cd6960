/** A minimal governance repository: its first commit is clean except for an old faulty list, and its second adds a team that does
 * not exist.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { run } from '../executable/run.ts'

const teams = ['hubble', 'kepler', 'spitzer']

const roster = teams
  .map(
    (team) => `${team}:\n  ptl:\n    name: Vera Rubin\n  deliverables:\n    ${team}:\n      repos:\n        - planets/${team}\n`,
  )
  .join('')

const section = (team: string) =>
  `${team}\n${'-'.repeat(team.length)}\n\nPlanning Artifacts:\n\n* https://planets.example/${team}/plan\n\nCompletion Artifacts:\n\n* None\n`

const document = (names: readonly string[]) => `==================
Catalog every moon
==================

Each telescope lists the moons that it sees. Read these first:
* https://planets.example/moons

Champion
========

Vera Rubin (vrubin)

Gerrit Topic
============

The topic is::

  catalog-moons

Completion Criteria
===================

#. The catalog names every moon.

References
==========

* https://planets.example/catalog

Current State
=============

No team has a catalog.

Project Teams
=============

${names.map(section).join('\n')}`

const model = `import { defineGoal } from 'goaldoc'

export default defineGoal({ title: 'Count every ring', teams: [${teams.map((name) => `{ name: '${name}', planning: ['None'] }`).join(', ')}] })
`

/** Makes the repository; `files` are added to its first commit. */
export function governance(folder: string, files: Readonly<Record<string, string>> = {}): string {
  const write = (name: string, text: string) => {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
  write('goals/moons.rst', document(teams))
  write('reference/projects.yaml', roster)
  for (const [name, text] of Object.entries(files)) write(name, text)
  git(folder, 'init', '-q', '-b', 'main')
  commit(folder, 'goals: moons')
  write('goals/moons.rst', document(teams.map((team) => team.replace('kepler', 'keppler'))))
  commit(folder, 'goals: a team')
  write('rings.ts', model)
  return folder
}

export function git(folder: string, ...args: string[]): string {
  const who = ['-c', 'user.name=Halley', '-c', 'user.email=halley@planets.example', '-c', 'commit.gpgSign=false']
  return run('git', [...who, ...args], { cwd: folder })
}

export function commit(folder: string, subject: string): void {
  git(folder, 'add', '-A')
  git(folder, 'commit', '-q', '--no-verify', '-m', subject)
}

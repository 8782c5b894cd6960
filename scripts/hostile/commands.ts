/** Commands on hostile files, each in a folder of its own: a document, a model or a file beside them has thousands of entries. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { captured } from '../../test/cli/captured.ts'
import type { Kind } from './kinds.ts'

const lines = (line: (index: number) => string, count: number) =>
  Array.from({ length: Math.ceil(count) }, (_, index) => line(index)).join('')

const mars = (index: number) => `mars${String(index).padStart(6, '0')}`
const section = (name: string) => `${name}\n${'-'.repeat(name.length)}\n\nPlanning Artifacts:\n\nCompletion Artifacts:\n\n`
const documentOf = (teams: string) =>
  `Domes\n=====\n\nGerrit Topic\n============\n\n\`\`domes\`\`\n\nProject Teams\n=============\n\n${teams}`
const documentWith = (name: (index: number) => string, size: number) => documentOf(lines((i) => section(name(i)), size / 75))
const modelWith = (name: (index: number) => string, size: number) =>
  `title: Domes\nteams:\n${lines((i) => `- name: ${name(i)}\n  planning: []\n`, size / 34)}`
const rosterWith = (name: (index: number) => string, size: number) => lines((i) => `${name(i)}: {}\n`, size / 15)

const document = 'goals/selected/domes.rst'
const model = 'goals/selected/domes.yaml'
const roster = 'reference/projects.yaml'

type Files = Record<string, string>

/** The files of a folder, and the command line to run in it. */
export interface Scene {
  files(size: number): Files
  /** What differs in the only commit; without it, the folder is not a repository. */
  committed?(size: number): Files
  args: readonly string[]
}

const small = { [document]: documentOf(section(mars(1))), [roster]: rosterWith(mars, 100) }

const ownProfile = {
  ...small,
  'goaldoc.config.yaml': 'profiles: templates\nprofile: own\n',
  'templates/own/profile.yaml': 'name: own\n',
}

const withProfile = (rest: (size: number) => string): Scene => ({
  files: (size) => ({ ...ownProfile, 'templates/own/profile.yaml': `name: own\n${rest(size)}` }),
  args: ['lint', document],
})

const scenes: Record<string, Scene> = {
  'set of many teams': {
    files: (size) => ({
      [document]: documentWith(mars, size),
      [model]: modelWith(mars, size),
      [roster]: rosterWith(mars, size / 4),
    }),
    args: ['set', 'domes', '--team', `${mars(1)},${mars(9)}`, '--status', 'done', '--diff'],
  },
  'set of an unknown team': {
    files: (size) => ({ [document]: documentWith(mars, size), [roster]: rosterWith(mars, size / 4) }),
    args: ['set', 'domes', '--team', 'marz', '--status', 'done'],
  },
  'teams sync, all missing': {
    files: (size) => ({ [document]: documentOf(section('venus')), [roster]: rosterWith(mars, size) }),
    args: ['teams', 'sync', '--diff'],
  },
  'teams check, all missing': {
    files: (size) => ({ [document]: documentOf(section('venus')), [roster]: rosterWith(mars, size) }),
    args: ['teams', 'check'],
  },
  'teams sync, none official': {
    files: (size) => ({ [document]: documentWith((i) => `venus ${i}`, size), [roster]: rosterWith(mars, 1000) }),
    args: ['teams', 'sync', '--diff'],
  },
  'teams sync, all spelled differently': {
    files: (size) => ({ [document]: documentWith((i) => mars(i).toUpperCase(), size), [roster]: rosterWith(mars, size / 4) }),
    args: ['teams', 'sync', '--diff'],
  },
  'teams sync with models': {
    files: (size) => ({ [model]: modelWith((i) => mars(2 * i), size), [roster]: rosterWith(mars, size / 4) }),
    args: ['teams', 'sync', '--diff'],
  },
  'import of many teams': {
    files: (size) => ({ [document]: documentWith(mars, size), [roster]: rosterWith(mars, size / 4) }),
    args: ['import', document, '--stdout'],
  },
  'move with many links': {
    files: (size) => ({ ...small, 'goals/index.rst': `Goals\n=====\n\n${lines(() => '* :doc:`selected/domes`\n', size / 26)}` }),
    args: ['move', 'domes', 'completed/pike', '--diff'],
  },
  'move with many redirects': {
    files: (size) => ({
      ...small,
      '_extra/.htaccess': lines((i) => `redirect 301 /goals/a${i}.html /goals/selected/domes.html\n`, size / 58),
    }),
    args: ['move', 'domes', 'completed/pike', '--diff'],
  },
  'status of many teams': {
    files: (size) => ({ [document]: documentWith(mars, size), [roster]: rosterWith(mars, size / 4) }),
    args: ['status'],
  },
  'status of many goals': {
    files: (size) => ({
      [roster]: small[roster]!,
      ...Object.fromEntries(Array.from({ length: size / 2000 }, (_, i) => [`goals/selected/g${i}.rst`, small[document]!])),
    }),
    args: ['status', '--format', 'json'],
  },
  'tree of many sections': {
    files: (size) => ({ [document]: 'A\n=\n\nB\n-\n\n'.repeat(size / 10) }),
    args: ['tree', document],
  },
  'ask of many teams': {
    files: (size) => ({ [document]: documentWith(mars, size), [roster]: rosterWith(mars, size / 4) }),
    args: ['ask', 'domes'],
  },
  'diff of what is not committed': {
    files: (size) => ({ [document]: documentWith(mars, size) }),
    committed: (size) => ({ [document]: documentWith((i) => mars(3 * i), size) }),
    args: ['diff', 'HEAD'],
  },
  'diff of models': {
    files: (size) => ({ ...small, [model]: modelWith(mars, size) }),
    committed: (size) => ({ [model]: modelWith((i) => mars(3 * i), size) }),
    args: ['diff', 'HEAD'],
  },
  'diff of a team list that is text': {
    files: (size) => ({ [document]: documentOf(lines((i) => `* moon ${i}\n`, size / 12)) }),
    committed: (size) => ({ [document]: documentOf(lines((i) => `* dome ${i}\n`, size / 12)) }),
    args: ['diff', 'HEAD'],
  },
  'status with many changes': {
    files: (size) => ({
      [document]: documentWith(mars, size / 4),
      [roster]: lines((i) => `${mars(i)}: {deliverables: {moon${i}: {repos: [sky/moon${i}]}}}\n`, size / 240),
      'changes.json': JSON.stringify(
        Array.from({ length: size / 130 }, (_, i) => ({
          project: `sky/moon${i % 500}`,
          subject: 'Mars',
          status: 'NEW',
          _number: i,
          updated: '2026-01-01 00:00:00.000000000',
          topic: 'domes',
        })),
      ),
    }),
    args: ['status', '--changes', 'changes.json'],
  },
  'new from a large template': {
    files: (size) => ({ ...small, 'goals/template.rst': documentWith(mars, size) }),
    args: ['new', 'moons', '--yes', '--profile', 'goals/template.rst'],
  },
  'report since a commit': {
    files: (size) => ({ [document]: documentWith(mars, size), [roster]: rosterWith(mars, size / 4) }),
    committed: () => ({}),
    args: ['report', '--since', 'HEAD'],
  },
  'pull of many teams': {
    files: (size) => ({ [document]: documentWith(mars, size), [model]: modelWith((i) => mars(i + 1), size / 2) }),
    committed: () => ({}),
    args: ['pull', '--diff'],
  },
  'check of many teams': {
    files: (size) => ({
      [document]: documentWith(mars, size),
      [model]: modelWith(mars, size / 2),
      [roster]: rosterWith(mars, size / 4),
    }),
    args: ['check'],
  },
  'profile with many sections': withProfile(
    (size) => `sections:\n${lines((i) => `  - key: mars${i}\n    title: Mars ${i}\n`, size / 40)}`,
  ),
  'profile with many titles of a section': withProfile(
    (size) => `sections:\n  - key: mars\n    title: Mars\n    aliases:\n${lines((i) => `      - Mars ${i}\n`, size / 18)}`,
  ),
  'profile with many adornments': withProfile((size) => `adornments:\n${lines(() => "  - '='\n", size / 8)}`),
  'profile with many lists': withProfile((size) => `lists:\n${lines((i) => `  mars${i}: '*'\n`, size / 16)}`),
  'profile with many keys': withProfile((size) => lines((i) => `mars${i}: 1\n`, size / 12)),
  'profile with many keys of sections': withProfile(
    (size) => `sections:\n${lines((i) => `  - {key: design, title: Mars, moon${i}: 1}\n`, size / 44)}`,
  ),
  'profiles that extend each other': {
    files: (size) => ({
      ...ownProfile,
      ...Object.fromEntries(
        Array.from({ length: size / 400 }, (_, i) => [
          `templates/own${i}/profile.yaml`,
          `name: own${i}\nextends: ${i > 0 ? `own${i - 1}` : 'champion'}\n`,
        ]),
      ),
    }),
    args: ['lint', document],
  },
  'set of all teams, each in a commit': {
    files: (size) => ({ ...small, [document]: documentWith(mars, size) }),
    args: ['set', 'domes', '--all-unanswered', '--status', 'done', '--commit=each', '--dry-run'],
  },
  'pull where all teams are lost': {
    files: (size) => ({ [document]: documentOf(section('venus')), [model]: modelWith(mars, size / 2) }),
    committed: (size) => ({ [document]: documentWith(mars, size) }),
    args: ['pull', '--diff', '--base', 'HEAD'],
  },
  'pull where no team has a title': {
    files: (size) => ({ [document]: documentWith(mars, size).replace(/-{9,}\n/g, ''), [model]: modelWith(mars, size / 2) }),
    committed: (size) => ({ [document]: documentWith(mars, size) }),
    args: ['pull', '--diff', '--base', 'HEAD'],
  },
  'merge with many conflicts': {
    files: (size) =>
      Object.fromEntries(
        ['base', 'ours', 'theirs'].map((side) => [
          `${side}.rst`,
          documentOf(lines((i) => section(mars(i)).replace('\n\nC', `\n\n* http://${side}.example/${i}\n\nC`), size / 100)),
        ]),
      ),
    args: ['merge', 'base.rst', 'ours.rst', 'theirs.rst'],
  },
  'template with blocks in blocks': {
    files: (size) => ({
      ...ownProfile,
      'templates/own/team.hbs': `{{heading}}\n\n${'{{#if name}}'.repeat(size / 19)}a${'{{/if}}'.repeat(size / 19)}\n`,
    }),
    args: ['lint', document],
  },
  'template of many lines': {
    files: (size) => ({
      ...ownProfile,
      'templates/own/team.hbs': `{{heading}}\n\n${lines((i) => `Moon ${i} of {{name}}\n`, size / 20)}`,
    }),
    args: ['lint', document],
  },
  'template with loops in loops': {
    files: () => ({
      ...ownProfile,
      'templates/own/team.hbs': `{{heading}}\n\n${'{{#each @root}}'.repeat(9)}a${'{{/each}}'.repeat(9)}\n`,
    }),
    args: ['lint', document],
  },
  'configuration with many keys': {
    files: (size) => ({ ...small, 'goaldoc.config.yaml': lines((i) => `mars${i}: 1\n`, size / 12) }),
    args: ['lint', document],
  },
  'former teams, many': {
    files: (size) => ({
      // It is read for names that the list does not have.
      [document]: documentWith((i) => `venus${2 * i}`, size / 4),
      [roster]: small[roster]!,
      'reference/legacy.yaml': lines((i) => `venus${i}:\n  retired-on: 2020-01-01\n`, size / 34),
    }),
    args: ['lint', document],
  },
  'patterns of ignored files, many': {
    files: (size) => ({
      ...Object.fromEntries(Array.from({ length: 50 }, (_, i) => [`goals/selected/g${i}.rst`, small[document]!])),
      '.gitignore': lines((i) => `mars${i}*\n`, size / 12),
    }),
    committed: () => ({}),
    args: ['lint', 'goals'],
  },
  'patterns of ignored files, folders in folders': {
    files: (size) => ({
      [`goals/${'a/'.repeat(300)}domes.rst`]: small[document]!,
      // Not a commit: git takes forever for these patterns.
      '.git/HEAD': '',
      '.gitignore': lines(() => `${'**/*a*/'.repeat(20)}c\n`, Math.min(size / 142, 60)),
    }),
    args: ['lint', 'goals'],
  },
  'roster, many teams': { files: (size) => ({ ...small, [roster]: rosterWith(mars, size) }), args: ['lint', document] },
  'roster, deep': { files: (size) => ({ ...small, [roster]: `mars: ${'['.repeat(size)}` }), args: ['lint', document] },
  'baseline, large': {
    files: (size) => ({
      ...small,
      'baseline.json': JSON.stringify({
        version: 2,
        files: { [document]: { 'style/tab': Array.from({ length: size / 16 }, (_, i) => `mars${i}`) } },
      }),
    }),
    args: ['lint', document, '--baseline', 'baseline.json'],
  },
}

const made: string[] = []
process.on('exit', () => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true })
})

function folderOf(files: Files, committed: Files | undefined): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'goaldoc-hostile-')))
  made.push(folder)
  const write = (texts: Files) => {
    for (const [name, text] of Object.entries(texts)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true })
      writeFileSync(join(folder, name), text)
    }
  }
  const git = (...args: string[]) => {
    const identity = ['-c', 'user.name=Mars', '-c', 'user.email=mars@planets.example']
    execFileSync('git', [...identity, ...args], { cwd: folder, stdio: 'ignore' })
  }
  write(files)
  if (committed) {
    write(committed)
    git('init')
    git('add', '-A')
    git('commit', '-m', 'mars')
    write(files)
  }
  return folder
}

/** Runs a command line. A defect of goaldoc is an error; everything else is an answer. */
async function run(args: readonly string[], cwd: string): Promise<void> {
  const { code, err } = await captured(args, cwd)
  if (process.env.SHOW) process.stderr.write(`${code}: ${err.slice(0, 300)}\n`)
  if (/defect|\n\s+at /.test(err)) throw new Error(err)
}

/** The kind in which a command is run. */
export function commandKind(name: string, { files, committed, args }: Scene): Kind {
  return {
    name: `command: ${name}`,
    prepare(size) {
      const folder = folderOf(files(size), committed?.(size))
      return () => run(args, folder)
    },
  }
}

export const commandKinds: readonly Kind[] = Object.entries(scenes).map(([name, scene]) => commandKind(name, scene))

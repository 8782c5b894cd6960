/** Runs the command on a typical repository, and stores the code that V8 compiles. */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bundle } from './bundle.ts'
import { run } from './run.ts'

/** Typical commands of people, editors and CI. The code of each one is stored; the first two must start fastest. */
const commands = [
  ['lint', 'goals'],
  ['check'],
  ['lint', '--diff', 'goals'],
  ['check', '--format', 'github', '--format', 'sarif:found.sarif', '--format', 'gitlab:found.json'],
  ['check', '--changed', '--hook', 'goals/telescopes.rst'],
  ['render', '--stdout', 'goals/queens/split-tempest-plugins.ts'],
  ['render', '--check', 'goals'],
  ['import', 'goals/telescopes.rst'],
  ['set', 'goals/telescopes.yaml', '--team', 'hubble', '--status', 'done'],
  ['status'],
  ['--help'],
]

/** With these flags, two builds are the same: the seed of hashes is fixed, V8 does not drop code that has not run for a while, and there is
 * so much memory for new objects that no garbage is collected, which would change the recorded age of functions.
 */
const flags = [
  '--hash-seed=1',
  '--no-flush-bytecode',
  '--single-threaded',
  '--min-semi-space-size=256',
  '--max-semi-space-size=256',
  '--initial-heap-size=3000',
]

/** Writes the compiled code next to the files of the package. */
export async function learn(node: string, root: string, folder: string): Promise<void> {
  const place = mkdtempSync(join(tmpdir(), 'goaldoc-learning-'))
  try {
    const script = (name: string) => join(root, 'scripts/executable', `${name}.ts`)
    await bundle({ learn: script('learn'), accept: script('accept') }, join(place, 'scripts'))
    const repository = join(place, 'repository')
    cpSync(join(root, 'goals'), join(repository, 'goals'), { recursive: true })
    cpSync(join(root, 'test/fixtures/planted/telescopes.rst'), join(repository, 'goals/telescopes.rst'))
    mkdirSync(join(repository, 'reference'))
    cpSync(join(root, 'test/fixtures/planted/projects.yaml'), join(repository, 'reference/projects.yaml'))
    const git = (...args: string[]) =>
      run('git', ['-c', 'user.name=Halley', '-c', 'user.email=halley@planets.example', '-c', 'commit.gpgSign=false', ...args], {
        cwd: repository,
      })
    git('init', '-q')
    git('add', '-A')
    git('commit', '-q', '-m', 'goals')
    for (const command of commands) {
      const ran = spawnSync(node, [...flags, join(place, 'scripts/learn.cjs'), folder, ...command], {
        cwd: repository,
        encoding: 'utf8',
        env: { PATH: process.env.PATH, HOME: place, NODE_DISABLE_COMPILE_CACHE: '1' },
      })
      // Exit code 1 means findings, and the repository has some of each kind.
      if (ran.status !== 0 && ran.status !== 1)
        throw new Error(`Cannot learn from ${command.join(' ')}:\n${ran.stdout}${ran.stderr}`)
    }
    run(node, [join(place, 'scripts/accept.cjs'), folder])
  } finally {
    rmSync(place, { recursive: true, force: true })
  }
}

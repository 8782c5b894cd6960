/** The environment of an installer: programs, a home folder and registries, but nothing of this checkout. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs'
import { dirname, join } from 'node:path'

export interface Surroundings {
  /** A folder for all files that are created. */
  folder: string
  env: Record<string, string>
}

const nodePrograms = ['node', 'nodejs', 'npm', 'npx', 'corepack']

/** All programs of the system except Node and its tools. */
export function withoutNode(folder: string): Surroundings {
  const programs = join(folder, 'programs')
  mkdirSync(programs, { recursive: true })
  for (const place of ['/usr/bin', '/bin'])
    for (const name of readdirSync(place))
      if (!nodePrograms.includes(name) && !existsSync(join(programs, name))) link(join(place, name), join(programs, name))
  mkdirSync(join(folder, 'home'), { recursive: true })
  return { folder, env: { PATH: programs, HOME: join(folder, 'home'), LANG: 'C.UTF-8', NO_COLOR: '1' } }
}

/** The same environment with a Node and the npm of this machine first in the path. */
export function withNode(around: Surroundings, node: string): Surroundings {
  const programs = join(around.folder, 'node-programs')
  mkdirSync(programs, { recursive: true })
  link(node, join(programs, 'node'))
  const npm = spawnSync('npm', ['root', '--global'], { encoding: 'utf8' }).stdout.trim()
  for (const name of ['npm', 'npx']) link(join(npm, 'npm/bin', `${name}-cli.js`), join(programs, name))
  return { ...around, env: { ...around.env, PATH: `${programs}:${around.env.PATH}` } }
}

function link(target: string, path: string): void {
  try {
    symlinkSync(target, path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
}

/** The settings with which this machine reaches npm's registry. */
export function npmSettings(): Record<string, string> {
  const registry = spawnSync('npm', ['config', 'get', 'registry'], { encoding: 'utf8' }).stdout.trim()
  const names = ['NODE_EXTRA_CA_CERTS', 'npm_config_cafile', 'npm_config_cache']
  const given = names.flatMap((name) => (process.env[name] ? [[name, process.env[name]] as const] : []))
  return { ...Object.fromEntries(given), npm_config_registry: registry }
}

export interface Ran {
  status: number | null
  output: string
  seconds: number
}

export function runIn(around: Surroundings, cwd: string, command: string, env: Readonly<Record<string, string>> = {}): Ran {
  const started = performance.now()
  const { status, stdout, stderr } = spawnSync('/bin/bash', ['-e', '-o', 'pipefail', '-c', command], {
    cwd,
    encoding: 'utf8',
    env: { ...around.env, ...env },
    maxBuffer: 1 << 28,
  })
  return { status, output: stdout + stderr, seconds: (performance.now() - started) / 1000 }
}

/** Runs a step, checks its result, and prints a line for the report. */
export function step(
  what: string,
  ran: Ran,
  status: number,
  says: readonly string[] = [],
  saysNot: readonly string[] = [],
): void {
  const wrong =
    ran.status !== status
      ? `exit code ${ran.status} and not ${status}`
      : (says.filter((text) => !ran.output.includes(text)).map((text) => `no \`${text}\``)[0] ??
        saysNot.filter((text) => ran.output.includes(text)).map((text) => `\`${text}\``)[0])
  process.stdout.write(`${what.padEnd(64)} exit ${ran.status}  ${ran.seconds.toFixed(2).padStart(6)} s\n`)
  if (wrong) throw new Error(`Wrong result of ${what}: ${wrong}\n${ran.output}`)
}

export function megabytes(around: Surroundings, path: string): string {
  return runIn(around, dirname(path), `du -sm ${path} | cut -f1`).output.trim()
}

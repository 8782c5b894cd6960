/** Kills commands at random moments while they write, fills the disk, and runs two of them at once. Files must stay complete, and
 * no temporary file may remain.
 *
 *     npm run build -- --js && npm run kills [-- --kills 500] [--rounds 100] [--seed 1] [--only kills,disk,pairs] [--commands pull,set]
 *
 * The disk is a separate small file system, which only root can mount.
 */
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { closeSync, existsSync, openSync, rmSync, statfsSync, watch, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { randomNumbers } from '../test/conformance/edits.ts'
import { diskJobs, type Job, jobs } from './kills/commands.ts'
import { copyOf, difference, newFolder, snapshot } from './kills/tree.ts'

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '500' },
    rounds: { type: 'string', default: '100' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string', default: 'kills,disk,pairs' },
    commands: { type: 'string' },
  },
})
const goaldoc = fileURLToPath(new URL('../dist/bin.cjs', import.meta.url))
if (!existsSync(goaldoc)) {
  console.error('Cannot run goaldoc: it is not built. Run `npm run build -- --js`')
  process.exit(2)
}

const random = randomNumbers(Number(values.seed))

const env = { ...process.env, NO_COLOR: '1' }
const breaches: string[] = []
const made: string[] = []
const kept = (folder: string) => {
  made.push(folder)
  return folder
}
const remove = (folder: string) => rmSync(folder, { recursive: true, force: true })

function run(args: readonly string[], cwd: string, { cache, output }: { cache?: string; output?: string } = {}) {
  const stdout = output === undefined ? 'pipe' : openSync(join(cwd, output), 'w')
  const { status, stderr } = spawnSync(process.execPath, [goaldoc, ...args], {
    cwd,
    env: cache === undefined ? env : { ...env, XDG_CACHE_HOME: cache, NODE_COMPILE_CACHE: cache },
    encoding: 'utf8',
    stdio: ['ignore', stdout, 'pipe'],
  })
  if (typeof stdout === 'number') closeSync(stdout)
  return { code: status, err: stderr }
}

/** Runs a command to its end, or kills it: after a given time, or shortly after a file was written. */
function runAndKill(
  args: readonly string[],
  cwd: string,
  when: { after: number } | { event: number; delay: number },
): Promise<boolean> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [goaldoc, ...args], { cwd, env, stdio: 'ignore' })
    const kill = () => child.kill('SIGKILL')
    const timer = 'after' in when ? setTimeout(kill, when.after) : undefined
    let events = 0
    const watcher =
      'event' in when
        ? watch(cwd, { recursive: true }, (_, name) => {
            if (name?.startsWith('.git') || ++events !== when.event) return
            if (when.delay < 1) kill()
            else setTimeout(kill, when.delay)
          })
        : undefined
    child.on('exit', (_, signal) => {
      clearTimeout(timer)
      watcher?.close()
      done(signal === 'SIGKILL')
    })
  })
}

function isTemporary(name: string): boolean {
  return name.endsWith('.tmp')
}

/** Files whose content is neither the old nor the new one. The temporary file of the killed process is allowed. */
function torn(folder: string, before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] {
  return [...snapshot(folder)]
    .filter(([name, text]) => !isTemporary(name) && text !== before.get(name) && text !== after.get(name))
    .map(([name]) => name)
}

async function kills(all: readonly Job[]) {
  const each = Math.ceil(Number(values.kills) / all.length)
  const wanted = values.commands?.split(',')
  for (const job of all.filter(({ name }) => wanted?.includes(name) ?? true)) {
    const before = snapshot(job.before)
    const finished = kept(copyOf(job.before))
    const started = performance.now()
    run(job.args, finished)
    const usual = performance.now() - started
    const after = snapshot(finished)
    if (difference(before, after).length === 0) breaches.push(`${job.name}: has nothing to do`)
    const counts = { killed: 0, between: 0, litter: 0 }
    for (let round = 0; counts.killed < each && round < 4 * each; round++) {
      const folder = copyOf(job.before)
      const when =
        round % 2 === 0
          ? { after: usual * (0.4 + 0.7 * random()) }
          : { event: 1 + Math.floor(30 * random()), delay: 3 * random() }
      if (await runAndKill(job.args, folder, when)) {
        counts.killed++
        const now = snapshot(folder)
        if (difference(before, now).length > 0 && difference(after, now).length > 0) counts.between++
        if ([...now.keys()].some(isTemporary)) counts.litter++
        for (const name of torn(folder, before, after)) breaches.push(`${job.name}: ${name} is torn`)
        const again = run(job.args, folder)
        const end = snapshot(folder)
        for (const name of [...end.keys()].filter(isTemporary)) breaches.push(`${job.name}: ${name} is left after the next run`)
        for (const name of torn(folder, before, after)) breaches.push(`${job.name}: ${name} is torn by the next run`)
        // A move that was interrupted must be completed by hand: the next run reports that, and changes nothing.
        if (job.name !== 'move' && job.name !== 'merge')
          for (const said of difference(after, end))
            breaches.push(`${job.name}: ${said} after the next run (${again.err.split('\n')[0]})`)
      }
      remove(folder)
    }
    const { killed, between, litter } = counts
    console.log(
      `${job.name}: ${killed} kills; ${between} between two files; ${litter} left a temporary file, which the next run removed`,
    )
  }
}

/** The folder of a file system of 1 MiB; if it cannot be mounted, the reason. */
function smallDisk(): { folder: string } | { why: string } {
  if (process.getuid?.() !== 0) return { why: 'only root can mount a file system' }
  const folder = newFolder()
  const { status, stderr } = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'goaldoc', folder], { encoding: 'utf8' })
  return status === 0 ? { folder } : { why: stderr.trim() }
}

/** Fills the disk, on which the compile cache is too. Nothing may change or remain, in git's own folder neither. */
function disk(all: readonly Job[]) {
  for (const job of diskJobs(all)) {
    const small = smallDisk()
    if ('why' in small) {
      console.log(`disk full: skipped, ${small.why}`)
      return
    }
    const { folder } = small
    try {
      copyOf(job.before, folder)
      const before = snapshot(folder, true)
      const { bavail, bsize } = statfsSync(folder)
      writeFileSync(join(folder, 'filler'), Buffer.alloc(bavail * bsize))
      const { code, err } = run(job.args, folder, { ...job, cache: join(folder, 'cache') })
      for (const name of ['filler', ...(job.output ? [job.output] : [])]) rmSync(join(folder, name))
      const said = difference(before, snapshot(folder, true))
      const isRight = job.isCache ? code === 0 : code === 2 && err.includes('no space is left on the device')
      if (!isRight) breaches.push(`disk full, ${job.name}: ${code} ${err.split('\n')[0]}`)
      for (const one of said) breaches.push(`disk full, ${job.name}: ${one}`)
      console.log(`disk full, ${job.name}: exit code ${code}, ${said.length} files changed; ${err.trim().split('\n').at(-1)}`)
    } finally {
      execFileSync('umount', [folder])
      remove(folder)
    }
  }
}

/** Runs two commands on one tree at once: each file must be the result of one of them, or of both one after the other. */
async function pairs(all: readonly Job[]) {
  const named = (name: string) => all.find((job) => job.name === name)!
  const fix = named('lint --fix')
  const set = named('set')
  const couples: [string, string, string[], string[]][] = [
    ['lint --fix and lint --fix', fix.before, fix.args, fix.args],
    ['lint --fix and set', fix.before, fix.args, set.args],
    ['set and set', set.before, set.args, [...set.args.slice(0, -4), '--team', 'Webb', '--status', 'planned']],
    ['render and lint --fix', named('render').before, named('render').args, fix.args],
  ]
  for (const [name, tree, left, right] of couples) {
    const before = snapshot(tree)
    const outcomes = [[left], [right], [left, right], [right, left]].map((commands) => {
      const folder = kept(copyOf(tree))
      for (const args of commands) run(args, folder)
      return snapshot(folder)
    })
    let refused = 0
    for (let round = 0; round < Number(values.rounds); round++) {
      const folder = copyOf(tree)
      const codes = await Promise.all([left, right].map((args) => exitCode(args, folder)))
      refused += codes.filter((code) => code === 2).length
      for (const [file, text] of snapshot(folder))
        if (text !== before.get(file) && !outcomes.some((outcome) => outcome.get(file) === text))
          breaches.push(`${name}: ${file} is ${isTemporary(file) ? 'left' : 'nobody’s'}`)
      if (codes.some((code) => code === null || code > 2)) breaches.push(`${name}: exit codes ${codes.join(' and ')}`)
      remove(folder)
    }
    console.log(`${name}: ${values.rounds} rounds; ${refused} runs refused since the other one had written`)
  }
}

function exitCode(args: readonly string[], cwd: string): Promise<number | null> {
  return new Promise((done) => {
    spawn(process.execPath, [goaldoc, ...args], { cwd, env, stdio: 'ignore' }).on('exit', (code) => done(code))
  })
}

const all = jobs((args, cwd) => {
  const { code, err } = run(args, cwd)
  if (code !== 0) throw new Error(`goaldoc ${args.join(' ')}: ${code} ${err}`)
})
try {
  const parts: Record<string, (all: readonly Job[]) => void | Promise<void>> = { kills, disk, pairs }
  for (const part of values.only.split(',')) await parts[part]?.(all)
} finally {
  for (const folder of [...made, ...new Set(all.map(({ before }) => before))]) remove(folder)
}
for (const breach of breaches.slice(0, 20)) console.log(`BREACH ${breach}`)
console.log(breaches.length === 0 ? 'No breach' : `${breaches.length} breaches`)
if (breaches.length > 0) process.exitCode = 1

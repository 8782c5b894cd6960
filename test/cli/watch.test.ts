/** `--watch`: runs again after changes, and prints only what changed. */
import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { openLastRun, runOnChanges } from '../../src/cli/watch.ts'
import { lint } from '../../src/lint/index.ts'
import type { Result } from '../../src/report/index.ts'
import { root } from './project.ts'
import { type Folder, folder, projects, telescopes } from './run.ts'

/** Changes that a test makes. */
function watcher() {
  let listener = () => {}
  return {
    on(given: () => void) {
      listener = given
    },
    change: () => listener(),
    close: async () => {},
  }
}

describe('runs on changes', () => {
  test('one after another; what changes meanwhile makes one more run', async () => {
    const files = watcher()
    let stop = () => {}
    const stopped = new Promise<void>((done) => {
      stop = done
    })
    const log: string[] = []
    const code = await runOnChanges(
      files,
      stopped,
      async () => {
        const run = log.filter((line) => line === 'begin').length + 1
        log.push('begin')
        // Three changes during the first run, one after the second.
        if (run === 1) for (let change = 0; change < 3; change++) files.change()
        await new Promise((done) => setTimeout(done, 5))
        log.push('end')
        if (run === 2) setTimeout(files.change, 20)
        if (run === 3) stop()
        return run
      },
      1,
    )
    expect(log).toEqual(['begin', 'end', 'begin', 'end', 'begin', 'end'])
    expect(code).toBe(3)
  })
})

describe('what is printed', () => {
  const resultOf = (source: string, path = 'goals/domes.rst'): Result => ({
    path,
    source,
    diagnostics: lint(source, { only: ['style/tab', 'style/trailing-whitespace'] }),
  })

  test('new findings are new wherever the old ones moved; those that are gone are counted', () => {
    const told: string[] = []
    const memory = openLastRun((line) => told.push(line))
    const shown = (...results: Result[]) =>
      memory.fresh(results).flatMap(({ diagnostics }) => diagnostics.map(({ line, ruleId }) => `${line} ${ruleId}`))
    expect(shown(resultOf('Domes \n\nTurn\tthem.\n'))).toEqual(['1 style/trailing-whitespace', '3 style/tab'])
    expect(shown(resultOf('Domes \n\nTurn\tthem.\n'))).toEqual([])
    expect(shown(resultOf('New\n\nDomes \n\nTurn\tthem.\n\nAll. \n'))).toEqual(['7 style/trailing-whitespace'])
    expect(told).toEqual([])
    expect(shown(resultOf('Domes\n\nTurn\tthem.\n'))).toEqual([])
    expect(shown()).toEqual([])
    expect(told).toEqual(['2 findings of goals/domes.rst are gone', '1 finding of goals/domes.rst is gone'])
    expect(shown(resultOf('Turn\tthem.\n'), resultOf('Turn\tthem.\n', 'goals/other.rst'))).toHaveLength(2)
  })

  test.each([
    [['--hook'], 'Cannot use --watch with --hook: that is for one run. Leave one of them away.\n'],
    [['--diff'], 'Cannot use --watch with --diff: that is for one run. Leave one of them away.\n'],
    [['-'], 'Cannot watch standard input: it does not change. Name files or folders.\n'],
    [
      ['-f', 'json'],
      'Cannot use --watch with --format json: programs read the findings of one run. Write a file: --format json:FILE.\n',
    ],
  ])('%j is refused', async (args, err) => {
    const place = folder({ 'goals/domes.rst': telescopes })
    expect(await place.goaldoc(['lint', '--watch', ...args])).toEqual({ code: 2, out: '', err })
  })
})

describe('a process that watches', () => {
  const started: ChildProcess[] = []
  afterAll(() => {
    for (const one of started) one.kill('SIGKILL')
  })

  /** Starts goaldoc, and waits for what it prints; a test fails by its own time where it never comes. */
  function start(place: Folder, ...args: string[]) {
    const jiti = join(root, 'node_modules/jiti/lib/jiti-register.mjs')
    const program = ['--import', jiti, join(root, 'src/cli/bin.ts'), ...args, '--watch', '-f', 'compact']
    const run = spawn(process.execPath, program, { cwd: place.path, stdio: ['ignore', 'pipe', 'pipe'] })
    started.push(run)
    let said = ''
    let look = () => {}
    for (const stream of [run.stdout, run.stderr])
      stream.on('data', (text) => {
        said += text
        look()
      })
    return {
      /** What is printed up to some text. */
      async until(text: string): Promise<string> {
        while (!said.includes(text))
          await new Promise<void>((done) => {
            look = done
          })
        const end = said.indexOf(text) + text.length
        const part = said.slice(0, end)
        said = said.slice(end)
        return part
      },
      async end(): Promise<number | null> {
        const code = new Promise<number | null>((done) => run.once('exit', done))
        run.kill('SIGINT')
        return code
      },
    }
  }

  test('sees edits, new files, models and the configuration', async () => {
    const place = folder({ 'goals/domes.rst': telescopes, 'reference/projects.yaml': projects })
    place.git('init', '-q')
    const process = start(place, 'check')
    await process.until('no findings\n')
    place.write('goals/domes.rst', `${telescopes}\nBad.\t\n`)
    expect(await process.until('(style/trailing-whitespace)\n')).toContain('goals/domes.rst:')
    place.write('goals/lamps.yaml', 'title: Dim all lamps\n')
    const second = await process.until('(repository/missing-document)\n')
    expect(second).toContain('goals/lamps.yaml:1:1: error: Missing document')
    expect(second).not.toContain('goals/domes.rst')
    place.write('goaldoc.config.yaml', 'rules: {style/tab: off\n')
    await process.until('Cannot use goaldoc.config.yaml')
    place.write('goaldoc.config.yaml', 'rules:\n  repository/*: off\n')
    expect(await process.until('1 finding of goals/lamps.yaml is gone\n')).not.toContain('Missing document')
    place.write('goals/domes.rst', telescopes)
    await process.until('of goals/domes.rst is gone\n')
    await process.until('no findings\n')
    expect(await process.end()).toBe(0)
  })
})

/** The process's own streams. What the system answers is made up, so that each answer can be. */
import type * as FileSystem from 'node:fs'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { processIo, show } from '../../src/cli/io.ts'

const system = vi.hoisted(() => ({
  written: [] as string[],
  /** What goes wrong in the next writes. */
  failures: [] as (string | undefined)[],
  terminals: new Set<number>(),
  devices: new Set<number>(),
}))

vi.mock('node:fs', async (original) => {
  const fs = await original<typeof FileSystem>()
  return {
    ...fs,
    readFileSync: (path: Parameters<typeof fs.readFileSync>[0]) => (path === 0 ? Buffer.from('Mars') : fs.readFileSync(path)),
    statSync: () => ({ rdev: 259 }),
    fstatSync(descriptor: number) {
      if (system.terminals.has(descriptor)) return { mode: fs.constants.S_IFCHR, rdev: 1024 }
      if (system.devices.has(descriptor)) return { mode: fs.constants.S_IFCHR, rdev: 259 }
      if (descriptor === 0) throw new Error('closed')
      return { mode: fs.constants.S_IFREG, rdev: 1024 }
    },
    // A pipe that takes four bytes at a time.
    writeSync(descriptor: number, bytes: Buffer, at: number) {
      const code = system.failures.shift()
      if (code) throw Object.assign(new Error(code), { code })
      const part = bytes.subarray(at, at + 4)
      system.written.push(`${descriptor} ${part.toString('latin1')}`)
      return part.length
    },
  }
})

afterEach(() => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
  system.written = []
  system.failures = []
  system.terminals.clear()
  system.devices.clear()
})

describe('what is written', () => {
  test('is written completely, even if the reader accepts only a few bytes at a time', () => {
    const io = processIo([])
    system.failures = [undefined, 'EAGAIN', 'EAGAIN']
    io.out('Mercury\n')
    io.err('é')
    io.errorStream.write('Venus')
    expect(system.written).toEqual(['1 Merc', '1 ury\n', '2 Ã©', '2 Venu', '2 s'])
  })

  test('is dropped after the reader has closed the stream, only for this stream', () => {
    const io = processIo([])
    system.failures = [undefined, 'EPIPE']
    io.out('Mercury\n')
    io.out('Venus\n')
    io.err('Mars')
    expect(system.written).toEqual(['1 Merc', '2 Mars'])
  })

  test('fails with its reason', () => {
    const io = processIo([])
    system.failures = ['ENOSPC', 'EIO']
    expect(() => io.out('Mars')).toThrow('Cannot write to standard output: no space is left on the device.')
    expect(() => io.err('Mars')).toThrow('Cannot write to standard error: EIO.')
  })
})

test('standard input is read completely', () => {
  expect(processIo([]).stdin().toString()).toBe('Mars')
})

test.each([
  [['answered'], 'to the end', 'Which planet? '],
  [[], 'once it fails', 'Which planet? '],
])('a question is asked on standard error, and its lines are closed: %j', async (answers, _, asked) => {
  const lines = {
    question: vi.fn(async () => {
      if (answers.length === 0) throw new Error('gone')
      return answers[0]
    }),
    close: vi.fn(),
  }
  const readline = process.getBuiltinModule('node:readline/promises')
  const create = vi.spyOn(readline, 'createInterface').mockReturnValue(lines as never)
  const answer = processIo([]).ask(asked)
  await (answers.length > 0 ? expect(answer).resolves.toBe('answered') : expect(answer).rejects.toThrow('gone'))
  expect(create.mock.calls).toEqual([[{ input: process.stdin, output: process.stderr }]])
  expect(lines.question.mock.calls).toEqual([[asked]])
  expect(lines.close).toHaveBeenCalledOnce()
})

describe('a terminal', () => {
  const watched = (...terminals: number[]) => {
    for (const descriptor of terminals) system.terminals.add(descriptor)
    vi.spyOn(process.getBuiltinModule('node:tty'), 'isatty').mockImplementation((descriptor) => system.terminals.has(descriptor))
  }

  test.each([
    [[0, 1, 2], true],
    [[0, 2], true],
    [[0, 1], false],
    [[1, 2], false],
  ])('with terminals at %j, it is interactive: %j', (terminals, isInteractive) => {
    watched(...terminals)
    expect(processIo([]).isInteractive).toBe(isInteractive)
  })

  test('does not obey the text of files, which is written elsewhere as it is', () => {
    const text = 'mars\x1b[2J\u202e\r\tvenus\r\n'
    const shown = (isPainted?: boolean) => {
      const written: string[] = []
      show({ ...processIo([]), out: (one) => void written.push(one) }, text, isPainted)
      return written.join('')
    }
    watched()
    expect(shown()).toBe(text)
    watched(1)
    expect(shown()).toBe('mars\ufffd[2J\ufffd\ufffd\tvenus\r\n')
    expect(shown(true)).toBe(text)
  })

  test('is not a file, the null device or a closed descriptor', () => {
    watched(2)
    system.devices.add(1)
    const io = processIo([])
    expect([io.colour, io.errorColour, io.isInteractive, io.errorStream.isTTY]).toEqual([false, true, false, true])
    expect(io.errorStream.columns).toBe(process.stderr.columns)
  })

  test.each<[string, string[], Record<string, string>, boolean]>([
    ['takes colours', [], {}, true],
    ['that is dumb takes none', [], { TERM: 'dumb' }, false],
    ['takes none where nobody wants them', [], { NO_COLOR: '1' }, false],
    ['takes them where NO_COLOR is empty', [], { NO_COLOR: '' }, true],
    ['takes those that are forced', [], { FORCE_COLOR: '1', TERM: 'dumb' }, true],
    ['takes none where that is forced', [], { FORCE_COLOR: '0' }, false],
    ['takes none where that is said', [], { FORCE_COLOR: 'false' }, false],
    ['hears NO_COLOR before FORCE_COLOR', [], { NO_COLOR: '1', FORCE_COLOR: '1' }, false],
    ['hears --color first', ['--color'], { NO_COLOR: '1' }, true],
    ['hears --no-color first', ['--no-color', '--color'], { FORCE_COLOR: '1' }, false],
  ])('%s', (_, argv, env, colour) => {
    for (const name of ['NO_COLOR', 'FORCE_COLOR', 'TERM']) vi.stubEnv(name, env[name])
    watched(1, 2)
    const io = processIo(argv)
    expect([io.colour, io.errorColour]).toEqual([colour, colour])
  })

  test.each<[string, Record<string, string>, number[], boolean]>([
    ['takes links where it has them', { VTE_VERSION: '7200' }, [1], true],
    ['takes none where it has none', { TERM: 'xterm' }, [1], false],
    ['takes none where nobody wants colours', { VTE_VERSION: '7200', NO_COLOR: '1' }, [1], false],
    ['takes none in CI', { VTE_VERSION: '7200', CI: 'true' }, [1], false],
    ['takes those that are forced', { FORCE_HYPERLINK: '1' }, [1], true],
    ['takes none where that is forced', { VTE_VERSION: '7200', FORCE_HYPERLINK: '0' }, [1], false],
    ['that is a pipe takes none', { VTE_VERSION: '7200' }, [2], false],
    ['that is a pipe takes none, whatever its colours', { VTE_VERSION: '7200', FORCE_COLOR: '1' }, [2], false],
  ])('%s', (_, env, terminals, links) => {
    const names = [
      'NO_COLOR',
      'FORCE_COLOR',
      'TERM',
      'CI',
      'VTE_VERSION',
      'FORCE_HYPERLINK',
      'TERM_PROGRAM',
      'WT_SESSION',
      'NETLIFY',
    ]
    for (const name of names) vi.stubEnv(name, { TERM: 'xterm-256color', ...env }[name])
    watched(...terminals)
    expect(processIo([]).links).toBe(links)
  })
})

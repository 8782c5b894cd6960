import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { progress } from '../../src/repository/index.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: 0 }))
afterEach(() => void vi.useRealTimers())

function terminal(columns?: number) {
  const written: string[] = []
  return { written, stream: { isTTY: true, columns, write: (text: string) => written.push(text) } }
}

test('a line is shown after a second, at most ten times a second, and removed at the end', () => {
  const { written, stream } = terminal()
  const line = progress(48, stream)
  line.step('goals/mars.rst')
  vi.setSystemTime(999)
  line.step('goals/io.rst')
  expect(written).toEqual([])
  vi.setSystemTime(1000)
  line.step('goals/venus.rst')
  vi.setSystemTime(1099)
  line.step('goals/earth.rst')
  vi.setSystemTime(1100)
  line.step()
  expect(written).toEqual(['\r\x1b[K3/48 goals/venus.rst', '\r\x1b[K5/48 '])
  line.end()
  expect(written.at(-1)).toBe('\r\x1b[K')
})

test('it stays within the width of the terminal, or of 80 columns', () => {
  for (const [columns, width] of [
    [12, 11],
    [undefined, 79],
  ] as const) {
    const { written, stream } = terminal(columns)
    vi.setSystemTime(0)
    const line = progress(2, stream)
    vi.setSystemTime(2000)
    line.step('goals/'.repeat(30))
    expect(written).toEqual([`\r\x1b[K${`1/2 ${'goals/'.repeat(30)}`.slice(0, width)}`])
  }
})

test('nothing is shown for short work, for a single step, or without a terminal', () => {
  const { written, stream } = terminal()
  const short = progress(48, stream)
  short.step('goals/mars.rst')
  short.end()
  for (const line of [progress(1, stream), progress(48, { ...stream, isTTY: false })]) {
    vi.setSystemTime(5000)
    line.step('goals/mars.rst')
    line.end()
    vi.setSystemTime(0)
  }
  expect(written).toEqual([])
})

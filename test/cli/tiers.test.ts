import v8 from 'node:v8'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { compilingAsUsual, isLongWork, optimisingLate } from '../../src/cli/tiers.ts'
import { folder } from './run.ts'

afterEach(() => void vi.restoreAllMocks())

describe('the compilers of V8', () => {
  const spied = () => vi.spyOn(v8, 'setFlagsFromString').mockImplementation(() => {})

  it('optimise late while some work is done in Node 20', async () => {
    const set = spied()
    const made = await optimisingLate(async () => {
      expect(set.mock.calls).toEqual([['--interrupt-budget=1000000']])
      return 'chart'
    }, '11.3.244.8')
    expect(made).toBe('chart')
    expect(set.mock.calls).toEqual([['--interrupt-budget=1000000'], ['--interrupt-budget=67584']])
  })

  it('are as before when the work fails', async () => {
    const set = spied()
    await expect(optimisingLate(() => Promise.reject(new Error('Cloudy')), '11.3.244.8')).rejects.toThrow('Cloudy')
    expect(set.mock.calls.at(-1)).toEqual(['--interrupt-budget=67584'])
  })

  it('are left alone in other versions, which do not know the flag', async () => {
    const set = spied()
    expect(await optimisingLate(async () => 7, '12.4.254.21')).toBe(7)
    expect(set).not.toHaveBeenCalled()
  })

  it('are as usual while code is compiled, and late again afterwards', async () => {
    const set = spied()
    await optimisingLate(async () => expect(compilingAsUsual(() => set.mock.calls.length)).toBe(2), '11.3.244.8')
    const [late, usual] = [['--interrupt-budget=1000000'], ['--interrupt-budget=67584']]
    expect(set.mock.calls).toEqual([late, usual, late, usual])
    expect(compilingAsUsual(() => set.mock.calls.length)).toBe(4)
  })

  it('are set once for work within work', async () => {
    const set = spied()
    expect(await optimisingLate(() => optimisingLate(async () => 7, '11.3.244.8'), '11.3.244.8')).toBe(7)
    expect(set).toHaveBeenCalledTimes(2)
  })
})

it('work on a large file is long', () => {
  const { path } = folder({ 'moons.rst': 'Moons\n'.repeat(6000), 'domes.rst': 'Domes\n' })
  const isLong = (...names: string[]) => isLongWork(names.map((name) => `${path}/${name}`))
  expect([isLong('domes.rst', 'moons.rst'), isLong('domes.rst', 'pluto.rst'), isLongWork([undefined])]).toEqual([
    true,
    false,
    false,
  ])
})

import v8 from 'node:v8'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { optimisingLate } from '../../src/cli/tiers.ts'

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
})

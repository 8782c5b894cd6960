/** The `date` directive writes what Python's `time.strftime` writes in the C locale. */
import { spawnSync } from 'node:child_process'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { parseRst, toPseudoXml } from '../../src/rst/index.ts'

const python = '/usr/bin/python3'
const hasPython = spawnSync(python, ['-c', '']).status === 0
/** All codes except the name of the time zone, which systems abbreviate differently. */
const codes = [...'aAbhBcCdDeFgGHIjklmMpPrRsSTuUVwWxXyYz%'].flatMap((code) => [`%${code}`, `%-${code}`])
const all = codes.join('|')

function written(format: string, seconds: number): string {
  const tree = parseRst(`.. |now| date:: ${format}\n`, { clock: () => new Date(seconds * 1000) })
  return toPseudoXml(tree).split('\n')[2]!.slice(8)
}

/** New year's days and eves, leap days, and days of every week around the year. */
const times = [0, 951825600, 1104582615, 1483208999, 1709212320, ...Array.from({ length: 60 }, (_, at) => 1e9 + at * 7_654_321)]

afterAll(() => void vi.unstubAllEnvs())

describe.each(['UTC', 'Asia/Kolkata', 'America/New_York'])('in %s', (zone) => {
  beforeAll(() => void vi.stubEnv('TZ', zone))

  test.skipIf(!hasPython)('every code is written as in Python, with and without padding', () => {
    const script = 'import sys, time\nfor s in sys.argv[2:]: print(time.strftime(sys.argv[1], time.localtime(int(s))))'
    const ran = spawnSync(python, ['-c', script, all, ...times.map(String)], {
      encoding: 'utf8',
      env: { TZ: zone, LC_ALL: 'C', PATH: process.env.PATH },
    })
    expect(times.map((seconds) => written(all, seconds))).toEqual(ran.stdout.trimEnd().split('\n'))
  })
})

describe('for a fixed time', () => {
  beforeAll(() => void vi.stubEnv('TZ', 'UTC'))
  const moment = 1104537915

  test('every code has its value', () => {
    expect(written('%A %a %B %b %C %d %-d %e %G-%V %g %H %-H %I %j %-j %k %l %m %M %p %P %s', moment)).toBe(
      'Saturday Sat January Jan 20 01 1  1 2004-53 04 00 0 12 001 1  0 12 01 05 AM am 1104537915',
    )
    expect(written('%S %u %U %w %W %y %Y %z %Z %%', moment)).toBe('15 6 00 6 00 05 2005 +0000 UTC %')
    expect(written('%c, %D, %F, %r, %R, %T, %x, %X', moment)).toBe(
      'Sat Jan  1 00:05:15 2005, 01/01/05, 2005-01-01, 12:05:15 AM, 00:05, 00:05:15, 01/01/05, 00:05:15',
    )
  })

  test('the default is the date, and unknown codes are kept', () => {
    expect(written('', moment)).toBe('2005-01-01')
    expect(written('%Q of %', moment)).toBe('%Q of %')
  })
})

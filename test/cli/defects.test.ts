/** What is said when goaldoc itself is wrong, and its version. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from './project.ts'
import { folder } from './run.ts'

const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
const broken = (error: unknown) => ({
  out: () => {
    throw error
  },
})

test.each(['--version', '-V'])('%s', async (flag) => {
  expect(await folder({}).goaldoc([flag])).toEqual({ code: 0, out: `${version}\n`, err: '' })
})

test('an error that nobody expected is a defect, in one line, and with its stack for --debug', async () => {
  const error = new Error('no\x1b[1m star', { cause: new Error('clouds') })
  expect(await folder({}).goaldoc(['rules'], broken(error))).toEqual({
    code: 2,
    out: '',
    err: 'Cannot go on: no\ufffd[1m star. This is a defect of goaldoc; --debug shows where.\n',
  })
  const { code, err } = await folder({}).goaldoc(
    ['rules', '--debug'],
    broken(new Error('no star', { cause: new Error('clouds') })),
  )
  expect(code).toBe(2)
  expect(err).toMatch(
    /^Cannot go on: no star\. This is a defect of goaldoc\.\nError: no star\n {4}at .*[\s\S]*\nError: clouds\n {4}at /,
  )
  expect((await folder({}).goaldoc(['rules'], broken('clouds'))).err).toBe(
    'Cannot go on: clouds. This is a defect of goaldoc; --debug shows where.\n',
  )
})

/** What SECURITY.md promises has a test, and guards that `npm run guards` can remove. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { guards } from '../../scripts/guards/list.ts'
import { promisesOf } from '../../scripts/guards/promises.ts'
import { root } from '../cli/project.ts'

const promises = promisesOf(readFileSync(join(root, 'SECURITY.md'), 'utf8'))

test.each(promises)('$promise', ({ file, title }) => {
  expect(existsSync(join(root, file)) && file).toBeTruthy()
  const literal = title.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  expect(readFileSync(join(root, file), 'utf8')).toMatch(new RegExp(`\\(\\s*['\`]${literal}['\`]`))
  expect(guards[title]?.length).toBeGreaterThan(0)
})

test('there are promises', () => expect(promises.length).toBeGreaterThan(20))

test('every guard belongs to a promise, and stands once in its file', () => {
  expect(Object.keys(guards).filter((title) => !promises.some((promise) => promise.title === title))).toEqual([])
  const places = Object.values(guards).flat()
  const counts = places.map(({ file, text }) => [file, text, readFileSync(join(root, file), 'utf8').split(text).length - 1])
  expect(counts.filter(([, , count]) => count !== 1)).toEqual([])
})

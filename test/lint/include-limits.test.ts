/** Files that include each other: what docutils says about a circle, and how much is read. */
import { expect, test } from 'vitest'
import { lint, optionsOfExample, rules } from '../../src/lint/index.ts'

const rule = rules.find(({ name }) => name === 'rst/included-file')!
const example = rule.wrong[0]!

/** The findings about a document with one `include`, in a project with some files. */
function found(files: Record<string, string>, text = '.. include:: /dome.inc\n') {
  return lint(text, optionsOfExample(rule, { ...example, text, project: { ...example.project, ...files } }))
}

/** The findings, and how often a file was read. */
function readings(text: string, files: Record<string, string>) {
  let count = 0
  const read = (path: string) => {
    count++
    return files[path] ?? null
  }
  const messages = lint(text, { path: 'domes.rst', read }).map(({ ruleId, message }) => [ruleId, message])
  return { count, messages }
}

test('a file that includes itself over another one is not followed, and reported in the words of docutils', () => {
  const files = { 'dome.inc': '.. include:: /mirror.inc\n\nThe *dome\n', 'mirror.inc': 'Mirror\n\n.. include:: /dome.inc\n' }
  expect(found(files).map(({ message, docutils }) => [message, docutils])).toEqual([
    [
      'Line 3 of included file `dome.inc`: Inline emphasis start-string without end-string',
      { level: 2, line: 3, message: 'Inline emphasis start-string without end-string.' },
    ],
    [
      'Line 3 of included file `mirror.inc`: circular inclusion in "include" directive',
      {
        level: 2,
        line: 3,
        message: 'circular inclusion in "include" directive:\ndome.inc\n> mirror.inc\n> dome.inc\n> goals/orbit/telescopes.rst',
      },
    ],
  ])
})

test('a file may include another part of itself', () => {
  const files = { 'dome.inc': 'Dome\n\n.. include:: /dome.inc\n   :start-line: 6\n\nMirror\n\nThe *mirror\n' }
  const said = found(files).map(({ message }) => message)
  expect(said.filter((message) => message.includes('circular'))).toEqual([])
  expect(said.length).toBe(1)
})

test('ten files that each include the next one ten times are read up to a limit, and names are not judged then', () => {
  const next = (level: number) => `.. include:: ${level}.inc\n\n`.repeat(10)
  const files = Object.fromEntries(Array.from({ length: 10 }, (_, level) => [`${level}.inc`, next(level + 1)]))
  // Without the limit, a hundred million times.
  const { count, messages } = readings('.. include:: 0.inc\n\nAn unknown_ name.\n', { ...files, '8.inc': 'Dome\n' })
  expect(count).toBeLessThan(30_000)
  expect(messages).toEqual([])
})

test('names are judged if all files are read', () => {
  const text = '.. include:: dome.inc\n\nAn unknown_ name, and dome_.\n'
  expect(readings(text, { 'dome.inc': '.. _dome: https://planets.example\n' }).messages).toEqual([
    ['rst/unknown-target', 'Unknown target `unknown`'],
  ])
  expect(readings(text, { 'dome.inc': 'Dome\n'.repeat(110_000) }).messages).toEqual([])
})

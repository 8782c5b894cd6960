/** Files that include each other: what docutils says about a circle, and how much is read. */
import { expect, test } from 'vitest'
import { lint, optionsOfExample, rules } from '../../src/lint/index.ts'

const rule = rules.find(({ name }) => name === 'rst/included-file')!
const example = rule.wrong[0]!

/** Why a file is not read. */
const tooDeep = 'it is more than 8 files deep'
const tooMuch = 'at most 500000 characters are, and each file counts 500 besides its text'

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

test('a file that would be too long as a document is not read', () => {
  const { messages } = readings('.. include:: dome.inc\n\nAn unknown_ name.\n', { 'dome.inc': 'The *dome*\n'.repeat(20_001) })
  const why = '20001 lines are too many; at most 20000 are read'
  expect(messages).toEqual([['rst/included-file', `Included file \`dome.inc\` not read: ${why}`]])
})

test('ten files that each include the next one ten times are read up to a limit, and names are not judged then', () => {
  const next = (level: number) => `.. include:: ${level}.inc\n\n`.repeat(10)
  const files = Object.fromEntries(Array.from({ length: 10 }, (_, level) => [`${level}.inc`, next(level + 1)]))
  // Without the limit, a hundred million times.
  const { count, messages } = readings('.. include:: 0.inc\n\nAn unknown_ name.\n', { ...files, '8.inc': 'Dome\n' })
  expect(count).toBeLessThan(30_000)
  expect(messages).toEqual([['rst/included-file', `Included file \`8.inc\` not read: ${tooDeep}`]])
})

test('names are judged if all files are read', () => {
  const text = '.. include:: dome.inc\n\nAn unknown_ name, and dome_.\n'
  expect(readings(text, { 'dome.inc': '.. _dome: https://planets.example\n' }).messages).toEqual([
    ['rst/unknown-target', 'Unknown target `unknown`'],
  ])
})

test('each directive of the document with a file that is too long has one finding', () => {
  const text = '.. include:: dome.inc\n\n.. include:: mirror.inc\n\nAn unknown_ name.\n\n.. include:: sky.inc\n'
  const sky = '.. include:: dome.inc\n\n.. include:: dome.inc\n'
  const files = { 'dome.inc': 'Dome\n'.repeat(110_000), 'mirror.inc': 'Mirror\n', 'sky.inc': sky }
  const read = (path: string) => files[path as keyof typeof files] ?? null
  const said = lint(text, { path: 'domes.rst', read })
  expect(said.map(({ ruleId, severity, line, message }) => [ruleId, severity, line, message])).toEqual([
    ['rst/included-file', 'info', 1, `Included file \`dome.inc\` not read: ${tooMuch}`],
    ['rst/included-file', 'info', 3, `Included file \`mirror.inc\` not read: ${tooMuch}`],
    ['rst/included-file', 'info', 7, `Included file \`sky.inc\` not read: ${tooMuch}`],
  ])
})

test('a project reads no more of the labels of included files, and says so', () => {
  const long = '.. _dome:\n\nDome\n====\n\n'.repeat(30_000)
  expect(found({ 'dome.inc': long }).map(({ message }) => message)).toEqual([`Included file \`/dome.inc\` not read: ${tooMuch}`])
})

test('files that include each other are read to a depth; the place of the directive beyond it is given', () => {
  const next = (level: number) => `.. include:: /${level}.inc\n`
  const levels = (deepest: number) =>
    Object.fromEntries(
      Array.from({ length: deepest }, (_, level) => [`${level}.inc`, level + 1 === deepest ? 'Dome\n' : next(level + 1)]),
    )
  expect(found(levels(8), next(0)).map(({ message }) => message)).toEqual([])
  expect(found(levels(9), next(0)).map(({ message, related }) => [message, related?.map(({ path }) => path)])).toEqual([
    [`Included file \`/8.inc\` not read: ${tooDeep}`, ['7.inc']],
  ])
})

test('a large file that is included in each line is read once, and its parts are cut out up to the limit', () => {
  const dome = 'Dome, mirror and mount\n'.repeat(20_000)
  const text = '.. include:: dome.inc\n   :end-line: 20000\n\n'.repeat(2000)
  const { count, messages } = readings(text, { 'dome.inc': dome })
  expect([count, messages.length]).toEqual([1, 1999])
})

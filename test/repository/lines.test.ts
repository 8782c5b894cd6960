/** Lines that a change touched, and the change as a diff. */
import { join } from 'node:path'
import { applyPatch } from 'diff'
import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { changesBetween, fileAt, hunks, openChanges, revision, revisionOrThrow, unifiedDiff } from '../../src/repository/index.ts'
import { folder } from '../cli/run.ts'

const planets = 'mercury\nvenus\nearth\nmars\njupiter\nsaturn\n'

test('hunks are the lines of the new side; a deletion touches the lines around the gap', () => {
  expect(
    hunks(
      '--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n+b\n@@ -3,0 +4,2 @@ -9 +9 @@\n+c\n+d\n@@ -7,2 +8,0 @@\n-e\n-f\n@@ -9 +0,0 @@\n-g\n',
    ),
  ).toEqual([
    { start: 1, end: 1 },
    { start: 4, end: 5 },
    { start: 8, end: 9 },
    { start: 0, end: 1 },
  ])
  expect(hunks('')).toEqual([])
  expect(hunks(' @@ -1 +1 @@\n')).toEqual([])
})

test('the lines between two texts', async () => {
  const [one, three, six] = [planets.replace('earth', 'terra'), `${planets}uranus\nneptune\n`, planets.replace('venus\n', '')]
  expect(changesBetween(planets, planets)).toEqual([])
  expect(changesBetween(planets, one)).toEqual([{ start: 3, end: 3 }])
  expect(changesBetween(planets, three)).toEqual([{ start: 7, end: 8 }])
  expect(changesBetween(planets, six)).toEqual([{ start: 1, end: 2 }])
})

test('the lines of files in git, against a revision', () => {
  const place = folder({ 'goals/planets.rst': planets, 'goals/größe.rst': planets, 'stars.rst': planets, 'moons.bin': 'a\0b\n' })
  const of = (name: string) => {
    const change = openChanges(() => 'HEAD').of(join(place.path, name))
    return change && { ranges: change.ranges, before: change.before }
  }
  const all = { ranges: [{ start: 1, end: Number.MAX_SAFE_INTEGER }], before: undefined }
  expect(of('goals/planets.rst')).toEqual(all)
  place.git('init', '-q')
  expect(of('goals/planets.rst')).toEqual(all)
  place.git('add', '-A')
  place.git('commit', '-q', '-m', 'Planets')
  expect(of('goals/planets.rst')).toBeUndefined()
  place.write('goals/planets.rst', planets.replace('earth\n', '').replace('saturn', 'saturn\nuranus'))
  place.write('goals/größe.rst', `sun\n${planets}\rdiff --git a b\r@@ -1 +1 @@\n`)
  place.write('moons.bin', '\0\n')
  place.write('goals/new.rst', planets)
  place.git('mv', 'stars.rst', 'goals/stars.rst')
  place.write('goals/stars.rst', planets.replace('venus', 'pluto'))
  const expected = {
    'goals/planets.rst': {
      ranges: [
        { start: 2, end: 3 },
        { start: 6, end: 6 },
      ],
      before: planets,
    },
    'goals/größe.rst': {
      ranges: [
        { start: 1, end: 1 },
        { start: 8, end: 8 },
      ],
      before: planets,
    },
    'goals/stars.rst': { ranges: [{ start: 2, end: 2 }], before: planets },
    'goals/new.rst': all,
    'stars.rst': all,
  }
  expect(Object.fromEntries(Object.keys(expected).map((name) => [name, of(name)]))).toEqual(expected)
  // A configuration of the user's does not change what is read.
  const mine = {
    'diff.noprefix': 'true',
    'color.diff': 'always',
    'diff.context': '3',
    'diff.external': 'false',
    'diff.interHunkContext': '9',
  }
  for (const [key, value] of Object.entries(mine)) place.git('config', key, value)
  expect(Object.fromEntries(Object.keys(expected).map((name) => [name, of(name)]))).toEqual(expected)
  expect(fileAt(join(place.path, 'goals/planets.rst'), 'HEAD')).toBe(planets)
  expect(fileAt(join(place.path, 'goals/pluto.rst'), 'HEAD')).toBeUndefined()
})

test('a revision is a commit, or an error that says what to do', () => {
  const place = folder({ 'planets.rst': planets })
  expect(() => revisionOrThrow(place.path, 'HEAD')).toThrow(
    'Cannot compare with HEAD: this is not a git repository. Run it in a checkout.',
  )
  place.git('init', '-q')
  place.git('add', '-A')
  place.git('commit', '-q', '-m', 'Planets')
  const head = place.git('rev-parse', 'HEAD').trim()
  expect(revisionOrThrow(place.path, 'HEAD')).toBe(head)
  expect(revision(place.path, head.slice(0, 10))).toBe(head)
  expect(revision(place.path, '--all')).toBeUndefined()
  expect(() => revisionOrThrow(place.path, 'pluto')).toThrow(
    'Cannot compare with pluto: git does not know this revision. Fetch it, or name another one.',
  )
})

test('git apply accepts a diff', async () => {
  const after = planets.replace('mars', 'mars and its moons')
  const diff = await unifiedDiff('planets.rst', planets, after)
  expect(diff).toBe(`--- a/planets.rst
+++ b/planets.rst
@@ -1,6 +1,6 @@
 mercury
 venus
 earth
-mars
+mars and its moons
 jupiter
 saturn
`)
  const place = folder({ 'planets.rst': planets, 'change.diff': diff })
  place.git('apply', 'change.diff')
  expect(place.read('planets.rst')).toBe(after)
  expect(await unifiedDiff('planets.rst', planets, planets)).toBe('')
})

test('a diff leads from one version to the other', async () => {
  const line = fc.constantFrom('io\n', 'mars\n', '\n', 'venus\r\n', 'a\rb\n')
  const text = fc
    .tuple(fc.array(line, { maxLength: 30 }), fc.constantFrom('', 'no newline'))
    .map(([lines, end]) => lines.join('') + end)
  await fc.assert(
    fc.asyncProperty(text, text, async (before, after) => {
      const diff = await unifiedDiff('planets.rst', before, after)
      expect(applyPatch(before, diff, { autoConvertLineEndings: false })).toBe(after)
    }),
  )
  expect(await unifiedDiff({ before: null, after: 'the "moons"\n.rst' }, '', 'io')).toBe(
    '--- /dev/null\n+++ "b/the \\"moons\\"\\n.rst"\n@@ -0,0 +1,1 @@\n+io\n\\ No newline at end of file\n',
  )
})

test('texts that differ in every line have a diff', async () => {
  const text = (name: string) => Array.from({ length: 150_000 }, (_, index) => `${name} ${index}\n`).join('')
  const diff = await unifiedDiff('planets.rst', text('io'), text('mars'))
  expect(diff.split('\n').length).toBe(300_004)
  expect(changesBetween(text('io'), text('mars'))).toEqual([{ start: 1, end: 150_000 }])
})

test('a coloured diff has no control characters of the text', async () => {
  const diff = await unifiedDiff('p', 'io\n', 'mars\x1b]0;venus\x07\r\u202e\tmoon\r\n', true)
  expect(diff).toContain('+mars\ufffd]0;venus\ufffd\ufffd\ufffd\tmoon')
})

test('its parts have different colours', async () => {
  const diff = await unifiedDiff('p', 'io\nmars\n', 'io\nmoon\n', true)
  const [bold, cyan, green, red] = [
    ['\x1b[1m', '\x1b[22m'],
    ['\x1b[36m', '\x1b[39m'],
    ['\x1b[32m', '\x1b[39m'],
    ['\x1b[31m', '\x1b[39m'],
  ].map(
    ([on, off]) =>
      (text: string) =>
        `${on}${text}${off}`,
  ) as [(text: string) => string, ...((text: string) => string)[]]
  expect(diff.split('\n')).toEqual([
    bold('--- a/p'),
    bold!('+++ b/p'),
    cyan!('@@ -1,2 +1,2 @@'),
    ' io',
    red!('-mars'),
    green!('+moon'),
    '',
  ])
})

test('a repository of another user is not reported as missing', () => {
  const place = folder({ 'planets.rst': planets })
  place.git('init', '-q')
  // Git's own tests pretend like this.
  vi.stubEnv('GIT_TEST_ASSUME_DIFFERENT_OWNER', '1')
  expect(() => revisionOrThrow(place.path, 'HEAD')).toThrow(
    'Cannot compare with HEAD: the repository belongs to another user, and git refuses to read it. Add it to `safe.directory` in the configuration of git (`git help config`), or run goaldoc as its owner.',
  )
  vi.unstubAllEnvs()
})

test('the revision is looked up in the repository of the file', () => {
  const [near, far] = [folder({ 'planets.rst': planets }), folder({ 'planets.rst': planets })]
  far.git('init', '-q')
  const asked: string[] = []
  const changes = openChanges((root) => {
    asked.push(root)
    return 'HEAD'
  })
  for (const { path } of [near, far]) changes.of(join(path, 'planets.rst'))
  expect(asked).toEqual([near.path, far.path])
})

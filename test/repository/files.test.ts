import { join } from 'node:path'
import { expect, test } from 'vitest'
import { inFileStyleOf, shownPath } from '../../src/repository/files.ts'

test.each([
  ['', 'a\nb\n', 'a\nb\n'],
  ['\r\n', 'a\nb\r\n', 'a\r\nb\r\n'],
  ['x\r\ny\n', 'a\nb\n', 'a\nb\n'],
  ['x\r\ny\r\nz\n', 'a\nb\n', 'a\r\nb\r\n'],
  ['\ufeffx\n', 'a\n', '\ufeffa\n'],
  ['\ufeffx\n', '\ufeffa\n', '\ufeffa\n'],
  ['x\n', '\ufeffa\n', 'a\n'],
])('in the style of %j, %j is %j', (like, text, styled) => expect(inFileStyleOf(like, text)).toBe(styled))

test.each([
  ['.', '.'],
  ['goals/moons.rst', 'goals/moons.rst'],
  ['../moons.rst', '../moons.rst'],
  ['../../moons.rst', '../../moons.rst'],
  ['../../../moons.rst', '/sky/moons.rst'],
  ['moons\n::error::\u001b[2J.rst', 'moons\ufffd::error::\ufffd[2J.rst'],
])('%j is shown as %s', (path, shown) => expect(shownPath(path, join('/sky', 'sun', 'earth', 'dome'))).toBe(shown))

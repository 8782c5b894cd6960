/** Patterns of `nitpick_ignore_regex` come from a `conf.py` that anybody can change. */
import { expect, test } from 'vitest'
import { readConf } from '../../src/lint/index.ts'
import { lookUp } from '../../src/lint/sphinx/lookup.ts'
import { sphinxProject } from '../../src/lint/sphinx/project.ts'

const files = { documents: () => [], text: () => undefined, exists: () => false, isIgnored: () => false }

/** Whether a reference to a missing object is reported. */
function isReported(pattern: string, target: string): boolean {
  const conf = readConf(`nitpicky = True\nnitpick_ignore_regex = [('py:.*', r'${pattern}')]\n`)
  const reference = { role: 'py:func', target, hasText: false, text: target, scope: {}, start: 0, end: target.length }
  return lookUp(reference as never, sphinxProject(conf, files), 'index') !== undefined
}

test.each([
  [String.raw`vendor\..*`, 'vendor.dome', false],
  [String.raw`vendor\..*`, 'dome.turn', true],
  // Only the whole name counts.
  ['dome', 'dome.turn', true],
  // JavaScript cannot read these, or they may take forever, so that nothing is known of them.
  ['(?P<a>dome)', 'slit.turn', false],
  ['(a+)+', `${'a'.repeat(60)}.turn`, false],
  ['(a|a)*b', `${'a'.repeat(60)}.turn`, false],
])('the pattern %s and the name %s', (pattern, target, isFinding) => {
  expect(isReported(pattern, target)).toBe(isFinding)
})

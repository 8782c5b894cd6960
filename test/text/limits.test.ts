/** Limits for texts of strangers. */
import { expect, test } from 'vitest'
import * as yaml from 'yaml'
import { parseYaml } from '../../src/text/index.ts'

test('errors of YAML have no stack, and others keep theirs', () => {
  const { document } = parseYaml(yaml, '- "\\q"\n- "\\q"\n', {})
  expect(document!.errors.map(({ stack }) => stack!.split('\n    at ').length)).toEqual([1, 1])
  expect(new Error('Io').stack).toContain('\n    at ')
})

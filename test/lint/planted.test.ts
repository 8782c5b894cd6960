/** A goal with structural defects planted in it: each is found where it is, under its rule, and nothing besides. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { fixAll, lint } from '../../src/lint/index.ts'
import { loadRoster } from '../../src/roster/index.ts'

const folder = join(import.meta.dirname, '../fixtures/planted')
const source = readFileSync(join(folder, 'telescopes.rst'), 'utf8')
const options = { path: 'goals/orbit/telescopes.rst', roster: loadRoster(readFileSync(join(folder, 'projects.yaml'), 'utf8')) }

const planted = [
  '1 style/editor-line',
  '7 style/repeated-word',
  '8 misread/markdown-link',
  '16 rst/title-underline',
  '25 misread/pseudo-list',
  '29 misread/glued-list',
  '32 misread/comment-for-directive',
  '34 misread/default-role',
  '34 misread/role-without-colon',
  '36 rst/unknown-directive',
  '41 misread/link-without-underscore',
  '42 misread/link-without-space',
  '43 goal/placeholder',
  '45 goal/review-note',
  '47 goal/section-name',
  '65 team/label',
  '68 misread/label-glued',
  '77 team/level',
  '84 team/missing',
  '84 team/unknown',
]

it('finds exactly the twenty defects', () => {
  expect(lint(source, options).map(({ line, ruleId }) => `${line} ${ruleId}`)).toEqual(planted)
})

it('fixes the defects that have a safe fix', () => {
  const { diagnostics, source: fixed } = fixAll(source, { ...options, unsafe: true })
  // With its name spelt right the section about the current state is read, and what is wrong in it shows.
  expect(diagnostics.map(({ ruleId }) => ruleId)).toEqual(['team/contradiction'])
  expect(fixAll(fixed, { ...options, unsafe: true }).source).toBe(fixed)
})

/** Small documents of kinds that once broke a law of fixes. */
import { describe, expect, test } from 'vitest'
import type { LintOptions } from '../../src/lint/index.ts'
import { fixLaws } from './laws.ts'

const documents = [
  // Fixes that undid each other: a list or a comment right below a directive.
  '.. todo:: *\n .. Hubble',
  '.. todo::\n  .\n * Hubble',
  '.. todo:: Hubble\n * Kepler',
  // Unsafe fixes that left something fixable: lists and blocks that end with another indentation.
  '#. Hubble\nlt',
  '\n  Hubble ',
  '  Hubble\n* Kepler\nk\nWebb',
  // A topic with two underlines.
  'Mars\n=\nGerrit Topic\n~~~~\n====\n:\n e\nCompletion Criteria\n====',
  // Fixes that changed words: a label with its answer behind it, a comment below a label.
  'Hubble\n----\nPlanning Artifacts:\n\nCompletion Artifacts:Not applicable',
  'Planning Artifact:\n.. goaldoc:ignore-file goal/empty-section',
  // A fix whose text was not read back, so that each run added it again.
  'Hubble\n------\nCompletion Artifacts:\nPlanning Artifacts:\n',
  'Map Mars\n========\n\nProject Teams\n=============\n\nHubble\n------\nCompletion Artifacts:\nPlanning Artifacts:\n',
]
const everyRule: LintOptions = { config: { rules: { 'style/*': 'on', 'team/*': 'on', 'goal/*': 'on', 'link/*': 'on' } } }

describe.each(documents)('%j', (source) => {
  test.each([
    ['the usual rules', {}],
    ['all rules', everyRule],
  ])('%s', (_, options) => {
    expect(fixLaws([{ name: 'reduced', source }], options, { docutils: false }).breaches).toEqual([])
  })
})

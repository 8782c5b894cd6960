/** Models as other readers of YAML see them: PyYAML's `safe_load`, and yamllint with its default rules and lines of 95 columns. */
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { readGoal } from '../../src/document/index.ts'
import { type Goal, goalSchema, stringifyModel, updateModel } from '../../src/goal/index.ts'
import * as arbitrary from './arbitrary.ts'

const answers = (command: string, ...args: string[]) => spawnSync(command, args).status === 0
const hasPyYaml = answers('/usr/bin/python3', '-c', 'import yaml')
const hasYamllint = answers('yamllint', '--version')

const folder = mkdtempSync(join(tmpdir(), 'goaldoc-yaml-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const load = `
import json, sys, yaml
for name in sys.stdin.read().split():
    print(json.dumps(yaml.safe_load(open(name, encoding='utf-8', newline=''))))
`

function write(models: readonly string[]): string[] {
  return models.map((model, index) => {
    const path = join(folder, `${index}.yaml`)
    writeFileSync(path, model)
    return path
  })
}

function loaded(models: readonly string[]): unknown[] {
  const out = execFileSync('/usr/bin/python3', ['-c', load], { input: write(models).join('\n'), maxBuffer: 1 << 28 })
  return out
    .toString('utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown)
}

/** The messages of yamllint, including warnings. */
function linted(models: readonly string[]): string {
  const run = spawnSync('yamllint', [
    '--strict',
    '-f',
    'parsable',
    '-d',
    '{extends: default, rules: {line-length: {max: 95}}}',
    ...write(models),
  ])
  return run.stdout.toString('utf8').replaceAll(`${folder}/`, '')
}

const history = join(import.meta.dirname, '../../../shared/corpus/history')
const documents = existsSync(history)
  ? readdirSync(history).flatMap((name) =>
      readdirSync(join(history, name))
        .sort()
        .slice(-1)
        .map((file) => join(history, name, file)),
    )
  : []
const inventions = fc
  .sample(arbitrary.goal, { numRuns: Number(process.env.RUNS ?? 300), seed: 95 })
  .map((goal) => goalSchema.parse(goal))
const real = documents.map((path): Goal => readGoal(readFileSync(path, 'utf8')).goal)
const pitfalls: Goal = {
  title: '2027-01-12',
  gerrit: {
    topic: 'yes',
    hashtags: ['1.10', '0o7', '12:30', '0b1', '1_000', '1e3', '.5', '0x1F', '2027-01-12 10:00:00', 'NULL', '='],
  },
  teams: [{ name: 'no', planning: ['~', '? question', '- dash', '12:30:45.6', '2027-1-2T03:04:05Z', '1:1', '-.INF', '+12'] }],
  summary:
    'Every observatory keeps a catalogue of its own, and every night is lost by comparing them with each other, star by star.',
  references: [
    `https://planets.example/${'orbit/'.repeat(20)}`,
    { name: 'Orbits', url: `https://planets.example/${'moon/'.repeat(20)}` },
  ],
  design: `Aligned:\n\n   two   columns ${'of a very wide table '.repeat(5)}\n\n\n\n\nEnd.  \nStars.`,
}

test.skipIf(!hasPyYaml)('PyYAML reads the goal', () => {
  const goals = [pitfalls, ...inventions, ...real]
  expect(loaded(goals.map((goal) => stringifyModel(goal)))).toEqual(
    goals.map((goal) => JSON.parse(JSON.stringify(goal)) as unknown),
  )
})

test.skipIf(!hasPyYaml)('PyYAML reads the goal from an updated model', () => {
  const pairs = inventions.slice(1).map((goal, index) => ({ yaml: updateModel(stringifyModel(inventions[index]!), goal), goal }))
  const trimmed = (value: unknown): unknown =>
    JSON.parse(JSON.stringify(value), (_, inner) => (typeof inner === 'string' ? inner.trimEnd() : inner) as unknown)
  expect(loaded(pairs.map(({ yaml }) => yaml)).map(trimmed)).toEqual(pairs.map(({ goal }) => trimmed(goal)))
})

test.skipIf(!hasYamllint)('yamllint reports nothing', () => {
  expect(linted([pitfalls, ...real].map((goal) => stringifyModel(goal)))).toBe('')
})

test.skipIf(!hasYamllint)('yamllint reports nothing for odd texts, except lines that cannot be broken', () => {
  const said = linted(inventions.map((goal) => stringifyModel(goal)))
  expect(said.split('\n').filter((line) => line !== '' && !line.includes('(line-length)'))).toEqual([])
})

/** The page with measurements is written by the commands that measure. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { withMeasurement, withSpeed } from '../../scripts/measured.ts'

const root = join(import.meta.dirname, '../..')
const when = '2027-01-04, Node v20'

test('an output takes the place of the last one in its section', () => {
  const page = '# Measurements\n\nText.\n\n## moons\n\n`npm run moons`: all\nmoons.\n\n## stars\n\n`npm run stars`: stars.\n'
  const output = 'Processor time\n\n| what | ms |\n|---|---|\n| Io | 2 |\n\n1 kind, 0 faults\n'
  const first = withMeasurement(page, 'moons', output, '2026-12-31')
  const table = '| what | ms |\n|---|---|\n| Io | 2 |\n\n- 1 kind, 0 faults\n'
  expect(withMeasurement(first, 'moons', output, when)).toBe(page.replace('moons.\n', `moons.\n\n${when}\n\n${table}`))
  expect(withMeasurement(page, 'stars', 'No breach\n', when)).toBe(`${page}\n${when}\n\n- No breach\n`)
  expect(() => withMeasurement(page, 'suns', output, when)).toThrow('has no section `## suns`')
})

test('each section of the page names its command', () => {
  const page = readFileSync(join(root, 'docs/measurements.md'), 'utf8')
  const sections = [...page.matchAll(/^## (\w+)\n\n`npm run (?:bench -- )?(\w+)/gm)]
  expect(sections.length).toBe([...page.matchAll(/^## /gm)].length)
  for (const [, name, command] of sections) expect(command).toBe(name)
})

test('the README has the figures of the page', () => {
  const [readme, page] = ['README.md', 'docs/measurements.md'].map((name) => readFileSync(join(root, name), 'utf8')) as [
    string,
    string,
  ]
  expect(withSpeed(readme, page)).toBe(readme)
  expect(/^\| linter .*\n(?:\|.*\n)+/m.exec(readme)?.[0]).not.toMatch(/undefined|NaN/)
})

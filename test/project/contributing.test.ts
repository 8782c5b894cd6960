/** CONTRIBUTING.md names functions, files and scripts that exist. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../cli/project.ts'

const text = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8')

test('the way of a finding passes functions that its files declare', () => {
  const steps = [...text.matchAll(/^\d+\. .*`.*\(`src\/.*$/gm)].map(([step]) => step)
  expect(steps).toHaveLength(10)
  const absent = steps.flatMap((step) => {
    const files = [...step.matchAll(/\(`(src\/[^`]+)`\)/g)].map(([, path]) => readFileSync(join(root, path!), 'utf8'))
    const names = [...step.matchAll(/`([a-zA-Z]+)`/g)].map(([, name]) => name!)
    const isDeclared = (name: string) =>
      name === 'lint' || files.some((code) => new RegExp(`(?:function|interface) ${name}\\b|^ +${name}\\(`, 'm').test(code))
    return names.filter((name) => !isDeclared(name))
  })
  expect(absent).toEqual([])
})

test('the files and folders that it names exist', () => {
  const paths = [...text.matchAll(/`((?:src|scripts|test|editors|docs)\/[\w./-]+)`/g)].map(([, path]) => path!)
  expect(paths.length).toBeGreaterThan(20)
  expect(paths.filter((path) => !/[A-Z*]/.test(path) && !existsSync(join(root, path)))).toEqual([])
})

test('the scripts that it names exist', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> }
  const names = [...text.matchAll(/`npm run ([\w-]+)/g)].map(([, name]) => name!)
  expect(names.filter((name) => !(name in scripts))).toEqual([])
})

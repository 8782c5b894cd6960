/** What others rely on before they run a line of code: the package file, the lock file, the README's first commands. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')
const read = (file: string) => readFileSync(join(root, file), 'utf8')
const manifest = JSON.parse(read('package.json'))
const lock = JSON.parse(read('package-lock.json')) as { packages: Record<string, Record<string, unknown>> }

test('no dependency runs a script when it is installed', () => {
  expect(Object.keys(lock.packages).filter((name) => lock.packages[name]!.hasInstallScript)).toEqual([])
})

test('the lock file names no host, and every package for every platform', () => {
  expect(read('package-lock.json')).not.toMatch(/"resolved": "https?:/)
  const names = Object.keys(lock.packages)
  for (const [name, entry] of Object.entries(lock.packages)) {
    for (const optional of Object.keys((entry.optionalDependencies as object | undefined) ?? {})) {
      expect(
        names.some((other) => other.endsWith(`node_modules/${optional}`)),
        `${optional}, which ${name} may need`,
      ).toBe(true)
    }
  }
})

test('the first two npm commands of the README render the goals and run the tests', () => {
  const commands = [...read('README.md').matchAll(/^npm .*$/gm)].map(([command]) => command)
  expect(commands.slice(0, 2)).toEqual(['npm ci && npm run goals', 'npm ci && npm test'])
  expect(manifest.scripts.prepare).toBe('npm run build')
})

test('each package needed at run time has its reason in CONTRIBUTING.md', () => {
  const reasons = read('CONTRIBUTING.md')
  expect(Object.keys(manifest.dependencies).filter((name) => !reasons.includes(`\`${name}\``))).toEqual([])
})

test('the scripts that the pages name are there', () => {
  for (const page of ['README.md', 'CONTRIBUTING.md']) {
    for (const [, name] of read(page).matchAll(/`?npm run ([a-z-]+)/g))
      expect(Object.keys(manifest.scripts), page).toContain(name)
  }
})

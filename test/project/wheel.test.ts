/** What the Python package says of itself. `npm run installers` builds and installs it. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { pythonMetadata, pythonVersion } from '../../scripts/wheel.ts'

const manifest = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8'))

test('versions of npm are written as Python does, so that they sort in the same way', () => {
  const versions = ['0.1.0', '1.0.0-alpha.1', '1.0.0-beta.12', '1.0.0-rc.2', '10.20.30']
  expect(versions.map(pythonVersion)).toEqual(['0.1.0', '1.0.0a1', '1.0.0b12', '1.0.0rc2', '10.20.30'])
  for (const version of ['1.0', '1.0.0-moon.1', '1.0.0-rc', 'v1.0.0', '1.0.0+build'])
    expect(() => pythonVersion(version)).toThrow(`Cannot write the version ${version} for Python`)
})

test('the description has what package.json says, one line each', () => {
  const { version, text } = pythonMetadata()
  const [head, body] = text.split('\n\n')
  expect(version).toBe(pythonVersion(manifest.version))
  const fields = new Map(head!.split('\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]))
  expect([...fields.keys()].every((name) => /^[A-Z][A-Za-z-]+$/.test(name))).toBe(true)
  expect(fields.get('Name')).toBe(manifest.name)
  expect(fields.get('Version')).toBe(version)
  expect(fields.get('Summary')).toBe(manifest.description)
  expect(fields.get('License')).toBe(manifest.license)
  expect(body).toContain('needs neither Node.js nor Python to run')
})

/** What `npm run installers` builds on: the repository of hooks, and the scripts of the CI files. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { jobFiles, jobOf } from '../../scripts/installers/ci-commands.ts'
import { writeMirror } from '../../scripts/mirror.ts'
import { pythonMetadata } from '../../scripts/wheel.ts'

const root = join(import.meta.dirname, '../..')

interface Hook {
  id: string
  language: string
}

test('the repository of hooks has the hooks of this one, in Python, and needs this version', () => {
  const folder = mkdtempSync(join(tmpdir(), 'goaldoc-mirror-'))
  try {
    writeMirror(folder)
    const own = parse(readFileSync(join(root, '.pre-commit-hooks.yaml'), 'utf8')) as Hook[]
    const mirrored = parse(readFileSync(join(folder, '.pre-commit-hooks.yaml'), 'utf8')) as Hook[]
    expect(mirrored).toEqual(own.map((hook) => ({ ...hook, language: 'python' })))
    expect(readFileSync(join(folder, 'pyproject.toml'), 'utf8')).toContain(
      `dependencies = ["goaldoc==${pythonMetadata().version}"]`,
    )
    expect(readdirSync(folder).sort()).toEqual(['.pre-commit-hooks.yaml', 'pyproject.toml'])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

test('every file in ci/ that runs goaldoc is among those that are run', () => {
  const files = readdirSync(join(root, 'ci'), { recursive: true, encoding: 'utf8' }).map(
    (name) => `ci/${name.replaceAll('\\', '/')}`,
  )
  const running = files.filter(
    (file) => /\.(?:yml|yaml|ini)$/.test(file) && /\bgoaldoc(?:@\S+)? check /.test(readFileSync(join(root, file), 'utf8')),
  )
  const hooks = ['ci/node/pre-commit-config.yaml', 'ci/pre-commit-config.yaml']
  expect(running.sort()).toEqual([...jobFiles, ...hooks].sort())
  for (const file of jobFiles) expect(jobOf(file).env).toMatchObject({ GOALDOC_NO_CODE: '1' })
})

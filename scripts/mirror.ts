/** Writes the repository of hooks that use the wheel, for pre-commit without Node: `npm run mirror -- FOLDER`.
 *
 * It has the hooks of this repository, with `language: python`. Tag each of its commits with the version that it names.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { pythonMetadata } from './wheel.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

export function writeMirror(folder: string): void {
  const { version } = pythonMetadata()
  const hooks = readFileSync(join(root, '.pre-commit-hooks.yaml'), 'utf8')
    .replaceAll('language: node', 'language: python')
    .replace('# Hooks for', `# goaldoc ${version}. Hooks for`)
  mkdirSync(folder, { recursive: true })
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text)
  write('.pre-commit-hooks.yaml', hooks)
  // pre-commit installs the repository itself as a package, which only depends on goaldoc.
  write(
    'pyproject.toml',
    `[build-system]
requires = ["setuptools"]
build-backend = "setuptools.build_meta"

[project]
name = "goaldoc-pre-commit"
version = "${version}"
dependencies = ["goaldoc==${version}"]

[tool.setuptools]
py-modules = []
`,
  )
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = process.argv[2]
  if (!folder) throw new Error('Missing the folder to write to')
  writeMirror(resolve(folder))
}

/** The files of the package in the executable. */
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { bundle } from './bundle.ts'
import { packages } from './loader.ts'

/** Copies them into a folder, and returns their names. */
export async function layOut(root: string, folder: string): Promise<string[]> {
  mkdirSync(folder, { recursive: true })
  const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { name: string; version: string }
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), text)
  }
  write('package.json', JSON.stringify({ name, version }))
  write('dist/bin.cjs', readFileSync(join(root, 'dist/bin.cjs'), 'utf8').replace(/^#!.*/, ''))
  for (const chunk of readdirSync(join(root, 'dist/chunks')))
    if (chunk.endsWith('.cjs')) write(`dist/chunks/${chunk}`, readFileSync(join(root, 'dist/chunks', chunk), 'utf8'))
  const { resolve } = createRequire(join(root, 'package.json'))
  // jiti keeps its compiler in a separate file, which it loads when needed.
  for (const file of ['lib/jiti.cjs', 'dist/jiti.cjs', 'dist/babel.cjs'])
    write(`node_modules/jiti/${file}`, readFileSync(join(root, 'node_modules/jiti', file), 'utf8'))
  for (const [id, file] of Object.entries(packages))
    if (id.startsWith('vscode-')) await bundle({ [entryName(file)]: resolve(id) }, join(folder, dirname(file)))
  await bundle({ index: join(root, 'dist/index.js'), rst: join(root, 'dist/rst.js') }, join(folder, 'dist/library'))
  // The library and the command find their delayed chunks in different folders.
  cpSync(join(root, 'dist/chunks/markdown.cjs'), join(folder, 'dist/library/chunks/markdown.cjs'))
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort()
}

const entryName = (file: string) => file.replace(/^.*\//, '').replace(/\.cjs$/, '')

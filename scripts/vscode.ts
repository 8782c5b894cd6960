/** Builds the extension for VS Code: bundles it, and packages it with `vsce`, which is installed in `editors/vscode`.
 *
 * Prints the size of the package, and its files.
 */
import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, readFileSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { rolldown } from 'rolldown'

const root = join(import.meta.dirname, '..')
const extension = join(root, 'editors/vscode')
const vsce = join(extension, 'node_modules/@vscode/vsce/vsce')
/** Whether `vsce` is installed, which packaging needs; bundling works without it. */
export const isPackagerThere = existsSync(vsce)

/** Bundles the extension with the client of the protocol; the editor provides `vscode`. */
export async function bundleExtension(file: string): Promise<void> {
  const bundle = await rolldown({
    input: join(extension, 'src/extension.ts'),
    platform: 'node',
    external: ['vscode'],
    checks: { ineffectiveDynamicImport: false },
  })
  await bundle.write({ file, format: 'cjs', codeSplitting: false, minify: true })
  await bundle.close()
}

/** Packages the extension into a `.vsix` without the network. Returns the output of the packager: the files, and the size. */
export async function packageExtension(file: string): Promise<string> {
  rmSync(join(extension, 'dist'), { recursive: true, force: true })
  await bundleExtension(join(extension, 'dist/extension.cjs'))
  copyFileSync(join(root, 'LICENSE'), join(extension, 'LICENSE'))
  const args = ['package', '--no-dependencies', '--allow-missing-repository', '--out', file]
  const { status, stdout, stderr } = spawnSync(process.execPath, [vsce, ...args], { cwd: extension, encoding: 'utf8' })
  if (status !== 0) throw new Error(`Cannot package the extension: ${stderr.trim() || stdout.trim()}`)
  return stdout
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === join(import.meta.dirname, 'vscode.ts')) {
  if (isPackagerThere) {
    const { version } = JSON.parse(readFileSync(join(extension, 'package.json'), 'utf8')) as { version: string }
    process.stdout.write(await packageExtension(join(extension, `goaldoc-${version}.vsix`)))
  } else {
    process.stderr.write('Cannot package the extension: its packager is not installed. Run `npm ci --prefix editors/vscode`.\n')
    process.exitCode = 2
  }
}

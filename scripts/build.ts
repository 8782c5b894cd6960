/** Builds `dist/`: one bundle with lazily loaded chunks by rolldown, the types by TypeScript, the goal's JSON Schema beside them.
 *
 * `--js` leaves the types out, for a quick look at the command line.
 */
import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'
import { lazily, lazyName } from './lazily.ts'
import { throughRooms } from './rooms.ts'
import { writeSchemas } from './schemas.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const dist = join(root, 'dist')

/** The entries of the package, by their names in `dist/`. */
const entries: Record<string, string> = { bin: 'src/cli/bin.ts', index: 'src/index.ts', rst: 'src/rst/index.ts' }

/** What stays outside of the bundle: both load files of their own at run time and are loaded only when asked for. */
const external = [/^node:/, /^jiti(\/|$)/, /^vscode-languageserver/]

/** Every file under a folder, as absolute paths. */
function filesUnder(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesUnder(join(folder, entry.name)) : [join(folder, entry.name)],
  )
}

/** What `goaldoc lint` loads as it starts. Its chunks become one: a file costs more than the few functions that it need not have. */
const together = ['src/cli/lint.ts', 'src/lint/lint.ts', 'src/lint/config.ts', 'src/report/index.ts', 'src/roster/read.ts']

/** What a goal needs only if it has Markdown in it. */
const lazy = [join(root, 'src/document/markdown.ts')]

// Less to read at every start; functions keep their names, so that `--debug` shows a stack trace that says something.
const minify = { compress: true, mangle: { keepNames: true }, codegen: { removeWhitespace: true } }

const build = () =>
  rolldown({
    cwd: root,
    input: Object.fromEntries(Object.entries(entries).filter(([, file]) => existsSync(join(root, file)))),
    platform: 'node',
    external,
    plugins: [lazily(lazy), throughRooms(join(root, 'src'))],
    // Modules of this project have no effect but their exports, apart from the command itself: a chunk takes only what it uses.
    treeshake: { moduleSideEffects: [{ test: /[\\/]src[\\/](?!cli[\\/]bin\.ts)/, sideEffects: false }] },
    checks: { ineffectiveDynamicImport: false },
  })

/** The modules that every command needs, and those that the chunks of `together` hold and import besides. */
async function modulesTogether(): Promise<{ main: Set<string>; lint: Set<string> }> {
  const bundle = await build()
  const { output } = await bundle.generate({ format: 'esm' })
  await bundle.close()
  const chunks = new Map(output.flatMap((chunk) => (chunk.type === 'chunk' ? [[chunk.fileName, chunk] as const] : [])))
  const closure = (files: readonly string[]): Set<string> => {
    const names = new Set<string>()
    const add = (name: string) => {
      if (names.has(name) || !chunks.has(name)) return
      names.add(name)
      for (const imported of chunks.get(name)!.imports) add(imported)
    }
    const wanted = new Set(files.map((file) => join(root, file)))
    for (const chunk of chunks.values()) if (chunk.moduleIds.some((id) => wanted.has(id))) add(chunk.fileName)
    return names
  }
  const always = closure(['src/cli/bin.ts', 'src/cli/main.ts', 'src/cli/io.ts'])
  const modules = (names: Iterable<string>) => new Set([...names].flatMap((name) => chunks.get(name)!.moduleIds))
  return {
    main: modules([...always].filter((name) => name !== 'bin.js')),
    lint: modules([...closure(together)].filter((name) => !always.has(name))),
  }
}

async function bundle(): Promise<string[]> {
  const { main, lint } = await modulesTogether()
  const made = await build()
  const { output } = await made.write({
    dir: dist,
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name]-[hash].js',
    codeSplitting: {
      groups: [
        { name: 'main', test: (id) => main.has(id), priority: 2 },
        { name: 'lint', test: (id) => lint.has(id), priority: 1 },
      ],
    },
    minify,
  })
  await made.close()
  const alone = await Promise.all(
    lazy.map(async (file) => {
      const one = await rolldown({
        cwd: root,
        input: file,
        platform: 'node',
        external,
        plugins: [throughRooms(join(root, 'src'))],
      })
      await one.write({ file: join(dist, 'chunks', lazyName(file)), format: 'cjs', minify })
      await one.close()
      return join(dist, 'chunks', lazyName(file))
    }),
  )
  return [...output.map((file) => join(dist, file.fileName)), ...alone]
}

function types(started: number): string[] {
  const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc')
  const { status, stdout, stderr } = spawnSync(process.execPath, [compiler, '-p', join(root, 'tsconfig.build.json')], {
    cwd: root,
    encoding: 'utf8',
  })
  if (status !== 0) {
    process.stderr.write(`${stdout}${stderr}Cannot emit the types: see the errors above. The bundle itself is written.\n`)
    process.exitCode = 1
  }
  const files = filesUnder(dist).filter((file) => file.endsWith('.d.ts') && statSync(file).mtimeMs >= started)
  for (const file of files) {
    // Whoever uses the package need not allow imports of `.ts`.
    const text = readFileSync(file, 'utf8')
    writeFileSync(file, text.replace(/((?:from|import\()\s*['"]\.{1,2}\/[^'"\n]*)\.ts(['"])/g, '$1.js$2'))
  }
  return files
}

// File systems keep times in coarser steps than the clock.
const started = Date.now() - 50
// Compiles the templates as it is loaded.
await import('./templates.ts')
writeSchemas(root)
const written = await bundle()
if (existsSync(join(dist, 'bin.js'))) chmodSync(join(dist, 'bin.js'), 0o755)
if (process.argv.includes('--js')) written.push(...filesUnder(dist).filter((file) => file.endsWith('.d.ts')))
else written.push(...types(started))
mkdirSync(dist, { recursive: true })
for (const name of readdirSync(join(root, 'schemas'))) {
  copyFileSync(join(root, 'schemas', name), join(dist, name))
  written.push(join(dist, name))
}
// What an earlier build left behind would be published with the package.
const kept = new Set(written.map((file) => resolve(file)))
for (const file of filesUnder(dist)) if (!kept.has(resolve(file))) rmSync(file)

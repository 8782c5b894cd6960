/** Builds `dist/` with rolldown: the command as CommonJS, the library as ES modules. TypeScript writes the types, and the JSON
 * Schemas are copied.
 *
 * `--js` skips the types, to try the command line quickly.
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
import { arraysByIndex } from './arrays.ts'
import { inAscii } from './ascii.ts'
import { asItself, lazily, lazyName } from './lazily.ts'
import { throughRooms } from './rooms.ts'
import { writeSchemas } from './schemas.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const dist = join(root, 'dist')

/** The entries of the library, by their names in `dist/`. */
const library: Record<string, string> = { index: 'src/index.ts', rst: 'src/rst.ts' }

/** The command. It is CommonJS, because Node needs 8 ms to start its loader of ES modules, and because compiled CommonJS can be
 * cached on every version of Node (src/cli/compile-cache.ts).
 */
const command: Record<string, string> = { bin: 'src/cli/bin.ts' }

/** Modules behind synchronous functions that few runs call, and which load zod or the YAML parser: what is wrong with a model, and models in
 * an unusual form. Loading zod alone takes more than 10 ms of processor time.
 */
const lazyParts = ['src/goal/issues.ts', 'src/goal/full-yaml.ts'].map((file) => join(root, file))
for (const file of lazyParts) command[`chunks/${lazyName(file).replace(/\.cjs$/, '')}`] = file + asItself

/** Packages that are not bundled: they load their own files at run time, and are loaded only when needed. */
const external = [/^node:/, /^jiti(\/|$)/, /^vscode-languageserver/]

/** Every file under a folder, as absolute paths. */
function filesUnder(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesUnder(join(folder, entry.name)) : [join(folder, entry.name)],
  )
}

/** The modules that `goaldoc lint` loads at its start. Chunks that are loaded together are joined: each further file costs more than a
 * few unused functions.
 */
const together = ['src/cli/lint.ts', 'src/lint/lint.ts', 'src/lint/config.ts', 'src/report/formats.ts', 'src/roster/read.ts']

/** Loaded when there is a configuration, which is usual. */
const configuration = 'src/lint/check-config.ts'

/** Modules that are needed only for a goal with Markdown. */
const markdown = [join(root, 'src/document/markdown/index.ts')]

/** Modules behind synchronous functions that few runs call: rendering a document, formatting for a terminal. */
const lazy = [
  ...markdown,
  ...['src/document/precompiled.ts', 'src/report/colors.ts', 'src/cli/links.ts'].map((file) => join(root, file)),
]

// Smaller files load faster at every start. Functions keep their names, so that the stack traces of `--debug` are readable.
const minify = { compress: true, mangle: { keepNames: true }, codegen: { removeWhitespace: true } }

const byIndex = arraysByIndex(root)

const build = (entries: Record<string, string>) =>
  rolldown({
    cwd: root,
    input: entries,
    platform: 'node',
    external,
    plugins: [lazily(entries === command ? [...lazy, ...lazyParts] : markdown), byIndex, throughRooms(join(root, 'src'))],
    // The command exports nothing, and its chunks may export what other chunks need.
    ...(entries === command ? { preserveEntrySignatures: 'allow-extension' as const } : {}),
    // Except for the command itself, modules of this project have no side effects, so unused ones can be omitted from a chunk.
    treeshake: { moduleSideEffects: [{ test: /[\\/]src[\\/](?!cli[\\/]bin\.ts)/, sideEffects: false }] },
    checks: { ineffectiveDynamicImport: false },
  })

/** The modules of each chunk: those that every command needs, those of `render` (which are mostly those of any command that works with
 * goals), and what `lint` and `check` need besides. So `render` loads no rules, which is 5 % of its time, and no command loads many files.
 */
async function modulesTogether(): Promise<Record<(typeof starts)[number], Set<string>>> {
  const bundle = await build(command)
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
  const modules = (names: Iterable<string>) => new Set([...names].flatMap((name) => chunks.get(name)!.moduleIds))
  const [executable, always] = [closure(['src/cli/bin.ts']), closure(['src/cli/run.ts', 'src/cli/version.ts'])]
  const render = closure(['src/cli/render.ts', configuration])
  const lint = closure([...together, 'src/cli/check.ts'])
  const others = (names: Set<string>, ...before: Set<string>[]) =>
    modules([...names].filter((name) => !before.some((earlier) => earlier.has(name))))
  return {
    main: others(always, executable),
    render: others(render, always, executable),
    lint: others(lint, render, always, executable),
  }
}

/** Libraries that `goaldoc lint`, `check` and `render` must not load at their start, because each one takes longer than linting. */
const late = /[\\/]node_modules[\\/](?:zod|yaml|handlebars|remark-parse|jiti)[\\/]/

/** The chunks that these commands load. */
const starts = ['main', 'render', 'lint'] as const

async function commandFiles(): Promise<string[]> {
  const modules = await modulesTogether()
  const made = await build(command)
  const { output } = await made.write({
    dir: dist,
    format: 'cjs',
    entryFileNames: '[name].cjs',
    // Names without a hash, so that the cache of compiled code contains one version of each file.
    chunkFileNames: 'chunks/[name].cjs',
    codeSplitting: {
      // Otherwise the groups also contain what their modules only re-export, such as the schemas with all of zod.
      includeDependenciesRecursively: false,
      groups: starts.map((name, index) => ({
        name,
        test: (id) => modules[name].has(id),
        priority: starts.length - index,
      })),
    },
    minify,
  })
  await made.close()
  for (const chunk of output) {
    const early =
      chunk.type === 'chunk' && starts.some((name) => name === chunk.name) && chunk.moduleIds.find((id) => late.test(id))
    if (early) throw new Error(`Cannot build the command: each start would load ${early}. Import it where it is needed.`)
  }
  const files = output.map((file) => join(dist, file.fileName))
  for (const file of files) writeFileSync(file, inAscii(readFileSync(file, 'utf8')))
  return files
}

async function libraryFiles(): Promise<string[]> {
  const made = await build(library)
  const { output } = await made.write({
    dir: dist,
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name]-[hash].js',
    minify,
  })
  await made.close()
  return output.map((file) => join(dist, file.fileName))
}

/** The modules that are loaded on the first call, for the command and the library. */
async function lazyFiles(): Promise<string[]> {
  return Promise.all(
    lazy.map(async (input) => {
      const file = join(dist, 'chunks', lazyName(input))
      const made = await rolldown({
        cwd: root,
        input,
        platform: 'node',
        external,
        plugins: [byIndex, throughRooms(join(root, 'src'))],
      })
      await made.write({ file, format: 'cjs', minify })
      await made.close()
      return file
    }),
  )
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
    // Users of the package need not enable imports of `.ts` files.
    const text = readFileSync(file, 'utf8')
    writeFileSync(file, text.replace(/((?:from|import\()\s*['"]\.{1,2}\/[^'"\n]*)\.ts(['"])/g, '$1.js$2'))
  }
  return files
}

// Times in file systems are less precise than the clock.
const started = Date.now() - 50
// Importing it compiles the templates.
await import('./templates.ts')
await import('./page-assets.ts')
writeSchemas(root)
const written = [...(await commandFiles()), ...(await libraryFiles()), ...(await lazyFiles())]
const twice = written.find((file, index) => written.indexOf(file) !== index)
if (twice) throw new Error(`Cannot build: ${twice} would be written twice. Rename one of the modules of that name.`)
chmodSync(join(dist, 'bin.cjs'), 0o755)
if (process.argv.includes('--js')) written.push(...filesUnder(dist).filter((file) => file.endsWith('.d.ts')))
else written.push(...types(started))
mkdirSync(dist, { recursive: true })
// Imported only now, because it loads the commands, which need the generated files.
const { writeShare } = await import('./share.ts')
written.push(...(await writeShare(join(dist, 'share'))))
for (const name of readdirSync(join(root, 'schemas'))) {
  copyFileSync(join(root, 'schemas', name), join(dist, name))
  written.push(join(dist, name))
}
// Remaining files of an earlier build would be published with the package.
const kept = new Set(written.map((file) => resolve(file)))
for (const file of filesUnder(dist)) if (!kept.has(resolve(file))) rmSync(file)

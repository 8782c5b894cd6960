/** Builds `dist/` by rolldown: the command as CommonJS, the library as modules; the types by TypeScript, the JSON Schemas beside them.
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
import { asciiOnly } from './ascii.ts'
import { lateExamples } from './examples.ts'
import { lazily, lazyName } from './lazily.ts'
import { throughRooms } from './rooms.ts'
import { writeSchemas } from './schemas.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const dist = join(root, 'dist')

/** The entries of the library, by their names in `dist/`. */
const library: Record<string, string> = { index: 'src/index.ts', rst: 'src/rst/index.ts' }

/** The command. It is CommonJS, since Node takes 8 ms to have its loader of modules ready, and since the code of files that are
 * required can be kept between runs on every Node (src/cli/compile-cache.ts). */
const command: Record<string, string> = { bin: 'src/cli/bin.ts' }

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
const together = ['src/cli/lint.ts', 'src/lint/lint.ts', 'src/lint/config.ts', 'src/report/formats.ts', 'src/roster/read.ts']

/** What a goal needs only if it has Markdown in it. */
const markdown = [join(root, 'src/document/markdown/index.ts')]

/** What the command needs of functions that answer at once: for a document that is rendered, for a terminal. */
const lazy = [
  ...markdown,
  ...['src/document/precompiled.ts', 'src/report/colors.ts', 'src/cli/links.ts'].map((file) => join(root, file)),
]

// Less to read at every start; functions keep their names, so that `--debug` shows a stack trace that says something.
const minify = { compress: true, mangle: { keepNames: true }, codegen: { removeWhitespace: true } }

const build = (entries: Record<string, string>) =>
  rolldown({
    cwd: root,
    input: entries,
    platform: 'node',
    external,
    plugins: [
      lazily(entries === command ? lazy : markdown),
      lateExamples(join(root, 'src/lint/rules')),
      throughRooms(join(root, 'src')),
      asciiOnly(),
    ],
    // Modules of this project have no effect but their exports, apart from the command itself: a chunk takes only what it uses.
    treeshake: { moduleSideEffects: [{ test: /[\\/]src[\\/](?!cli[\\/]bin\.ts)/, sideEffects: false }] },
    checks: { ineffectiveDynamicImport: false },
  })

/** The modules that every command needs, and those that the chunks of `together` hold and import besides. */
async function modulesTogether(): Promise<{ main: Set<string>; lint: Set<string> }> {
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
  const [executable, always] = [closure(['src/cli/bin.ts']), closure(['src/cli/run.ts'])]
  return {
    main: modules([...always].filter((name) => !executable.has(name))),
    lint: modules([...closure(together)].filter((name) => !always.has(name) && !executable.has(name))),
  }
}

/** Libraries that `goaldoc lint` must not load: each takes longer than the linting. */
const late = /[\\/]node_modules[\\/](?:zod|handlebars|remark-parse|jiti)[\\/]/

async function commandFiles(): Promise<string[]> {
  const { main, lint } = await modulesTogether()
  const early = [...lint].find((id) => late.test(id))
  if (early) throw new Error(`Cannot build the command: \`goaldoc lint\` would load ${early}. Import it where it is needed.`)
  const made = await build(command)
  const { output } = await made.write({
    dir: dist,
    format: 'cjs',
    entryFileNames: '[name].cjs',
    // Without a hash, so that the cache of the compiled code holds one version of a file.
    chunkFileNames: 'chunks/[name].cjs',
    codeSplitting: {
      groups: [
        { name: 'main', test: (id) => main.has(id), priority: 2 },
        { name: 'lint', test: (id) => lint.has(id), priority: 1 },
      ],
    },
    minify,
  })
  await made.close()
  return output.map((file) => join(dist, file.fileName))
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

/** The modules that wait until they are called, for both. */
async function lazyFiles(): Promise<string[]> {
  return Promise.all(
    lazy.map(async (input) => {
      const file = join(dist, 'chunks', lazyName(input))
      const made = await rolldown({
        cwd: root,
        input,
        platform: 'node',
        external,
        plugins: [throughRooms(join(root, 'src')), asciiOnly()],
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
await import('./page-assets.ts')
writeSchemas(root)
const written = [...(await commandFiles()), ...(await libraryFiles()), ...(await lazyFiles())]
chmodSync(join(dist, 'bin.cjs'), 0o755)
if (process.argv.includes('--js')) written.push(...filesUnder(dist).filter((file) => file.endsWith('.d.ts')))
else written.push(...types(started))
mkdirSync(dist, { recursive: true })
// Imported only now: it loads the commands, and they need what is generated above.
const { writeShare } = await import('./share.ts')
written.push(...(await writeShare(join(dist, 'share'))))
for (const name of readdirSync(join(root, 'schemas'))) {
  copyFileSync(join(root, 'schemas', name), join(dist, name))
  written.push(join(dist, name))
}
// What an earlier build left behind would be published with the package.
const kept = new Set(written.map((file) => resolve(file)))
for (const file of filesUnder(dist)) if (!kept.has(resolve(file))) rmSync(file)

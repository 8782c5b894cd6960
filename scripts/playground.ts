/** Builds the playground, a single page with its style, script and engine: `build/playground/index.html`. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { gzipSync } from 'node:zlib'
import { rolldown } from 'rolldown'
import { exampleFolders } from '../src/report-page/playground/examples/index.ts'
import { playgroundPage } from '../src/report-page/playground/page.ts'
import { inlined } from './inlined.ts'
import { throughRooms } from './rooms.ts'

const root = join(import.meta.dirname, '..')
const src = join(root, 'src')
const pages = join(src, 'report-page')

/** A script with all its imports, as one text. */
async function scriptOf(file: string): Promise<string> {
  const bundle = await rolldown({
    cwd: root,
    input: join(pages, 'browser/playground', file),
    platform: 'browser',
    // Packages have separate files for workers, which have no DOM.
    resolve: { conditionNames: file === 'worker.ts' ? ['worker', 'browser', 'import'] : ['browser', 'import'] },
    plugins: [throughRooms(src)],
    treeshake: { moduleSideEffects: [{ test: /[\\/]src[\\/](?!report-page[\\/]browser[\\/])/, sideEffects: false }] },
    checks: { ineffectiveDynamicImport: false },
  })
  const { output } = await bundle.generate({ format: 'iife', minify: true, codeSplitting: false })
  await bundle.close()
  return output[0].code
}

function textIn(folder: string, name: string): string {
  try {
    return readFileSync(join(pages, 'playground/examples', folder, name), 'utf8')
  } catch {
    return ''
  }
}

/** The published page. */
export async function buildPlayground(): Promise<string> {
  const style = ['look.css', 'playground/playground.css'].map((name) => readFileSync(join(pages, name), 'utf8')).join('')
  return playgroundPage({
    style: inlined('the style', style),
    script: inlined('the script', await scriptOf('main.ts')),
    engine: inlined('the engine', await scriptOf('worker.ts')),
    examples: exampleFolders.map(({ folder, name, path }) => ({
      name,
      path,
      document: textIn(folder, 'document.rst'),
      teams: textIn(folder, 'projects.yaml'),
      configuration: textIn(folder, 'goaldoc.config.yaml'),
    })),
  })
}

if (process.argv[1] !== undefined && join(process.argv[1]) === join(import.meta.dirname, 'playground.ts')) {
  const file = join(root, 'build/playground/index.html')
  const page = await buildPlayground()
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, page)
  process.stdout.write(`${relative(root, file)}: ${Buffer.byteLength(page)} bytes, ${gzipSync(page).length} with gzip\n`)
}

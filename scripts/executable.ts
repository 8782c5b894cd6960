/** Builds `release/goaldoc-PLATFORM`: Node and the whole package in one file. Run `npm run build` first.
 *
 *     npm run executable                             for this platform
 *     npm run executable -- --platform win-x64       for another one, of the same Node
 *     npm run executable -- --node FILE --out FILE   with this Node
 *
 * Node comes from npm, which has a package for each platform. The file contains code that V8 has compiled, so that a start
 * compiles nothing. For that, Node must run on this machine, so executables for other platforms start more slowly.
 */
import { spawnSync } from 'node:child_process'
import { chmodSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { bundle } from './executable/bundle.ts'
import { learn } from './executable/learning.ts'
import { nodeFor, thisPlatform } from './executable/node.ts'
import { layOut } from './executable/package.ts'
import { run } from './executable/run.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Marks the place in Node's binary that says whether it is an executable of this kind. */
const fuse = 'NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2'

function executableOf(platform: string): string {
  return join(root, 'release', `goaldoc-${platform}${platform.startsWith('win') ? '.exe' : ''}`)
}

interface Wanted {
  platform?: string
  node?: string
  out?: string
}

/** Returns the path of the executable. */
export async function makeExecutable({ platform = thisPlatform, node, out }: Wanted = {}): Promise<string> {
  const made = out ?? executableOf(platform)
  const carrier = node ?? nodeFor(platform)
  // The Node that prepares the data must have the version that reads it.
  const maker = platform === thisPlatform ? carrier : nodeFor(thisPlatform)
  const folder = mkdtempSync(join(tmpdir(), 'goaldoc-executable-'))
  try {
    const names = await layOut(root, join(folder, 'package'))
    if (platform === thisPlatform) await learn(maker, root, join(folder, 'package'))
    await bundle({ main: join(root, 'scripts/executable/main.ts') }, folder)
    const blob = join(folder, 'goaldoc.blob')
    const configuration = {
      // A relative path: the path is part of the result, and the folder has another name in each build.
      main: 'main.cjs',
      output: blob,
      disableExperimentalSEAWarning: true,
      // The code cache of this file would differ from build to build, and the file is small.
      useCodeCache: false,
      // Environment variables with options for Node are meant for other programs.
      execArgvExtension: 'none',
      assets: assets(join(folder, 'package'), names, join(folder, 'assets')),
    }
    writeFileSync(join(folder, 'sea.json'), JSON.stringify(configuration))
    run(maker, ['--experimental-sea-config', 'sea.json'], { cwd: folder })
    mkdirSync(dirname(made), { recursive: true })
    rmSync(made, { force: true })
    copyFileSync(carrier, made)
    chmodSync(made, 0o755)
    strip(made, platform)
    inject(made, blob, platform)
    return made
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Writes each file in the form that `scripts/executable/main.ts` reads. */
function assets(folder: string, names: readonly string[], to: string): Record<string, string> {
  mkdirSync(to)
  return Object.fromEntries(
    names.map((name, index) => {
      const compiled = existsSync(join(folder, `${name}.compiled`))
        ? readFileSync(join(folder, `${name}.compiled`))
        : Buffer.alloc(0)
      const length = Buffer.alloc(4)
      length.writeUInt32LE(compiled.length)
      const file = join(to, String(index))
      writeFileSync(file, Buffer.concat([length, compiled, readFileSync(join(folder, name))]))
      return [name, file]
    }),
  )
}

/** Removes the symbol names from Node's machine code, which are a tenth of the file. */
function strip(file: string, platform: string): void {
  if (!platform.startsWith('linux')) return
  const { status, error } = spawnSync('strip', [file])
  if (status !== 0)
    process.stderr.write(`Not stripped: ${error ? '`strip` is not installed' : `\`strip\` does not know ${platform}`}\n`)
}

/** Runs the command and hides its warnings about stripped sections. */
function inject(file: string, blob: string, platform: string): void {
  const postject = join(dirname(createRequire(import.meta.url).resolve('postject/package.json')), 'dist/cli.js')
  const macho = platform.startsWith('darwin') ? ['--macho-segment-name', 'NODE_SEA'] : []
  run(process.execPath, [postject, file, 'NODE_SEA_BLOB', blob, '--sentinel-fuse', fuse, ...macho])
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({ options: { platform: { type: 'string' }, node: { type: 'string' }, out: { type: 'string' } } })
  const made = await makeExecutable(values)
  const megabytes = (readFileSync(made).length / 1e6).toFixed(1)
  process.stdout.write(`Wrote ${made} (${megabytes} MB)\n`)
  if (values.platform?.startsWith('darwin')) process.stdout.write('Sign it on macOS before it runs: codesign --sign - FILE\n')
}

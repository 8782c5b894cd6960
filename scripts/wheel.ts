/** Builds a Python wheel with the executable: `npm run wheel -- [--platform linux-x64] [--out FOLDER] [--python FILE]`;
 * `--metadata` only prints its metadata.
 *
 * The executable is the script that pip installs, so goaldoc runs without Python. `wheel pack`, of the Python package `wheel`,
 * lists and packs the files.
 */
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { thisPlatform } from './executable/node.ts'
import { run } from './executable/run.ts'
import { makeExecutable } from './executable.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

/** pip's names of the platforms. Node 24 needs macOS 13.5, of which pip's name can only contain the first number. */
const tags: Readonly<Record<string, string>> = {
  'darwin-arm64': 'macosx_14_0_arm64',
  'darwin-x64': 'macosx_14_0_x86_64',
  'win-x64': 'win_amd64',
  'win-arm64': 'win_arm64',
}

const machines: Readonly<Record<string, string>> = { x64: 'x86_64', arm64: 'aarch64' }

/** The tag of a platform. On Linux it includes the C library that the executable needs. */
function tagOf(platform: string, executable: string): string {
  const [system, architecture] = platform.split('-') as [string, string]
  const tag = system === 'linux' ? `manylinux_${glibcOf(executable)}_${machines[architecture]}` : tags[platform]
  if (!tag || tag.endsWith('undefined')) throw new Error(`Cannot name the wheel for ${platform}: pip has no name for it`)
  return tag
}

/** The newest version of glibc from which a file needs a symbol, e.g. `2_28`. */
function glibcOf(file: string): string {
  const versions = [...run('readelf', ['--version-info', '--wide', file]).matchAll(/\bGLIBC_2\.(\d+)/g)].map(([, minor]) =>
    Number(minor),
  )
  if (versions.length === 0) throw new Error(`Cannot tell which C library ${file} needs`)
  return `2_${Math.max(...versions)}`
}

interface Manifest {
  version: string
  description: string
  license: string
  keywords: string[]
}

/** The metadata for Python's tools, from that for npm. */
export function pythonMetadata(): { version: string; text: string } {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest
  const version = pythonVersion(manifest.version)
  const text = `Metadata-Version: 2.1
Name: goaldoc
Version: ${version}
Summary: ${manifest.description}
License: ${manifest.license}
Keywords: ${manifest.keywords.join(',')}
Classifier: Environment :: Console
Classifier: Environment :: OpenStack
Classifier: License :: OSI Approved :: Apache Software License
Classifier: Programming Language :: JavaScript
Classifier: Topic :: Documentation
Classifier: Topic :: Software Development :: Quality Assurance
Requires-Python: >=3.8
Description-Content-Type: text/markdown
License-File: LICENSE

The command \`goaldoc\` as one executable, which needs neither Node.js nor Python to run.

    goaldoc check      # compares models and documents, and lints the documents
    goaldoc init       # sets up pre-commit, the CI job and tox
    goaldoc --help

There are wheels for Linux with glibc and for Windows. On other systems, install Node.js and run \`npm install --global goaldoc\`.
`
  return { version, text }
}

/** A version in Python's notation: `1.0.0-beta.2` is `1.0.0b2`. */
export function pythonVersion(version: string): string {
  const parts = /^(\d+\.\d+\.\d+)(?:-(alpha|beta|rc)\.(\d+))?$/.exec(version)
  if (!parts)
    throw new Error(`Cannot write the version ${version} for Python: it is neither 1.2.3 nor 1.2.3-beta.4 (alpha, beta, rc)`)
  const short = { alpha: 'a', beta: 'b', rc: 'rc' }
  return `${parts[1]}${parts[2] ? `${short[parts[2] as keyof typeof short]}${parts[3]}` : ''}`
}

/** Debian's packages are installed only for Debian's own Python, which may not be first in PATH. */
const usualPython = existsSync('/usr/bin/python3') ? '/usr/bin/python3' : 'python3'

interface Wanted {
  platform?: string
  out?: string
  python?: string
  /** The licences of what the executable contains. */
  notice?: string
}

/** Packs an executable, and returns the path of the wheel. */
export function makeWheel(
  executable: string,
  { platform = thisPlatform, out = join(root, 'release'), python = usualPython, notice }: Wanted,
): string {
  const { version, text } = pythonMetadata()
  const folder = mkdtempSync(join(tmpdir(), 'goaldoc-wheel-'))
  try {
    const name = `goaldoc-${version}`
    const tree = join(folder, name)
    const script = join(tree, `${name}.data/scripts`, platform.startsWith('win') ? 'goaldoc.exe' : 'goaldoc')
    mkdirSync(dirname(script), { recursive: true })
    cpSync(executable, script)
    chmodSync(script, 0o755)
    // Files that stay in `share/` of the environment: the manual page and the completions.
    if (existsSync(join(root, 'dist/share')))
      cpSync(join(root, 'dist/share'), join(tree, `${name}.data/data/share`), { recursive: true })
    const about = join(tree, `${name}.dist-info`)
    mkdirSync(join(about, 'licenses'), { recursive: true })
    cpSync(join(root, 'LICENSE'), join(about, 'licenses/LICENSE'))
    if (notice) writeFileSync(join(about, 'licenses/NOTICE'), notice)
    writeFileSync(join(about, 'METADATA'), text)
    const tag = `py3-none-${tagOf(platform, executable)}`
    writeFileSync(join(about, 'WHEEL'), `Wheel-Version: 1.0\nGenerator: goaldoc\nRoot-Is-Purelib: false\nTag: ${tag}\n`)
    mkdirSync(out, { recursive: true })
    // The modification times of files must not affect the result.
    const env = { ...process.env, SOURCE_DATE_EPOCH: process.env.SOURCE_DATE_EPOCH ?? '315619200' }
    run(python, ['-m', 'wheel', 'pack', tree, '--dest-dir', out], { env })
    return join(out, `${name}-${tag}.whl`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const options = {
    platform: { type: 'string' },
    out: { type: 'string' },
    python: { type: 'string' },
    metadata: { type: 'boolean' },
  } as const
  const { values } = parseArgs({ options })
  if (values.metadata) process.stdout.write(pythonMetadata().text)
  else process.stdout.write(`${makeWheel(await makeExecutable(values.platform ? { platform: values.platform } : {}), values)}\n`)
}

/** Builds everything that a release consists of into `release/`, and checks it: `npm run release -- --dry-run [--platform NAME]…`.
 *
 * Without `--dry-run` it also builds everything a second time, for comparison, and fails where something is not ready. Publishing
 * (`npm publish --provenance`, `twine upload`) is left to the person who releases.
 */
import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { nodeFor, thisPlatform } from './executable/node.ts'
import { run } from './executable/run.ts'
import { makeExecutable } from './executable.ts'
import { billOfMaterials, noticeOf } from './release/materials.ts'
import { makeWheel } from './wheel.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
/** Those for which npm has the Node of `executable/node.ts`; for macOS it has only other versions. */
const platforms = ['linux-x64', 'linux-arm64', 'win-x64']

const { values } = parseArgs({
  options: { 'dry-run': { type: 'boolean' }, platform: { type: 'string', multiple: true }, twice: { type: 'boolean' } },
})
const wanted = values.platform ?? platforms

/** What has to be put right before the release. */
function notReady(): string[] {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as { version: string }
  const log = readFileSync(join(root, 'CHANGELOG.md'), 'utf8')
  const found = []
  if (lock.version !== version) found.push(`package-lock.json is for ${lock.version}, package.json for ${version}`)
  if (!new RegExp(`^## ${version.replaceAll('.', '\\.')}, \\d{4}-\\d{2}-\\d{2}$`, 'm').test(log))
    found.push(`CHANGELOG.md has no section \`## ${version}, YYYY-MM-DD\``)
  if (run('git', ['status', '--porcelain', '--untracked-files=no'], { cwd: root }) !== '')
    found.push('there are changes that are not committed')
  if (run('git', ['tag', '--list', `v${version}`], { cwd: root }).trim() !== '') found.push(`the tag v${version} exists`)
  return found
}

/** Builds into a folder, which is emptied first. */
async function build(folder: string, names: readonly string[]): Promise<void> {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  run('npm', ['run', 'build'], { cwd: root })
  const sbom = billOfMaterials(join(folder, 'goaldoc.cdx.json'))
  const license = join(nodeFor(thisPlatform), '../../LICENSE')
  const notice = noticeOf(sbom, readFileSync(license, 'utf8'))
  for (const place of [folder, join(root, 'dist')]) writeFileSync(join(place, 'NOTICE'), notice)
  // Without scripts, which would build again and delete the notice.
  run('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], { cwd: root })
  run('/usr/bin/python3', ['-c', `import goaldoc_build; goaldoc_build.build_sdist(${JSON.stringify(folder)})`], {
    cwd: root,
    env: { ...process.env, PYTHONPATH: join(root, 'scripts/python'), PYTHONDONTWRITEBYTECODE: '1' },
  })
  for (const platform of names) {
    const executable = join(folder, `goaldoc-${platform}${platform.startsWith('win') ? '.exe' : ''}`)
    await makeExecutable({ platform, out: executable })
    makeWheel(executable, { platform, out: folder, notice })
    tarball(executable, platform, folder)
    rmSync(executable)
  }
  const sums = readdirSync(folder)
    .sort()
    .map(
      (name) =>
        `${createHash('sha256')
          .update(readFileSync(join(folder, name)))
          .digest('hex')}  ${name}\n`,
    )
  writeFileSync(join(folder, 'SHA256SUMS'), sums.join(''))
}

/** For systems without pip: `bin/`, `share/` and the licences below one folder. */
function tarball(executable: string, platform: string, folder: string): void {
  const place = mkdtempSync(join(tmpdir(), 'goaldoc-tarball-'))
  const name = `goaldoc-${(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }).version}-${platform}`
  mkdirSync(join(place, name, 'bin'), { recursive: true })
  cpSync(executable, join(place, name, 'bin', platform.startsWith('win') ? 'goaldoc.exe' : 'goaldoc'))
  cpSync(join(root, 'dist/share'), join(place, name, 'share'), { recursive: true })
  cpSync(join(root, 'LICENSE'), join(place, name, 'LICENSE'))
  cpSync(join(folder, 'NOTICE'), join(place, name, 'NOTICE'))
  const same = ['--sort=name', '--mtime=@315619200', '--owner=0', '--group=0', '--numeric-owner', '--mode=u+w,go-w,a+rX']
  run('bash', [
    '-o',
    'pipefail',
    '-c',
    `tar ${same.join(' ')} -C "$1" -cf - "$2" | gzip -9n > "$3"`,
    'tar',
    place,
    name,
    join(folder, `${name}.tar.gz`),
  ])
  rmSync(place, { recursive: true, force: true })
}

const folder = join(root, 'release')
const found = notReady()
await build(folder, wanted)
for (const name of readdirSync(folder).sort())
  process.stdout.write(`${(statSync(join(folder, name)).size / 1e6).toFixed(1).padStart(7)} MB  ${name}\n`)
if (!values['dry-run'] || values.twice) {
  const again = mkdtempSync(join(tmpdir(), 'goaldoc-again-'))
  await build(again, wanted)
  const [first, second] = [folder, again].map((place) => readFileSync(join(place, 'SHA256SUMS'), 'utf8'))
  rmSync(again, { recursive: true, force: true })
  if (first === second) process.stdout.write('Two builds have the same checksums\n')
  else found.push(`two builds differ:\n${first}\n${second}`)
}
for (const fault of found) process.stderr.write(`Not ready: ${fault}\n`)
const foreign = wanted.filter((platform) => platform !== thisPlatform)
if (foreign.length > 0) process.stdout.write(`Built and not run here: ${foreign.join(', ')}\n`)
if (found.length > 0 && !values['dry-run']) process.exitCode = 1
else process.stdout.write(`${basename(folder)}/ has everything\n`)

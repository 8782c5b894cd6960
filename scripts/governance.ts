/** Makes a governance repository from the corpus: every published version is a commit on its day, with the official teams of that
 * time.
 *
 *     node --import jiti/register scripts/governance.ts FOLDER
 *
 * The corpus is read from `../shared/corpus`, which must exist.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const corpus = fileURLToPath(new URL('../../shared/corpus', import.meta.url))

interface Version {
  file: string
  document: string
  path: string
  /** Seconds since 1970. */
  time: number
  roster: string | null
}

/** Whether the corpus exists. */
export const hasCorpus = existsSync(join(corpus, 'index.json'))

/** Makes the repository in a new or empty folder. A version with another path than the one before it is a move. */
export function makeGovernance(folder: string): void {
  mkdirSync(folder, { recursive: true })
  const versions = JSON.parse(readFileSync(join(corpus, 'index.json'), 'utf8')) as Version[]
  const git = (args: string[], input?: string | Buffer) =>
    execFileSync('git', args, { cwd: folder, maxBuffer: 1 << 28, ...(input === undefined ? {} : { input }) })
  git(['init', '-q', '-b', 'master'])
  const places = new Map<string, string>()
  const stream: Buffer[] = []
  const file = (path: string, bytes: Buffer) =>
    stream.push(Buffer.from(`M 100644 inline ${path}\ndata ${bytes.length}\n`), bytes, Buffer.from('\n'))
  for (const { file: source, document, path, time, roster } of versions.sort((a, b) => a.time - b.time)) {
    const message = `${document}: a version`
    const who = `A Writer <writer@planets.example> ${time} +0000`
    stream.push(
      Buffer.from(`commit refs/heads/master\nauthor ${who}\ncommitter ${who}\ndata ${Buffer.byteLength(message)}\n${message}\n`),
    )
    const before = places.get(document)
    if (before !== undefined && before !== path) stream.push(Buffer.from(`D ${before}\n`))
    places.set(document, path)
    file(path, readFileSync(join(corpus, source)))
    if (roster) file('reference/projects.yaml', readFileSync(join(corpus, roster)))
  }
  const message = 'What has been retired'
  const who = 'A Writer <writer@planets.example> 1790000000 +0000'
  stream.push(Buffer.from(`commit refs/heads/master\ncommitter ${who}\ndata ${message.length}\n${message}\n`))
  file('reference/legacy.yaml', readFileSync(join(corpus, 'legacy.yaml')))
  git(['fast-import', '--quiet'], Buffer.concat(stream))
  git(['reset', '-q', '--hard'])
}

if (resolve(process.argv[1] ?? '') === fileURLToPath(import.meta.url)) {
  const folder = process.argv[2]
  if (!folder || !hasCorpus) {
    process.stderr.write(hasCorpus ? 'Name a folder\n' : 'There is no ../shared/corpus here\n')
    process.exit(2)
  }
  makeGovernance(resolve(folder))
}

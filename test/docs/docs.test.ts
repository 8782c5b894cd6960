/** Every command that the documentation shows is run, and every output that it shows is real.
 *
 * A `console` block holds commands behind `$ ` and what they print. Each page runs top to bottom in a repository of its own, made
 * by the lines at the top of docs/first-minutes.md. `UPDATE=1` writes the real outputs into the pages.
 */
import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../../', import.meta.url))
const program = join(root, 'dist/bin.cjs')
const pages = [
  'README.md',
  ...readdirSync(join(root, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
].sort()
const folders: string[] = []

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

interface Step {
  command: string
  output: string
}

/** The steps of a `console` block. A line that ends with a backslash goes on in the next one. */
function stepsOf(block: string): Step[] {
  const steps: Step[] = []
  for (const line of block.split('\n')) {
    const last = steps.at(-1)
    if (line.startsWith('$ ')) steps.push({ command: line.slice(2), output: '' })
    else if (last?.output === '' && last.command.endsWith('\\')) last.command += `\n${line}`
    else if (last) last.output += `${line}\n`
  }
  return steps
}

const consoleBlock = /^```console\n([\s\S]*?)^```$/gm

/** The lines by which a reader makes the repository, without the installation: tests work with what is built. */
const setUp = /^```sh\n([\s\S]*?)^```$/m
  .exec(readFileSync(join(root, 'docs/first-minutes.md'), 'utf8'))![1]!
  .replace(/^npm ci\n/, '')

/** A repository for a page to work in, and a shell in it that knows `goaldoc`. */
function shell(): (command: string) => string {
  const folder = mkdtempSync(join(tmpdir(), 'goaldoc-docs-'))
  folders.push(folder)
  mkdirSync(join(folder, 'bin'))
  writeFileSync(join(folder, 'bin/goaldoc'), `#!/bin/sh\nexec "${process.execPath}" "${program}" "$@"\n`)
  chmodSync(join(folder, 'bin/goaldoc'), 0o755)
  const person = { NAME: 'Caroline Herschel', EMAIL: 'caroline@observatory.example', DATE: '2027-03-01T12:00:00Z' }
  const env = {
    PATH: `${join(folder, 'bin')}:${process.env.PATH}`,
    HOME: folder,
    TMPDIR: folder,
    LC_ALL: 'C.UTF-8',
    NO_COLOR: '1',
    ...Object.fromEntries(
      Object.entries(person).flatMap(([key, value]) => [
        [`GIT_AUTHOR_${key}`, value],
        [`GIT_COMMITTER_${key}`, value],
      ]),
    ),
  }
  const made = spawnSync('bash', ['-ec', `${setUp}\npwd`], { cwd: root, env, encoding: 'utf8' })
  expect(made.stderr, 'what making the repository says').toBe('')
  const work = made.stdout.trim()
  return (command: string) => {
    const { stdout, stderr, status } = spawnSync('bash', ['-c', `exec 2>&1\n${command}`], { cwd: work, env, encoding: 'utf8' })
    return stdout + stderr + (status ? `[exit ${status}]\n` : '')
  }
}

describe.each(pages)('%s', (page) => {
  const file = join(root, page)
  const text = readFileSync(file, 'utf8')
  const blocks = [...text.matchAll(consoleBlock)].map((match) => match[1] as string)

  it.runIf(blocks.length > 0)('shows what its commands print', () => {
    expect(existsSync(program), 'the program is not built: run `npm run build`').toBe(true)
    const run = shell()
    const real = text.replace(consoleBlock, (_, block: string) => {
      const steps = stepsOf(block).map(({ command }) => `$ ${command}\n${run(command)}`)
      return `\`\`\`console\n${steps.join('')}\`\`\``
    })
    if (process.env.UPDATE) writeFileSync(file, real)
    else expect(text).toBe(real)
  })

  it('links to what exists', () => {
    const prose = text.replace(/^```[\s\S]*?^```$/gm, '')
    for (const [, target = ''] of prose.matchAll(/\]\((?!https?:|mailto:)([^)\s]+)\)/g)) {
      const [path = '', anchor] = target.split('#')
      const linked = path === '' ? file : join(dirname(file), path)
      expect(existsSync(linked), `${page} links to ${target}`).toBe(true)
      if (anchor) expect(anchorsOf(readFileSync(linked, 'utf8')), `${page} links to ${target}`).toContain(anchor)
    }
  })
})

/** The anchors that headings get where Markdown is shown. */
function anchorsOf(text: string): string[] {
  return [...text.matchAll(/^#+ (.+)$/gm)].map((match) =>
    (match[1] as string)
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replace(/ /g, '-'),
  )
}

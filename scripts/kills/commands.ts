/** The commands that write, each with a repository in which it has to write many files. */
import { copyOf, documentOf, git, goals, newFolder, repository, snapshot, write } from './tree.ts'

export interface Job {
  name: string
  args: string[]
  /** The repository before the command. */
  before: string
}

/** A command on a full disk. The commands that write documents and models fail there, and so do those that write reports. */
export interface DiskJob extends Job {
  /** Whether it does its work on a full disk: what it cannot write is only a cache. */
  isCache?: true
  /** A file of the full disk that standard output goes to. */
  output?: string
}

/** The commands that write something else than documents and models. */
export function diskJobs(all: readonly Job[]): DiskJob[] {
  const before = (name: string) => all.find((job) => job.name === name)!.before
  const [spaced, modelled] = [before('lint --fix'), before('set')]
  return [
    ...all,
    { name: 'lint to SARIF', args: ['lint', '-f', 'sarif:out.sarif', 'goals'], before: spaced },
    { name: 'lint to a file', args: ['lint', '-f', 'json', 'goals'], before: spaced, output: 'out.json' },
    { name: 'baseline', args: ['lint', '--baseline', 'known.json', '--update-baseline', 'goals'], before: spaced },
    { name: 'report page', args: ['report', '-o', 'page', 'goals'], before: modelled },
    { name: 'status to a file', args: ['status', '-f', 'csv', 'goals'], before: modelled, output: 'out.csv' },
    { name: 'new', args: ['new', 'venus', '--yes', '--title', 'Venus'], before: modelled },
    { name: 'init', args: ['init', '--yes'], before: modelled },
    { name: 'render, with only a cache to write', args: ['render', 'goals'], before: modelled, isCache: true },
    { name: 'pull, with only a cache to write', args: ['pull', 'goals'], before: modelled, isCache: true },
    { name: 'status, with only a cache to write', args: ['status', 'goals'], before: modelled, isCache: true },
  ]
}

/** `run` runs goaldoc and waits; it is needed to make models. */
export function jobs(run: (args: readonly string[], cwd: string) => void): Job[] {
  const all = (options?: Parameters<typeof documentOf>[1]) =>
    Object.fromEntries(goals.map((name) => [`goals/proposed/${name}.rst`, documentOf(name, options)]))
  const documents = all()
  const names = Object.keys(documents)
  const bare = repository(documents)
  const imported = copyOf(bare)
  run(['import', 'goals'], imported)
  const modelled = repository(asTexts(imported))
  const changed = (edit: (name: string, text: string) => string | undefined) => {
    const folder = copyOf(modelled)
    for (const [name, text] of snapshot(modelled)) {
      const after = edit(name, text)
      if (after !== undefined) write(folder, name, after)
    }
    return folder
  }
  const stale = changed((name, text) =>
    name.endsWith('.yaml') ? text.replace('knows its orbit', 'knows all orbits') : undefined,
  )
  const edited = changed((name) =>
    name.endsWith('.rst') ? documentOf(nameOf(name), { plan: 'https://planets.example/plans' }) : undefined,
  )
  const spaced = changed((name) => (name.endsWith('.rst') ? documentOf(nameOf(name), { end: '   ' }) : undefined))
  const linked = changed((name, text) =>
    name.endsWith('orbit-2.rst') ? text.replace('None.', 'See :doc:`orbit-1` and `the other <orbit-1.rst>`_.') : undefined,
  )
  const three = newFolder()
  git(three, 'init', '-q')
  write(three, 'base', documentOf('orbit'))
  write(three, 'ours', documentOf('orbit', { plan: 'https://planets.example/plans' }))
  write(three, 'theirs', documentOf('orbit', { title: 'All orbits' }))
  return [
    { name: 'render', args: ['render', 'goals'], before: stale },
    { name: 'lint --fix', args: ['lint', '--fix', 'goals'], before: spaced },
    { name: 'pull', args: ['pull', 'goals'], before: edited },
    { name: 'import', args: ['import', '--force', 'goals'], before: bare },
    { name: 'merge', args: ['merge', 'base', 'ours', 'theirs', 'goals/orbit.rst'], before: three },
    { name: 'set', args: ['set', ...names, '--team', 'Hubble,Kepler', '--status', 'done'], before: modelled },
    { name: 'move', args: ['move', 'orbit-1', 'selected'], before: linked },
  ]
}

function nameOf(path: string): string {
  return path.replace(/^.*\//, '').replace('.rst', '')
}

function asTexts(folder: string): Record<string, string> {
  return Object.fromEntries([...snapshot(folder)].map(([name, text]) => [name, Buffer.from(text, 'latin1').toString('utf8')]))
}

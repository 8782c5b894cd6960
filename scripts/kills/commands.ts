/** The commands that write, each with a repository in which it has to write many files. */
import { copyOf, documentOf, git, goals, newFolder, repository, snapshot, write } from './tree.ts'

export interface Job {
  name: string
  args: string[]
  /** The repository before the command. */
  before: string
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

/** The merge driver as git runs it: markers, labels, styles, exit codes, and what it does with files that it cannot read. */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { usualMarkers } from '../../src/document/index.ts'
import { mergeVersions, planInit } from '../../src/repository/index.ts'
import { editsOf } from '../document/merging.ts'
import { type Folder, folder, telescopes } from './run.ts'

const bin = fileURLToPath(new URL('../../src/cli/bin.ts', import.meta.url))
const register = new URL('../../node_modules/jiti/lib/jiti-register.mjs', import.meta.url).href
const goaldoc = `'${process.execPath}' --import '${register}' '${bin}'`

/** A repository with the driver, in which two branches have changed a file. */
function branches(path: string, base: string | Buffer, ours: string | Buffer, theirs: string | Buffer): Folder {
  const place = folder()
  place.git('init', '-q', '-b', 'main')
  const steps = planInit(place.path, { version: '1.0.0' }).find(({ part }) => part === 'merge-driver')?.steps ?? []
  for (const step of steps) {
    if (step.kind === 'git-config') place.git('config', step.key, step.value.replace(/^goaldoc /, `${goaldoc} `))
    if (step.kind === 'append') place.write(step.path, `${step.lines.join('\n')}\n`)
  }
  const commit = (text: string | Buffer, subject: string) => {
    place.write(path, text)
    place.git('add', '-A')
    place.git('commit', '-q', '-m', subject)
  }
  commit(base, 'goals: base')
  place.git('checkout', '-q', '-b', 'topic')
  commit(theirs, 'goals: theirs')
  place.git('checkout', '-q', 'main')
  commit(ours, 'goals: ours')
  return place
}

const merge = (place: Folder, ...options: string[]) =>
  spawnSync(
    'git',
    ['-c', 'user.name=Halley', '-c', 'user.email=halley@planets.example', ...options, 'merge', '-q', '--no-edit', 'topic'],
    {
      cwd: place.path,
      encoding: 'utf8',
    },
  )

describe('the merge driver in git', { timeout: 120_000 }, () => {
  it.each([
    ['rst', 'team: rename the first', 'entry: append'],
    ['rst', 'entry: answer with None', 'entry: answer with an artifact'],
    ['yaml', 'team: rename the first', 'entry: append'],
    ['yaml', 'team: add one name with other words', 'team: add one name with other words'],
  ] as const)('%s: %s × %s', (format, first, second) => {
    const { base, edits } = editsOf('team-artifacts', format)
    const [ours, theirs] = [edits.find(({ kind }) => kind === first)!.ours, edits.find(({ kind }) => kind === second)!.theirs]
    const place = branches(`goals/telescopes.${format}`, base, ours, theirs)
    const expected = mergeVersions({ base, ours, theirs }, `a.${format}`, usualMarkers)
    const ran = merge(place)
    expect(place.read(`goals/telescopes.${format}`)).toBe(expected.bytes.toString('utf8'))
    expect(ran.status).toBe(expected.undecided > 0 ? 1 : 0)
  })

  const conflict = ['Two of', 'All of', 'None of'].map((word) => telescopes.replace('Two of', word)) as [string, string, string]
  const line = (word: string) => `${word} the observatories have begun.\n`

  it("shows conflicts in the style of git's configuration, with markers of the size in .gitattributes", () => {
    const place = branches('goals/telescopes.rst', ...conflict)
    place.git('config', 'merge.conflictStyle', 'diff3')
    place.write('.git/info/attributes', '*.rst conflict-marker-size=10\n')
    expect(merge(place).status).toBe(1)
    const text = place.read('goals/telescopes.rst')
    expect(text.slice(text.indexOf('<<<'), text.lastIndexOf('>>>>>>>>>>'))).toMatch(
      new RegExp(`^<{10} \\S.*\\n${line('All of')}\\|{10} \\S.*\\n${line('Two of')}={10}\\n${line('None of')}$`),
    )
  })

  it('puts markers around both sides if it cannot read one', () => {
    const latin = Buffer.from(conflict[1].replace('One catalog', 'Une année'), 'latin1')
    const place = branches('goals/telescopes.rst', conflict[0], latin, conflict[2])
    const ran = merge(place)
    expect(ran.status).toBe(1)
    expect(ran.stderr).toContain('is not UTF-8 (byte 0xe9)')
    const text = place.read('goals/telescopes.rst')
    expect(text).toMatch(/<{7} \S.*\nAll of .*\n={7}\nNone of .*\n>{7} /)
    expect(text).toContain('Une ann')
  })
})

describe('goaldoc merge', () => {
  it('uses labels and size from git, and recognises placeholders that an old git does not replace', async () => {
    const [base, ours, theirs] = ['Two of', 'All of', 'None of'].map((word) => telescopes.replace('Two of', word)) as [
      string,
      string,
      string,
    ]
    const place = folder({ base, ours, theirs })
    const run = (...options: string[]) =>
      place.goaldoc(['merge', ...options, '--stdout', 'base', 'ours', 'theirs', 'goals/telescopes.rst'])
    const labelled = await run('--marker-size=9', '--our-label=HEAD', '--their-label=a topic', '--base-label=%S')
    expect(labelled.code).toBe(1)
    expect(labelled.out).toContain('<<<<<<<<< HEAD\nAll of')
    expect(labelled.out).toContain('\n>>>>>>>>> a topic\n')
    expect((await run('--marker-size=7', '--our-label=%X')).out).toContain('<<<<<<< ours\n')
    expect(place.read('ours')).toBe(ours)
  })

  it.each([
    ['an emptied side', () => ''],
    ['a mark of an older conflict', (text: string) => `<<<<<<< here\n${text}`],
  ])('leaves both sides between markers: %s', async (_, spoiled) => {
    const [base, ours, theirs] = ['Two of', 'All of', 'None of'].map((word) => telescopes.replace('Two of', word)) as [
      string,
      string,
      string,
    ]
    const place = folder({ base, ours: spoiled(ours), theirs })
    expect((await place.goaldoc(['merge', 'base', 'ours', 'theirs', 'goals/telescopes.rst'])).code).toBe(1)
    const byGit = mergeVersions({ base, ours: spoiled(ours), theirs }, 'telescopes.txt', usualMarkers)
    expect(place.read('ours')).toBe(byGit.bytes.toString('utf8'))
  })

  it('fails for binary files, and writes nothing', async () => {
    const place = folder({ base: 'a\0', ours: 'b\0', theirs: 'c\0' })
    expect(await place.goaldoc(['merge', 'base', 'ours', 'theirs', 'stars.png'])).toMatchObject({
      code: 2,
      err: 'Cannot merge stars.png: git cannot merge these files line by line. Choose one of the versions.\n',
    })
    expect(place.read('ours')).toBe('b\0')
  })
})

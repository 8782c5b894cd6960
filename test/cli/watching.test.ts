/** `lint --watch` in this process, until a signal. */
import { expect, test, vi } from 'vitest'
import { folder, projects, telescopes } from './run.ts'

test('prints what is new after each change, goes on after a mistake in the configuration, and ends with the last exit code', async () => {
  const place = folder({
    'goals/stars.rst': telescopes,
    'reference/projects.yaml': projects,
    '.gitignore': 'out\n',
    'out/x.rst': '',
  })
  place.git('init', '-q')
  const ends: (() => void)[] = []
  const once = process.once.bind(process)
  const spy = vi.spyOn(process, 'once').mockImplementation((event: string | symbol, end: (...args: never[]) => void) => {
    if (event !== 'SIGINT' && event !== 'SIGTERM') return once(event as 'exit', end as () => void)
    ends.push(end as () => void)
    return process
  })
  const said = { out: '', err: '' }
  const done = place.goaldoc(['lint', '--watch', '--format', 'compact', 'goals'], {
    out: (text) => {
      said.out += text
    },
    err: (text) => {
      said.err += text
    },
  })
  const until = (what: () => boolean) => vi.waitFor(() => expect(what()).toBe(true), { timeout: 60_000, interval: 20 })
  await until(() => said.err.includes('no findings\n'))
  expect(said.err).toBe('Watching; Ctrl-C ends it\nChecked 1 document against 2 teams: no findings\n')
  place.write('goals/stars.rst', `${telescopes}\n\tMars.\n`)
  await until(() => said.out !== '')
  expect(said.out).toMatch(/^goals\/stars\.rst:\d+:\d+: /)
  place.write('goaldoc.config.yaml', 'rulez: {}\n')
  await until(() => said.err.includes('Cannot use goaldoc.config.yaml'))
  const found = said.out
  place.write('goaldoc.config.yaml', 'rules: {}\n')
  place.write('goals/stars.rst', telescopes)
  await until(() => / of goals\/stars\.rst (?:is|are) gone\n/.test(said.err))
  expect(said.out).toBe(found)
  expect(ends).toHaveLength(2)
  ends[0]!()
  expect(await done).toEqual({ code: 0, out: '', err: '' })
  spy.mockRestore()
})

/** The commands that messages recommend exist, and there is a message where a run has nothing else to show. */
import { expect, test } from 'vitest'
import { folder, projects, telescopes } from './run.ts'

const document = 'goals/one-star-catalog.rst'
const glued = `${telescopes}\nRead first:\n* orbits\n`

test('`check`, which has no `--fix`, recommends `goaldoc lint --fix`', async () => {
  const place = folder({ [document]: glued, 'reference/projects.yaml': projects })
  expect((await place.goaldoc(['check'])).out).toContain('; `goaldoc lint --fix` fixes 1\n')
  expect((await place.goaldoc(['lint'])).out).toContain('; `--fix` fixes 1\n')
})

test('`lint --diff` says that there is no fix', async () => {
  const place = folder({ [document]: `${telescopes}\nSee |comet|.\n`, 'reference/projects.yaml': projects })
  const said = 'Nothing to show: no fix applies to what `goaldoc lint` finds\n'
  expect(await place.goaldoc(['lint', '--diff'])).toEqual({ code: 1, out: '', err: said })
})

test.each([['version'], ['--version'], ['-V']])('%s prints the version', async (name) => {
  expect(await folder().goaldoc([name])).toMatchObject({ code: 0, out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) })
})

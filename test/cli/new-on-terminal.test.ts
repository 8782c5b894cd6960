/** `goaldoc new` on a terminal. The library that asks is made up. */
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { folder, projects } from './run.ts'

const prompts = vi.hoisted(() => ({ asked: [] as string[], answers: {} as Record<string, string>, cancelAt: '' }))
vi.mock('@clack/prompts', () => ({
  isCancel: (answer: unknown) => typeof answer === 'symbol',
  note: () => {},
  text: async ({ message }: { message: string }) => {
    prompts.asked.push(message)
    if (prompts.asked.length === Number(prompts.cancelAt)) return Symbol('cancel')
    return prompts.answers[prompts.asked.length] ?? ''
  },
}))

beforeEach(() => {
  prompts.asked = []
  prompts.answers = {}
  prompts.cancelAt = ''
})

const place = (files: Record<string, string> = {}) => {
  const made = folder({ 'goals/selected/epoxy/.keep': '', 'reference/projects.yaml': projects, ...files })
  made.git('init', '-q')
  return made
}
const again = 'Nothing was written. To continue with your answers: '

describe('goaldoc new', () => {
  test('asks what was not given, and writes the goal', async () => {
    const here = place()
    prompts.answers = { 1: 'All domes turn together' }
    const ran = await here.goaldoc(['new', 'dome-clocks', '--title', 'One clock', '--answer', 'criteria=All clocks agree.'], {
      isInteractive: true,
    })
    expect([ran.code, ran.out]).toEqual([0, ''])
    expect(ran.err).toMatch(
      /^Wrote goals\/proposed\/dome-clocks\.yaml and goals\/proposed\/dome-clocks\.rst\.(?: \d+ places? (?:is|are) marked TODO\. To see what is still missing| To check it): goaldoc check goals\/proposed\/dome-clocks\.yaml\n$/,
    )
    const text = here.read('goals/proposed/dome-clocks.yaml')
    expect(text).toContain('title: One clock\n')
    expect(text).toContain('All domes turn together')
    expect(text).toContain('All clocks agree.')
  })

  test('writes nothing after the user cancels, and prints the command that continues', async () => {
    const here = place()
    prompts.answers = { 1: 'All domes turn', 2: '' }
    prompts.cancelAt = '4'
    const ran = await here.goaldoc(
      [
        'new',
        'dome-clocks',
        '--cycle',
        'epoxy',
        '--title',
        "The domes' clock",
        '--answer',
        'references=https://planets.example/1',
      ],
      { isInteractive: true },
    )
    expect(ran).toEqual({
      code: 2,
      out: '',
      err: `${again}goaldoc new dome-clocks --cycle epoxy --title 'The domes'\\'' clock' --answer references=https://planets.example/1 --summary 'All domes turn'\n`,
    })
    expect(here.has('goals/selected/epoxy/dome-clocks.yaml')).toBe(false)
    expect(prompts.asked).toHaveLength(4)
  })

  test('prints that command as well if the goal cannot be written', async () => {
    const here = place({ 'goals/full': 'no folder\n' })
    const ran = await here.goaldoc(['new', 'dome-clocks', '--folder', 'goals/full', '--title', 'One clock'], {
      isInteractive: true,
    })
    expect([ran.code, ran.out]).toEqual([2, ''])
    expect(ran.err).toMatch(
      /^Nothing was written\. To continue with your answers: goaldoc new dome-clocks --folder goals\/full --title 'One clock'\nCannot .+\n$/,
    )
  })

  test('writes into the folder of a selected release, of another release, or the one that was named', async () => {
    const here = place()
    const made = async (...args: string[]) => (await here.goaldoc(['new', 'dome-clocks', '--yes', ...args])).err.split(' ')[1]
    expect(await made('--cycle', 'epoxy')).toBe('goals/selected/epoxy/dome-clocks.yaml')
    expect(await made('--cycle', 'flamingo')).toBe('goals/flamingo/dome-clocks.yaml')
    expect(await made('--folder', 'drafts/a')).toBe('drafts/a/dome-clocks.yaml')
    const bare = folder({})
    expect((await bare.goaldoc(['new', 'dome-clocks', '--yes'])).err.split(' ')[1]).toBe('goals/proposed/dome-clocks.yaml')
  })
})

/** What `new` asks the person at the terminal. The library that asks is made up. */
import { beforeEach, expect, test, vi } from 'vitest'
import { askAll } from '../../src/cli/questions.ts'

const prompts = vi.hoisted(() => ({ asked: [] as unknown[], answers: [] as (string | symbol | undefined)[] }))
vi.mock('@clack/prompts', () => ({
  isCancel: (answer: unknown) => typeof answer === 'symbol',
  note: (...told: unknown[]) => void prompts.asked.push(told.slice(0, 2)),
  text: async ({ output, ...question }: { output: unknown }) => {
    prompts.asked.push({ ...question, isOnError: output === process.stderr })
    return prompts.answers.shift()
  },
}))

beforeEach(() => {
  prompts.asked = []
})

test("questions are asked in order, with the template's hint and the default", async () => {
  prompts.answers = ['Map the moons', undefined]
  const hint = `Say in a sentence ${'what the goal is '.repeat(6)}`.trim()
  const questions = [
    { key: 'title', text: 'What is it called?', hint },
    { key: 'topic', text: 'Which topic?', usual: 'moons' },
  ]
  expect(await askAll(questions as never)).toEqual({
    answers: { title: 'Map the moons', topic: '' },
    isCancelled: false,
  })
  expect(prompts.asked).toEqual([
    [
      'Say in a sentence what the goal is what the goal is what the goal is\nwhat the goal is what the goal is what the goal is',
      'The template says',
    ],
    { message: 'What is it called?', isOnError: true },
    { message: 'Which topic?', placeholder: 'moons', defaultValue: 'moons', isOnError: true },
  ])
})

test('no further question is asked after the user cancels', async () => {
  prompts.answers = ['Map the moons', Symbol('cancel')]
  const questions = ['title', 'topic', 'champion'].map((key) => ({ key, text: key }))
  expect(await askAll(questions as never)).toEqual({ answers: { title: 'Map the moons' }, isCancelled: true })
  expect(prompts.asked).toHaveLength(2)
})

import { describe, expect, it } from 'vitest'
import type { Goal } from '../../../src/goal/index.ts'
import { sectionEdited, sectionRead } from './section.ts'

const read = (body: string) => sectionRead('tracking', 'Tracking', body)
const [board, story] = ['https://board.example/#!/board/104', 'https://board.example/#!/story/list?tags=comet_(old)']

describe('trackers', () => {
  it.each<[string, string, Goal['tracking']]>([
    [
      'as the profile writes them',
      `:Board: ${board}\n:Story: ${story.replace('_(old)', '')}`,
      {
        trackers: [
          { name: 'Board', url: board },
          { name: 'Story', url: story.replace('_(old)', '') },
        ],
      },
    ],
    ['as bullets', `* ${board}`, { trackers: [{ url: board }] }],
    [
      'in a sentence',
      `Progress on this goal is followed at\n${board}.`,
      { trackers: [{ url: board }], written: 'Progress on this goal is followed at\n{{url}}.' },
    ],
    [
      'as links',
      `* \`All stories <${board}>\`__\n* \`One story <${board}5>\`__`,
      {
        trackers: [
          { name: 'All stories', url: board },
          { name: 'One story', url: `${board}5` },
        ],
        written: '* `{{name}} <{{url}}>`__',
      },
    ],
    [
      'between prose',
      `Look here.\n\n- Bug: ${board}\n- Pad: ${board}5\n\nOr ask.`,
      {
        intro: 'Look here.',
        trackers: [
          { name: 'Bug', url: board },
          { name: 'Pad', url: `${board}5` },
        ],
        outro: 'Or ask.',
        written: '- {{name}}: {{url}}',
      },
    ],
    [
      'each in another way',
      `:Board: ${board}\n\n* ${board}5 (old)`,
      {
        trackers: [
          { name: 'Board', url: board, written: ':{{name}}: {{url}}' },
          { url: `${board}5`, written: '* {{url}} (old)' },
        ],
      },
    ],
  ])('are read %s', (_, body, tracking) => expect(read(body)).toEqual(tracking))

  it.each([`See ${board} and ${board}5.`, 'Nothing yet.', `Pad: ${board}\n\nProse.\n\nPad: ${board}5`, `{{url}} ${board}`])(
    'are prose in %j',
    (body) => expect(read(body)).toBe(body),
  )

  it('are edited one by one', () => {
    const trackers = (goal: Goal) => (goal.tracking as { trackers: { name?: string; url: string }[] }).trackers
    const body = `Look here.\n\n- Bug: ${board}\n\n- Pad: ${board}5`
    expect(sectionEdited('Tracking', body, (goal) => void Object.assign(trackers(goal)[0] ?? {}, { url: story }))).toEqual([
      `-- Bug: ${board}`,
      `+- Bug: ${story}`,
    ])
    expect(
      sectionEdited('Tracking', body, (goal) => void trackers(goal).push({ name: 'New', url: 'https://new.example' })),
    ).toEqual(['+- New: https://new.example'])
  })
})

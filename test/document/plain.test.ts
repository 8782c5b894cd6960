/** Names, texts of links and addresses in the syntax of RST. */
import { describe, expect, it } from 'vitest'
import { readGoal, renderGoal } from '../../src/document/index.ts'
import { writePlain } from '../../src/document/plain.ts'
import type { Goal } from '../../src/goal/index.ts'
import { innerText, parseRst } from '../../src/rst/index.ts'

const body = (goal: Omit<Goal, 'title'>) =>
  renderGoal({ profile: 'champion', title: 'Mars', ...goal })
    .split('\n')
    .slice(7, -1)
    .join('\n')
const link = (text: string, url: string) => ({ references: [{ text, url }] })

describe('links', () => {
  it.each([
    ['Map', 'https://mars.example', '* `Map <https://mars.example>`_'],
    ['Add `dome` support', 'https://mars.example', '* `Add `dome\\` support <https://mars.example>`_'],
    ['a \\ b <c>', 'https://mars.example', '* `a \\\\ b <c> <https://mars.example>`_'],
    ['Map', 'https://mars.example/a_', '* `Map <https://mars.example/a\\_>`_'],
    ['https://mars.example', 'https://mars.example', '* `https://mars.example <https://mars.example>`_'],
  ])('%s, %s', (text, url, rst) => {
    const document = renderGoal({ title: 'Mars', ...link(text, url) })
    expect(document).toContain(`\n${rst}\n`)
    expect(readGoal(document).goal.references).toEqual([{ text, url }])
  })

  it('are anonymous if their text already names another address', () => {
    const references = [
      { text: 'Map', url: 'https://mars.example' },
      { text: 'Map', url: 'https://mars.example' },
      { text: 'map', url: 'https://venus.example' },
      { text: 'Plan', url: 'https://venus.example' },
    ]
    const rendered = renderGoal({ title: 'Mars', summary: 'A `plan <https://mars.example/plan>`_.', references })
    expect(rendered.split('\n').slice(9, -1)).toEqual([
      '* `Map <https://mars.example>`_',
      '* `Map <https://mars.example>`_',
      '* `map <https://venus.example>`__',
      '* `Plan <https://venus.example>`__',
    ])
  })

  it('after a name are written as `name: address`', () => {
    expect(body({ references: [{ name: 'A. Map_', url: 'https://mars.example' }] })).toBe('* A\\. Map\\_: https://mars.example')
    expect(body({ references: [{ name: 'Map', url: 'https://mars.example/a_' }] })).toBe(
      '* Map: `https://mars.example/a_ <https://mars.example/a\\_>`__',
    )
  })
})

describe('trackers', () => {
  it('with a name and without a name are separate lists', () => {
    const trackers = [
      { url: 'https://mars.example/1' },
      { name: 'Board', url: 'https://mars.example/2' },
      { name: 'Story', url: 'https://mars.example/3' },
    ]
    expect(body({ tracking: { trackers } })).toBe(
      '* https://mars.example/1\n\n:Board: https://mars.example/2\n:Story: https://mars.example/3',
    )
  })
})

describe('comments', () => {
  it.each([
    ['Mind the step', '.. Mind the step'],
    ['_mars: x', '..\n   _mars: x'],
    ['note:: x', '..\n   note:: x'],
  ])('%s', (comment, rst) => {
    expect(body({ references: ['One.', { comment }] })).toBe(`* One.\n\n${rst}`)
  })
})

it('a line with many marks keeps the backslashes that were not tried before the limit', () => {
  const line = '(Io) *a '.repeat(30).trim()
  const written = writePlain(line)
  expect([written.slice(0, 10), written.slice(-8)]).toEqual(['\\(Io\\) \\*a', '(Io) \\*a'])
  expect(parseRst(written).children.map(innerText)).toEqual([line])
})

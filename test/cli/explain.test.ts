/** What `goaldoc explain` says of every rule fits a screen and shows what the rule finds. */
import { describe, expect, it } from 'vitest'
import { rules } from '../../src/lint/index.ts'
import { folder } from './run.ts'

const place = folder({})

describe.each(rules.map((rule) => [rule.name, rule] as const))('explain %s', (name, rule) => {
  it('fits 29 lines of 80 columns, with what, why, a wrong and a right example, the options and the page', async () => {
    const { code, out, err } = await place.goaldoc(['explain', name])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    const lines = out.trimEnd().split('\n')
    expect(lines.length).toBeLessThanOrEqual(29)
    expect(lines.filter((line) => line.length > 80)).toEqual([])
    const text = out.replace(/\s+/g, ' ')
    for (const part of [rule.what, rule.why]) expect(text).toContain(part.replace(/\s+/g, ' '))
    for (const option of Object.values(rule.options)) expect(text).toContain(option.description.replace(/\s+/g, ' '))
    expect(lines.at(-1)).toBe(`More examples: docs/rules/${name}.md`)
    // The message stands below the wrong example, which shows the line that it is about.
    expect(out).toMatch(/^Wrong:\n(?: {4}.*\n|\n)* {2}\d+:\d+ [A-Z`][\s\S]*\n\nRight:\n(?: {4}.*\n|\n)+/m)
  })
})

it('names the rules of a family', async () => {
  const { code, err } = await place.goaldoc(['explain', 'link'])
  const names = rules.map(({ name }) => name).filter((name) => name.startsWith('link/'))
  expect(code).toBe(2)
  expect(err).toBe(`\`link\` is a family; name one of its rules:\n${names.map((name) => `  ${name}\n`).join('')}`)
})

it('shows the wrong lines of a long example, and the corresponding right lines', async () => {
  const { out } = await place.goaldoc(['explain', 'goal/gerrit-topic'])
  expect(out).toBe(`goal/gerrit-topic: warning by default, safe fix

A Gerrit topic that is missing, in brackets, ambiguous, not literal, or of
another goal. The topic is the only way to find the changes of a goal, and
people copy it as it is written.

Wrong:
    (13 lines)
    Changes carry the topic::

      [orbit-telescopes]
    (15 lines)
  16:3 Topic \`orbit-telescopes\` is in brackets; write the topic only

Right:
    (13 lines)
    Changes carry the topic::

      orbit-telescopes
    (15 lines)

Options:
  likeName  Whether the topic must share a word with the title or the file name
            (default: true)

More examples: docs/rules/goal/gerrit-topic.md
`)
})

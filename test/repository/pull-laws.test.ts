/** `pull` changes the edited words of a model, and nothing else: comments, quotes, order and groups stay, byte for byte. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openDocument, renderGoal } from '../../src/document/index.ts'
import { parseModel, updateModel } from '../../src/goal/index.ts'
import { pullEdits } from '../../src/repository/pull.ts'

/** Returns the model after somebody has edited the document that it renders. */
function pullingText(yaml: string): { text: string; pulled: (edited: string) => string } {
  const { goal, diagnostics } = parseModel(yaml)
  expect(diagnostics).toEqual([])
  const model = goal!
  const text = renderGoal(model)
  const before = { revision: 'HEAD', document: openDocument(text), model }
  const pulled = (edited: string) => {
    const { goal: wanted, conflicts } = pullEdits({ document: openDocument(edited), model }, before)
    expect(conflicts).toEqual([])
    return updateModel(yaml, wanted)
  }
  return { text, pulled }
}

/** Returns the model after somebody has replaced a word in the document that it renders. */
function pulling(yaml: string): (word: string, other: string) => string {
  const { text, pulled } = pullingText(yaml)
  return (word, other) => {
    const edited = text.replace(word, other)
    expect(edited).not.toBe(text)
    return pulled(edited)
  }
}

/** Hand edits of the entries of a document, and of the text above its groups. */
const entryEdits: Record<string, (blocks: string[], at: number, to: number) => void> = {
  'adds a paragraph': (blocks, at) => blocks.splice(at, 0, 'The dome is open.'),
  'adds an entry': (blocks, at) => blocks.splice(at, 0, '* https://review.example/dome'),
  'adds a comment': (blocks, at) => blocks.splice(at, 0, '.. asked the dome'),
  'repeats a block': (blocks, at, to) => blocks.splice(to, 0, blocks[at]!),
  'deletes a block': (blocks, at) => blocks.splice(at, 1),
  'moves a block': (blocks, at, to) => blocks.splice(to, 0, ...blocks.splice(at, 1)),
}

const rich = `# The goal of the year
profile: checklist
title: 'Publish the "saturn" maps'   # in quotes
summary: >
  Every observatory publishes
  a venus map.
description:
  markdown: |
    A *neptune* is a [jupiter](https://maps.example/uranus).

    - one
    - titan and a_b
checklist:
  - {question: "Is it zenith?", status: 'Known'}  # flow
  - question: Is there a dome?
    status: No answer
    text: |
      Not yet, see
      the equinox.
criteria:
  # the first one
  - name: Milestone 1
    criteria: [The northern sky is complete., "The moon: shown"]
  - date: 2027-04-01
    criteria:
      - |
        The southern sky
        is solstice.
      - "quoted: item" # why
champions:
  people:
    - &vera {name: Vera Lindqvist, nick: vera}
    - name: Tomas Okoye # new
      email: tomas@observatory.example
tracking:
  trackers:
    - name: Story
      url: https://tracker.example/story/4711   # link
    - url: https://etherpad.example/comets
gerrit:
  topic: star-maps
  hashtags: [pluto, "ceres"]
references:
  - https://maps.example/atlas
  - {text: How to draw, url: 'https://maps.example/drawing'}
current: "Nothing much.  "
teams:
  - name: Comets
    planning: [https://review.example/halley,
       https://review.example/encke]
    completion: []
  - name: 'Planets'
    note: Only the rocky ones.
    planning:
    - None   # said on IRC
    completion:
    - intro: First round
      items:
        - https://review.example/mars
        - "https://review.example/vesta"   # two
sections:
  - title: Gratitude
    body: |
      To all.

      And the telescope.
`

describe('a hand edit of one word', () => {
  const pulled = pulling(rich)
  it.each([
    'saturn',
    'venus',
    'neptune',
    'jupiter',
    'uranus',
    'titan',
    'zenith',
    'Known',
    'dome',
    'answer',
    'equinox',
    'northern',
    'shown',
    'solstice',
    'quoted',
    'Lindqvist',
    'Okoye',
    'tomas',
    '4711',
    'comets',
    'star-maps',
    'pluto',
    'ceres',
    'atlas',
    'drawing',
    'halley',
    'encke',
    'Planets',
    'rocky',
    'None',
    'First',
    'mars',
    'vesta',
    'Gratitude',
    'telescope',
  ])('%s changes that word of the model', (word) => {
    // Of the same length, so that the underlines of titles fit.
    const other = word.replace(/\w$/, 'z')
    expect(pulled(word, other)).toBe(rich.replace(word, other))
  })
})

describe('a hand edit of an entry', () => {
  /** Entries of a team with groups of all kinds; each text has a number of its own. */
  const models = fc
    .array(
      fc.record({
        head: fc.constantFrom('entry', 'none', 'plain', 'colon', 'comment', 'plain and comment'),
        items: fc.integer({ min: 1, max: 3 }),
      }),
      { minLength: 1, maxLength: 3 },
    )
    .map((entries) => {
      let count = 0
      const words: string[] = []
      const word = () => {
        words.push(`orbit${++count}x`)
        return words.at(-1)!
      }
      const lines = entries.flatMap(({ head: wanted, items }, index) => {
        // In a document, a group without an introduction joins the group above it.
        const head = wanted === 'none' && index > 0 ? 'plain' : wanted
        const list = Array.from({ length: items }, () => `- "https://review.example/${word()}" # by hand`)
        if (head === 'entry') return list
        const intro = head === 'colon' ? `intro: "Round ${word()}:"` : head.startsWith('plain') ? `intro: Round ${word()}` : ''
        const comment = head.endsWith('comment') ? `comment: asked ${word()}` : ''
        const keys = [intro, comment, 'items:'].filter((line) => line !== '')
        return [...keys.map((line, index) => (index === 0 ? `- ${line}` : `  ${line}`)), ...list.map((line) => `    ${line}`)]
      })
      const yaml = `title: Orbit\nteams:\n  - name: Mars\n    planning: []\n    completion:\n${lines.map((line) => `      ${line}\n`).join('')}`
      return { yaml, words }
    })

  it('changes that entry of the model, in whatever group it is', () => {
    fc.assert(
      fc.property(models, ({ yaml, words }) => {
        const pulled = pulling(yaml)
        for (const word of words) {
          const other = word.replace('orbit', 'comet')
          expect(pulled(word, other)).toBe(yaml.replace(word, other))
        }
      }),
      { numRuns: 25 },
    )
  })

  /** Comments in the groups that an edit takes apart. A group has at most three entries, and a block moves out of one group into another. */
  const mostLost = 6

  it.each(Object.entries(entryEdits))(
    '%s: the document renders from the model as it was edited, which keeps its comments',
    (_, edit) => {
      fc.assert(
        fc.property(models, fc.nat(), fc.nat(), ({ yaml }, at, to) => {
          const { text, pulled } = pullingText(yaml)
          const heading = 'Completion Artifacts:\n\n'
          const start = text.indexOf(heading) + heading.length
          const blocks = text
            .slice(start)
            .split(/\n+/)
            .filter((line) => line !== '')
          edit(blocks, at % blocks.length, to % blocks.length)
          const edited = `${text.slice(0, start)}${blocks.join('\n\n')}\n`
          const after = pulled(edited)
          const { goal, diagnostics } = parseModel(after)
          expect(diagnostics).toEqual([])
          expect(openDocument(edited).update(goal!).source).toBe(edited)
          const lost = yaml.split('\n').filter((line) => line.endsWith('# by hand') && !after.includes(line.trim()))
          expect(lost.length).toBeLessThanOrEqual(mostLost)
        }),
        { numRuns: 12 },
      )
    },
  )
})

import { describe, expect, it } from 'vitest'
import { readGoal, renderGoal, updateDocument } from '../../../src/document/index.ts'
import type { Goal } from '../../../src/goal/index.ts'
import { documentOf, sectionEdited, sectionRead } from './section.ts'

const title = 'Gerrit Topic'
const read = (body: string) => sectionRead('gerrit', title, body)

describe('gerrit', () => {
  it.each<[string, string, Goal['gerrit']]>([
    [
      'one topic',
      'Use the\ntopic::\n\n  comet\n\nThanks.',
      { topic: 'comet', text: 'Use the\ntopic::\n\n  {{topic}}\n\nThanks.' },
    ],
    [
      'several topics',
      'Use one of the topics::\n\n   comet\n   tail',
      { topic: 'comet', topics: ['tail'], text: 'Use one of the topics::\n\n   {{topic}}' },
    ],
    [
      'several hashtags',
      'Use the hashtags::\n\n  comet\n  tail\n\nTags add up.',
      { hashtags: ['comet', 'tail'], text: 'Use the hashtags::\n\n  {{hashtag}}\n\nTags add up.' },
    ],
    [
      'topics and hashtags',
      'Use the topic::\n\n  comet\n\nand the hashtag::\n\n  tail',
      { topic: 'comet', hashtags: ['tail'], text: 'Use the topic::\n\n  {{topic}}\n\nand the hashtag::\n\n  {{hashtag}}' },
    ],
    [
      'words in a sentence',
      'Use the topic ``comet`` or ``tail``, and the hashtag "dust".',
      {
        topic: 'comet',
        topics: ['tail'],
        hashtags: ['dust'],
        text: 'Use the topic ``{{topic}}`` or ``{{topic 2}}``, and the hashtag "{{hashtag}}".',
      },
    ],
    [
      'a place to fill in',
      'Use the hashtag or topic::\n\n  <insert it here>',
      { text: 'Use the hashtag or topic::\n\n  <insert it here>' },
    ],
    ['a word alone', 'comet', { text: 'comet' }],
  ])('is read from %s', (_, body, gerrit) => expect(read(body)).toEqual(gerrit))

  it('is written in the wording of the profile', () => {
    const body = renderGoal({ title: 'Telescope', gerrit: { topic: 'comet', topics: ['tail'], hashtags: ['dust', 'ice'] } })
      .split('\n')
      .slice(6)
      .join('\n')
      .trim()
    expect(body).toContain('\n\n  comet\n  tail\n\n')
    expect(read(body)).toEqual({ topic: 'comet', topics: ['tail'], hashtags: ['dust', 'ice'] })
  })

  it('can get and lose hashtags one by one', () => {
    const body = 'Use the hashtag::\n\n  comet\n\nTags add up.'
    expect(sectionEdited(title, body, (goal) => void goal.gerrit?.hashtags?.push('tail'))).toEqual(['+  tail'])
    expect(sectionEdited(title, body.replace('comet', 'comet\n  tail'), (goal) => void goal.gerrit?.hashtags?.pop())).toEqual([
      '-  tail',
    ])
    expect(documentOf(title, body)).toContain('comet')
  })

  it('keeps a hole that a document contains, but does not write one', () => {
    const source = documentOf(title, 'Use the topic ``{{topic}}``.')
    const { goal } = readGoal(source)
    expect(goal.gerrit).toEqual({ text: 'Use the topic ``{{topic}}``.' })
    expect(updateDocument(source, goal)).toBe(source)
    expect(() => renderGoal(goal)).toThrow('The hole `{{topic}}` has no value')
  })
})

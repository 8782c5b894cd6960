import { describe, expect, it } from 'vitest'
import type { Goal } from '../../../src/goal/index.ts'
import { sectionEdited, sectionRead } from './section.ts'

const title = 'Goal Checklist'
const read = (body: string) => sectionRead('checklist', title, body)
const [design, blocker] = ['Is design finalized? (Mandatory)', 'Is there any blocker?']

const forms: Record<string, { body: string; written?: string; as?: 'glued' }> = {
  'as subsections': {
    body: `${design}\n--------------------------------\n\nStatus: YES\n\nSee it.\n\n${blocker}\n---------------------\n\nStatus: NO\n\nNone.`,
  },
  'as subsections with glued answers': {
    body: `${design}\n--------------------------------\n\nStatus: YES\nSee it.\n\n${blocker}\n---------------------\n\nStatus: NO\nNone.`,
    as: 'glued',
  },
  'as paragraphs': {
    body: `${design}\n\nStatus: YES\n\nSee it.\n\n${blocker}\n\nStatus: NO\n\nNone.`,
    written: '{{question}}\n\nStatus: {{status}}\n\n{{text}}',
  },
  'as paragraphs in one piece': {
    body: `${design}\nStatus: YES\nSee it.\n\n${blocker}\nStatus: NO\nNone.`,
    written: '{{question}}\nStatus: {{status}}\n{{text}}',
  },
  'in bold, with the status behind': {
    body: `**${design}** YES\n\nSee it.\n\n**${blocker}** NO\n\nNone.`,
    written: '**{{question}}** {{status}}\n\n{{text}}',
  },
  'as a list': {
    body: `* ${design} YES\n\n  See it.\n\n* ${blocker} NO\n\n  None.`,
    written: '* {{question}} {{status}}\n\n  {{text}}',
  },
  'as a numbered list': {
    body: `#. ${design}\n   Status: YES\n\n   See it.\n\n#. ${blocker}\n   Status: NO\n\n   None.`,
    written: '#. {{question}}\n   Status: {{status}}\n\n   {{text}}',
  },
  'as a definition list': {
    body: `${design}\n  Status: YES\n\n  See it.\n\n${blocker}\n  Status: NO\n\n  None.`,
    written: '{{question}}\n  Status: {{status}}\n\n  {{text}}',
  },
}

describe.each(Object.entries(forms))('a checklist %s', (_, { body, written, as }) => {
  const form = { ...(as ? { as } : {}), ...(written ? { written } : {}) }
  const checks = (goal: Goal) => goal.checklist as Exclude<Goal['checklist'], string | undefined>

  it('is read, and written back in its own form', () => {
    expect(read(body)).toEqual([
      { question: design, status: 'YES', text: 'See it.', ...form },
      { question: blocker, status: 'NO', text: 'None.', ...form },
    ])
  })

  it('is edited question by question', () => {
    const changed = sectionEdited(title, body, (goal) => void Object.assign(checks(goal)[1] ?? {}, { status: 'TBD' }))
    expect(changed.map((line) => line.replace(/^([+-]).*(NO|TBD)$/, '$1$2'))).toEqual(['-NO', '+TBD'])
    expect(sectionEdited(title, body, (goal) => void Object.assign(checks(goal)[0] ?? {}, { text: 'See that.' }))).toHaveLength(2)
    sectionEdited(title, body, (goal) => void checks(goal).shift())
  })
})

describe('a checklist', () => {
  it('keeps answers of every length', () => {
    expect(
      read('Is it done? By the spec,\nall of it.\n\n* one\n* two\n\nIs it?\n\nWhat of it (Optional)?\n\nNothing::\n\n  here'),
    ).toEqual([
      { question: 'Is it done?', text: 'By the spec,\nall of it.\n\n* one\n* two', written: '{{question}} {{text}}' },
      { question: 'Is it?', written: '{{question}}' },
      { question: 'What of it (Optional)?', text: 'Nothing::\n\n  here', written: '{{question}}\n\n{{text}}' },
    ])
  })

  it('keeps fields and bullets', () => {
    expect(read(':Is it done?: YES\n:Is it?: Not by far.')).toEqual([
      { question: 'Is it done?', status: 'YES', written: ':{{question}}: {{status}}' },
      { question: 'Is it?', text: 'Not by far.', written: ':{{question}}: {{text}}' },
    ])
  })

  it.each(['Answer this.\n\nIs it done?\n\nYES', 'All is well.', 'Is it {{question}}?', '* Is it done?\n* All is well.'])(
    'is prose in %j',
    (body) => expect(read(body)).toBe(body),
  )
})

/** Text that the templates of a project write around the values: it is in the document once, however often the goal is rendered.
 */
import Handlebars from 'handlebars'
import { describe, expect, it } from 'vitest'
import {
  builtinProfiles,
  extendProfile,
  type Profile,
  readGoal,
  renderGoal,
  type Template,
  updateDocument,
} from '../../src/document/index.ts'
import type { Goal } from '../../src/goal/index.ts'

function profileWith(templates: Record<string, string>): Profile {
  const compiled = Object.entries(templates).map(([name, text]) => [
    name,
    Handlebars.compile(text, { noEscape: true }) as unknown as Template,
  ])
  return extendProfile({ name: 'own' }, Object.fromEntries(compiled), builtinProfiles)
}

const goal: Goal = {
  profile: 'own',
  title: 'Map the sky',
  preamble: '.. Written at night',
  summary: 'All of it.',
  gerrit: { topic: 'sky-map' },
  criteria: ['Every field has an image.'],
  current: 'Half of it is done.',
  teams: [
    { name: 'Palomar', planning: [], completion: ['https://sky.example/1'] },
    { name: 'Yerkes', note: 'The lens is old.', status: 'not-doing', planning: ['None'], completion: [] },
    { name: 'Lick', status: 'planned' },
    { name: 'Hale' },
  ],
}

/** What differs if a goal is rendered twice with a profile; `undefined` if nothing does. */
function grown(stated: Goal, profile: Profile): string | undefined {
  const text = renderGoal(stated, { profile })
  const read = readGoal(text, { profile }).goal
  for (const again of [
    renderGoal(read, { profile }),
    updateDocument(text, stated, { profile }),
    updateDocument(text, read, { profile }),
  ])
    if (again !== text) return `${text}\n---- became ----\n${again}`
  for (const key of Object.keys(stated) as (keyof Goal)[])
    if (JSON.stringify(read[key]) !== JSON.stringify(stated[key])) return `${key}: ${JSON.stringify(read[key])}\n${text}`
  return undefined
}

const document = '{{preamble}}\n\n{{> title}}\n\n{{summary}}\n\n{{#each sections}}\n{{this}}\n\n{{/each}}\n'
const section = '{{heading}}\n\n{{body}}\n'
const team = '{{heading}}\n\n{{note}}\n\n{{status}}\n\n{{deliverables}}\n\n{{planning}}\n\n{{completion}}\n'

describe('fixed text', () => {
  it.each<[string, Record<string, string>]>([
    ['nowhere', { team, section, document }],
    ['a comment with the name of the team', { team: team.replace('{{note}}', '.. team {{name}}\n\n{{note}}') }],
    [
      'between all values of a team',
      {
        team: '{{heading}}\n\n.. 1\n\n{{note}}\n\n.. 2\n\n{{status}}\n\n.. 3\n\n{{planning}}\n\n.. 4\n\n{{completion}}\n\n.. 5\n',
      },
    ],
    [
      'paragraphs in a team',
      {
        team: '{{heading}}\nThis is {{name}}.\nRead on.\n\n{{note}}\n\n{{status}}\n\n{{deliverables}}\n\n{{planning}}\n\n{{completion}}\n\nThat was {{name}}.\n',
      },
    ],
    [
      'only where there is a note',
      { team: team.replace('{{note}}', '{{#if note}}They say:\n\n{{note}}{{else}}They say nothing.{{/if}}') },
    ],
    ['a directive with several paragraphs', { team: team.replace('{{note}}', '.. note::\n\n   One.\n\n   Two.\n\n{{note}}') }],
    ['around the body of sections', { section: '{{heading}}\n\n.. begin {{title}}\n\n{{body}}\n\n.. end {{title}}\n' }],
    [
      'in the document',
      {
        document:
          '.. first\n\n{{preamble}}\n\n.. second\n\n{{> title}}\n\n.. third\n\n{{summary}}\n\n.. fourth\n\n{{#each sections}}\n{{this}}\n\n.. next\n\n{{/each}}\n.. last\n',
      },
    ],
    [
      'everywhere',
      {
        team: '{{heading}}\n\n.. 1\n\n{{note}}\n\n{{status}}\n\n{{deliverables}}\n\n{{planning}}\n\n{{completion}}\n\n.. 5\n',
        section: '{{heading}}\n\n.. begin\n\n{{body}}\n\n.. end\n',
        document:
          '{{preamble}}\n\n{{> title}}\n\n.. third\n\n{{summary}}\n\n{{#each sections}}\n{{this}}\n\n.. next\n\n{{/each}}\n',
      },
    ],
  ])('%s', (_, templates) => {
    const profile = profileWith(templates)
    expect(grown(goal, profile)).toBeUndefined()
    expect(grown({ ...goal, preamble: undefined, summary: '' } as Goal, profile)).toBeUndefined()
    expect(grown({ profile: 'own', title: 'Map the sky', summary: '' } as Goal, profile)).toBeUndefined()
  })

  it('may be absent from a document', () => {
    const plain = renderGoal(goal, { profile: profileWith({}) })
    const profile = profileWith({ team: team.replace('{{note}}', '.. team {{name}}\n\n{{note}}') })
    expect(readGoal(plain, { profile }).goal.teams).toEqual(goal.teams)
    expect(updateDocument(plain, goal, { profile })).toBe(plain)
  })
})

/** Random goals that make sense: their prose is valid RST, and references within the goal lead to something in it. */
import fc from 'fast-check'
import { builtinProfiles, type Profile } from '../../src/document/index.ts'
import type { Goal } from '../../src/goal/index.ts'
import { isRecord } from '../../src/text/index.ts'
import { goalsFrom } from '../goal/from-schema.ts'
import { bodyElements } from './texts.ts'

/** Plain lines: names of people, companies, projects, with characters that RST could read as markup. */
const names = [
  'Mars',
  'Venus',
  'Johannes Kepler',
  'The Night Sky',
  'ábc 日本 🪐',
  "Io's moon",
  'Mars & Venus',
  'Mars - Venus',
  'planets/orbits',
  'dome 2.0 (new)',
  'the *best*',
  '*',
  '**x',
  'x_',
  '`Mars`',
  '|x|',
  '- Mars',
  '1. Mars',
  'A. Einstein',
  '\\Mars',
  ':Mars: x',
  'See this::',
  '.. Mars',
  '----',
  '[1]_',
  'a: b',
]
const words = ['io', 'kepler', 'kepler-452b', 'planets_', '*io', 'goal-one-planet', '_io', 'a/b', '`io`', 'x|y']
const urls = [
  'https://mars.example/plan',
  'https://mars.example/a_',
  'https://venus.example/a*b*?c=(d)',
  'https://venus.example/#!/story/2001',
]

/** Lines of RST: titles, questions, labels. */
const titles = [
  'The Night Sky',
  'Add `dome` support',
  'Use ``orbit()`` everywhere',
  'A *far* planet',
  'Mars & Venus / Io',
  'Is the dome open?',
  '2. Telescopes',
  '- Mars',
  'Mars: the planet',
  'What of Mars (and Io)?',
  'Milestones of Mars',
  'ábc 日本 🪐',
]

const paragraphs = [
  'Mars is far.',
  'Mars is *far* and **red**,\nand ``small``.',
  'See `the map <https://mars.example/map>`__ and https://venus.example/a_b.',
  'For all observatories:',
  'Escaped \\*stars\\*.',
  '1\\. is no list.',
  'ábc 日本 🪐',
]
const blocks = [
  ...paragraphs,
  '* one\n* two',
  '- one\n\n  more\n- two',
  '1. one\n2. two',
  '#. one\n#. two',
  'See::\n\n  orbit()',
  'See::\n\n  orbit()\n\n  dock()',
  '.. note::\n\n   Mind the step.',
  '.. code-block:: python\n\n   orbit()',
  ...bodyElements,
  '>>> orbit()',
]
const markdown = [
  'Mars is *far*.',
  'a\n\n- [x] b\n- c\n\n1. d',
  '![dome](https://mars.example/dome.png)',
  'Far.[^1]\n\n[^1]: Very.',
  '| a | b |\n|---|---|\n| 1_ | \\| |',
  '`x`\n\n    code',
  'a\n\n---\n\nb',
  '[Map](https://mars.example/a_) and [Map](https://venus.example)',
  'one  \ntwo',
  '> - a\n>\n> b',
]

const oneOf = (pool: readonly string[]) => fc.constantFrom(...pool)
const several = (pool: readonly string[]) =>
  fc.array(oneOf(pool), { minLength: 1, maxLength: 3 }).map((some) => some.join('\n\n'))
/** A Markdown heading is inside a section; below titles of another level it would be one of them. */
const withHeadings = 'Why:\n\n## Why\n\nBecause.\n\n### How\n\nSo.'
const prose = fc.oneof({ weight: 4, arbitrary: several(blocks) }, { weight: 1, arbitrary: fc.constant('') })
const wordings: Record<string, readonly string[]> = {
  champions: ['{{name}} leads.', '* {{name}} ({{nick}})', '{{name}} <{{email}}>', '{{name}} ({{nick}}), {{company}}'],
  tracking: [':{{name}}: {{url}}', '* {{url}}', 'See {{url}} for all.'],
  criteria: ['{{name}}: {{date}}', '{{name}} Date: {{date}}', '**{{name}}** - {{date}}'],
  checklist: ['* {{question}} {{status}}', '**{{question}}** {{status}}\n\n{{text}}'],
}

/** Texts by the last keys of their path. */
const byPath: Record<string, fc.Arbitrary<string>> = {
  profile: fc.constantFrom(...builtinProfiles.map(({ name }) => name)),
  preamble: oneOf(['.. a comment', '.. _mars-goal:', '']),
  markdown: oneOf(markdown),
  'description.markdown': oneOf([...markdown, withHeadings]),
  'design.markdown': oneOf([...markdown, withHeadings]),
  'body.markdown': oneOf([...markdown, withHeadings]),
  list: oneOf(['*', '-', '+', '#.', '1.', '(a)', 'i)']),
  url: oneOf(urls),
  repo: oneOf(['planets/orbits', 'planets/a_b', 'a*b']),
  comment: oneOf(['a comment', 'two lines\nof it', 'two paragraphs\n\nof it', '.. note:: not now', 'mars::']),
  release: oneOf(['2027.1', '2025.1 or 2025.2', '2025.1, 2025.2']),
  'current.date': oneOf(['2026-01-04', '2027-11-30']),
  'criteria.date': oneOf(['2027-01-07', 'R-4 week', 'the end of 2027', 'Mars-2']),
  'criteria.name': oneOf(['Milestone 1', 'Phase 2', 'Completion']),
  'gerrit.text': oneOf(['All changes carry the topic "{{topic}}".', 'The topic is::\n\n  {{topic}}', 'Changes are small.']),
  'checklist.status': oneOf(['YES', 'NO', 'N/A', '']),
  'champions.people.email': oneOf(['io@mars.example', 'a_b@mars.example']),
  'written.planning.label': oneOf(['Planning Artifacts (blueprints):', 'planning artifacts:']),
  'written.completion.label': oneOf(['Completion Artifacts (done):', 'Completion artifact:']),
  state: oneOf(['DONE', 'TODO', 'in review', 'done since 2026']),
  deliverable: oneOf(['mars-maps', 'io', 'dome.core']),
  'deliverables.name': oneOf(['mars-maps', 'io', 'dome.core']),
  after: oneOf(['gerrit', 'criteria', 'summary', 'references']),
  adornments: oneOf(['=', 'overlined =', 'inset =', '-', '~', '#', '"', '^', 'overlined *+2']),
  title: oneOf(titles),
  'checklist.question': oneOf(titles),
  'checklist.text': prose,
  sections: oneOf(['gerrit', 'criteria', 'teams', 'references', 'champions', 'current', 'tracking']),
  gone: oneOf(['gerrit', 'Night Shifts']),
  headings: oneOf(['gerrit', 'criteria', 'teams', 'references', 'champions', 'current', 'tracking']),
  levels: oneOf(['gerrit']),
  ...Object.fromEntries('name company text projects'.split(' ').map((key) => [key, oneOf(names)])),
  ...Object.fromEntries('nick email topic topics hashtags'.split(' ').map((key) => [key, oneOf(words)])),
  ...Object.fromEntries('for intro criterion paragraph'.split(' ').map((key) => [key, oneOf(paragraphs)])),
}

function textAt(key: string, path: readonly string[]): fc.Arbitrary<string> {
  if (key === 'written') return oneOf(wordings[path[0] as string] ?? paragraphs)
  for (let from = 0; from < path.length; from++) {
    const own = byPath[path.slice(from).join('.')]
    if (own) return own
  }
  return prose
}

export const soundGoals: fc.Arbitrary<Goal> = fc
  .tuple(goalsFrom(textAt), fc.constantFrom(...builtinProfiles), fc.nat(1000))
  .map(([goal, profile, choice]) => sound(goal, profile, choice))

/** The goal with its references to its own parts corrected. */
function sound(stated: Goal, profile: Profile, choice: number): Goal {
  const keys = profile.sections.map(({ key }) => key)
  const isThere = (key: string) => keys.includes(key) && stated[key as keyof Goal] !== undefined
  const heads = ['title', 'preamble', 'summary', 'sections', 'layout']
  const goal = Object.fromEntries(
    Object.entries(stated).filter(([key]) => heads.includes(key) || isThere(key) || (key === 'teamsIntro' && isThere('teams'))),
  ) as Goal
  goal.profile = profile.name
  goal.title = goal.title === '' ? 'The Night Sky' : goal.title
  if (goal.sections) goal.sections = freeSections(goal.sections, isThere)
  if (Array.isArray(goal.checklist)) goal.checklist = distinct(goal.checklist, ({ question }) => question)
  if (goal.gerrit) goal.gerrit = worded(goal.gerrit)
  if (isRecord(goal.champions)) goal.champions = { ...goal.champions, ...placed(goal.champions, goal.champions.people, 'people') }
  if (isRecord(goal.tracking)) goal.tracking = { ...goal.tracking, ...placed(goal.tracking, goal.tracking.trackers, 'trackers') }
  if (Array.isArray(goal.checklist)) goal.checklist = goal.checklist.map((check) => withFacts(check, check.written))
  if (goal.teams) goal.teams = goal.teams.map(soundTeam)
  for (const key of ['criteria', 'references', 'current'] as const) {
    const value = goal[key]
    if (Array.isArray(value)) Object.assign(goal, { [key]: value.map(soundEntry) })
  }
  const { headings, sections, adornments, gone, levels: _, ...layout } = goal.layout ?? {}
  goal.layout = {
    ...layout,
    ...(sections ? { sections: [...new Set(sections)].filter((key) => isThere(key) && key !== 'gerrit') } : {}),
    ...(gone ? { gone: gone.filter((key) => !isThere(key)) } : {}),
    ...(headings ? { headings: aliases(headings, profile, isThere, choice) } : {}),
    ...(adornments ? { adornments: apart([...adornments, ...profile.adornments]).slice(0, 5) } : {}),
  }
  return goal
}

/** Free sections with unique titles, after sections that exist, none deeper than the one before it. */
function freeSections(sections: NonNullable<Goal['sections']>, isThere: (key: string) => boolean) {
  return distinct(sections, ({ title }) => title).map(({ after, level: _, ...section }) => ({
    ...section,
    ...(after !== undefined && (after === 'summary' || isThere(after)) ? { after } : {}),
  }))
}

function distinct<Item>(items: readonly Item[], nameOf: (item: Item) => string): Item[] {
  return items.filter((item, index) => items.findIndex((other) => nameOf(other) === nameOf(item)) === index)
}

/** A section without the facts for which its wording has no hole. */
function worded(gerrit: NonNullable<Goal['gerrit']>): NonNullable<Goal['gerrit']> {
  if (gerrit.text === undefined) return gerrit
  const hasPlace = gerrit.text.includes('{{topic}}')
  return hasPlace ? { topic: 'goal-one-planet', text: gerrit.text } : { text: gerrit.text }
}

/** Items whose wordings have a hole for each of their facts. */
function placed<Item extends { written?: string }>(
  { written }: { written?: string },
  items: readonly Item[],
  key: string,
): Record<string, readonly Item[]> {
  return { [key]: items.map((item) => withFacts(item, item.written ?? written)) }
}

const facts = new Set(['name', 'nick', 'email', 'company', 'url', 'question', 'status', 'text', 'date'])

/** The item with only those facts for which its wording has a hole; without the wording if a hole has no fact. */
function withFacts<Item extends { written?: string }>(item: Item, wording: string | undefined): Item {
  if (wording === undefined) return item
  const holes = [...wording.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name)
  if (!holes.every((name) => name in item)) {
    const { written: _, ...rest } = item
    return rest as Item
  }
  return Object.fromEntries(Object.entries(item).filter(([key]) => !facts.has(key) || holes.includes(key))) as Item
}

type Team = NonNullable<Goal['teams']>[number]

function soundTeam(team: Team): Team {
  const { deliverables, planning, completion, ...rest } = team
  return {
    ...rest,
    ...(deliverables
      ? {
          deliverables: distinct(deliverables, ({ name }) => name).map(({ status, state, ...one }) => ({
            ...one,
            ...(state === undefined ? { status } : { state }),
          })),
        }
      : {}),
    ...(planning ? { planning: planning.map(soundEntry) } : {}),
    ...(completion ? { completion: completion.map(soundEntry) } : {}),
  }
}

/** An entry without values that lines cannot contain, and a milestone with all its facts. */
function soundEntry<Own>(entry: Own): Own {
  if (!isRecord(entry)) return entry
  if ('criteria' in entry) return withFacts(entry, entry.written as string | undefined) as Own
  if (!Array.isArray(entry.items)) return entry
  const { as: _, ...rest } = entry
  return { ...rest, items: entry.items.map(soundEntry) } as Own
}

/** Titles by which a section is recognised. */
function aliases(headings: object, profile: Profile, isThere: (key: string) => boolean, choice: number): Record<string, string> {
  return Object.fromEntries(
    Object.keys(headings)
      .filter(isThere)
      .map((key) => {
        const section = profile.sections.find((one) => one.key === key)
        const known = [section?.title.toUpperCase() ?? key, ...(section?.aliases ?? [])]
        return [key, known[choice % known.length] as string]
      }),
  )
}

/** Adornments that are different for docutils. */
function apart(adornments: readonly string[]): string[] {
  const style = (one: string) => one.replace(/^inset/, 'overlined').replace(/\+\d+$/, '')
  return distinct(adornments, style)
}

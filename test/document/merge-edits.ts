/** Kinds of edits, each made by either side with its own words: the rows and columns of the matrix of merges. */
import type { Goal, Section, Team } from '../../src/goal/index.ts'

type List = { items?: unknown[]; criteria?: unknown[]; projects?: unknown[] }

/** Edits a goal; `word` distinguishes the two sides. Returns `false` if the goal has nothing to edit in that way. */
export type GoalEdit = (goal: Goal, word: string) => boolean | undefined

const url = (word: string, at = 'new') => `https://moon.example/${at}/${word}`
const teamAt = (goal: Goal, at: number, edit: (team: Team) => boolean | undefined) => {
  const team = goal.teams?.at(at)
  return team !== undefined && edit(team) !== false
}
/** The first team with at least `least` entries under a label. */
const withEntries = (goal: Goal, least: number, edit: (entries: NonNullable<Team['planning']>) => void) => {
  const lists = (goal.teams ?? []).flatMap((team) => [team.planning ?? [], team.completion ?? []])
  const found = lists.find((entries) => entries.length >= least && entries.every((entry) => entry !== 'None'))
  if (found) edit(found)
  return found !== undefined
}
const isOpen = (team: Team) => team.planning?.length === 0 && team.completion?.length === 0
const openTeam = (goal: Goal, edit: (team: Team) => void) => {
  const found = goal.teams?.find(isOpen)
  if (found) edit(found)
  return found !== undefined
}
const groupAt = (goal: Goal, at: number, edit: (items: unknown[]) => void) => {
  if (!Array.isArray(goal.criteria)) return false
  const groups = (goal.criteria as List[]).flatMap((group) => group.items ?? group.criteria ?? [])
  const lists = (goal.criteria as List[]).flatMap((group) =>
    [group.items ?? group.criteria].filter((items) => items !== undefined),
  )
  if (groups.length === 0 || !lists[at]) return false
  edit(lists[at])
  return true
}
const sectionAt = (goal: Goal, at: number, edit: (section: Section) => void) => {
  const found = goal.sections?.at(at)
  if (found) edit(found)
  return found !== undefined
}
const prose = (goal: Goal): 'summary' | 'description' => (typeof goal.description === 'string' ? 'description' : 'summary')
const editProse = (goal: Goal, edit: (text: string) => string) => {
  const key = prose(goal)
  goal[key] = edit(goal[key] as string)
  return true
}
const newTeam = (name: string, word: string): Team => ({ name, planning: [url(word, 'plan')], completion: [] })
const set = (change: () => void) => {
  change()
  return true
}
export const goalEdits: Record<string, GoalEdit> = {
  'team: append': (goal, word) => goal.teams!.push(newTeam(`Zelenchuk ${word}`, word)) > 0,
  'team: insert': (goal, word) => goal.teams!.splice(1, 0, newTeam(`Bonn ${word}`, word)).length === 0,
  'team: add the same': (goal) => goal.teams!.splice(1, 0, newTeam('Brera', 'same')).length === 0,
  'team: add one name with other words': (goal, word) => goal.teams!.splice(1, 0, newTeam('Calar Alto', word)).length === 0,
  'team: add one name elsewhere': (goal, word) =>
    goal.teams!.splice(word === 'one' ? 0 : 2, 0, newTeam('Dwingeloo', word)).length === 0,
  'team: remove the first': (goal) => goal.teams!.splice(0, 1).length > 0,
  'team: remove the last': (goal) => goal.teams!.splice(-1, 1).length > 0,
  'team: rename the first': (goal, word) => teamAt(goal, 0, (team) => !!Object.assign(team, { name: `Arecibo ${word}` })),
  'team: rename one without answer': (goal, word) => openTeam(goal, (team) => Object.assign(team, { name: `Haleakala ${word}` })),
  'team: move the first to the end': (goal) => goal.teams!.push(...goal.teams!.splice(0, 1)) > 0,
  'team: move the last to the front': (goal) => goal.teams!.unshift(...goal.teams!.splice(-1, 1)) > 0,
  'team: swap two': (goal) => goal.teams!.splice(0, 2, ...goal.teams!.slice(0, 2).reverse()).length > 1,
  'team: empty': (goal) => teamAt(goal, 0, (team) => !!Object.assign(team, { planning: [], completion: [] })),
  'team: note': (goal, word) => teamAt(goal, 1, (team) => !!Object.assign(team, { note: `Clouds since ${word} weeks.` })),
  'team: edit the note': (goal, word) =>
    teamAt(goal, 0, (team) => !!Object.assign(team, { note: `The dish ${word} does not move.` })),
  'entry: append': (goal, word) => withEntries(goal, 2, (entries) => entries.push(url(word))),
  'entry: put first': (goal, word) => withEntries(goal, 2, (entries) => entries.unshift(url(word, 'first'))),
  'entry: insert': (goal, word) => withEntries(goal, 2, (entries) => entries.splice(1, 0, url(word, 'middle'))),
  'entry: add the same': (goal) => withEntries(goal, 2, (entries) => entries.push(url('same'))),
  'entry: edit': (goal, word) => withEntries(goal, 2, (entries) => entries.splice(1, 1, `${entries[1]}/${word}`)),
  'entry: replace': (goal, word) => withEntries(goal, 2, (entries) => entries.splice(0, 1, `Ask ${word} at the dome`)),
  'entry: remove': (goal) => withEntries(goal, 2, (entries) => entries.splice(0, 1)),
  'entry: remove all': (goal) => withEntries(goal, 2, (entries) => entries.splice(0)),
  'entry: reorder': (goal) => withEntries(goal, 2, (entries) => entries.reverse()),
  'entry: move to the other label': (goal) =>
    teamAt(goal, 0, (team) => team.completion!.push(...team.planning!.splice(0, 1)) > 0),
  'entry: answer with None': (goal) => openTeam(goal, (team) => team.planning!.push('None')),
  'entry: answer with an artifact': (goal, word) => openTeam(goal, (team) => team.planning!.push(url(word, 'answer'))),
  'entry: complete': (goal, word) => openTeam(goal, (team) => team.completion!.push(url(word, 'done'))),
  'entry: complete, last team': (goal, word) =>
    teamAt(goal, -2, (team) => (team.completion![0] === 'None' ? false : team.completion!.push(url(word, 'last')) > 0)),
  'entry: artifact instead of None': (goal, word) => {
    const team = goal.teams!.find(({ completion }) => completion?.[0] === 'None')
    if (!team) return false
    team.completion = [url(word, 'instead')]
    delete team.status
    delete team.written
    return true
  },
  'group: append': (goal, word) => groupAt(goal, 0, (items) => items.push(`The ${word} axis is oiled.`)),
  'group: insert': (goal, word) => groupAt(goal, 0, (items) => items.splice(1, 0, `The ${word} lamp is on.`)),
  'group: edit': (goal, word) => groupAt(goal, 0, (items) => items.splice(0, 1, `${items[0]} Since ${word}.`)),
  'group: remove': (goal) => groupAt(goal, 0, (items) => items.splice(-1, 1)),
  'group: reorder': (goal) => groupAt(goal, 0, (items) => items.reverse()),
  'group: append to the second': (goal, word) => groupAt(goal, 1, (items) => items.push(`Nobody ${word} sleeps.`)),
  'group: add': (goal, word) =>
    Array.isArray(goal.criteria) &&
    goal.criteria.push({ for: `For ${word} planetariums:`, items: ['The dome is dark.', `Seats are ${word}.`] }) > 0,
  'group: edit whom it is for': (goal, word) => {
    const group = Array.isArray(goal.criteria) ? (goal.criteria[0] as { for?: string }) : undefined
    if (group?.for === undefined) return false
    group.for = `For ${word} of them all:`
  },
  'group: remove the second': (goal) =>
    Array.isArray(goal.criteria) && (goal.criteria.at(-1) as List).items !== undefined && goal.criteria.splice(-1, 1).length > 0,
  'section: append': (goal, word) => {
    goal.sections!.push({ title: `Weather ${word}`, body: `It rained ${word} days.` })
  },
  'section: add the same': (goal) => {
    goal.sections!.push({ title: 'Meals', body: 'Soup at midnight.' })
  },
  'section: edit the first paragraph': (goal, word) =>
    sectionAt(goal, 0, (section) =>
      Object.assign(section, { body: (section.body as string).replace(/\.(?=\n|$| )/, ` ${word}.`) }),
    ),
  'section: append a paragraph': (goal, word) =>
    sectionAt(goal, 0, (section) => Object.assign(section, { body: `${section.body}\n\nThen ${word} came.` })),
  'section: rename': (goal, word) =>
    sectionAt(goal, 0, (section) => {
      section.title = `Tales ${word}`
    }),
  'section: remove': (goal) => (goal.sections?.splice(0, 1).length ?? 0) > 0,
  'section: move': (goal) => (goal.sections?.push(...goal.sections.splice(0, 1)) ?? 0) > 1,
  'section: known title': (goal, word) =>
    set(() => {
      goal.layout = { ...goal.layout, headings: { ...goal.layout?.headings, teams: `Teams ${word}` } }
    }),
  'champion: other nick': (goal, word) => {
    const [person] = (goal.champions as { people: { nick?: string }[] }).people
    person!.nick = word
  },
  'champion: rewrite': (goal, word) =>
    set(() => {
      goal.champions = `Nobody yet, ask ${word}.`
    }),
  title: (goal, word) =>
    set(() => {
      goal.title = `${goal.title} ${word}`
    }),
  topic: (goal, word) =>
    set(() => {
      goal.gerrit!.topic = `topic-${word}`
    }),
  'prose: edit the first line': (goal, word) => editProse(goal, (text) => `${word} ${text}`),
  'prose: edit the last line': (goal, word) => editProse(goal, (text) => `${text} So says ${word}.`),
  'prose: append': (goal, word) => editProse(goal, (text) => `${text}\n\nAlso, ${word} agrees.`),
  'prose: remove a paragraph': (goal) => editProse(goal, (text) => text.split('\n\n').slice(0, -1).join('\n\n')),
  'reference: append': (goal, word) => Array.isArray(goal.references) && goal.references.push(url(word, 'book')) > 0,
  'reference: edit': (goal, word) =>
    Array.isArray(goal.references) && goal.references.splice(0, 1, `${goal.references[0]}/${word}`).length > 0,
  'reference: remove': (goal) => Array.isArray(goal.references) && goal.references.splice(0, 1).length > 0,
  'reference: empty': (goal) => Array.isArray(goal.references) && goal.references.splice(0).length > 0,
  'projects: append': (goal, word) =>
    Array.isArray(goal.current) &&
    (goal.current[0] as List).projects !== undefined &&
    (goal.current[0] as List).projects!.push(`hale-${word}`) > 0,
  'projects: remove': (goal) =>
    Array.isArray(goal.current) &&
    (goal.current[0] as List).projects !== undefined &&
    (goal.current[0] as List).projects!.splice(0, 1).length > 0,
  'current: rewrite': (goal, word) =>
    set(() => {
      goal.current = `All is well, says ${word}.`
    }),
}

/** Edits of a text, as somebody makes them in an editor. */
export type TextEdit = (text: string, word: string) => string

export const documentEdits: Record<string, TextEdit> = {
  'white space: blank lines': (text) => text.replace(/\n\n(?=\S+\n----)/g, '\n\n\n'),
  'white space: line ends': (text) => text.replace(/\.\n/g, '. \n'),
  'white space: end of file': (text) => `${text}\n\n`,
  'white space: no final newline': (text) => text.trimEnd(),
  'white space: CRLF': (text) => text.replaceAll('\n', '\r\n'),
  'adornment: teams': (text) => text.replace(/^-+$/gm, (rule) => '~'.repeat(rule.length)),
  'adornment: sections': (text) => text.replace(/(?<=\n\n\S[^\n]*\n)=+$/gm, (rule) => '#'.repeat(rule.length)),
  'adornment: one too long': (text) => text.replace(/\n----+\n/, (rule) => `\n--${rule.slice(1)}`),
  'list: other bullets': (text) => text.replace(/^\* /gm, '- '),
  comment: (text, word) => text.replace(/(?=Project Teams\n)/, `.. Only ${word} may answer.\n\n`),
  'paragraph: reflow': (text) => text.replace(/([^\n.]{8,}) (\S+)\n(?=[a-z])/, '$1\n$2 '),
}

export const modelEdits: Record<string, TextEdit> = {
  'comment: top': (text, word) => `# Ask ${word} first.\n${text}`,
  'comment: at a key': (text, word) => text.replace('\nteams:', `\n# The teams of ${word}.\nteams:`),
  'comment: at an entry': (text, word) => text.replace(/\n( +)- name: /, `\n$1# Seen by ${word}.\n$1- name: `),
  'comment: behind a value': (text, word) => text.replace(/^(title: .*)$/m, `$1 # as ${word} said`),
  quotes: (text) => text.replace(/^( +- name: )(\w+)$/gm, '$1"$2"'),
  'white space: blank lines': (text) => text.replace(/\n(?= +- name: )/g, '\n\n'),
  'white space: CRLF': (text) => text.replaceAll('\n', '\r\n'),
  'key: move': (text) => text.replace(/^(title: .*\n)((?:.*\n)*?)(?=teams:)/m, '$2$1'),
}

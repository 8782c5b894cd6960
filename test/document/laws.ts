/** The laws of the lens, counted over documents. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { diffLines } from 'diff'
import { compareGoals, mergeDocuments, mergeModels, readGoal, renderGoal, updateDocument } from '../../src/document/index.ts'
import { bodyKeys } from '../../src/document/sections/section.ts'
import { type Goal, parseModel, stringifyModel, updateModel } from '../../src/goal/index.ts'
import { askDocutils, type Sample } from '../conformance/oracle.ts'

export interface Law {
  name: string
  total: number
  held: number
  /** The names of the documents that break it, with the reason. */
  broken: string[]
  figures?: Record<string, number>
}

function law(name: string, samples: readonly Sample[], holds: (sample: Sample) => true | string): Law {
  const broken: string[] = []
  for (const sample of samples) {
    let result: true | string
    try {
      result = holds(sample)
    } catch (error) {
      result = (error as Error).stack?.split('\n').slice(0, 3).join(' | ') ?? String(error)
    }
    if (result !== true) broken.push(`${sample.name}: ${result}`)
  }
  return { name, total: samples.length, held: samples.length - broken.length, broken }
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

/** Updating a document with its own goal changes nothing. */
export function unchanged(samples: readonly Sample[]): Law {
  return law(
    'updateDocument(s, readGoal(s).goal) === s',
    samples,
    ({ source }) => updateDocument(source, readGoal(source).goal) === source || 'changed',
  )
}

/** A goal that is written as YAML is read as the same goal. */
export function throughYaml(samples: readonly Sample[]): Law {
  return law('parseModel(stringifyModel(g)).goal equals g', samples, ({ source }) => {
    const { goal } = readGoal(source)
    const back = parseModel(stringifyModel(goal))
    return same(sorted(back.goal), sorted(goal)) || `differs: ${back.diagnostics.map((found) => found.message).join('; ')}`
  })
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, item]) => [key, sorted(item)]),
  )
}

/** A document that is rendered again has the same meaning for docutils. */
export function rendered(samples: readonly Sample[]): Law {
  const texts = samples.map(({ source }) => attempt(() => renderGoal(readGoal(source).goal)))
  const found = sameMeaning(samples, texts)
  return {
    ...found,
    name: 'renderGoal(readGoal(s).goal) means s',
    figures: { 'same bytes': texts.filter((text, at) => text === samples[at]?.source).length },
  }
}

function attempt(make: () => string): string {
  try {
    return make()
  } catch (error) {
    return `THROWN ${(error as Error).stack}`
  }
}

function sameMeaning(samples: readonly Sample[], texts: readonly string[]): Law {
  const trees = askDocutils('doctree', [...samples, ...texts.map((source) => ({ source }))])
  const broken = samples.flatMap((sample, at) => {
    const text = texts[at] as string
    if (text.startsWith('THROWN')) return [`${sample.name}: ${text.slice(0, 200)}`]
    return same(trees[at], trees[samples.length + at]) ? [] : [`${sample.name}: another meaning`]
  })
  return { name: '', total: samples.length, held: samples.length - broken.length, broken }
}

/** Neighbouring versions of one document. */
function neighbours(samples: readonly Sample[]): [Sample, Sample][] {
  const folder = (sample: Sample | undefined) => sample?.name?.replace(/[^/]+$/, '')
  return samples.flatMap((sample, at) =>
    folder(sample) === folder(samples[at + 1]) ? [[sample, samples[at + 1] as Sample] as [Sample, Sample]] : [],
  )
}

/** Updating with the goal of the next version gives the meaning of the next version, and changes no more lines than the editor
 * did.
 */
export function edited(samples: readonly Sample[]): Law {
  const pairs = neighbours(samples)
  const texts = pairs.map(([a, b]) => attempt(() => updateDocument(a.source, readGoal(b.source).goal)))
  const found = sameMeaning(
    pairs.map(([a, b]) => ({ ...b, name: `${a.name} → ${b.name}` })),
    texts,
  )
  const ours = texts.map((text, at) => changedLines((pairs[at] as [Sample, Sample])[0].source, text))
  const theirs = pairs.map(([a, b]) => changedLines(a.source, b.source))
  const sum = (counts: number[]) => counts.reduce((total, count) => total + count, 0)
  const worse = pairs.flatMap(([a, b], at) =>
    (ours[at] as number) > (theirs[at] as number) ? [`${a.name} → ${b.name}: ${ours[at]} lines, the editor ${theirs[at]}`] : [],
  )
  return {
    ...found,
    name: 'updateDocument(a, goal of b) means b',
    broken: [...found.broken, ...worse],
    figures: { 'lines changed': sum(ours), 'by the editors': sum(theirs), 'more than the editor': worse.length },
  }
}

function addedLines(a: string, b: string): string[] {
  return diffLines(a, b).flatMap(({ added, value }) => (added ? value.trimEnd().split('\n') : []))
}

/** A subsection whose section was removed becomes a section. */
function isAdornment(line: string): boolean {
  return /^([^\w\s])\1*$/.test(line)
}

function changedLines(a: string, b: string): number {
  return diffLines(a, b).reduce((total, { added, removed, count }) => total + (added || removed ? (count ?? 0) : 0), 0)
}

/** Small edits of documents with teams: how many concern at most one team of the goal. */
export function oneTeamEdits(samples: readonly Sample[]): { edits: number; oneTeam: number; more: string[] } {
  const small = neighbours(samples)
    .filter(([a, b]) => changedLines(a.source, b.source) <= 20)
    .map(([a, b]) => ({
      name: `${a.name} → ${b.name}`,
      goals: [readGoal(a.source).goal, readGoal(b.source).goal] as [Goal, Goal],
    }))
    .filter(({ goals: [a] }) => (a.teams?.length ?? 0) > 0)
  const more = small.filter(({ goals: [a, b] }) => changedTeams(a, b) > 1).map(({ name }) => name)
  return { edits: small.length, oneTeam: small.length - more.length, more }
}

function changedTeams(a: Goal, b: Goal): number {
  const names = new Set([...(a.teams ?? []), ...(b.teams ?? [])].map(({ name }) => name))
  return [...names].filter(
    (name) =>
      !same(
        a.teams?.filter((team) => team.name === name),
        b.teams?.filter((team) => team.name === name),
      ),
  ).length
}

const url = 'https://observatory.example/c/4711'
/** Edits that people make to a goal; `false` if the goal has nothing to edit in that way. */
const edits: Record<string, (goal: Goal, pick: number) => boolean> = {
  title: (goal) => !!Object.assign(goal, { title: 'Point every telescope at the same planet' }),
  topic: (goal) => !!goal.gerrit?.topic && !!Object.assign(goal.gerrit, { topic: 'goal-one-planet' }),
  push: (goal, pick) =>
    pickTeam(goal, pick, (team) => void Object.assign(team, { completion: [...(team.completion ?? []), url] })),
  plan: (goal, pick) => pickTeam(goal, pick, (team) => void Object.assign(team, { planning: [...(team.planning ?? []), url] })),
  rename: (goal, pick) => pickTeam(goal, pick, (team) => void Object.assign(team, { name: 'Saturn' })),
  status: (goal, pick) => pickTeam(goal, pick, (team) => void Object.assign(team, { status: 'not-doing' })),
  remove: (goal, pick) => !!goal.teams?.length && goal.teams.splice(pick % goal.teams.length, 1).length > 0,
  add: (goal, pick) =>
    !!goal.teams?.length &&
    !goal.teams.splice(pick % goal.teams.length, 0, { name: 'Saturn', planning: [], completion: [url] }).length,
  summary: (goal) => !!Object.assign(goal, { summary: 'One planet at a time.\n\nAll of them.' }),
  criterion: (goal) => Array.isArray(goal.criteria) && goal.criteria.push('The telescope is clean.') > 0,
  reference: (goal) => Array.isArray(goal.references) && goal.references.push(url) > 0,
  gone: (goal, pick) => {
    const keys = bodyKeys.filter((key) => goal[key] !== undefined)
    return keys.length > 0 && delete goal[keys[pick % keys.length]!]
  },
  'free section gone': (goal, pick) => !!goal.sections?.length && goal.sections.splice(pick % goal.sections.length, 1).length > 0,
  'section text': (goal, pick) => {
    const section = goal.sections?.[pick % (goal.sections.length || 1)]
    return section?.body !== undefined && !!Object.assign(section, { body: `${section.body}\n\nThe dome is shut.` })
  },
  champion: (goal) => {
    const people = typeof goal.champions === 'object' ? goal.champions.people : undefined
    return !!people && people.push({ ...people[0]!, name: 'Henrietta Swan' }) > 0
  },
  tracker: (goal) => {
    const trackers = typeof goal.tracking === 'object' ? goal.tracking.trackers : undefined
    return !!trackers?.length && !!Object.assign(trackers[0]!, { url })
  },
  deliverable: (goal) => {
    const listed = goal.teams?.flatMap(({ deliverables }) => deliverables ?? [])
    return !!listed?.length && !!Object.assign(listed[0]!, { status: 'not-doing' })
  },
  'milestone date': (goal) => milestone(goal, (group) => !!Object.assign(group, { date: '2031-12-24' })),
  'milestone item': (goal) => milestone(goal, ({ criteria }) => !!criteria && criteria.push('The lamp is off.') > 0),
  check: (goal) => {
    const check = Array.isArray(goal.checklist) ? goal.checklist.find(({ status }) => status !== undefined) : undefined
    return check !== undefined && !!Object.assign(check, { status: check.status === 'YES' ? 'NO' : 'YES' })
  },
}

/** Every edit that a person makes to a goal is read back after updating, and changes few lines. `unmade` are the kinds of edits
 * that no document allows.
 */
export function goalEdits(samples: readonly Sample[]): Law & { unmade: string[] } {
  const limits: Record<string, number> = {
    title: 6,
    topic: 2,
    push: 6,
    plan: 6,
    rename: 4,
    status: 3,
    remove: 1e6,
    add: 12,
    summary: 1e6,
    criterion: 6,
    reference: 6,
    gone: 1e6,
    'free section gone': 1e6,
    'section text': 3,
    champion: 4,
    tracker: 2,
    deliverable: 2,
    'milestone date': 2,
    'milestone item': 3,
    check: 2,
  }
  const cases = samples.flatMap((sample, at) =>
    Object.keys(edits).flatMap((name) =>
      // An edit without a choice is the same every time.
      (edits[name]!.length > 1 ? [0, 1] : [0]).map((nth) => ({
        name: `${sample.name} ${name} ${nth}`,
        source: sample.source,
        kind: name,
        pick: at * 7 + nth * 13,
      })),
    ),
  )
  const unmade = new Set(Object.keys(edits))
  const found = law('readGoal(updateDocument(s, edited)).goal equals edited', cases, (one) => {
    const { kind, pick, source } = one as Sample & { pick: number; kind: string }
    const { goal } = readGoal(source)
    if (!edits[kind]?.(goal, pick)) return true
    unmade.delete(kind)
    const text = updateDocument(source, goal)
    const back = readGoal(text).goal
    // The layout of a document without the section states less: not its title, and not which section it followed.
    if (kind.endsWith('gone') ? compareGoals(goal, back).length > 0 : !same(sorted(back), sorted(goal)))
      return 'not what was read back'
    if (kind.endsWith('gone') && addedLines(source, text).some((line) => !isAdornment(line))) return 'what is left was changed'
    const lines = changedLines(source, text)
    return lines <= (limits[kind] as number) || `${lines} lines changed`
  })
  return { ...found, unmade: [...unmade] }
}

type Milestone = Extract<Extract<NonNullable<Goal['criteria']>, unknown[]>[number], { criteria?: unknown }>

/** Edits the first milestone that has a date of the calendar. */
function milestone(goal: Goal, edit: (group: Milestone) => boolean): boolean {
  const groups = Array.isArray(goal.criteria) ? goal.criteria : []
  const found = groups.find((group): group is Milestone => typeof group === 'object' && 'date' in group && 'criteria' in group)
  return found !== undefined && edit(found)
}

function pickTeam(goal: Goal, pick: number, edit: (team: NonNullable<Goal['teams']>[number]) => void): boolean {
  const team = goal.teams?.[pick % (goal.teams.length || 1)]
  if (team) edit(team)
  return team !== undefined
}

/** Edits of two teams of the same document by two people, merged by goaldoc and, for comparison, by git. */
export function mergedEdits(samples: readonly Sample[], count: number): Law {
  const based = samples.filter(({ source }) => (readGoal(source).goal.teams?.length ?? 0) > 2)
  let byGit = 0
  const cases = Array.from({ length: count }, (_, at) => ({ ...(based[at % based.length] as Sample), name: `merge ${at}`, at }))
  const found = law('edits of different teams merge without conflict, and both are there', cases, (one) => {
    const { source, at } = one as Sample & { at: number }
    const teams = readGoal(source).goal.teams?.length as number
    // Neighbours, as when two leads answer at the same time, are the hardest; every other pair is further apart.
    const first = (at * 7) % (teams - 1)
    const second = at % 2 === 0 ? first + 1 : (first + 2 + (at % 5)) % teams
    const [a, b] = ['https://observatory.example/ours', 'https://observatory.example/theirs'].map((url, side) => {
      const { goal } = readGoal(source)
      const team = goal.teams?.[side === 0 ? first : second]
      if (team) Object.assign(team, { completion: [...(team.completion ?? []), url] })
      return updateDocument(source, goal)
    }) as [string, string]
    if (gitMerges(source, a, b)) byGit++
    if (first === second) return true
    const { text, conflicts } = mergeDocuments(source, a, b)
    if (conflicts.length > 0) return `${conflicts.length} conflicts`
    return (text.includes('observatory.example/ours') && text.includes('observatory.example/theirs')) || 'an edit is lost'
  })
  return { ...found, figures: { 'by git alone': byGit } }
}

/** Edits of different kinds by two people: the merged document contains both, and so does the merged model. */
export function mergedKinds(samples: readonly Sample[]): Law {
  const kinds = Object.keys(edits).filter((kind) => edits[kind]!.length === 1)
  const pairs = kinds.flatMap((one, at) => [1, 4].map((step) => [one, kinds[(at + step) % kinds.length]!] as const))
  const cases = samples.flatMap((sample) =>
    pairs.map((pair) => ({ ...sample, name: `${sample.name} ${pair.join(' + ')}`, pair })),
  )
  let merged = 0
  const found = law('edits of different kinds merge, and both are said', cases, (one) => {
    const { source, pair } = one as Sample & { pair: readonly [string, string] }
    const goals = [[pair[0]], [pair[1]], pair].map((made) => {
      const { goal } = readGoal(source)
      return made.every((kind) => edits[kind]!(goal, 0)) ? goal : undefined
    })
    const [ours, theirs, both] = goals
    if (!ours || !theirs || !both) return true
    merged++
    const document = mergeDocuments(source, updateDocument(source, ours), updateDocument(source, theirs))
    if (document.conflicts.length > 0) return `${document.conflicts.length} conflicts`
    if (!same(sorted(readGoal(document.text).goal), sorted(both))) return 'the document says something else'
    const yaml = stringifyModel(readGoal(source).goal)
    const model = mergeModels(yaml, updateModel(yaml, ours), updateModel(yaml, theirs))
    if (model.conflicts.length > 0) return `${model.conflicts.length} conflicts of models`
    return same(sorted(parseModel(model.text).goal), sorted(both)) || 'the model says something else'
  })
  return { ...found, figures: { merged } }
}

function gitMerges(base: string, ours: string, theirs: string): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'goaldoc-merge-'))
  try {
    const files = Object.entries({ ours, base, theirs }).map(([name, text]) => {
      writeFileSync(join(folder, name), text)
      return join(folder, name)
    })
    return spawnSync('git', ['merge-file', '-p', '-q', ...files]).status === 0
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** A model can be updated from the next version of its document; comments in the model stay. */
export function modelFollows(samples: readonly Sample[]): Law {
  const pairs = neighbours(samples)
  return law(
    'updateModel(yaml of a, goal of b) reads as b, comments in place',
    pairs.map(([a, b]) => ({ ...a, name: `${a.name} → ${b.name}`, next: b.source })),
    (one) => {
      const { source, next } = one as Sample & { next: string }
      const [before, after] = [readGoal(source).goal, readGoal(next).goal]
      const lines = stringifyModel(before).split('\n')
      // Comments on lines of keys that both versions have.
      const kept = ['title:', 'summary:', 'criteria:', 'teams:'].filter(
        (key) => lines.some((line) => line.startsWith(key)) && key.replace(':', '') in after,
      )
      const planted = lines
        .flatMap((line) => (kept.some((key) => line.startsWith(key)) ? [`# about ${line.split(':')[0]}`, line] : [line]))
        .join('\n')
      const text = updateModel(planted, after)
      const back = parseModel(text).goal
      if (!same(sorted(back), sorted(after))) return 'not the goal of b'
      const lost = kept.filter((key) => !new RegExp(`^# about ${key.replace(':', '')}\\n${key}`, 'm').test(text))
      return lost.length === 0 || `comments lost: ${lost.join(' ')}`
    },
  )
}

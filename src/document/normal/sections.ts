/** What a section with a body says. A string says what is read from it, so that prose and lists can be compared. */
import type { Goal, Path } from '../../goal/index.ts'
import { isRecord } from '../../text/index.ts'
import { entryShape } from '../entries.ts'
import { listOf, type Profile } from '../profile.ts'
import { criteriaShape, currentShape } from '../sections/entries.ts'
import { type Check, type OwnBody, readOwnText, readText, type SectionKey, type Stated, writeKey } from '../sections/index.ts'
import { type Item, type Worded, withPlaces } from '../sections/worded.ts'
import { fillWording } from '../wording.ts'
import { entriesMeaning } from './entries.ts'
import { fact, fields, list, type Meaning, manner, prose, text } from './meaning.ts'

const meanings: { [Key in SectionKey]: (value: Stated<Key>, profile: Profile, path: Path) => Meaning } = {
  description: (value, _, path) => body(path, value),
  design: (value, _, path) => body(path, value),
  champions: (value, profile, path) => championsMeaning(value, profile, path),
  gerrit: (value, profile, path) => gerritMeaning(value, profile, path),
  tracking: (value, profile, path) => trackingMeaning(value, profile, path),
  checklist: (value, _, path) =>
    isList(value)
      ? list(
          path,
          value,
          value.map((check, index) => checkMeaning(check, [...path, index])),
        )
      : body(path, value),
  criteria: (value, profile, path) =>
    isList(value) ? entriesMeaning(path, value, { list: listOf(profile, 'criteria'), shape: criteriaShape }) : body(path, value),
  references: (value, profile, path) =>
    isList(value) ? entriesMeaning(path, value, { list: listOf(profile, 'references'), shape: entryShape }) : body(path, value),
  current: (value, profile, path) =>
    isList(value) ? entriesMeaning(path, value, { list: listOf(profile, 'current'), shape: currentShape }) : body(path, value),
}

/** What the goal says under a key. */
export function sectionMeaning<Key extends SectionKey>(goal: Goal, key: Key, profile: Profile): Meaning | undefined {
  const stated = goal[key]
  if (stated === undefined) return undefined
  const value = typeof stated === 'string' ? readText(key, stated, profile) : (stated as Stated<Key>)
  const text = isList(value) && !value.some(hasFacts) ? writeKey(key, { ...goal, [key]: value }, profile) : undefined
  // A list of paragraphs alone is prose.
  const isProse = text !== undefined && typeof readText(key, text, profile) === 'string'
  const meaning = isEmpty(value) ? body([key], '') : isProse ? body([key], text) : meanings[key](value, profile, [key])
  return { ...meaning, value: stated }
}

/** A section that a profile has of its own. */
export function ownMeaning(key: string, stated: OwnBody, profile: Profile): Meaning {
  const section = profile.sections.find((one) => one.key === key)
  const value = section && typeof stated === 'string' ? readOwnText(section, stated, profile) : stated
  if (!isList(value) || value.length === 0) return { ...body([key], typeof value === 'string' ? value : ''), value: stated }
  return { ...entriesMeaning([key], value, { list: listOf(profile, key), shape: criteriaShape }), value: stated }
}

function body(path: Path, value: unknown): Meaning {
  return text('prose', path, value, typeof value === 'string' ? value : '')
}

function isList<Item>(value: string | object | readonly Item[]): value is readonly Item[] {
  return Array.isArray(value)
}

/** Whether an entry has facts that its text may have no place for. */
function hasFacts(entry: unknown): boolean {
  return isRecord(entry) && ['date', 'name', 'question', 'release'].some((fact) => fact in entry)
}

/** Whether nothing stands below the heading. */
function isEmpty(value: unknown): boolean {
  if (!isRecord(value)) return Array.isArray(value) && value.length === 0
  return Object.values(value).every((item) => item === undefined || item === '' || (Array.isArray(item) && item.length === 0))
}

function checkMeaning({ question, status, text: answer }: Check, path: Path): Meaning {
  return fields(
    path,
    { question, status, text: answer },
    { status: status === undefined ? undefined : fact([...path, 'status'], status), text: prose([...path, 'text'], answer) },
    question,
  )
}

/** What is read from a section with wording of its own, once its facts stand in it. */
function written<Key extends 'champions' | 'gerrit' | 'tracking'>(key: Key, value: Stated<Key>, profile: Profile) {
  return readText(key, writeKey(key, { title: '', [key]: value }, profile), profile)
}

function gerritMeaning(value: Stated<'gerrit'>, profile: Profile, path: Path): Meaning {
  const read = written('gerrit', value, profile)
  const isStated = value.topic !== undefined || value.topics !== undefined
  const { topic: first, topics = [] } = isStated ? value : read
  const hashtags = value.hashtags ?? read.hashtags
  const [topic, ...more] = first === undefined ? topics : [first, ...topics]
  const all = (key: string, names: readonly string[] = []) =>
    names.length === 0
      ? undefined
      : list(
          [...path, key],
          names,
          names.map((name, index) => fact([...path, key, index], name)),
        )
  return fields(path, value, {
    topic: topic === undefined ? undefined : fact([...path, 'topic'], topic),
    topics: all('topics', more),
    hashtags: all('hashtags', hashtags),
    text: prose([...path, 'text'], read.text),
  })
}

function championsMeaning(value: Stated<'champions'>, profile: Profile, path: Path): Meaning {
  if (typeof value === 'string') return body(path, value)
  if (value.people.length === 0) return body(path, writeKey('champions', { title: '', champions: value }, profile))
  const read = written('champions', value, profile)
  return wordedMeaning(
    path,
    value,
    value.people,
    typeof read === 'string' ? undefined : { ...read, items: read.people },
    'people',
  )
}

function trackingMeaning(value: Stated<'tracking'>, profile: Profile, path: Path): Meaning {
  if (typeof value === 'string') return body(path, value)
  if (value.trackers.length === 0) return body(path, writeKey('tracking', { title: '', tracking: value }, profile))
  const read = written('tracking', value, profile)
  return wordedMeaning(
    path,
    value,
    value.trackers,
    typeof read === 'string' ? undefined : { ...read, items: read.trackers },
    'trackers',
  )
}

/** Facts as they are stated; their wording, and the prose around them, as it is read from the text that they make. */
function wordedMeaning(
  path: Path,
  value: Omit<Worded<string>, 'items'>,
  items: readonly Item<string>[],
  read: Worded<string> | undefined,
  key: 'people' | 'trackers',
): Meaning {
  const around = read ?? value
  return fields(path, value, {
    intro: prose([...path, 'intro'], around.intro),
    [key]: list(
      [...path, key],
      items,
      items.map((item, index) => itemMeaning([...path, key, index], item, value.written, read && wordingOf(read, index))),
    ),
    outro: prose([...path, 'outro'], around.outro),
    as: manner([...path, 'as'], around.as ?? 'list'),
  })
}

function wordingOf({ items, written: shared }: Worded<string>, index: number): string | undefined {
  return items[index]?.written ?? shared
}

function itemMeaning(path: Path, item: Item<string>, shared: string | undefined, read: string | undefined): Meaning {
  const { written: own = shared, ...facts } = item
  const stated = Object.entries(facts).flatMap(([key, value]) =>
    value === undefined ? [] : [[key, fact([...path, key], value)] as const],
  )
  // A wording that has no place for one of the facts is not used, and so is not said.
  const isUsed = own === undefined || fillWording(withPlaces(own, facts), facts) !== undefined
  return fields(
    path,
    item,
    { ...Object.fromEntries(stated), written: prose([...path, 'written'], isUsed ? read : own) },
    facts.name,
  )
}

/** Normalises sections with a body. A string is read like a document, so that prose and lists can be compared. */
import type { Entry, Goal, Path } from '../../goal/index.ts'
import { isRecord } from '../../text/index.ts'
import { entryShape, type Shape } from '../entries.ts'
import { listOf, type Profile } from '../profile.ts'
import type { GroupShape } from '../reading.ts'
import { criteriaShape, currentShape } from '../sections/entries.ts'
import {
  type Check,
  type OwnBody,
  readOwnText,
  readText,
  type SectionKey,
  type SectionValue,
  writeKey,
} from '../sections/index.ts'
import { type Item, type ListOfItems, listOfItems, withNamedHoles } from '../sections/listing.ts'
import { fillWording } from '../wording.ts'
import { entriesMeaning } from './entries.ts'
import { fact, fields, list, type Meaning, manner, prose, text } from './meaning.ts'

const meanings: { [Key in SectionKey]: (value: SectionValue<Key>, profile: Profile, path: Path) => Meaning } = {
  description: (value, _, path) => body(path, value),
  design: (value, _, path) => body(path, value),
  champions: (value, profile, path) => listingMeaning('champions', value, profile, path),
  gerrit: (value, profile, path) => gerritMeaning(value, profile, path),
  tracking: (value, profile, path) => listingMeaning('tracking', value, profile, path),
  checklist: (value, _, path) => (isList(value) ? list(path, value, value.map(checkMeaning(path))) : body(path, value)),
  criteria: listMeaning('criteria', criteriaShape),
  references: listMeaning('references', entryShape),
  current: listMeaning('current', currentShape),
}

/** The content of a list of entries; without a list it is prose. */
function listMeaning<Own extends GroupShape>(key: string, shape: Shape<Own>) {
  return (value: string | object | readonly (Entry | Own)[], profile: Profile, path: Path): Meaning =>
    isList(value) ? entriesMeaning(path, value, { list: listOf(profile, key), shape }) : body(path, value)
}

/** The content of a key. */
export function sectionMeaning<Key extends SectionKey>(goal: Goal, key: Key, profile: Profile): Meaning | undefined {
  const stated = goal[key]
  if (stated === undefined) return undefined
  const value = typeof stated === 'string' ? readText(key, stated, profile) : (stated as SectionValue<Key>)
  const text = isList(value) && !value.some(hasFacts) ? writeKey(key, { ...goal, [key]: value }, profile) : undefined
  // A list of only paragraphs is prose.
  const isProse = text !== undefined && typeof readText(key, text, profile) === 'string'
  const meaning = isEmpty(value) ? body([key], '') : isProse ? body([key], text) : meanings[key](value, profile, [key])
  return { ...meaning, value: stated }
}

/** A section that a profile adds. */
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

/** Whether the section is empty below its heading. */
function isEmpty(value: unknown): boolean {
  if (!isRecord(value)) return Array.isArray(value) && value.length === 0
  return Object.values(value).every((item) => item === undefined || item === '' || (Array.isArray(item) && item.length === 0))
}

function checkMeaning(list: Path) {
  return ({ question, status, text: answer }: Check, index: number): Meaning => {
    const path = [...list, index]
    const own = {
      status: status === undefined ? undefined : fact([...path, 'status'], status),
      text: prose([...path, 'text'], answer),
    }
    return fields(path, { question, status, text: answer }, own, question)
  }
}

function gerritMeaning(value: SectionValue<'gerrit'>, profile: Profile, path: Path): Meaning {
  // The section as it is read after its facts are written in its wording.
  const read = readText('gerrit', writeKey('gerrit', { title: '', gerrit: value }, profile), profile)
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

/** Facts are taken from the goal; their wording, and the prose around them, are read from the written text. */
function listingMeaning(
  key: 'champions' | 'tracking',
  value: SectionValue<'champions' | 'tracking'>,
  profile: Profile,
  path: Path,
): Meaning {
  const stated = listOfItems(value)
  if (!stated) return body(path, value)
  const text = writeKey(key, { title: '', [key]: value }, profile)
  const { items, written } = stated
  if (items.length === 0) return body(path, text)
  const read = listOfItems(readText(key, text, profile))
  const around = read ?? stated
  const listed = [...path, key === 'champions' ? 'people' : 'trackers']
  const meanings = items.map((item, index) => itemMeaning([...listed, index], item, written, read && wordingOf(read, index)))
  return fields(path, value, {
    intro: prose([...path, 'intro'], around.intro),
    [listed.at(-1)!]: list(listed, items, meanings),
    outro: prose([...path, 'outro'], around.outro),
    as: manner([...path, 'as'], around.as ?? 'list'),
  })
}

function wordingOf({ items, written: shared }: ListOfItems, index: number): string | undefined {
  return items[index]?.written ?? shared
}

function itemMeaning(path: Path, item: Item, shared: string | undefined, read: string | undefined): Meaning {
  const { written: own = shared, ...facts } = item
  const stated = Object.entries(facts).flatMap(([key, value]) =>
    value === undefined ? [] : [[key, fact([...path, key], value)] as const],
  )
  // A wording without a hole for one of the facts is not used, so it is not in the document.
  const isUsed = own === undefined || fillWording(withNamedHoles(own, facts), facts) !== undefined
  return fields(
    path,
    item,
    { ...Object.fromEntries(stated), written: prose([...path, 'written'], isUsed ? read : own) },
    facts.name,
  )
}

/** Makes a profile from a template document, which authors of goals copy and fill in. */
import { type ElementNode, isElement, parseRst, type RstNode } from '../rst/index.ts'
import { oneLine, plainWords } from '../text/index.ts'
import { builtinProfiles, extendProfile } from './builtin.ts'
import { detectProfile } from './detect.ts'
import { readHeading } from './heading.ts'
import { markerOf } from './markers.ts'
import { hasOwnLevels, type Profile, sectionTitled } from './profile.ts'
import { isReservedKey, type ProfileData } from './profile-schema.ts'
import { isSection } from './text.ts'

/** What is collected while reading a template. */
interface Found {
  source: string
  sections: NonNullable<ProfileData['sections']>
  adornments: string[]
  lists: Record<string, string>
  labels: Partial<Profile['labels']>
  instructions: Record<string, string[]>
}

/** The profile of a template document: its sections in order with their titles and levels, which of them are optional, the labels of a
 * team's artifacts, and the instructions to authors. `name` is its name in models.
 * @throws {RangeError} if the document has no sections below a title
 */
export function profileFromTemplate(source: string, { name = 'template' }: { name?: string } = {}): Profile {
  const tree = parseRst(source)
  const first = tree.children.find(isSection)
  const sections = [...(first?.children.filter(isSection) ?? []), ...tree.children.filter(isSection).slice(1)]
  if (!first || sections.length === 0)
    throw new RangeError('Cannot read a profile from the template: it has no sections under a title')
  const title = readHeading(source, first)
  const found: Found = {
    source,
    sections: [],
    adornments: [title.adornment],
    lists: {},
    labels: {},
    instructions: {
      title: [words(title.text)],
      summary: instructionsIn(
        source,
        [...tree.children, ...first.children].filter((node) => !isSection(node)),
      ),
    },
  }
  for (const section of sections) readSection(section, 1, undefined, found)
  const parent = detectProfile(source, tree, builtinProfiles)
  return {
    ...extendProfile(
      {
        name,
        extends: parent.name,
        sections: found.sections,
        adornments: withDeeper(found.adornments, parent.adornments),
        lists: found.lists,
        labels: found.labels,
      },
      {},
      builtinProfiles,
    ),
    instructions: found.instructions,
  }
}

function readSection(node: ElementNode, level: number, under: string | undefined, found: Found): void {
  const { source } = found
  const heading = readHeading(source, node)
  found.adornments[level] ??= heading.adornment
  const nested = node.children.filter(isSection)
  const own = node.children.filter((child) => !isSection(child))
  const title = heading.text.replace(remark, '').trim() || heading.text
  const known = knownKey(title, found)
  const key = known ?? ownKey(title, found)
  const holdsOthers = hasOwnLevels(key)
  const text = instructionsIn(source, holdsOthers ? node.children : own)
  const isOptional = optional.test(`${heading.text} ${allText(own)}`)
  const list = own.find((child) => isElement(child) && /^(?:bullet|enumerated)_list$/.test(child.type))
  const section: Found['sections'][number] = { key, title, required: !isOptional }
  if (title !== heading.text) section.aliases = [heading.text]
  if (under !== undefined) section.under = under
  if (known === undefined) section.kind = list ? 'entries' : 'prose'
  found.sections.push(section)
  const marker = list && markerOf(source.slice(list.position.start.offset, list.position.end.offset).trimStart())
  if (marker) found.lists[key] = marker
  // The text of a template about the topic is kept as wording, because documents keep it too.
  if (text.length > 0 && key !== 'gerrit') found.instructions[key] = text
  if (key === 'teams') Object.assign(found.labels, labelsIn(source.slice(node.position.start.offset, node.position.end.offset)))
  if (holdsOthers) {
    if (nested[0]) found.adornments[level + 1] ??= readHeading(source, nested[0]).adornment
    return
  }
  for (const child of nested) readSection(child, level + 1, key, found)
}

/** The part of a title that is a note to the author, not for readers of a goal. */
const remark = /(?<!\s)\s*[([](?:optional|mandatory|required|if any|if applicable|if needed)[)\]]\s*$/i

/** Phrases by which a template marks a section as optional. */
const optional =
  /\boptional\b|\bif (?:any|applicable|needed|there (?:is|are) any)\b|\b(?:may|can) be (?:left out|omitted|removed|dropped|skipped)\b/i

/** The key that a built-in profile, the newest first, has for a title. */
function knownKey(title: string, { sections }: Found): string | undefined {
  for (const profile of [...builtinProfiles].reverse()) {
    const key = sectionTitled(profile, title)?.key
    if (key !== undefined) return sections.some((section) => section.key === key) ? undefined : key
  }
  return undefined
}

/** A new key for a title, from its words, e.g. `open-questions`. */
function ownKey(title: string, { sections }: Found): string {
  const plain = plainWords(title)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-$/g, '')
  const isTaken = (key: string) => isReservedKey(key) || hasOwnLevels(key) || sections.some((section) => section.key === key)
  const base = plain === '' ? 'section' : plain
  let key = base
  for (let count = 2; isTaken(key); count++) key = `${base}-${count}`
  return key
}

/** Paragraphs and comments that tell the author what to write. Text that ends with a colon, or has a hole to fill in, is wording and stays.
 */
function instructionsIn(source: string, nodes: readonly RstNode[]): string[] {
  return nodes.filter(isElement).flatMap((node): string[] => {
    if (node.type === 'paragraph' || node.type === 'comment') {
      const { start, end } = node.position
      const text = words(source.slice(start.offset, end.offset).replace(/^\.\.\s+/, ''))
      return text === '' || text.endsWith(':') || /<[^<>]+>/.test(text) || !text.includes(' ') ? [] : [text]
    }
    return /^(?:bullet_list|enumerated_list|system_message|title)$/.test(node.type) ? [] : instructionsIn(source, node.children)
  })
}

function words(text: string): string {
  return oneLine(text)
}

function allText(nodes: readonly RstNode[]): string {
  return nodes.map((node) => (isElement(node) ? allText(node.children) : node.value)).join(' ')
}

/** The labels in the section of the teams: below a team, in a comment, or in a literal block. */
function labelsIn(text: string): Partial<Profile['labels']> {
  const label = (word: string) =>
    new RegExp(`^[ \\t]*([^\\s:][^\\n:]*\\b(?:${word})[^\\n:]*:|(?:${word})[^\\n:]*:)[ \\t]*$`, 'im').exec(text)?.[1]
  const [planning, completion] = [label('plan\\w*'), label('complet\\w*|finish\\w*|done')]
  return { ...(planning ? { planning } : {}), ...(completion ? { completion } : {}) }
}

/** The adornments of a template; deeper levels use adornments of another profile that the template does not use. */
function withDeeper(own: readonly string[], others: readonly string[]): string[] {
  const character = (adornment: string) => adornment.replace('inset ', 'overlined ').replace(/\+\d+$/, '')
  const used = new Set(own.map(character))
  return [
    ...own.map((adornment) => adornment.replace(/\+\d+$/, '')),
    ...[...others, '-', '~', '^', '"'].filter((adornment) => {
      const isFree = !adornment.includes(' ') && !used.has(character(adornment))
      used.add(character(adornment))
      return isFree
    }),
  ]
}

/** What the rules about goals share: sections, their text, and moving them. */
import type { Profile, ProfileSection, SectionPart } from '../document/index.ts'
import { type ElementNode, isElement } from '../rst/index.ts'
import { type Edit, editDistance, longestRising, plainWords } from '../text/index.ts'
import { newlineOf } from './prose.ts'
import type { Document } from './rule.ts'

/** The sections of a goal document; empty for a page that is not a goal. */
export function goalSections(document: Document): readonly SectionPart[] {
  return document.isGoal ? document.reading.sections : []
}

/** The sections for a key of the profile. */
export function sectionOf(document: Document, key: string): SectionPart | undefined {
  return goalSections(document).find((section) => section.key === key && section.profile !== undefined)
}

/** Whether a document is a template: placeholders are correct there. */
export function isTemplate(document: Document): boolean {
  return /(?:^|[/\\])template\.rst$/i.test(document.path) || document.reading.profile.name === document.path
}

/** Whether a document must have a section: the profile requires it. A goal of any era may have no sections for teams; they are required
 * only if the profile is named explicitly, or the document had them before.
 */
export function isRequired(document: Document, section: ProfileSection): boolean {
  if (!section.required) return false
  if (section.key !== 'teams' || document.isProfileNamed) return true
  return document.before?.reading.sections.some((other) => other.key === 'teams') ?? false
}

/** Where a missing section belongs: at the title of the next one, or at the last line. */
export function placeOfMissing(document: Document, next: SectionPart | undefined): { offset: number; endOffset: number } {
  if (next) return titlePlace(document, next)
  const { source } = document
  const end = source.trimEnd().length
  return { offset: Math.max(source.lastIndexOf('\n', end - 1), source.lastIndexOf('\r', end - 1)) + 1, endOffset: end }
}

/** The place of a title, without its adornment. */
export function titlePlace(document: Document, section: SectionPart): { offset: number; endOffset: number } {
  const { start, end } = section.heading
  const at = document.source.slice(start, end).indexOf(section.title)
  return at < 0 ? { offset: start, endOffset: end } : { offset: start + at, endOffset: start + at + section.title.length }
}

/** The section that a free title was probably meant for: a title of the profile with a letter or two more, less or different. */
export function nearMiss(profile: Profile, title: string): ProfileSection | undefined {
  const wanted = plainWords(title)
  return profile.sections.find((section) =>
    [section.title, ...(section.aliases ?? [])].some((name) => {
      const limit = name.length < 8 ? 1 : 2
      return editDistance(wanted, plainWords(name), limit) <= limit
    }),
  )
}

/** The end of a section: the start of the next one that is not inside it, or the end of the document. */
export function endOfSection(document: Document, section: SectionPart): number {
  const { sections } = document.reading
  const index = sections.indexOf(section)
  const next = sections.slice(index + 1).find((other) => other.level <= section.level)
  return next?.heading.start ?? document.source.length
}

/** The indexes of the values that must move so that the others are in order; as few as possible. */
export function outOfOrder(values: readonly number[]): number[] {
  const kept = longestRising(values)
  return [...values.keys()].filter((index) => !kept.has(index))
}

/** Moves a piece of text before an offset; the piece ends where another part begins. */
export function moveEdits(document: Document, start: number, end: number, to: number): Edit[] {
  const { source } = document
  const newline = newlineOf(document)
  const text = source.slice(start, end).trimEnd()
  const gap = `${newline}${newline}`
  // At the end of the document, the blank lines before the piece move too, so that none remain.
  const isLast = source.slice(end).trim() === ''
  const from = isLast ? source.slice(0, start).trimEnd().length : start
  const removal = { offset: from, endOffset: isLast ? source.trimEnd().length : end, text: '' }
  const atEnd = source.slice(to).trim() === ''
  const insertion = atEnd
    ? { offset: source.trimEnd().length, endOffset: source.trimEnd().length, text: gap + text }
    : { offset: to, endOffset: to, text: text + gap }
  return [removal, insertion]
}

/** All elements below a node, without the node itself. */
export function* descendants(node: ElementNode): Generator<ElementNode> {
  for (const child of node.children) {
    if (child.type === 'text') continue
    const element = child as ElementNode
    yield element
    // Text that docutils repeats in its messages does not count twice.
    if (element.type !== 'system_message') yield* descendants(element)
  }
}

/** Whether a node contains a section. */
export function hasSection({ children }: ElementNode): boolean {
  return children.some(
    (child) => isElement(child) && (child.type === 'section' || (child.type !== 'system_message' && hasSection(child))),
  )
}

/** The text of a section below its heading, without its subsections. */
export function bodyOf(document: Document, section: SectionPart): string {
  return document.source.slice(section.body.start, section.body.end)
}

/** Sections of plain prose, and what every other section is where it does not fit its form. */
import { textOf } from '../text.ts'
import type { Body, SectionKind, SectionValue } from './section.ts'

export function readProse({ source, range }: Body): SectionValue {
  const value = textOf(source, range)
  return { value, parts: value === '' ? [] : [{ kind: 'text', key: 'text', value, ...range }] }
}

/** Prose as RST. Markdown was written as RST before: see `withoutMarkdown`. */
export function writeProse(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

export function proseSection(key: string): SectionKind {
  return { key, read: readProse, write: writeProse }
}

/** Sections of plain prose, and any other section whose text does not have the usual form. */
import type { Goal } from '../../goal/index.ts'
import { textOf } from '../text.ts'
import type { Body, ReadSection } from './section.ts'

type Prose = NonNullable<Goal['summary']>

export function readProse({ source, range }: Body): ReadSection<string> {
  const value = textOf(source, range)
  return { value, parts: value === '' ? [] : [{ kind: 'text', key: 'text', value, ...range }] }
}

/** Prose as RST. Markdown was converted before: see `withoutMarkdown`. */
export function writeProse(value: Prose | undefined): string {
  return typeof value === 'string' ? value : ''
}

/** A section that is only prose. */
export const prose = { read: readProse, write: writeProse }

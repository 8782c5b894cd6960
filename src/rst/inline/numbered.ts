/** References to PEPs and RFCs in text without markup, if a project enables them. */
import { decimal } from '../python.ts'
import { endsBefore, startsAfter } from './characters.ts'
import type { Segment } from './uri.ts'

export interface FoundDocument {
  start: number
  end: number
  refuri: string
}

export const pepBase = 'https://peps.python.org/'
const rfcBase = 'https://tools.ietf.org/html/'

/** The address of a PEP. */
export function pepUri(number: string): string {
  return `${pepBase}pep-${number.padStart(4, '0')}`
}

/** The address of an RFC. */
export function rfcUri(number: string): string {
  return `${rfcBase}rfc${number}.html`
}

// White space in Python.
const space = '[\\s\\x1c-\\x1f\\x85]'
// Created if a project enables them: its Unicode properties take a millisecond.
const pep = () => new RegExp(`pep-(\\p{Nd}+)(?:.txt)?|PEP${space}+(\\p{Nd}+)`, 'gu')
const rfc = () => new RegExp(`RFC(?:-|${space}+)?(\\p{Nd}+)`, 'gu')

/** `PEP 8`, `pep-8` or `pep-0008.txt`. */
export function findPep(segment: Segment, from: number): FoundDocument | undefined {
  return find(segment, from, pep(), pepUri)
}

/** `RFC 2822`, `RFC-2822` or `RFC2822`. */
export function findRfc(segment: Segment, from: number): FoundDocument | undefined {
  return find(segment, from, rfc(), rfcUri)
}

function find(segment: Segment, from: number, pattern: RegExp, uri: (number: string) => string): FoundDocument | undefined {
  const { escaped } = segment
  pattern.lastIndex = from
  for (let match = pattern.exec(escaped); match && match.index < segment.end; match = pattern.exec(escaped)) {
    const start = match.index
    const digits = (match[1] ?? match[2])!
    const mayStart =
      start === from || (segment.characterLevel ? escaped.charCodeAt(start - 1) !== 0 : startsAfter(escaped, start))
    if (mayStart) {
      const refuri = uri(decimal(digits) ?? '')
      // The ending `.txt` is not part of the reference if nothing may end after it.
      for (const end of [start + match[0].length, start + match[0].indexOf(digits) + digits.length]) {
        if (end <= segment.end && mayEnd(segment, end)) return { start, end, refuri }
      }
    }
    pattern.lastIndex = start + 3
  }
  return undefined
}

function mayEnd({ escaped, end, characterLevel }: Segment, index: number): boolean {
  return characterLevel || index >= end || endsBefore(escaped, index)
}

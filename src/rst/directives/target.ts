/** Reads the target of an image, which is an address, or a reference name followed by an underscore. */
import { resolveEscapes } from '../escapes.ts'
import { trim } from '../whitespace.ts'

const phrase = /^`(?! )([^`]*[^`\s\0])`_$/

/** The reference name in an escaped text; `undefined` if it is an address. */
export function referenceName(escaped: string): string | undefined {
  const lines = escaped.split('\n').map(trim)
  if (!lines[lines.length - 1]?.endsWith('_')) return undefined
  const reference = lines.join(' ')
  if (/^[\p{L}\p{N}]+(?:[-._+:][\p{L}\p{N}]+)*_$/u.test(reference)) return resolveEscapes(reference.slice(0, -1))
  const quoted = phrase.exec(reference)
  return quoted ? resolveEscapes(quoted[1] as string) : undefined
}

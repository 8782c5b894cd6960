/** Reference names and the identifiers made from them (the specification's *Reference Names* and *Identifier Normalization*). */
import { words } from './whitespace.ts'

/** Words with single spaces between them, which most names are. In Python, a few control characters are white space too. */
const normalized = /^[^\s\x1c-\x1f\x85]+(?: [^\s\x1c-\x1f\x85]+)*$/

/** A name in which each run of white space is one space, without white space at its ends. docutils: `whitespace_normalize_name`.
 */
export function normalizeWhitespace(name: string): string {
  return normalized.test(name) ? name : words(name).join(' ')
}

/** A name as references compare it: white space normalized, in lower case. docutils: `fully_normalize_name`. */
export function normalizeName(name: string): string {
  return normalizeWhitespace(name.toLowerCase())
}

/** Letters that Unicode does not decompose, and their replacements in an identifier. */
const transliterations: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{ ß: 'sz', æ: 'ae', œ: 'oe', ȸ: 'db', ȹ: 'qp' },
    ...{ ƀ: 'b', ƃ: 'b', ƈ: 'c', ȼ: 'c', đ: 'd', ƌ: 'd', ɇ: 'e', ƒ: 'f', ǥ: 'g', ħ: 'h', ı: 'i', ȷ: 'j', ɉ: 'j', ƙ: 'k' },
    ...{ ł: 'l', ƚ: 'l', ȴ: 'l', ƞ: 'n', ȵ: 'n', ø: 'o', ƥ: 'p', ɋ: 'q', ɍ: 'r', ȿ: 's', ŧ: 't', ƫ: 't', ƭ: 't', ȶ: 't' },
    ...{ ƴ: 'y', ɏ: 'y', ƶ: 'z', ȥ: 'z', ɀ: 'z' },
  }),
)

/** An identifier, which most names are. */
const identifier = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/

/** An identifier made from a text: `[a-z][a-z0-9]*(-[a-z0-9]+)*`, or empty if no letter is left. docutils: `make_id`. */
export function makeId(text: string): string {
  let id = text.toLowerCase()
  if (identifier.test(id)) return id
  if (/[^\0-\x7f]/.test(id)) {
    id = Array.from(id, (letter) => transliterations.get(letter) ?? letter)
      .join('')
      .normalize('NFKD')
      .replace(/[^\0-\x7f]+/g, '')
  }
  return id
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[-0-9]+/, '')
    .replace(/-$/, '')
}

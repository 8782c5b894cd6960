/** The release of a criterion, in both directions: `Wheels are universal (2027.1)`, `Jobs run on 2025.1 or 2025.2`. */
import type { Entry } from '../../goal/index.ts'
import { fillWording, wordingOf } from '../wording.ts'

/** Releases by number, in a list of words. */
const phrase = /(?<=^|[\s(])20\d\d\.[1-3](?:(?:, (?:or |and )?| or | and | to | ?[/–-] ?)20\d\d\.[1-3])*(?=$|[\s),;:]|\.(?!\d))/g

const usual = '{{criterion}} ({{release}})'

/** The criterion and its release, if the text names exactly one release; otherwise the criterion is text. */
export function readCriterion(text: string): Entry {
  const found = [...text.matchAll(phrase)]
  const [one] = found
  if (!one || found.length > 1 || text.includes('{{')) return text
  const release = one[0]
  const criterion = text.slice(0, one.index - 2)
  if (writeCriterion({ criterion, release }) === text) return { criterion, release }
  return { criterion: wordingOf(text, [{ name: 'release', at: one.index, text: release }]), release }
}

export function writeCriterion({ criterion, release }: { criterion: string; release: string }): string {
  return fillWording(criterion, { release }) ?? usual.replace('{{criterion}}', () => criterion).replace('{{release}}', release)
}

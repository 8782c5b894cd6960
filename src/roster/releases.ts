/** When releases were, and what they are called. */
import { openstack, type Release } from '../preset/index.ts'

const { releases } = openstack

/** Releases since 2023 by year and number. */
export const releaseNumber = /^20[2-9]\d\.[12]$/

/** The release with a name or number, in any case. A release that is not in the list yet starts on the first day of April or October. */
export function releaseOf(name: string): Release | undefined {
  const wanted = name.toLowerCase()
  const known = releases.find((release) => release.name === wanted || release.number === wanted)
  if (known || !releaseNumber.test(wanted)) return known
  const [year, half] = wanted.split('.')
  return { name: wanted, number: wanted, day: `${year}-${half === '1' ? '04' : '10'}-01` }
}

/** The first day on which goals for a release are written: the start of the cycle before it. */
export function goalsBeginOn(release: Release): string {
  const before = releases.filter(({ day }) => day < release.day)
  return (before.at(-2) ?? releases[0]!).day
}

/** The number of a name that was used before the release had a number, e.g. `AA`: two a year, from 2023.1 on. */
export function numberOfCycle(letter: string): string {
  const index = letter.toUpperCase().charCodeAt(0) - 65
  return `${2023 + Math.floor(index / 2)}.${(index % 2) + 1}`
}

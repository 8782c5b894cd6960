/** The releases of OpenStack, oldest first. Add one here; the era of a goal, the rules and `asOf` pick it up. */

export interface Release {
  /** In lower case. */
  name: string
  /** Since 2023 a release has a number as well. */
  number?: string
  /** The day of the release, as YYYY-MM-DD. */
  day: string
}

export const releases: readonly Release[] = [
  { name: 'austin', day: '2010-10-21' },
  { name: 'bexar', day: '2011-02-03' },
  { name: 'cactus', day: '2011-04-15' },
  { name: 'diablo', day: '2011-09-22' },
  { name: 'essex', day: '2012-04-05' },
  { name: 'folsom', day: '2012-09-27' },
  { name: 'grizzly', day: '2013-04-04' },
  { name: 'havana', day: '2013-10-17' },
  { name: 'icehouse', day: '2014-04-17' },
  { name: 'juno', day: '2014-10-16' },
  { name: 'kilo', day: '2015-04-30' },
  { name: 'liberty', day: '2015-10-15' },
  { name: 'mitaka', day: '2016-04-07' },
  { name: 'newton', day: '2016-10-06' },
  { name: 'ocata', day: '2017-02-22' },
  { name: 'pike', day: '2017-08-30' },
  { name: 'queens', day: '2018-02-28' },
  { name: 'rocky', day: '2018-08-30' },
  { name: 'stein', day: '2019-04-10' },
  { name: 'train', day: '2019-10-16' },
  { name: 'ussuri', day: '2020-05-13' },
  { name: 'victoria', day: '2020-10-14' },
  { name: 'wallaby', day: '2021-04-14' },
  { name: 'xena', day: '2021-10-06' },
  { name: 'yoga', day: '2022-03-30' },
  { name: 'zed', day: '2022-10-05' },
  { name: 'antelope', number: '2023.1', day: '2023-03-22' },
  { name: 'bobcat', number: '2023.2', day: '2023-10-04' },
  { name: 'caracal', number: '2024.1', day: '2024-04-03' },
  { name: 'dalmatian', number: '2024.2', day: '2024-10-02' },
  { name: 'epoxy', number: '2025.1', day: '2025-04-02' },
  { name: 'flamingo', number: '2025.2', day: '2025-10-01' },
  { name: 'gazpacho', number: '2026.1', day: '2026-04-01' },
  { name: 'hibiscus', number: '2026.2', day: '2026-09-30' },
]

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

/** The releases of OpenStack. */

export const releases: readonly string[] = [
  'austin',
  'bexar',
  'cactus',
  'diablo',
  'essex',
  'folsom',
  'grizzly',
  'havana',
  'icehouse',
  'juno',
  'kilo',
  'liberty',
  'mitaka',
  'newton',
  'ocata',
  'pike',
  'queens',
  'rocky',
  'stein',
  'train',
  'ussuri',
  'victoria',
  'wallaby',
  'xena',
  'yoga',
  'zed',
  'antelope',
  'bobcat',
  'caracal',
  'dalmatian',
  'epoxy',
  'flamingo',
  'gazpacho',
]

/** Releases since 2023 by year and number. */
export const releaseNumber = /^20[2-9]\d\.[12]$/

/** The release behind a name that was in use before it had one, e.g. `AA`: two a year, from 2023.1 on. */
export function numberOfCycle(letter: string): string {
  const index = letter.toUpperCase().charCodeAt(0) - 65
  return `${2023 + Math.floor(index / 2)}.${(index % 2) + 1}`
}

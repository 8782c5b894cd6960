/** Facts about OpenStack's governance repository that its goals use: names that its build knows, hosts, releases. */

export interface Release {
  /** In lower case. */
  name: string
  /** Since 2023 a release has a number as well. */
  number?: string
  /** The day of the release, as YYYY-MM-DD. */
  day: string
}

export const openstack = {
  /** The directives that the build of the documents adds to Sphinx. */
  directives: ['datatemplate', 'datatemplate:yaml', 'members', 'projects', 'retired-sigtable', 'sigtable', 'teams'],
  /** The roles that it adds, with the address that each stands for. */
  roles: { repo: 'https://opendev.org/' },
  /** The Gerrit server of changes, if a checkout names none. */
  gerritHost: 'review.opendev.org',
  /** Hosts that have moved, with the new host of each. */
  movedHosts: {
    'codesearch.openstack.org': 'codesearch.opendev.org',
    'etherpad.openstack.org': 'etherpad.opendev.org',
    'git.openstack.org': 'opendev.org',
    'paste.openstack.org': 'paste.opendev.org',
    'review.openstack.org': 'review.opendev.org',
    'zuul.openstack.org': 'zuul.opendev.org',
  },
  /** Hosts that goals link to and that support HTTPS. */
  secureHosts: ['*.openstack.org', '*.opendev.org', 'opendev.org', '*.launchpad.net', 'launchpad.net'],
  /** The releases, oldest first. Add one here; the era of a goal, the rules and `asOf` pick it up. */
  releases: [
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
  ] as readonly Release[],
} as const

/** A goal as a TypeScript model: what repeats is computed. */
import { defineGoal } from 'goaldoc'

/** Teams whose Tempest plugin had to move, and the repository that it moved to. */
const plugins: Record<string, string> = {
  barbican: 'barbican-tempest-plugin',
  designate: 'designate-tempest-plugin',
  heat: 'heat-tempest-plugin',
  ironic: 'ironic-tempest-plugin',
  keystone: 'keystone-tempest-plugin',
  magnum: 'magnum-tempest-plugin',
  neutron: 'neutron-tempest-plugin',
  zaqar: 'zaqar-tempest-plugin',
}

export default defineGoal({
  profile: 'team-artifacts',
  title: 'Split Tempest plugins into repositories of their own',
  summary: [
    'A Tempest plugin tests a running cloud, whatever release it is of. As long as the plugin',
    'lives beside the service that it tests, it is branched and released with that service.',
    '',
    'With a repository of its own a plugin has one branch, and can test every release that is',
    'still supported.',
  ].join('\n'),
  gerrit: { topic: 'goal-split-tempest-plugins' },
  criteria: [
    {
      for: 'For each team that has a Tempest plugin:',
      items: [
        'The plugin stands in a repository of its own, without branches.',
        'The jobs of the service run the plugin from its new place.',
        'The old copy is gone from the service.',
      ],
    },
  ],
  references: ['https://docs.openstack.org/tempest/latest/plugin.html'],
  current: 'The teams below still have their plugin in the repository of the service.',
  teams: Object.entries(plugins).map(([name, plugin]) => ({
    name,
    planning: [{ repo: `openstack/${plugin}` }],
    completion: [],
  })),
})

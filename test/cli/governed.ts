/** A repository like the governance repository: goals in every state, pages by Sphinx, redirects and their tests. */
import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { type Folder, folder, projects, telescopes } from './run.ts'

export const index = (title: string, ...lines: string[]) =>
  `${'='.repeat(title.length)}\n${title}\n${'='.repeat(title.length)}\n\n${lines.join('\n')}\n`

export const toctree = (...lines: string[]) => ['.. toctree::', ...lines.map((line) => (line === '' ? '' : `   ${line}`))]

export const htaccess = `# Pages that have moved
redirect 301 /tc/reference/domes.html /tc/reference/roofs.html
redirect 301 /tc/goals/2027/ /tc/goals/selected/
`

export const tests = `# path, code, target
/tc/reference/domes.html 301 /tc/reference/roofs.html
/tc/reference/roofs.html 200
`

/** Goals in every state, links of every kind to one of them, which links back. */
export function governance(files: Record<string, string> = {}): Folder {
  const made = folder({
    'reference/projects.yaml': projects,
    'reference/roofs.rst': index(
      'Roofs',
      'See :doc:`/goals/proposed/one-star-catalog`, :doc:`the catalog <../goals/proposed/one-star-catalog>`,',
      '`a page <../goals/proposed/one-star-catalog.html#references>`__ and',
      'https://governance.planets.example/tc/goals/proposed/one-star-catalog.html, which',
      'https://archive.planets.example/2026/https://governance.planets.example/tc/goals/proposed/one-star-catalog.html has, too.',
    ),
    'reference/index.rst': index('Reference', ...toctree('', 'roofs')),
    'doc/source/conf.py':
      "project = 'Observatory'\nhtml_extra_path = ['_extra']\nhtml_baseurl = 'https://governance.planets.example/tc/'\n",
    'doc/source/index.rst': index('Observatory', ...toctree('', 'goals/index', 'reference/index')),
    'doc/source/_extra/.htaccess': htaccess,
    'doc/test/redirect-tests.txt': tests,
    'goals/index.rst': index('Goals', ...toctree(':maxdepth: 2', '', 'selected/index', 'proposed/index', 'completed/index')),
    'goals/proposed/index.rst': index('Proposed', ...toctree(':glob:', '', '*')),
    'goals/selected/index.rst': index('Selected', ...toctree('', 'mirrors')),
    'goals/selected/mirrors.rst': telescopes.replaceAll('one-star-catalog', 'mirrors'),
    'goals/completed/index.rst': index('Completed', ...toctree(':glob:', ':reversed:', '', '*/index')),
    'goals/completed/pike/index.rst': index('Pike', ...toctree(':glob:', '', '*')),
    'goals/completed/pike/clocks.rst': telescopes.replaceAll('one-star-catalog', 'clocks'),
    'goals/proposed/one-star-catalog.rst': telescopes
      .replace(
        'Every observatory',
        'As :doc:`../selected/mirrors` and `clocks <../completed/pike/clocks.html>`__. Every observatory',
      )
      .replace('Two of', '.. include:: ../../reference/notes.txt\n\nTwo of'),
    'reference/notes.txt': 'Text of all goals.\n',
    ...files,
  })
  symlinkSync('../../goals', join(made.path, 'doc/source/goals'))
  symlinkSync('../../reference', join(made.path, 'doc/source/reference'))
  made.git('init', '-q', '-b', 'main')
  return made
}

/** A project with everything that `sphinx/` is about, linted as a user would, and built by Sphinx where it was unpacked
 * (`scripts/oracles.sh`; without it that half is skipped). */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from './project.ts'
import { type Folder, folder } from './run.ts'

const oracles = process.env.GOALDOC_ORACLES ?? join(root, '.oracles')
const sphinx = join(oracles, 'sphinx-9.2')

function observatory(): Folder {
  const made = folder({
    'doc/source/conf.py': `import os
project = 'Observatory'
extensions = ['sphinx.ext.todo', 'telescopes']
exclude_patterns = ['attic']
rst_epilog = '.. |site| replace:: La Palma'
os.chdir(os.path.dirname(__file__))
import sys
sys.path.insert(0, os.path.abspath('.'))
`,
    'doc/source/telescopes.py': `from docutils.parsers.rst import Directive


class Dome(Directive):
    has_content = True

    def run(self):
        return []


def setup(app):
    app.add_directive('dome', Dome)
`,
    'doc/source/index.rst': `.. _start:

Observatory
===========

.. toctree::
   :glob:

   goals/orbit/*
   goals/orbit/*.txt
   domez
   domes

.. glossary::

   slit
      The opening of a dome.
`,
    'doc/source/attic/old.rst': 'Old\n===\n\n:ref:`lost`\n',
    'doc/source/domes.rst': `.. _domes:
.. _roofs:

Domes
=====

.. _turning:

They turn at |site| and |nowhere|: :ref:\`turning\`,
:ref:\`as said <turning>\`, :ref:\`START\`, :ref:\`a hole <hole>\`, :ref:\`roofs\`.

.. figure:: none.png
   :name: shutter

   A shutter.

.. literalinclude:: conf.py

.. literalinclude:: dome.py

.. dome:: left

.. todo:: Paint it.
`,
    'goals/orbit/telescopes.rst': `.. _domes:

Telescopes
==========

See :doc:\`/domes\` and :doc:\`../../domes\`, :doc:\`telescopes\`, :doc:\`a satellite <satellite>\`,
:term:\`slit\`, :term:\`Slits <slit>\` and :term:\`slot\`; :ref:\`shutter\`,
:download:\`the settings <../../doc/source/conf.py>\`, :download:\`plan.txt\`, :ref:\`search\`.
`,
    'goals/orbit.rst': 'Alone\n=====\n\nText.\n',
    'goals/part.rst': ':orphan:\n\nPart\n====\n\nText.\n',
  })
  mkdirSync(join(made.path, '.git'))
  symlinkSync('../../goals', join(made.path, 'doc/source/goals'))
  return made
}

const found = `doc/source/domes.rst:9 rst/substitution
doc/source/domes.rst:9 sphinx/unknown-label
doc/source/domes.rst:10 sphinx/unknown-label
doc/source/domes.rst:12 sphinx/missing-file
doc/source/domes.rst:19 sphinx/missing-file
doc/source/index.rst:10 sphinx/toctree-entry
doc/source/index.rst:11 sphinx/toctree-entry
goals/orbit.rst:1 sphinx/orphan-document
goals/orbit/telescopes.rst:1 sphinx/duplicate-label
goals/orbit/telescopes.rst:6 sphinx/unknown-document
goals/orbit/telescopes.rst:7 sphinx/unknown-term
goals/orbit/telescopes.rst:8 sphinx/missing-file`

test('a document is linted as a part of its project', async () => {
  const { out, code } = await observatory().goaldoc([
    'lint',
    'doc/source/domes.rst',
    'doc/source/index.rst',
    'goals',
    '-f',
    'json',
  ])
  const lines = JSON.parse(out).files.flatMap((file: { path: string; diagnostics: { line: number; ruleId: string }[] }) =>
    file.diagnostics.map(({ line, ruleId }) => `${file.path}:${line} ${ruleId}`),
  )
  expect(lines.sort()).toEqual(found.split('\n').sort())
  expect(code).toBe(1)
})

test('a document without a project is linted alone', async () => {
  const alone = folder({
    'orbit.rst': 'Orbit\n=====\n\nSee :doc:`/domes`, :ref:`domes` and :term:`slit`.\n\n.. image:: none.png\n',
  })
  expect(await alone.goaldoc(['lint', 'orbit.rst'])).toMatchObject({ code: 0, out: '' })
})

test.skipIf(!existsSync(sphinx))('Sphinx 9 says the same (skipped where it was not unpacked)', async () => {
  const project = observatory()
  const run = spawnSync(join(oracles, 'python3'), ['-m', 'sphinx', '-q', '-b', 'dummy', 'doc/source', 'out'], {
    cwd: project.path,
    env: { ...process.env, PYTHONPATH: sphinx, PYTHONDONTWRITEBYTECODE: '1', NO_COLOR: '1', FORCE_COLOR: '0' },
    encoding: 'utf8',
  })
  const messages = run.stderr.split('\n').map((line) => line.replace(/^.*?(?:WARNING|ERROR): /, '').replace(/ \[docutils\]$/, ''))
  const { out } = await project.goaldoc(['lint', 'doc/source/domes.rst', 'doc/source/index.rst', 'goals', '-f', 'json'])
  const ours = JSON.parse(out).files.flatMap(
    (file: { diagnostics: { data?: { sphinx?: string }; docutils?: { message: string } }[] }) =>
      file.diagnostics.flatMap(({ data, docutils }) => data?.sphinx ?? docutils?.message ?? []),
  )
  // Paths are absolute in what Sphinx says, and it names a label twice only once.
  const plain = (text: string) => text.replaceAll(`${project.path}/`, '').replace(/ \[toc\.empty_glob\]$/, '')
  const withoutFolders = (text: string) =>
    plain(text)
      .replace(/(?:[\w.]+\/)+(?=[\w.]+)/g, '')
      .replace(/(other instance in \w+)\.rst/, '$1')
  const theirs = new Set(messages.filter((line) => line !== '').map(withoutFolders))
  expect(ours.map(withoutFolders).filter((text: string) => !theirs.has(text) && !text.startsWith('duplicate label'))).toEqual([])
  expect([...theirs].filter((text) => !ours.map(withoutFolders).includes(text))).toEqual([])
})

/** What `lint` says of a document among other files: line, rule and message. */
async function findingsIn(files: Record<string, string>, document: string, rules = 'rst/*'): Promise<string[]> {
  const made = folder(files)
  mkdirSync(join(made.path, '.git'))
  const { out } = await made.goaldoc(['lint', document, '--rule', rules, '-f', 'json'])
  const [file] = JSON.parse(out).files as { diagnostics: { line: number; ruleId: string; message: string }[] }[]
  return (file?.diagnostics ?? []).map(({ line, ruleId, message }) => `${line} ${ruleId} ${message}`)
}

test('names from included files are known, even if files include each other', async () => {
  const files = {
    'orbit.rst': 'See Hubble_, Kepler_ and |mass|, not Gaia_.\n\n.. include:: shared/links.txt\n',
    'shared/links.txt': '.. _Hubble: https://example.org/hubble\n\n.. include:: shared/more.txt\n',
    'shared/more.txt': '.. _Kepler: https://example.org/kepler\n.. |mass| replace:: 11 t\n\n.. include:: shared/links.txt\n',
  }
  // docutils reports the circle and reads on.
  expect(await findingsIn(files, 'orbit.rst')).toEqual([
    '1 rst/unknown-target Unknown target `gaia`',
    '3 rst/included-file Line 4 of included file `shared/more.txt`: circular inclusion in "include" directive',
  ])
  const straight = { ...files, 'shared/more.txt': '.. _Kepler: https://example.org/kepler\n.. |mass| replace:: 11 t\n' }
  expect(await findingsIn(straight, 'orbit.rst')).toEqual(['1 rst/unknown-target Unknown target `gaia`'])
})

test('a missing file in the repository is reported, one outside of it is not', async () => {
  const text = `See Hubble_.

.. include:: none.txt

.. csv-table:: Moons
   :file: moons.csv

.. raw:: html
   :file: page.html
`
  expect(await findingsIn({ 'orbit.rst': text, 'page.html': '<p>' }, 'orbit.rst')).toEqual([
    '1 rst/unknown-target Unknown target `hubble`',
    '3 rst/directive-argument Missing file `none.txt`',
    '5 rst/directive-argument Missing file `moons.csv`',
  ])
  expect(await findingsIn({ 'orbit.rst': 'See Hubble_.\n\n.. include:: ../../outside.txt\n' }, 'orbit.rst')).toEqual([])
  expect(await findingsIn({ 'orbit.rst': 'See |planets|.\n\n.. include:: <isonum.txt>\n' }, 'orbit.rst')).toEqual([])
})

test('names of the prolog, the configuration and Sphinx itself are known', async () => {
  const files = {
    'conf.py': "project = 'Observatory'\nrst_prolog = '.. _Hubble: https://example.org/hubble'\n",
    'goaldoc.config.yaml': 'known:\n  substitutions: [dome]\n  targets: [Kepler]\n',
    'index.rst': 'Hubble_, Kepler_, Gaia_; |version|, |release|, |today|, |dome|, |Version|.\n',
  }
  expect(await findingsIn(files, 'index.rst')).toEqual([
    '1 rst/unknown-target Unknown target `gaia`',
    '1 rst/substitution Unknown substitution `|Version|`',
  ])
})

test('numbered documents have places and texts of their own', async () => {
  const text =
    'See :pep:`8#names`, :rfc:`HTTP <9110#section-3>`, :pep:`the style <8>`; not :pep:`eight` nor :rfc:`HTTP <nine>`.\n'
  expect(await findingsIn({ 'orbit.rst': text }, 'orbit.rst')).toEqual([
    '1 rst/interpreted-text Invalid text for its role',
    '1 rst/interpreted-text Invalid text for its role',
  ])
})

test('a label at the end of a section refers to the next section', async () => {
  const files = {
    'conf.py': "project = 'Observatory'\n",
    'index.rst': 'Sky\n===\n\nSee :ref:`domes`.\n\nSun\n---\n\nIt shines.\n\n.. _domes:\n\nDomes\n=====\n\nThey turn.\n',
  }
  expect(await folder(files).goaldoc(['lint', 'index.rst', '--rule', 'sphinx/unknown-label'])).toMatchObject({ code: 0 })
})

test('files that git ignores are made when the project is built', async () => {
  const files = {
    '.gitignore': 'doc/source/api\n*.svg\ndoc/source/_static/*.sample\n',
    'doc/source/conf.py': "project = 'Observatory'\n",
    'doc/source/index.rst': `Sky
===

.. toctree::
   :glob:

   api/modules
   apy/modules
   api/*
   apy/*

:doc:\`api/domes\`, :doc:\`apy/domes\`, :download:\`_static/dome.sample\`

.. image:: orbit.svg

.. image:: orbit.png

.. literalinclude:: _static/dome.sample

.. literalinclude:: _static/dome.conf
`,
  }
  expect(await findingsIn(files, 'doc/source/index.rst', 'sphinx/*')).toEqual([
    '8 sphinx/toctree-entry Unknown document `apy/modules`',
    '10 sphinx/toctree-entry Pattern `apy/*` matches no document',
    '12 sphinx/unknown-document Unknown document `apy/domes`',
    '16 sphinx/missing-file Missing file `orbit.png`',
    '20 sphinx/missing-file Missing file `_static/dome.conf`',
  ])
})

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

const found = `doc/source/domes.rst:1 sphinx/duplicate-label
doc/source/domes.rst:9 rst/substitution
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

test('a document is looked at within its project', async () => {
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

test('a document is looked at alone where there is no project', async () => {
  const alone = folder({
    'orbit.rst': 'Orbit\n=====\n\nSee :doc:`/domes`, :ref:`domes` and :term:`slit`.\n\n.. image:: none.png\n',
  })
  expect(await alone.goaldoc(['lint', 'orbit.rst'])).toMatchObject({ code: 0, out: '' })
})

test.skipIf(!existsSync(sphinx))('Sphinx 9 says the same (skipped where it was not unpacked)', async () => {
  const project = observatory()
  const run = spawnSync(join(oracles, 'python3'), ['-m', 'sphinx', '-q', '-b', 'dummy', 'doc/source', 'out'], {
    cwd: project.path,
    env: { ...process.env, PYTHONPATH: sphinx, PYTHONDONTWRITEBYTECODE: '1' },
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

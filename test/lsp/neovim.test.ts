import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { folder } from '../cli/run.ts'

const root = join(import.meta.dirname, '../..')
const isThere = spawnSync('nvim', ['--version']).status === 0

test.skipIf(!isThere)(`Neovim shows findings, fixes and renames${isThere ? '' : ' (nvim is not installed)'}`, () => {
  const place = folder({ 'goals/orbit.rst': '.. _orbit:\n\nOrbits\n======\n\nSee orbit_.\n' })
  const command = [
    process.execPath,
    '--import',
    join(root, 'node_modules/jiti/lib/jiti-register.mjs'),
    join(root, 'src/cli/bin.ts'),
  ]
  const { stdout, stderr, status } = spawnSync('nvim', ['--headless', '--clean', '-S', join(import.meta.dirname, 'neovim.lua')], {
    cwd: place.path,
    encoding: 'utf8',
    timeout: 110_000,
    env: { ...process.env, HOME: place.path, GOALDOC_LSP: JSON.stringify([...command, 'lsp', '--stdio']) },
  })
  expect({ said: `${stdout}${stderr}`.trim().split(/\r?\n/), status }).toEqual({
    said: [
      'found 8 misread/glued-list: Missing blank line above the list',
      'action Apply all safe fixes',
      'fixed .. _orbit:||Orbits|======||See orbit_.||The planets of the sun are:||* Mars|* Venus',
      'renamed .. _sunward:||Orbits|======||See sunward_.||The planets of the sun are:||* Mars|* Venus',
    ],
    status: 0,
  })
})

/** The process with streams that end early or take nothing. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from './project.ts'
import { type Folder, folder } from './run.ts'

const planets = ['mercury', 'venus', 'earth', 'mars', 'jupiter', 'saturn', 'uranus', 'neptune']

function models(): Folder {
  return folder(Object.fromEntries(planets.map((name) => [`goals/${name}.yaml`, `title: Telescopes of ${name}\n`])))
}

/** Runs a pipeline; the exit code is that of `goaldoc`, whatever stands behind it. */
function pipeline(place: Folder, command: string, behind: string) {
  const goaldoc = [
    process.execPath,
    '--import',
    join(root, 'node_modules/jiti/lib/jiti-register.mjs'),
    join(root, 'src/cli/bin.ts'),
  ]
  const script = `goaldoc() { "${goaldoc.join('" "')}" "$@"; }; ${command} ${behind}; exit "\${PIPESTATUS[0]}"`
  const ran = spawnSync('bash', ['-c', script], { cwd: place.path, encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' } })
  return { code: ran.status, out: ran.stdout, err: ran.stderr }
}

describe('a reader that stops reading', { timeout: 60_000 }, () => {
  it('does not stop the command', () => {
    const place = models()
    expect(pipeline(place, 'goaldoc render 2>&1', '| head -1')).toEqual({ code: 0, out: 'Wrote goals/earth.rst\n', err: '' })
    expect(planets.filter((name) => !place.has(`goals/${name}.rst`))).toEqual([])
  })

  it('does not change the exit code', () => {
    expect(pipeline(models(), 'goaldoc render --check', '| head -1')).toMatchObject({ code: 1, err: '' })
  })
})

describe.skipIf(!existsSync('/dev/full'))('a stream that takes nothing', { timeout: 60_000 }, () => {
  it('is an error in a line', () => {
    expect(pipeline(models(), 'goaldoc render --check', '>/dev/full')).toEqual({
      code: 2,
      out: '',
      err: 'Cannot write to standard output: no space is left on the device.\n',
    })
    expect(pipeline(folder(), 'goaldoc lint goals', '2>/dev/full')).toEqual({ code: 2, out: '', err: '' })
  })
})

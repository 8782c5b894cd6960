import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { cacheFolder } from '../../src/cli/compile-cache.ts'
import { root } from './project.ts'
import { folder } from './run.ts'

describe('compiled code', () => {
  const ownsNone = Number(process.versions.node.split('.')[0]) < 22

  it.runIf(ownsNone)('is kept between runs, made anew when a file changes, and never in the way', () => {
    const source = join(root, 'src/cli/compile-cache.ts')
    const register = pathToFileURL(join(root, 'node_modules/jiti/lib/jiti-register.mjs')).href
    const place = folder({
      'run.ts': [
        `import { createRequire } from 'node:module'`,
        `import { keepCompiledCode } from ${JSON.stringify(source)}`,
        `keepCompiledCode(process.cwd() + '/own')`,
        `console.log(createRequire(process.cwd() + '/run.ts')('./own/planet.cjs').name())`,
      ].join('\n'),
      'own/planet.cjs': "exports.name = () => require('./star.cjs').sun + ' and mars'\n",
      'own/star.cjs': "exports.sun = 'sun'\n",
    })
    const run = (env: Record<string, string>) => {
      const ran = spawnSync(process.execPath, ['--import', register, 'run.ts'], {
        cwd: place.path,
        encoding: 'utf8',
        env: { PATH: process.env.PATH, ...env },
      })
      return ran.stdout + ran.stderr
    }
    const home = { HOME: place.path }
    for (let turn = 0; turn < 3; turn++) expect(run(home)).toBe('sun and mars\n')
    expect(readdirSync(join(place.path, '.cache/goaldoc', `${process.version}-${process.arch}`))).toHaveLength(2)
    // Of the same length, which is all that V8 compares.
    place.write(
      'own/planet.cjs',
      "exports.name = () => require('./star.cjs').sun + ' and moon'\n"
        .replace("'./star.cjs'", '"./star.cjs"')
        .replace(' and moon', ' and moo'),
    )
    expect(run(home)).toBe('sun and moo\n')
    expect(run({ HOME: '/dev/null' })).toBe('sun and moo\n')
    expect(run({})).toBe('sun and moo\n')
  })

  it('is kept in a folder of the user', () => {
    const own = `${process.version}-${process.arch}`
    expect(cacheFolder({ HOME: '/home/halley' })).toBe(join('/home/halley/.cache/goaldoc', own))
    expect(cacheFolder({ HOME: '/home/halley', XDG_CACHE_HOME: '/cache' })).toBe(join('/cache/goaldoc', own))
    expect(cacheFolder({ HOME: '/home/halley', NODE_DISABLE_COMPILE_CACHE: '1' })).toBeUndefined()
    expect(cacheFolder({})).toBeUndefined()
  })
})

import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import module, { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { cacheFolder } from '../../src/cli/compile-cache.ts'

interface Loader {
  prototype: { _compile: unknown }
  enableCompileCache?: () => void
}

const loader = module as unknown as Loader
const { _compile: compile } = loader.prototype
const { enableCompileCache } = loader
const own = `${process.version}-${process.arch}`
let home = ''

beforeEach(() => {
  home = realpathSync(mkdtempSync(join(tmpdir(), 'goaldoc-test-')))
  vi.stubEnv('NODE_DISABLE_COMPILE_CACHE', '')
  vi.stubEnv('NODE_V8_COVERAGE', '')
  vi.stubEnv('XDG_CACHE_HOME', '')
  vi.stubEnv('HOME', home)
  delete loader.enableCompileCache
})
afterEach(() => {
  loader.prototype._compile = compile
  if (enableCompileCache) loader.enableCompileCache = enableCompileCache
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
  rmSync(home, { recursive: true })
})

/** What a file of the folder exports, loaded as by a new process that ends then. */
async function run(folder: string, name = 'planet.cjs'): Promise<unknown> {
  vi.resetModules()
  const { keepCompiledCode } = await import('../../src/cli/compile-cache.ts')
  const ends: (() => void)[] = []
  const once = vi.spyOn(process, 'once').mockImplementation((_, end) => {
    ends.push(end as () => void)
    return process
  })
  loader.prototype._compile = compile
  keepCompiledCode(folder)
  const require = createRequire(join(folder, 'run.cjs'))
  for (const path of Object.keys(require.cache)) if (path.startsWith(home)) delete require.cache[path]
  const planet = require(join(home, name)) as () => unknown
  const said = planet()
  once.mockRestore()
  expect(ends.length).toBeLessThanOrEqual(1)
  for (const end of ends) end()
  return said
}

describe('compiled code', () => {
  const kept = () => readdirSync(join(home, '.cache/goaldoc', own)).sort()
  const states = () => kept().map((file) => readFileSync(join(home, '.cache/goaldoc', own, file))[63])

  it('is kept between runs, extended in the first four, and replaced if a file changes', async () => {
    writeFileSync(join(home, 'planet.cjs'), "module.exports = () => require('./star.cjs').sun + ' and mars'\n")
    writeFileSync(join(home, 'star.cjs'), "exports.sun = 'sun'\n")
    for (const turn of [1, 2, 3, 4, 4]) {
      expect(await run(home)).toBe('sun and mars')
      expect(states()).toEqual([turn, turn])
    }
    const files = kept()
    // Of the same length, which is all that V8 compares.
    writeFileSync(join(home, 'planet.cjs'), "module.exports = () => require('./star.cjs').sun + ' and luna'\n")
    expect(await run(home)).toBe('sun and luna')
    expect(states().toSorted()).toEqual([1, 4])
    expect(kept()).toEqual(files)
    // Only the user may write what is run as the user.
    expect(statSync(join(home, '.cache/goaldoc', own)).mode & 0o777).toBe(0o700)
  })

  it('is extended once a day after that', async () => {
    writeFileSync(join(home, 'planet.cjs'), "module.exports = () => 'mars'\n")
    for (const _ of [1, 2, 3, 4]) await run(home)
    const file = join(home, '.cache/goaldoc', own, kept()[0]!)
    const written = () => statSync(file).mtimeMs
    const setBack = (hours: number) => utimesSync(file, new Date(), new Date(Date.now() - hours * 3_600_000))
    setBack(23)
    const recent = written()
    await run(home)
    expect(written()).toBe(recent)
    setBack(25)
    await run(home)
    expect(Date.now() - written()).toBeLessThan(3_600_000)
    expect(states()).toEqual([4])
  })

  it('is not extended by a long run', async () => {
    writeFileSync(join(home, 'planet.cjs'), "module.exports = () => 'mars'\n")
    const used = vi.spyOn(process, 'cpuUsage').mockReturnValue({ user: 900_000, system: 100_000 })
    expect(await run(home)).toBe('mars')
    expect(readdirSync(home)).toEqual(['planet.cjs'])
    used.mockReturnValue({ user: 900_000, system: 99_000 })
    expect(await run(home)).toBe('mars')
    expect(states()).toEqual([1])
  })

  it('is compiled again if V8 rejects the cache', async () => {
    const write = (planet: string) => {
      writeFileSync(join(home, 'planet.cjs'), `module.exports = () => '${planet}'\n`)
      utimesSync(join(home, 'planet.cjs'), 1610, 1610)
    }
    write('mars')
    expect(await run(home)).toBe('mars')
    const [file] = kept().map((name) => join(home, '.cache/goaldoc', own, name))
    writeFileSync(file!, Buffer.concat([readFileSync(file!).subarray(0, 64), Buffer.from('no code of V8')]))
    // Another text, so that V8 does not remember it from before.
    write('moon')
    expect(await run(home)).toBe('moon')
    expect(states()).toEqual([1])
  })

  it('is kept only for files in the folder', async () => {
    writeFileSync(join(home, 'planet.cjs'), "module.exports = () => 'mars'\n")
    expect(await run(join(home, 'elsewhere'))).toBe('mars')
    expect(readdirSync(home)).toEqual(['planet.cjs'])
  })

  it.each([
    ['there is no home', ''],
    ['the home takes no files', '/dev/null'],
  ])('is compiled without a cache if %s', async (_, path) => {
    vi.stubEnv('HOME', path)
    writeFileSync(join(home, 'planet.cjs'), "module.exports = () => 'mars'\n")
    expect(await run(home)).toBe('mars')
    expect(readdirSync(home)).toEqual(['planet.cjs'])
  })

  it('leaves no file if the cache cannot be written', async () => {
    writeFileSync(join(home, 'planet.cjs'), "module.exports = () => 'mars'\n")
    await run(home)
    const [file] = kept()
    // Nothing can replace a folder.
    rmSync(join(home, '.cache/goaldoc', own, file!))
    mkdirSync(join(home, '.cache/goaldoc', own, file!))
    expect(await run(home)).toBe('mars')
    expect(kept()).toEqual([file])
  })

  it('is cached by Node itself if it can do that', async () => {
    const enable = vi.fn()
    loader.enableCompileCache = enable
    writeFileSync(join(home, 'planet.cjs'), "module.exports = () => 'mars'\n")
    expect(await run(home)).toBe('mars')
    expect(enable).toHaveBeenCalledOnce()
    expect(readdirSync(home)).toEqual(['planet.cjs'])
    delete loader.enableCompileCache
  })

  it('the compile cache is in a folder of the user', () => {
    expect(cacheFolder({ HOME: '/home/halley' })).toBe(join('/home/halley/.cache/goaldoc', own))
    expect(cacheFolder({ HOME: '/home/halley', XDG_CACHE_HOME: '/cache' })).toBe(join('/cache/goaldoc', own))
    expect(cacheFolder({ HOME: '/home/halley', NODE_DISABLE_COMPILE_CACHE: '1' })).toBeUndefined()
    expect(cacheFolder({ HOME: '/home/halley', NODE_V8_COVERAGE: '/tmp' })).toBeUndefined()
    expect(cacheFolder({})).toBeUndefined()
  })
})

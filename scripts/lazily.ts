/** A bundler plugin that puts a module with its imports into a separate file, which is loaded when one of its functions is called
 * for the first time. `import()` does that for asynchronous functions; this does it for synchronous ones.
 */
import { readFileSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import type { Plugin } from 'rolldown'

/** The replacement for the module in the bundle. Only functions can be loaded on the first call; other exports are an error. */
export function standIn(file: string, source: string): string {
  const values = [...source.matchAll(/^export (?:async )?(?!type |interface )(\w+)\*? (\w+)/gm)]
  for (const [, kind, name] of values) {
    if (kind !== 'function')
      throw new Error(`Cannot load ${basename(file)} lazily: \`${name}\` is no function. Declare it as one`)
  }
  const own = `./${lazyName(file)}`
  const functions = values.map(([, , name]) => `export function ${name}(...given) { return load().${name}(...given) }`)
  return `import { createRequire } from 'node:module'
let loaded
function load() {
  const here = import.meta.filename
  return (loaded ??= createRequire(here)(/[\\\\/]chunks[\\\\/]/.test(here) ? '${own}' : '${own.replace('./', './chunks/')}'))
}
${functions.join('\n')}
`
}

/** The name of a module's file in `chunks/`; an index is named after its folder. */
export function lazyName(file: string): string {
  const name = basename(file, '.ts')
  return `${name === 'index' ? basename(dirname(file)) : name}.cjs`
}

/** The end of the names of modules in place of which no stand-in is loaded: those are the entries of their files. */
export const asItself = '?itself'

/** The plugin for these modules. Their files must be built too, as entries with `asItself`. */
export function lazily(files: readonly string[]): Plugin {
  return {
    name: 'lazily',
    resolveId: { order: 'pre', handler: (id) => (id.endsWith(asItself) ? id : null) },
    load: {
      order: 'pre',
      handler: (id) => {
        if (id.endsWith(asItself)) return { code: readFileSync(id.slice(0, -asItself.length), 'utf8'), moduleType: 'ts' }
        return files.includes(id) ? { code: standIn(id, readFileSync(id, 'utf8')), moduleType: 'js' } : null
      },
    },
  }
}

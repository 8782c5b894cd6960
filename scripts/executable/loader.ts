/** Loads the files of the package from the executable, where they are not in a file system.
 *
 * File names are paths below the executable (`/usr/bin/goaldoc/dist/bin.cjs`). No such folder can exist, so nothing on disk can
 * replace a file.
 */
import module, { isBuiltin } from 'node:module'
import { dirname, join, posix, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { constants, Script } from 'node:vm'

export interface EmbeddedFile {
  source: string
  /** The code that V8 compiled at build time; empty if there is none. */
  compiled: Buffer
}

/** The packages that the built command loads with `require`, and goaldoc's own name, for models in TypeScript. */
export const packages: Readonly<Record<string, string>> = {
  goaldoc: 'dist/library/index.cjs',
  'goaldoc/rst': 'dist/library/rst.cjs',
  jiti: 'node_modules/jiti/lib/jiti.cjs',
  'vscode-languageserver/node': 'node_modules/vscode-languageserver.cjs',
  'vscode-languageserver-textdocument': 'node_modules/vscode-languageserver-textdocument.cjs',
}

type Require = (id: string) => unknown

/** The source as a function with the parameters that Node passes to each file. */
export function scriptOf(filename: string, source: string, compiled: Buffer): Script {
  return new Script(`(function (exports, require, module, __filename, __dirname) {${source}\n})`, {
    filename,
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
    ...(compiled.length > 0 ? { cachedData: compiled } : {}),
  })
}

/** Returns `require` for the root of the package. `read` throws for a missing file; `ran` is called with each script. */
export function embedded(read: (name: string) => EmbeddedFile, ran: (name: string, script: Script) => void = () => {}): Require {
  const root = process.execPath
  const loaded = new Map<string, { exports: unknown }>()

  function load(name: string): unknown {
    const before = loaded.get(name)
    if (before) return before.exports
    const { source, compiled } = read(name)
    if (name.endsWith('.json')) return JSON.parse(source)
    const made = { exports: {} }
    loaded.set(name, made)
    const filename = join(root, name)
    const script = scriptOf(filename, source, compiled)
    const run = script.runInThisContext() as (...given: unknown[]) => void
    run.call(made.exports, made.exports, requireFrom(name), made, filename, dirname(filename))
    ran(name, script)
    return made.exports
  }

  function requireFrom(name: string): Require {
    return (id) => {
      if (id === 'node:module' || id === 'module') return ownModule
      if (isBuiltin(id)) return process.getBuiltinModule(id)
      return load(id.startsWith('.') ? posix.join(posix.dirname(name), id) : (packages[id] ?? id))
    }
  }

  // Code of the package finds the package; a model on disk finds the packages that are installed there.
  const ownModule = Object.assign(Object.create(module) as typeof module, {
    createRequire(from: string | URL) {
      const path = from instanceof URL || from.startsWith('file:') ? fileURLToPath(from) : from
      if (!path.startsWith(root + sep)) return module.createRequire(from)
      return requireFrom(path.slice(root.length + 1).replaceAll(sep, '/'))
    },
  })
  return requireFrom('package.json')
}

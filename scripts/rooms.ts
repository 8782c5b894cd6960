/** A bundler plugin that resolves imports through the index of a room: an import of one function then depends only on the module
 * of that function, so that the chunks of a command do not contain code of others (the schema, Markdown, YAML).
 */
import { existsSync, readFileSync } from 'node:fs'
import { basename, dirname, relative, resolve, sep } from 'node:path'
import type { Plugin } from 'rolldown'

/** The names that an index re-exports, with the module that defines each one. Names that the index itself defines are not
 * included.
 */
export function handedOn(index: string, source: string): Map<string, { module: string; name: string }> {
  const names = new Map<string, { module: string; name: string }>()
  for (const [, list, specifier] of source.matchAll(/^export \{([^}]*)\} from '([^']+)'/gm)) {
    for (const item of list!.split(',').map((part) => part.trim())) {
      if (item === '' || item.startsWith('type ')) continue
      const [name, as] = item.split(/\s+as\s+/)
      names.set(as ?? name!, { module: resolve(dirname(index), specifier!), name: name! })
    }
  }
  for (const [, specifier] of source.matchAll(/^export \* from '([^']+)'/gm)) {
    const module = resolve(dirname(index), specifier!)
    if (!existsSync(module)) continue
    for (const [, name] of readFileSync(module, 'utf8').matchAll(/^export (?:async )?(?:const|let|function|class)\*? (\w+)/gm)) {
      names.set(name!, { module, name: name! })
    }
  }
  return names
}

const importStatement = /^import \{([^}]*)\} from '(\.[^']*\/index\.ts)'/gm
const dynamicImport = /const \{([^}:]*)\} = await import\('(\.[^']*\/index\.ts)'\)/g

/** Rewrites the imports of a module, whose code is still TypeScript. */
export function lookThrough(file: string, code: string, namesOf: (index: string) => ReturnType<typeof handedOn>): string {
  const shown = (module: string) => {
    const path = relative(dirname(file), module).split(sep).join('/')
    return path.startsWith('.') ? path : `./${path}`
  }
  return code
    .replace(importStatement, (_, list: string, specifier: string) => {
      const index = resolve(dirname(file), specifier)
      const known = namesOf(index)
      const statements = list
        .split(',')
        .map((part) => part.trim())
        .filter((part) => part !== '')
        .map((item) => {
          // A value import of a type would be kept as an import of the whole index for its side effects.
          if (item.startsWith('type ')) return `import type { ${item.slice('type '.length)} } from '${specifier}'`
          const [name, as] = item.split(/\s+as\s+/)
          const origin = known.get(name!)
          if (origin === undefined) return `import { ${item} } from '${specifier}'`
          return `import { ${origin.name} as ${as ?? name} } from '${shown(origin.module)}'`
        })
      return statements.join('; ')
    })
    .replace(dynamicImport, (whole, list: string, specifier: string) => {
      const known = namesOf(resolve(dirname(file), specifier))
      const names = list
        .split(',')
        .map((part) => part.trim())
        .filter((part) => part !== '')
      const origins = names.map((name) => known.get(name))
      const [first] = origins
      if (first === undefined || !origins.every((origin, at) => origin?.module === first.module && origin.name === names[at]))
        return whole
      return `const {${list}} = await import('${shown(first.module)}')`
    })
}

/** The plugin; `src` is the folder of the rooms. */
export function throughRooms(src: string): Plugin {
  const cache = new Map<string, ReturnType<typeof handedOn>>()
  const namesOf = (index: string) => {
    const known = cache.get(index) ?? handedOn(index, readFileSync(index, 'utf8'))
    cache.set(index, known)
    return known
  }
  return {
    name: 'through-rooms',
    transform: {
      order: 'pre',
      handler(code, id) {
        if (!id.startsWith(src) || !id.endsWith('.ts') || (basename(id) === 'index.ts' && dirname(id) === src)) return null
        return { code: lookThrough(id, code, namesOf), moduleType: 'ts' }
      },
    },
  }
}

/** A bundler plugin that lets the chunks of a CommonJS bundle read each other's exports once, when they are loaded. Otherwise each use of
 * an import goes through a getter, because imports of modules are live: a cold `lint` of one document executes 2 % more instructions of its
 * own then.
 *
 * Chunks must not import each other in a circle, and must not change what they export.
 */
import type { Plugin } from 'rolldown'

const importOfChunk = /^const (require_[\w$]+) = require\(("[^"]+")\);/gm
const getter =
  /^Object\.defineProperty\(exports, "([\w$]+)", \{\s*enumerable: true,\s*get: function \(\) \{\s*return ([\w$]+);\s*\}\s*\}\);/gm

/** The code of a chunk with its imports in variables, and its exports as values. */
export function withValues(code: string): string {
  const imports = new Map([...code.matchAll(importOfChunk)].map(([, chunk]) => [chunk!, new Set<string>()]))
  return code
    .replace(/\b(require_[\w$]+)\.([\w$]+)/g, (member, chunk: string, name: string) => {
      if (!imports.has(chunk)) return member
      imports.get(chunk)!.add(name)
      return `${chunk}$${name}`
    })
    .replace(importOfChunk, (statement, chunk: string, path: string) => {
      const names = [...imports.get(chunk)!].map((name) => `${name}: ${chunk}$${name}`)
      return names.length === 0 ? statement : `const { ${names.join(', ')} } = require(${path});`
    })
    .replace(getter, (_, name: string, variable: string) => {
      if (new RegExp(`^(?:let|var) ${variable.replaceAll('$', '\\$')};`, 'm').test(code))
        throw new Error(`Cannot build: \`${variable}\` is exported before it has a value. Declare it as a constant`)
      return `exports.${name} = ${variable};`
    })
}

/** The plugin. */
export function directly(): Plugin {
  return {
    name: 'directly',
    renderChunk: (code) => withValues(code),
    generateBundle: (_, bundle) => checkCircles(Object.values(bundle).filter((file) => file.type === 'chunk')),
  }
}

/** Throws if chunks import each other in a circle: one of them would read exports that are not there yet. */
export function checkCircles(chunks: readonly { fileName: string; imports: readonly string[] }[]): void {
  const importsOf = new Map(chunks.map(({ fileName, imports }) => [fileName, imports]))
  const done = new Set<string>()
  const visit = (name: string, path: readonly string[]) => {
    if (path.includes(name)) throw new Error(`Cannot build: chunks import each other: ${[...path, name].join(' → ')}`)
    if (done.has(name)) return
    for (const imported of importsOf.get(name) ?? []) visit(imported, [...path, name])
    done.add(name)
  }
  for (const name of importsOf.keys()) visit(name, [])
}

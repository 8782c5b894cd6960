/** Checks the imports: a room imports only from rooms above it, through their index, and pure rooms use no files.
 *
 * Imports are found with regular expressions, because Biome's formatter keeps each one as a statement at the start of a line.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'

/** The rooms, from top to bottom. A room may import from those before it. */
export const rooms = [
  'text',
  'preset',
  'rst',
  'goal',
  'document',
  'roster',
  'lint',
  'report',
  'report-page',
  'repository',
  'lsp',
  'cli',
] as const

/** Rooms that also run in a browser: no `node:` imports. */
const pure: readonly string[] = ['text', 'preset', 'rst', 'goal', 'document', 'roster', 'lint', 'report-page']

/** Rooms from which a room may import only types: `report` formats findings but never lints. */
const typesOnly: Record<string, readonly string[]> = { report: ['lint'] }

/** Files that the build generates: JavaScript with separate types, and data. */
const generated: readonly string[] = ['document/builtin-templates.js', 'report-page/assets.js', 'goal/shapes.json']

export interface ImportStatement {
  specifier: string
  /** 1-based. */
  line: number
  /** Whether only types are imported. */
  types: boolean
  /** Whether it is an `import()` in an expression. */
  dynamic: boolean
}

/** The import and re-export statements of a module. */
export function importsOf(source: string): ImportStatement[] {
  const found: ImportStatement[] = []
  const at = (offset: number) => source.slice(0, offset).split('\n').length
  for (const match of source.matchAll(
    /^(?:import|export)\b(?<type>\s+type\b(?!\s*(?:=|from)))?(?<names>[^'"`;=()]*?)['"](?<specifier>[^'"\n]+)['"]/gm,
  )) {
    const { type, names, specifier } = match.groups!
    // `import { type A, type B } from` also imports only types.
    const inner = names!.match(/\{([^}]*)\}/)?.[1]
    const allTypes = inner?.split(',').every((name) => name.trim() === '' || /^type\s/.test(name.trim())) === true
    found.push({ specifier: specifier!, line: at(match.index), types: type !== undefined || allTypes, dynamic: false })
  }
  // The whole line is matched, to exclude `import()` in comments and types.
  for (const match of source.matchAll(
    /^(?!\s*(?:\/\/|\*|\/\*)).*?(?<before>typeof\s+)?\bimport\(\s*['"](?<specifier>[^'"]+)['"]\s*\)(?<after>\.[A-Z])?/gm,
  )) {
    const { before, after, specifier } = match.groups!
    const types = before !== undefined || after !== undefined
    found.push({ specifier: specifier!, line: at(match.index + match[0].indexOf('import(')), types, dynamic: true })
  }
  return found.sort((a, b) => a.line - b.line)
}

/** The error in an import of a file, as a sentence; `undefined` if there is none. Paths are relative to `src/`. */
export function judge(file: string, statement: ImportStatement): string | undefined {
  const from = file.split('/')[0]!
  const room = rooms.indexOf(from as (typeof rooms)[number])
  const { specifier } = statement
  if (!specifier.startsWith('.')) {
    if (pure.includes(from) && specifier.startsWith('node:')) {
      return `Unexpected import of \`${specifier}\`, expected none from Node: \`${from}/\` also runs in a browser`
    }
    return undefined
  }
  const target = join(dirname(file), specifier).split(sep).join('/')
  if (target.startsWith('..')) return undefined
  const to = target.split('/')[0]!
  if (!specifier.endsWith('.ts') && !generated.includes(target))
    return `Unexpected specifier \`${specifier}\`, expected it to end with \`.ts\``
  if (to === from) return undefined
  const toRoom = rooms.indexOf(to as (typeof rooms)[number])
  if (toRoom < 0)
    return room < 0 ? undefined : `Unexpected import of \`${target}\` from \`${from}/\`, expected one of a room above it`
  if (room >= 0 && toRoom > room) {
    return `Unexpected import of \`${to}/\` from \`${from}/\`, expected only rooms above: ${
      rooms
        .slice(0, room)
        .map((name) => `\`${name}/\``)
        .join(', ') || 'there is none'
    }`
  }
  if (target !== `${to}/index.ts`) return `Unexpected import of \`${target}\`, expected it through \`${to}/index.ts\``
  if (typesOnly[from]?.includes(to) && !statement.types)
    return `Unexpected import of values from \`${to}/\`, expected \`import type\` in \`${from}/\``
  return undefined
}

/** Folders in which modules may import each other in cycles: blocks contain blocks. */
const recursive: readonly string[] = ['rst/blocks']

/** The import cycles between modules, each as a path that ends at its start. Imports of types do not count. */
export function circlesIn(imports: ReadonlyMap<string, readonly string[]>): string[][] {
  const circles: string[][] = []
  const done = new Set<string>()
  const visit = (file: string, path: readonly string[]): void => {
    const from = path.indexOf(file)
    if (from >= 0) circles.push([...path.slice(from), file])
    if (from >= 0 || done.has(file)) return
    for (const next of imports.get(file) ?? []) visit(next, [...path, file])
    done.add(file)
  }
  for (const file of imports.keys()) visit(file, [])
  return circles
}

function needs(src: string, file: string): string[] {
  return importsOf(readFileSync(join(src, file), 'utf8')).flatMap(({ specifier, types, dynamic }) =>
    specifier.startsWith('.') && !types && !dynamic ? [join(dirname(file), specifier).split(sep).join('/')] : [],
  )
}

/** All errors under `src`, as `path:line: sentence`. */
export function checkImports(src: string): string[] {
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
    .map((file) => file.split(sep).join('/'))
    .filter((file) => file.endsWith('.ts'))
    .sort()
  const findings = files.flatMap((file) =>
    importsOf(readFileSync(join(src, file), 'utf8')).flatMap((statement) => {
      const sentence = judge(file, statement)
      return sentence === undefined ? [] : [`src/${file}:${statement.line}: ${sentence}`]
    }),
  )
  for (const circle of circlesIn(new Map(files.map((file) => [file, needs(src, file)])))) {
    if (recursive.some((folder) => circle.every((file) => dirname(file) === folder))) continue
    findings.push(`src/${circle[0]}:1: Import circle ${circle.map((file) => `\`${file}\``).join(' → ')}`)
  }
  for (const room of rooms) {
    const index = join(src, room, 'index.ts')
    if (!files.some((file) => file.startsWith(`${room}/`))) continue
    if (!existsSync(index))
      findings.push(`src/${room}/index.ts:1: Unexpected room without an index, expected one that says what the room is`)
    else if (!/^\/\*\* [A-Z].*\./s.test(readFileSync(index, 'utf8'))) {
      findings.push(`src/${room}/index.ts:1: Unexpected opening, expected one sentence that says what the room is`)
    }
  }
  return findings
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === join(import.meta.dirname, 'check-imports.ts')) {
  const src = join(import.meta.dirname, '..', 'src')
  const findings = checkImports(src)
  for (const finding of findings) process.stderr.write(`${finding}\n`)
  if (findings.length > 0) process.exitCode = 1
  else process.stdout.write(`Imports: nothing wrong in ${relative(process.cwd(), src) || 'src'}\n`)
}

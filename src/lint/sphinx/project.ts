/** The documents of a Sphinx project, for references between them. The caller reads the files. */
import { nearest, once, patternMatcher } from '../../text/index.ts'
import type { SphinxConf } from './conf.ts'
import { type FactOptions, type Label, type SphinxFacts, type SphinxObject, sphinxFacts } from './facts.ts'

/** Access to the files of a project. Paths are relative to the folder of `conf.py`, with `/` between their parts. */
export interface SphinxFiles {
  /** Every document, including excluded ones. */
  documents(): readonly string[]
  /** The text of a file; `undefined` if it cannot be read. */
  text(path: string): string | undefined
  /** Whether a path in the file `from` exists; `/` begins at the top. */
  exists(path: string, from: string): boolean
  /** Whether git ignores a path, whether it exists or not: something makes it when the project is built. */
  isIgnored(path: string): boolean
}

interface LabelPlace extends Label {
  /** The name of the document that contains it. */
  document: string
}

export interface ObjectPlace extends SphinxObject {
  document: string
}

export interface SphinxProject {
  conf: SphinxConf
  /** The name of the document at a path: the path without its extension. */
  nameOf(path: string): string
  pathOf(name: string): string | undefined
  /** Whether the project has a document with this name. */
  has(name: string): boolean
  /** Whether a document with this name, which does not exist yet, is made when the project is built. */
  isMade(name: string): boolean
  /** Whether the document exists, but `exclude_patterns` matches it or a folder around it. */
  isExcluded(name: string): 'itself' | 'folder' | undefined
  names(): readonly string[]
  /** Labels by name, with several places if several documents define one, in the order in which Sphinx reads them. */
  labels(): ReadonlyMap<string, readonly LabelPlace[]>
  /** Objects by domain and name; in `std` also by type: `py:observe`, `std:term:slit`. In the order in which Sphinx reads them. */
  objects(): ReadonlyMap<string, readonly ObjectPlace[]>
  /** Documents that define a citation, and all names that documents cite. */
  citations(): ReadonlyMap<string, readonly string[]>
  cited(): ReadonlySet<string>
  /** Documents in a toctree of the project, by name. */
  listed(): ReadonlySet<string>
  /** The paths of documents that another document includes. */
  included(): ReadonlySet<string>
  /** Returns the facts of a document. */
  factOptions(document: string): FactOptions
  exists(path: string, from: string): boolean
  text(path: string): string | undefined
}

/** The key of an object among those of the project. */
export function objectKey({ domain, type, name, program }: Pick<SphinxObject, 'domain' | 'type' | 'name' | 'program'>): string {
  if (domain === 'std') return `std:${type}:${program === undefined ? '' : `${program} `}${name}`
  return domain === 'rst' ? `rst:${type.replace(/:option$/, '')}:${name}` : `${domain}:${name}`
}

/** Matches directives that describe objects, in the text of a document. */
const descriptions =
  /^[ \t]*\.\.[ \t]+(?:(?:py|c|cpp|js|rst|std):[\w:-]+|attribute|class|classmethod|cmdoption|confval|concept|data|decorator|decoratormethod|directive|enum|enumerator|envvar|exception|function|glossary|include|macro|member|method|module|option|productionlist|property|role|staticmethod|struct|type|union|var)[ \t]*::/m

export function sphinxProject(conf: SphinxConf, files: SphinxFiles): SphinxProject {
  const facts = new Map<string, SphinxFacts>()
  const factsOf = (path: string): SphinxFacts => {
    const known = facts.get(path) ?? sphinxFacts(files.text(path) ?? '', factOptions(nameOf(path)))
    facts.set(path, known)
    return known
  }
  const factOptions = (document: string): FactOptions => ({
    parsing: { known: { directives: conf.directives, roles: conf.roles }, project: conf.names },
    ...(conf.defaultRole === undefined ? {} : { defaultRole: conf.defaultRole }),
    ...(conf.titleLabels === undefined ? {} : { titleLabels: conf.titleLabels }),
    objectTypes: ownTypes,
    document,
    included(target) {
      const path = resolvePath(document, target)
      const text = files.text(path)
      return text === undefined ? undefined : { path, text }
    },
  })
  const ownTypes: ReadonlySet<string> = new Set(conf.objectTypes.values())
  const ownDescriptions =
    ownTypes.size === 0 ? undefined : new RegExp(`^[ \\t]*\\.\\.[ \\t]+(?:${[...ownTypes].join('|')})[ \\t]*::`, 'm')
  /** Only documents whose text may contain the name are parsed. */
  const holding = (...shapes: (RegExp | undefined)[]) =>
    names()
      .map((name) => [name, paths().get(name)!] as const)
      .filter(([, path]) => shapes.some((shape) => shape?.test(files.text(path) ?? '')))
      .map(([name, path]) => [name, factsOf(path)] as const)

  const paths = once(() => {
    const found = new Map<string, string>()
    const isLeftOut = leftOut(conf)
    for (const path of files.documents()) if (!isLeftOut(path)) found.set(nameOf(path), path)
    return found
  })
  const names = once(() => [...paths().keys()].sort())
  const excluded = once(() => {
    const matchers = conf.excludePatterns.map(patternMatcher)
    const isNamed = (path: string) => matchers.some((matches) => matches(path))
    const left = files.documents().filter(leftOut(conf))
    return new Map(left.map((path) => [nameOf(path), isNamed(path) ? 'itself' : 'folder'] as const))
  })
  const nameOf = (path: string) => {
    const ending = conf.sourceSuffix.find((suffix) => path.endsWith(suffix))
    return ending ? path.slice(0, -ending.length) : path
  }

  return {
    conf,
    nameOf,
    pathOf: (name) => paths().get(name),
    has: (name) => paths().has(name),
    isExcluded: (name) => excluded().get(name),
    names,
    labels: once(() => {
      const labels = new Map<string, LabelPlace[]>()
      for (const name of ['genindex', 'modindex', 'search', 'py-modindex'])
        labels.set(name, [{ name, document: name, start: 0, end: 0, hasTitle: true, isNumbered: false }])
      const shape = conf.titleLabels ? /^/ : /\.\. _|_`|^[ \t]+:name:|^[ \t]*\.\.[ \t]+include::/m
      for (const [document, { labels: found }] of holding(shape))
        for (const label of found) append(labels, label.name, { ...label, document })
      return labels
    }),
    objects: once(() => {
      const objects = new Map<string, ObjectPlace[]>()
      for (const [document, { objects: found }] of holding(descriptions, ownDescriptions, /^[ \t]+:label:/m))
        for (const object of found) append(objects, objectKey(object), { ...object, document })
      return objects
    }),
    citations: once(() => {
      const citations = new Map<string, string[]>()
      for (const [document, { citations: found }] of holding(/^[ \t]*\.\. \[/m, /include::/))
        for (const { name } of found) append(citations, name, document)
      return citations
    }),
    cited: once(() => new Set(holding(/\]_/, /include::/).flatMap(([, { cited }]) => cited.map(({ name }) => name)))),
    listed: once(() => {
      const listed = new Set<string>([conf.rootDocument])
      for (const [name, { toctree }] of holding(/toctree::/, /include::/))
        for (const { target, isGlob } of toctree) {
          const wanted = resolvePath(name, target)
          if (!isGlob) listed.add(withoutEnding(wanted, conf))
          else for (const other of [...paths().keys()].filter(patternMatcher(wanted))) listed.add(other)
        }
      return listed
    }),
    included: once(() => {
      const shape = /^[ \t]*\.\.[ \t]+include::[ \t]*(\S+)/gm
      return new Set(
        [...paths().values()].flatMap((path) =>
          [...(files.text(path) ?? '').matchAll(shape)].map(([, target]) => resolvePath(path, target!)),
        ),
      )
    }),
    isMade: (name) => conf.sourceSuffix.some((ending) => files.isIgnored(name + ending)),
    factOptions,
    exists: (path, from) => files.exists(path, from) || files.isIgnored(resolvePath(from, path)),
    text: files.text,
  }
}

function append<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

/** `exclude_patterns` match files, or folders with everything in them. */
function leftOut({ excludePatterns }: SphinxConf): (path: string) => boolean {
  const matchers = excludePatterns.flatMap((pattern) => {
    const plain = pattern.replace(/\/$/, '')
    return [patternMatcher(plain), patternMatcher(`${plain}/**`)]
  })
  return (path) => matchers.some((matches) => matches(path))
}

/** The path or name of `target` relative to the file or document `from`; `/` begins at the top. */
export function resolvePath(from: string, target: string): string {
  const parts = target.startsWith('/') ? [] : from.split('/').slice(0, -1)
  for (const part of target.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.' && part !== '') parts.push(part)
  }
  return parts.join('/')
}

/** The document with the nearest name to a missing one; folders are ignored. */
export function nearestDocument(wanted: string, names: readonly string[]): string | undefined {
  const last = (name: string) => name.slice(name.lastIndexOf('/') + 1)
  const near = nearest(last(wanted), names.map(last))
  return near === undefined ? undefined : `/${names.find((name) => last(name) === near)}`
}

/** Entries of a toctree may include the extension of the document. */
export function withoutEnding(name: string, { sourceSuffix }: SphinxConf): string {
  const ending = sourceSuffix.find((suffix) => name.endsWith(suffix))
  return ending ? name.slice(0, -ending.length) : name
}

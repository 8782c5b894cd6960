/** The documents of a Sphinx project, as far as one refers to another. Made of texts that somebody else reads. */
import { nearest, once, patternMatcher } from '../../text/index.ts'
import type { SphinxConf } from './conf.ts'
import { type FactOptions, type Label, type SphinxFacts, sphinxFacts } from './facts.ts'

/** How the files of a project are reached. Paths are relative to the folder of `conf.py`, with `/` between their parts. */
export interface SphinxFiles {
  /** Every document, whether it is left out or not. */
  documents(): readonly string[]
  /** The text of a file; nothing where there is none that can be read. */
  text(path: string): string | undefined
  /** Whether there is a file at a path as it is written in the file `from`; `/` begins at the top. */
  exists(path: string, from: string): boolean
}

export interface LabelPlace extends Label {
  /** The name of the document that has it. */
  document: string
}

export interface SphinxProject {
  conf: SphinxConf
  /** The name of the document at a path: the path without its ending. */
  nameOf(path: string): string
  pathOf(name: string): string | undefined
  /** Whether the project has a document of the name. */
  has(name: string): boolean
  /** Whether the document is there, and left out by `exclude_patterns`. */
  isExcluded(name: string): boolean
  names(): readonly string[]
  /** By their names; several places where the same label stands in several documents. */
  labels(): ReadonlyMap<string, readonly LabelPlace[]>
  terms(): ReadonlySet<string>
  /** Documents that a toctree of the project lists, by name. */
  listed(): ReadonlySet<string>
  /** Documents that another one takes in by `include`, as paths. */
  included(): ReadonlySet<string>
  exists(path: string, from: string): boolean
  text(path: string): string | undefined
}

export function sphinxProject(conf: SphinxConf, files: SphinxFiles): SphinxProject {
  const options: FactOptions = { directives: conf.directives, roles: conf.roles }
  const facts = new Map<string, SphinxFacts>()
  const factsOf = (path: string): SphinxFacts => {
    const known = facts.get(path) ?? sphinxFacts(files.text(path) ?? '', options)
    facts.set(path, known)
    return known
  }
  /** Only documents whose text may hold what is asked for are parsed. */
  const holding = (shape: RegExp) =>
    [...paths()].filter(([, path]) => shape.test(files.text(path) ?? '')).map(([name, path]) => [name, factsOf(path)] as const)

  const paths = once(() => {
    const found = new Map<string, string>()
    const isLeftOut = leftOut(conf)
    for (const path of files.documents()) if (!isLeftOut(path)) found.set(nameOf(path), path)
    return found
  })
  const excluded = once(() => new Set(files.documents().filter(leftOut(conf)).map(nameOf)))
  const nameOf = (path: string) => {
    const ending = conf.sourceSuffix.find((suffix) => path.endsWith(suffix))
    return ending ? path.slice(0, -ending.length) : path
  }

  return {
    conf,
    nameOf,
    pathOf: (name) => paths().get(name),
    has: (name) => paths().has(name),
    isExcluded: (name) => excluded().has(name),
    names: once(() => [...paths().keys()].sort()),
    labels: once(() => {
      const labels = new Map<string, LabelPlace[]>()
      const add = (label: LabelPlace) => labels.set(label.name, [...(labels.get(label.name) ?? []), label])
      for (const name of ['genindex', 'modindex', 'search', 'py-modindex'])
        add({ name, document: name, start: 0, end: 0, hasTitle: true, isNumbered: false })
      const shape = conf.extensions.includes('sphinx.ext.autosectionlabel') ? /^/ : /\.\. _|_`|^[ \t]+:name:/m
      for (const [document, { labels: found }] of holding(shape)) for (const label of found) add({ ...label, document })
      return labels
    }),
    terms: once(() => new Set(holding(/glossary::/).flatMap(([, { terms }]) => terms.map(({ name }) => name)))),
    listed: once(() => {
      const listed = new Set<string>([conf.rootDocument])
      for (const [name, { toctree }] of holding(/toctree::/))
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
    exists: files.exists,
    text: files.text,
  }
}

/** `exclude_patterns` name files, or folders with all that is in them. */
function leftOut({ excludePatterns }: SphinxConf): (path: string) => boolean {
  const matchers = excludePatterns.flatMap((pattern) => {
    const plain = pattern.replace(/\/$/, '')
    return [patternMatcher(plain), patternMatcher(`${plain}/**`)]
  })
  return (path) => matchers.some((matches) => matches(path))
}

/** The path, or name, that `target` means in the file, or document, `from`: `/` begins at the top. */
export function resolvePath(from: string, target: string): string {
  const parts = target.startsWith('/') ? [] : from.split('/').slice(0, -1)
  for (const part of target.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.' && part !== '') parts.push(part)
  }
  return parts.join('/')
}

/** The document whose name is nearest to one that is not there; folders do not count. */
export function nearestDocument(wanted: string, names: readonly string[]): string | undefined {
  const last = (name: string) => name.slice(name.lastIndexOf('/') + 1)
  const near = nearest(last(wanted), names.map(last))
  return near === undefined ? undefined : `/${names.find((name) => last(name) === near)}`
}

/** Entries of a toctree may have the ending of the document. */
export function withoutEnding(name: string, { sourceSuffix }: SphinxConf): string {
  const ending = sourceSuffix.find((suffix) => name.endsWith(suffix))
  return ending ? name.slice(0, -ending.length) : name
}

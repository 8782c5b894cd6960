/** The Sphinx project of a document: its `conf.py`, and the other files below it. No code is run. */
import { lstatSync, readdirSync, realpathSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { readConf, type SphinxConf, type SphinxProject, sphinxProject } from '../lint/index.ts'
import { once } from '../text/index.ts'
import { isOutside, repositoryRoot } from './boundary.ts'
import { exists, isFolder } from './files.ts'
import { gitIgnored } from './ignored.ts'
import { textWithin } from './includes.ts'

/** Where `conf.py` may be, relative to each folder above a document. */
const places = ['.', 'doc/source', 'docs/source', 'doc', 'docs', 'source']

/** Folders of a project's own extensions, besides the folders of `conf.py` and of the repository. */
const extensionFolders = ['.', '_ext', '_exts', 'ext', 'exts', '..', '../ext', '../_exts', '../..']

interface SphinxPlaceOfFile {
  conf: SphinxConf
  /** The folder of `conf.py`. */
  folder: string
  /** The project and the path in it, if the document belongs to the project. */
  place?: { project: SphinxProject; path: string }
}

/** The Sphinx projects of documents; each `conf.py` is read once. */
export interface SphinxProjects {
  of(document: string): SphinxPlaceOfFile | undefined
}

interface Opened {
  folder: string
  conf: SphinxConf
  project: SphinxProject
}

export function openSphinxProjects(): SphinxProjects {
  const byFolder = new Map<string, Opened | undefined>()
  return {
    of(document) {
      const folder = dirname(document)
      if (!byFolder.has(folder)) byFolder.set(folder, openAround(folder, [...byFolder.values()]))
      const opened = byFolder.get(folder)
      if (!opened) return undefined
      const path = pathWithin(document, opened.folder)
      if (path === undefined || !opened.conf.sourceSuffix.some((ending) => path.endsWith(ending)))
        return { conf: opened.conf, folder: opened.folder }
      return { conf: opened.conf, folder: opened.folder, place: { project: opened.project, path } }
    },
  }
}

function openAround(start: string, known: readonly (Opened | undefined)[]): Opened | undefined {
  const root = repositoryRoot(start)
  for (let folder = start; ; folder = dirname(folder)) {
    for (const place of places) {
      const found = join(folder, place)
      if (!exists(join(found, 'conf.py'))) continue
      const opened = known.find((other) => other?.folder === found) ?? open(found, root ?? found)
      if (opened) return opened
    }
    if (folder === root || dirname(folder) === folder || root === undefined) return undefined
  }
}

/** Other programs also use the name `conf.py`; that of Sphinx has one of these settings. */
const signs = /^(?:extensions|project|master_doc|root_doc|source_suffix|exclude_patterns|html_theme)\s*[:=+]/m

function open(folder: string, root: string): Opened | undefined {
  const source = textWithin(join(folder, 'conf.py'), root) ?? ''
  if (!signs.test(source)) return undefined
  const conf = readConf(source, (name) => moduleText(name, folder, root))
  const texts = new Map<string, string | undefined>()
  const text = (path: string) => {
    if (!texts.has(path)) texts.set(path, textWithin(join(folder, path), root))
    return texts.get(path)
  }
  const ignored = once(() => gitIgnored(folder))
  let documents: string[] | undefined
  const project = sphinxProject(conf, {
    documents() {
      documents ??= documentsBelow(folder, conf.sourceSuffix, root)
      return documents
    },
    text,
    // Resolves links as Sphinx does: `..` is the folder above the real one. Whether a file outside of the repository exists is not told.
    exists(path, from) {
      const place = path.startsWith('/') ? `.${path}` : path
      const file = resolve(realpathSync(path.startsWith('/') ? folder : join(folder, dirname(from))), place)
      return isOutside(file, root) || exists(file)
    },
    isIgnored: (path) => ignored()(join(folder, path)),
  })
  return { folder, conf, project }
}

function moduleText(name: string, folder: string, root: string): string | undefined {
  const parts = name.split('.').join(sep)
  for (const place of extensionFolders)
    for (const file of [`${parts}.py`, join(parts, '__init__.py')]) {
      const text = textWithin(join(folder, place, file), root)
      if (text !== undefined) return text
    }
  return undefined
}

/** The path of a document below the folder, directly or through a linked folder at its top. */
function pathWithin(document: string, folder: string): string | undefined {
  const direct = slashed(relative(folder, document))
  if (!direct.startsWith('..')) return direct
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (!entry.isSymbolicLink() || !isFolder(join(folder, entry.name))) continue
    const inner = slashed(relative(realpathSync(join(folder, entry.name)), realpathOf(document)))
    if (!inner.startsWith('..')) return `${entry.name}/${inner}`
  }
  return undefined
}

function realpathOf(path: string): string {
  return exists(path) ? realpathSync(path) : path
}

/** The documents below a folder, also through linked folders within the repository; each folder once. Sphinx includes hidden folders.
 */
function documentsBelow(top: string, endings: readonly string[], root: string): string[] {
  const found: string[] = []
  const seen = new Set<string>()
  const walk = (folder: string, name: string) => {
    const real = realpathSync(folder)
    if (seen.has(real) || isOutside(real, root)) return
    seen.add(real)
    for (const entry of readdirSync(folder)) {
      if (entry === '.git' || entry === 'node_modules' || entry === '.tox') continue
      const path = join(folder, entry)
      if (isFolder(path)) walk(path, `${name}${entry}/`)
      else if (endings.some((ending) => entry.endsWith(ending)) && (lstatSync(path).isFile() || exists(path)))
        found.push(name + entry)
    }
  }
  walk(top, '')
  return found
}

function slashed(path: string): string {
  return path.split(sep).join('/')
}

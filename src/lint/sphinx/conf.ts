/** A project's `conf.py`, read as text. Values that are computed are unknown, and nothing is reported because of them. */
import type { ProjectNames } from '../../rst/index.ts'
import { appendAll } from '../../text/index.ts'
import { namesOfExtension } from './extensions.ts'
import { computedKeys, type PythonValue, pythonValues, unknown } from './python-values.ts'

/** Settings of Sphinx, named as in `conf.py`. An absent one has Sphinx's default; `undecided` lists those that cannot be read. */
export interface SphinxConf {
  extensions: readonly string[]
  /** Directives and roles that the extensions or the `conf.py` itself add. */
  directives: readonly string[]
  roles: readonly string[]
  /** Whether everything that adds directives and roles is known. */
  isComplete: boolean
  defaultRole?: string
  /** What decides which names of Sphinx exist. */
  names: ProjectNames
  /** Kinds of objects that the project adds to the domain `std`, by role. */
  objectTypes: ReadonlyMap<string, string>
  rstProlog: string
  rstEpilog: string
  excludePatterns: readonly string[]
  /** Extensions of document files. */
  sourceSuffix: readonly string[]
  rootDocument: string
  /** Names of the projects in `intersphinx_mapping`. */
  intersphinx: readonly string[]
  /** Whether a role with an unknown target is an error. */
  nitpicky: boolean
  /** Names that may be unknown, as a pair of role and name (`py:class`), and patterns of such. */
  nitpickIgnore: readonly (readonly [role: string, name: string])[]
  nitpickIgnoreRegex: readonly (readonly [role: string, name: string])[]
  /** Whether titles are labels, with the name of the document before them, and down to which level. */
  titleLabels?: { hasDocument: boolean; depth: number }
  /** Roles of `extlinks`. */
  extlinks: readonly string[]
  numfig: boolean
  /** The address at which the pages are published. */
  htmlBaseUrl: string
  /** Files and folders that are copied beside the pages. */
  htmlExtraPath: readonly string[]
  /** Settings that are present but cannot be read. */
  undecided: ReadonlySet<string>
}

/** The settings that are read. */
const read = (
  'extensions default_role rst_prolog rst_epilog exclude_patterns source_suffix root_doc master_doc ' +
  'intersphinx_mapping nitpicky nitpick_ignore nitpick_ignore_regex primary_domain ' +
  'autosectionlabel_prefix_document autosectionlabel_maxdepth extlinks numfig'
).split(' ')

/** Reads a `conf.py`. `moduleText` gives the text of an extension in the repository, by its dotted name. */
export function readConf(source: string, moduleText: (name: string) => string | undefined = () => undefined): SphinxConf {
  const values = pythonValues(source)
  const undecided = new Set<string>(read.filter((name) => isUndecided(values.get(name))))
  const strings = (name: string) => stringsIn(values.get(name))
  const text = (name: string) => {
    const value = values.get(name)
    return typeof value === 'string' ? value : undefined
  }
  const extensions = strings('extensions')
  const locals = extensions.map((name) => moduleText(name))
  const added = namesRegisteredIn(source)
  let isComplete = !undecided.has('extensions') && !undecided.has('extlinks')
  for (const [at, name] of extensions.entries()) {
    const local = locals[at]
    const known = namesOfExtension(name)
    if (known) add(added, known.directives, known.roles)
    if (local !== undefined) {
      const found = namesRegisteredIn(local)
      add(added, found.directives, found.roles)
    }
    if (!known && local === undefined) isComplete = false
  }
  const names = keysOf(values.get('extlinks'))
  // OpenStack's theme adds a role for links to each project that is named here.
  const linkRoles = extensions.includes('openstackdocstheme')
    ? strings('openstackdocs_projects').map((name) => `${name}-doc`)
    : []
  const defaultRole = text('default_role')
  const texts = [source, ...locals.filter((local) => local !== undefined)]
  // An extension of a third party may load Sphinx's own.
  const areAllKnown = isComplete && extensions.every((name, at) => name.startsWith('sphinx.ext.') || locals[at] !== undefined)
  const domain = values.get('primary_domain')
  return {
    extensions,
    directives: added.directives,
    roles: [...added.roles, ...names, ...linkRoles],
    isComplete,
    ...(defaultRole === undefined ? {} : { defaultRole }),
    names: {
      domain: typeof domain === 'string' ? domain : 'py',
      ...(areAllKnown
        ? { extensions: texts.flatMap((one) => one.match(/\bsphinx\.ext\.\w+/g) ?? []).concat(loadedBy(extensions)) }
        : {}),
    },
    objectTypes: new Map(texts.flatMap((one) => objectTypesIn(one))),
    rstProlog: text('rst_prolog') ?? '',
    rstEpilog: text('rst_epilog') ?? '',
    excludePatterns: strings('exclude_patterns'),
    sourceSuffix: suffixesOf(values.get('source_suffix')),
    rootDocument: text('root_doc') ?? text('master_doc') ?? 'index',
    intersphinx: keysOf(values.get('intersphinx_mapping')),
    nitpicky: values.get('nitpicky') === true,
    nitpickIgnore: pairsIn(values.get('nitpick_ignore')),
    nitpickIgnoreRegex: pairsIn(values.get('nitpick_ignore_regex')),
    ...(extensions.includes('sphinx.ext.autosectionlabel')
      ? {
          titleLabels: {
            hasDocument: values.get('autosectionlabel_prefix_document') === true,
            depth: Number(values.get('autosectionlabel_maxdepth') ?? Number.POSITIVE_INFINITY),
          },
        }
      : {}),
    extlinks: names,
    numfig: values.get('numfig') === true,
    htmlBaseUrl: text('html_baseurl') ?? '',
    htmlExtraPath: strings('html_extra_path'),
    undecided,
  }
}

function isUndecided(value: PythonValue | undefined): boolean {
  if (Array.isArray(value)) return value.some((entry) => entry === unknown)
  return value === unknown || (value instanceof Map && value.has(computedKeys))
}

function stringsIn(value: PythonValue | undefined): string[] {
  return Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : []
}

function pairsIn(value: PythonValue | undefined): [string, string][] {
  const pairs = Array.isArray(value) ? value.filter((entry) => Array.isArray(entry)) : []
  return pairs.flatMap(([role, name]) => (typeof role === 'string' && typeof name === 'string' ? [[role, name]] : []))
}

/** Sphinx's own extensions that other ones of Sphinx load. */
function loadedBy(extensions: readonly string[]): string[] {
  const loading = ['autosummary', 'napoleon'].some((name) => extensions.includes(`sphinx.ext.${name}`))
  return [
    ...(loading ? ['sphinx.ext.autodoc'] : []),
    ...(extensions.includes('sphinx.ext.inheritance_diagram') ? ['sphinx.ext.graphviz'] : []),
  ]
}

function keysOf(value: PythonValue | undefined): string[] {
  return value instanceof Map ? [...value.keys()].filter((key) => key !== computedKeys) : []
}

function suffixesOf(value: PythonValue | undefined): string[] {
  if (typeof value === 'string') return [value]
  const found = value instanceof Map ? [...value.keys()] : stringsIn(value)
  return found.length > 0 ? found : ['.rst']
}

interface Added {
  directives: string[]
  roles: string[]
}

function add(added: Added, directives: readonly string[], roles: readonly string[]): void {
  appendAll(added.directives, directives)
  appendAll(added.roles, roles)
}

/** A call that adds a name: `app.add_directive('teams', …)`, `app.add_crossref_type('setting', 'set')`. */
const addition =
  /\badd_(directive|role|generic_role|object_type|crossref_type)\(\s*(?:directivename\s*=\s*|name\s*=\s*)?['"]([\w.:+-]+)['"](?:\s*,\s*(?:rolename\s*=\s*)?['"]([\w.:+-]+)['"])?|\bregister_(directive|canonical_role|local_role)\(\s*['"]([\w.:+-]+)['"]/g

/** The directives and roles that an extension adds, found in its text. */
export function namesRegisteredIn(source: string): Added {
  const added: Added = { directives: [], roles: [] }
  for (const [, kind, name, role, registered, own] of source.matchAll(addition)) {
    if (kind === 'directive' || registered === 'directive') added.directives.push((name ?? own)!)
    else if (kind === 'object_type' || kind === 'crossref_type') add(added, [name!], [role ?? name!])
    else added.roles.push((name ?? own)!)
  }
  return added
}

/** The kinds of objects that an extension adds, found in its text, by role. */
function objectTypesIn(source: string): [string, string][] {
  return [...source.matchAll(addition)]
    .filter(([, kind]) => kind === 'object_type' || kind === 'crossref_type')
    .map(([, , name, role]) => [role ?? name!, name!])
}

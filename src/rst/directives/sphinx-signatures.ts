/** The signatures of Sphinx's own directives: arguments, options, content (Sphinx 9.2, from its directive classes).
 *
 * A name with a colon belongs to a domain. Directives of the Python domain may also be written without `py:`. Directives of `std` have
 * no domain in their name.
 */
import { once } from '../../text/index.ts'
import type { Parser } from '../context.ts'
import { domains, withoutUnknownDomain } from '../domains.ts'
import {
  anyInteger,
  type Converter,
  choice,
  classNames,
  encoding,
  flag,
  nonnegativeInteger,
  positiveInteger,
  unchanged,
  unchangedRequired,
} from './options.ts'

export interface SphinxSignature {
  /** The number of required arguments, and of optional ones. */
  readonly requiredArguments: number
  readonly optionalArguments: number
  /** Whether the last argument may contain white space. */
  readonly finalArgumentWhitespace: boolean
  /** `any`: the directive accepts the options of the documented object. */
  readonly options?: Readonly<Record<string, Converter>> | 'any'
  /** Whether the content is reStructuredText, something else (`text`), or not allowed. */
  readonly content?: 'rst' | 'text'
  /** Whether content is required. */
  readonly needsContent?: boolean
}

/** An integer, or no value. */
const optionalInteger: Converter = (argument) =>
  argument === null || argument === '' ? { value: null } : nonnegativeInteger(argument)

const integerOrNothing: Converter = (argument, docutils) => (argument ? anyInteger(argument, docutils) : { value: 999 })

const same = (names: string, converter: Converter): Record<string, Converter> =>
  Object.fromEntries(names.split(' ').map((name) => [name, converter]))
const flags = (names: string) => same(names, flag)
const texts = (names: string) => same(names, unchanged)
const requiredTexts = (names: string) => same(names, unchangedRequired)

const common = { class: classNames, name: unchanged }
const description = flags('no-index no-index-entry no-contents-entry no-typesetting noindex noindexentry nocontentsentry')
const { 'no-index': _, noindex: __, ...withoutIndex } = description
const oneLine = flags('single-line-parameter-list')
const python = {
  ...description,
  ...texts('annotation canonical module'),
  ...flags('single-line-parameter-list single-line-type-parameter-list'),
}
/** Whether a collapsible admonition is open at first. */
const collapsible: Converter = (argument) => {
  const value = argument?.toLowerCase() ?? 'open'
  const isKnown = value === 'open' || value === 'closed'
  return isKnown ? { value } : { problem: `"${argument}" unknown; choose from "open" or "closed"` }
}
const admonition = { ...common, collapsible }
const graph = { ...texts('alt layout graphviz_dot caption name'), align: choice('left', 'center', 'right'), class: classNames }
const codeBlock = {
  ...common,
  ...flags('force linenos'),
  dedent: optionalInteger,
  'lineno-start': anyInteger,
  ...requiredTexts('emphasize-lines caption'),
}
const tested = { ...flags('hide trim-doctest-flags no-trim-doctest-flags'), ...requiredTexts('pyversion skipif') }

type Arguments = 'none' | 'one' | 'rest' | 'optional' | 'optional rest' | 'version'
const counts: Record<Arguments, Pick<SphinxSignature, 'requiredArguments' | 'optionalArguments' | 'finalArgumentWhitespace'>> = {
  none: { requiredArguments: 0, optionalArguments: 0, finalArgumentWhitespace: false },
  one: { requiredArguments: 1, optionalArguments: 0, finalArgumentWhitespace: false },
  rest: { requiredArguments: 1, optionalArguments: 0, finalArgumentWhitespace: true },
  optional: { requiredArguments: 0, optionalArguments: 1, finalArgumentWhitespace: false },
  'optional rest': { requiredArguments: 0, optionalArguments: 1, finalArgumentWhitespace: true },
  version: { requiredArguments: 1, optionalArguments: 1, finalArgumentWhitespace: true },
}

const table = (): readonly [names: string, Arguments, SphinxSignature['content'], SphinxSignature['options']?][] => [
  // General
  [
    'toctree',
    'none',
    'text',
    {
      ...common,
      ...flags('glob hidden includehidden reversed titlesonly'),
      maxdepth: anyInteger,
      numbered: integerOrNothing,
      caption: unchangedRequired,
    },
  ],
  ['code-block sourcecode', 'optional', 'text', codeBlock],
  [
    'literalinclude',
    'rest',
    undefined,
    {
      ...common,
      ...flags('force linenos lineno-match'),
      dedent: optionalInteger,
      ...same('lineno-start tab-width', anyInteger),
      encoding,
      caption: unchanged,
      ...requiredTexts('append diff emphasize-lines end-at end-before language lines prepend pyobject start-after start-at'),
    },
  ],
  ['highlight', 'one', undefined, { force: flag, linenothreshold: positiveInteger }],
  ['index', 'rest', undefined, { name: unchanged }],
  ['only ifconfig', 'rest', 'rst'],
  ['acks', 'none', 'rst'],
  ['hlist', 'none', 'rst', { columns: anyInteger }],
  ['glossary', 'none', 'rst', { sorted: flag }],
  ['seealso todo', 'none', 'rst', admonition],
  ['todolist', 'none', undefined],
  ['centered codeauthor moduleauthor productionlist program sectionauthor tabularcolumns', 'rest', undefined],
  ['default-domain', 'one', undefined],
  ['deprecated versionadded versionchanged versionremoved', 'version', 'rst'],
  ['version-added version-changed version-deprecated version-removed', 'version', 'rst'],
  // Descriptions of things
  ['describe object envvar option cmdoption rst:directive rst:role', 'rest', 'rst', description],
  ['rst:directive:option', 'rest', 'rst', { ...description, type: unchanged }],
  [
    'confval',
    'rest',
    'rst',
    {
      ...flags('no-index no-index-entry no-contents-entry no-typesetting'),
      ...requiredTexts('type default'),
    },
  ],
  ['py:function py:decorator', 'rest', 'rst', { ...python, async: flag }],
  ['py:data py:attribute', 'rest', 'rst', { ...python, ...texts('type value') }],
  ['py:class py:exception', 'rest', 'rst', { ...python, ...flags('abstract final') }],
  [
    'py:method py:decoratormethod',
    'rest',
    'rst',
    {
      ...python,
      ...flags('abstract abstractmethod async classmethod final staticmethod'),
    },
  ],
  ['py:classmethod py:staticmethod py:type', 'rest', 'rst', python],
  ['py:property', 'rest', 'rst', { ...python, ...flags('abstract abstractmethod classmethod'), type: unchanged }],
  ['py:module', 'one', 'rst', { ...description, deprecated: flag, ...texts('platform synopsis') }],
  ['py:currentmodule', 'one', undefined],
  [
    'c:enum c:enumerator c:function c:macro c:member c:struct c:type c:union c:var',
    'rest',
    'rst',
    { ...withoutIndex, ...oneLine },
  ],
  [
    'cpp:class cpp:concept cpp:enum cpp:enum-class cpp:enum-struct cpp:enumerator cpp:function cpp:member cpp:struct cpp:type cpp:union cpp:var',
    'rest',
    'rst',
    { ...withoutIndex, ...oneLine, 'tparam-line-spec': flag },
  ],
  ['c:alias cpp:alias', 'rest', 'text', { maxdepth: nonnegativeInteger, noroot: flag }],
  ['c:namespace c:namespace-push cpp:namespace cpp:namespace-push', 'rest', undefined],
  ['c:namespace-pop cpp:namespace-pop', 'none', undefined],
  ['js:attribute js:class js:data js:function js:method', 'rest', 'rst', { ...description, ...oneLine }],
  ['js:module', 'one', 'rst', flags('no-contents-entry no-index no-index-entry no-typesetting nocontentsentry noindex')],
  // Extensions that come with Sphinx
  [
    'autoattribute autoclass autodata autodecorator autoexception autofunction automethod automodule autoproperty autotype',
    'rest',
    'rst',
    'any',
  ],
  [
    'autosummary',
    'none',
    'text',
    {
      ...flags('nosignatures recursive'),
      caption: unchangedRequired,
      class: classNames,
      ...texts('signatures template toctree'),
    },
  ],
  ['graphviz', 'optional', 'text', graph],
  ['graph digraph', 'one', 'text', graph],
  [
    'inheritance-diagram',
    'rest',
    undefined,
    {
      caption: unchanged,
      parts: anyInteger,
      ...flags('include-subclasses private-bases'),
      'top-classes': unchangedRequired,
    },
  ],
  ['doctest testoutput', 'optional rest', 'text', { ...tested, options: unchanged }],
  ['testcode', 'optional rest', 'text', tested],
  ['testsetup testcleanup', 'optional rest', 'text', { skipif: unchangedRequired }],
]

/** Most documents contain none of these directives. */
const signatures = once(
  () =>
    new Map<string, SphinxSignature>(
      table().flatMap(([names, taken, content, options]) =>
        names.split(' ').map((name) => [
          name,
          {
            ...counts[taken],
            ...(content ? { content } : {}),
            ...(options ? { options } : {}),
            ...(options === admonition ? { needsContent: true } : {}),
          },
        ]),
      ),
    ),
)

/** Options that Sphinx adds to docutils' own directives. */
export const sphinxOptions: Readonly<Record<string, Readonly<Record<string, Converter>>>> = {
  math: { label: unchanged, ...flags('nowrap no-wrap') },
  code: { force: flag },
  rubric: { 'heading-level': choice('1', '2', '3', '4', '5', '6') },
  figure: { figname: unchanged },
  ...Object.fromEntries(
    'admonition attention caution danger error hint important note tip warning'.split(' ').map((name) => [name, { collapsible }]),
  ),
}

/** Sphinx's own extensions, with the directives that each adds. */
const extensions: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ['todo', 'todo todolist'],
    ['ifconfig', 'ifconfig'],
    ['graphviz', 'graphviz graph digraph'],
    ['inheritance_diagram', 'inheritance-diagram'],
    ['doctest', 'doctest testcleanup testcode testoutput testsetup'],
    ['autosummary', 'autosummary'],
    [
      'autodoc',
      'autoattribute autoclass autodata autodecorator autoexception autofunction automethod automodule autoproperty autotype',
    ],
  ].flatMap(([extension, names]) => names!.split(' ').map((name) => [name, `sphinx.ext.${extension}`])),
)

/** The extension of Sphinx that has a directive; `undefined` if the directive needs no extension. */
export function sphinxExtensionOf(directive: string): string | undefined {
  return Object.hasOwn(extensions, directive) ? extensions[directive] : undefined
}

/** All names of Sphinx's own directives. */
export function sphinxDirectiveNames(): string[] {
  return [...signatures().keys()].flatMap((name) => (name.startsWith('py:') ? [name, name.slice('py:'.length)] : [name]))
}

export interface NamedSignature {
  /** The name; with its domain, if the directive belongs to one. */
  name: string
  signature: SphinxSignature
}

/** The signature of a directive by its name in lower case. A name without a domain is looked up in the domain of the document
 * (`default-domain`), then in `std`. If the domain is unknown, Python's is tried first, then the others.
 */
export function sphinxSignature(name: string, { options, aboutDocument: { domain } }: Parser): NamedSignature | undefined {
  const own = (key: string): NamedSignature | undefined => {
    const signature = signatures().get(key)
    const used = options.project?.extensions
    if (!signature || (used && Object.hasOwn(extensions, key) && !used.includes(extensions[key]!))) return undefined
    return { name: key, signature }
  }
  const plain = name.startsWith('std:') ? name.slice('std:'.length) : name
  if (domain === undefined) {
    // docutils has a directive of the same name.
    if (plain === 'class') return undefined
    return own(plain) ?? (plain.includes(':') ? undefined : domains.map((other) => own(`${other}:${plain}`)).find(Boolean))
  }
  const short = withoutUnknownDomain(plain)
  if (short === undefined) return undefined
  if (short.includes(':')) return own(short)
  return (domain === null ? undefined : own(`${domain}:${short}`)) ?? own(short)
}

/** Directives outside of the domains whose content may contain sections. */
const withTitles = /^(?:auto\w+|cmdoption|confval|describe|envvar|ifconfig|object|only|option)$/

/** Whether the content of a directive may contain sections, with adornments of its own: descriptions of things, modules, and what is
 * there under a condition. `name` is a key of the table.
 */
export function mayContainTitles(name: string): boolean {
  return name.includes(':') || withTitles.test(name)
}

/** The options of a directive that Sphinx has, or adds to one of docutils. `name` is in lower case. */
export function sphinxOptionNames(name: string): string[] {
  const options = (signatures().get(name) ?? signatures().get(`py:${name}`))?.options
  return Object.keys(typeof options === 'object' ? options : (sphinxOptions[name] ?? {}))
}

/** `include` and `raw`. Files are never read: these directives report the same message as docutils with file insertion disabled. */
import { repr } from '../python.ts'
import { words } from '../whitespace.ts'
import { type Directive, fail, missingContent } from './directive.ts'
import {
  anyInteger,
  type Converter,
  classNames,
  encoding,
  flag,
  optionalInteger,
  path,
  unchanged,
  unchangedRequired,
  uri,
} from './options.ts'
import { addClasses, elementOf, textOf } from './parts.ts'

/** The parsers that docutils comes with. */
const parsers = new Set(['rst', 'restructuredtext', 'rest', 'restx', 'rtxt', 'null', 'xml'])

/** docutils' messages about Markdown parsers, which are separate packages. */
const missingParsers: Readonly<Record<string, string>> = {
  markdown: commonMarkPackages('CommonMark'),
  commonmark: commonMarkPackages('CommonMark'),
  myst: "No module named 'myst_parser'.",
  recommonmark:
    'No module named \'recommonmark\'.\nParsing "recommonmark" Markdown flavour requires the package ' +
    'https://pypi.org/project/recommonmark which in turn depends on https://pypi.org/project/sphinx..',
}

function commonMarkPackages(flavour: string): string {
  return `Parsing "${flavour}" requires one of the packages\n('pycmark', 'myst', 'recommonmark') available at https://pypi.org.`
}

/** The name of a parser. */
const parserName: Converter = (argument) => {
  if (argument === null) return { value: null }
  const name = argument.toLowerCase()
  if (parsers.has(name)) return { value: name }
  // An unknown name is treated as a Python module.
  const problem = missingParsers[name] ?? `No module named ${repr(name.split('.')[0] as string)}.`
  return { problem: `Parser "${argument}" not found. ${problem.replace(/\.$/, '')}` }
}

/** An empty line, which newer versions omit. */
const textOrEmptyLine: Converter = (argument, docutils) =>
  docutils.includeUntilEmptyLine ? unchanged(argument, docutils) : unchangedRequired(argument, docutils)

export const include: Directive = {
  names: ['include'],
  requiredArguments: 1,
  finalArgumentWhitespace: true,
  options: {
    literal: flag,
    code: unchanged,
    encoding,
    parser: parserName,
    'tab-width': anyInteger,
    'start-line': anyInteger,
    'end-line': anyInteger,
    'start-after': textOrEmptyLine,
    'end-before': textOrEmptyLine,
    class: classNames,
    name: unchanged,
    'number-lines': optionalInteger,
  },
  run: (invocation) => fail(invocation, 2, `"${invocation.name}" directive disabled.`),
}

export const raw: Directive = {
  names: ['raw'],
  requiredArguments: 1,
  finalArgumentWhitespace: true,
  options: { file: path, url: uri, encoding, class: classNames },
  content: true,
  run(invocation) {
    const { parser, options, name } = invocation
    if (!parser.options.rawEnabled || options.has('file') || options.has('url')) {
      return fail(invocation, 2, `"${name}" directive disabled.`)
    }
    const missing = missingContent(invocation)
    if (missing) return missing
    const format = words((invocation.arguments[0] as string).toLowerCase()).join(' ')
    const node = elementOf(invocation, 'raw', { format, 'xml:space': 'preserve' })
    node.children.push(textOf(invocation, invocation.content))
    addClasses(invocation, node)
    return [node]
  },
}

/** Finds a directive by its name, splits its block and runs it. */
import type { Parser } from '../context.ts'
import { originLine } from '../lines.ts'
import type { RstNode } from '../tree.ts'
import { type BlockShape, bodyLines, readBlock } from './block.ts'
import { type Directive, type DirectiveCall, extentOf, type Invocation, missingContent, quotedSource } from './directive.ts'
import { canonicalDirectiveName } from './languages.ts'
import type { OptionValue } from './options.ts'
import { knownDirective, sphinxDirective } from './sphinx.ts'
import { sphinxOptions } from './sphinx-signatures.ts'
import { directivesByName } from './standard.ts'

/** The nodes that a directive makes, and its messages. The caller has found `.. name::`, and continues after `call.lines`. */
export function parseDirective(call: DirectiveCall, parser: Parser): RstNode[] {
  const known = knownDirective(call, parser) ?? sphinxDirective(call, parser)
  if (known) return known
  const { directive, messages } = lookUp(call, parser)
  if (!directive) return [...messages, unknown(call, parser)]
  return [...messages, ...runDirective(directive, call, parser)]
}

function lookUp(call: DirectiveCall, parser: Parser): { directive?: Directive; messages: RstNode[] } {
  const lowerCase = call.name.toLowerCase()
  if (parser.options.languageCode === 'en') {
    const directive = directiveOf(lowerCase, parser)
    if (directive) return { directive, messages: [] }
  }
  const remembered = parser.foundDirectives.get(lowerCase)
  if (remembered) return { directive: remembered, messages: [] }
  const isEnglish = (name: string) => directiveOf(name, parser) !== undefined
  const { canonical, searched } = canonicalDirectiveName(call.name, parser.options.languageCode, parser.docutils, isEnglish)
  const at = extentOf(call)
  const messages = searched.length > 0 ? [parser.message(1, searched.join('\n'), originLine(call.lines[0]!), at)] : []
  const directive = directiveOf(canonical, parser)
  if (directive) parser.foundDirectives.set(lowerCase, directive)
  return { directive, messages }
}

function unknown(call: DirectiveCall, parser: Parser): RstNode {
  const line = call.lines[0]!.number + 1
  return parser.message(3, `Unknown directive type "${call.name}".`, line, extentOf(call), [quotedSource(parser, call)])
}

function runDirective(directive: Directive, call: DirectiveCall, parser: Parser): RstNode[] {
  const block = readBlock(bodyLines(call), shapeOf(directive, parser), parser, presetsOf(call))
  const line = call.lines[0]!.number + 1
  const { start, end } = extentOf(call)
  if ('problem' in block) {
    const text = `Error in "${call.name}" directive:\n${block.problem}.`
    return [parser.message(3, text, line, { start, end }, [quotedSource(parser, call)])]
  }
  // Spreading the block would take ten times as long as all else that is done here.
  const { arguments: values, argumentLines, options, optionLines, content, contentOffset } = block
  const invocation: Invocation = {
    parser,
    call,
    name: call.name,
    line,
    start,
    end,
    arguments: values,
    argumentLines,
    options,
    optionLines,
    content,
    contentOffset,
  }
  return (directive.content === 'required' && missingContent(invocation)) || directive.run(invocation)
}

/** What the block of a directive may contain, which is the same each time that a document uses it. */
function shapeOf(directive: Directive, parser: Parser): BlockShape {
  const known = parser.directiveShapes.get(directive)
  if (known) return known
  const shape = makeShape(directive, parser)
  parser.directiveShapes.set(directive, shape)
  return shape
}

function makeShape(directive: Directive, parser: Parser): BlockShape {
  const more = parser.options.sphinx ? sphinxOptions[directive.names[0] as string] : undefined
  const shape = more ? { ...directive, options: { ...directive.options, ...more } } : directive
  // A directive that takes no options has none to select: without a list of options, an option is part of the argument.
  if (!shape.options || (!directive.since && !directive.until)) return shape
  const options = Object.entries(shape.options).filter(([name]) => hasVersion(directive, name, parser))
  return { ...shape, options: Object.fromEntries(options) }
}

/** Whether a name or option of a directive exists in the selected version of docutils. */
function hasVersion({ since, until }: Directive, name: string, { docutils }: Parser): boolean {
  const [first, last] = [since?.[name], until?.[name]]
  return (first === undefined || docutils[first]) && (last === undefined || !docutils[last])
}

/** Sphinx's names for docutils' `class`; the name `class` is a description of Python code in Sphinx. */
const sphinxClass = new Set(['rst-class', 'cssclass'])

/** The directive of a canonical name. */
function directiveOf(name: string, parser: Parser): Directive | undefined {
  if (parser.options.sphinx && sphinxClass.has(name)) return directivesByName.get('class')
  const directive = directivesByName.get(name)
  return directive && hasVersion(directive, name, parser) ? directive : undefined
}

/** The name of a substitution definition is the alternative text of an image in it. */
function presetsOf({ substitution }: DirectiveCall): [string, OptionValue][] {
  const names = substitution?.attributes.names
  return Array.isArray(names) ? [['alt', String(names[0])]] : []
}

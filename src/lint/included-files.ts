/** Text outside of a document that belongs to it: included files, `rst_prolog` and `rst_epilog`, names of the configuration, substitutions
 * of Sphinx. Messages that docutils reports with file insertion disabled are replaced by those for the actual files.
 */
import {
  type DocutilsMessage,
  type ElementNode,
  isElement,
  missingFile,
  missingText,
  type ParseOptions,
  type Position,
  parseDocument,
} from '../rst/index.ts'
import type { Known } from './rule.ts'
import type { SphinxConf } from './sphinx/conf.ts'
import {
  type IncludeCall,
  type IncludeLimit,
  includeIn,
  includeLimit,
  isCircular,
  partOf,
  type UnreadInclude,
} from './sphinx/include.ts'
import { type IncludedPlace, includedPlaceOf, type Range } from './sphinx/walk.ts'

/** The text of a file that a document names; `null` if it does not exist, `undefined` if that is unknown. */
export type ReadFile = (path: string) => string | null | undefined

export interface OutsideOptions {
  read?: ReadFile
  known: Known
  conf?: SphinxConf
  /** The settings for parsing documents of this kind. */
  parsing: ParseOptions
  /** The path of the document in messages. */
  path: string
  /** The path of an included file in messages. */
  pathOf: (path: string) => string
  /** Whether an included file is linted as a document of its own. */
  isDocument?: (path: string) => boolean
}

/** A message of docutils, and its place in the included file. */
export interface IncludedMessage extends DocutilsMessage {
  inside?: IncludedPlace
}

interface Names {
  substitutions: Set<string>
  targets: Set<string>
  /** Whether some included files were not read. */
  isOpen: boolean
}

/** Substitutions that Sphinx defines in every document. */
const ofSphinx = ['version', 'release', 'today']

/** docutils' message about a directive that reads files if that is disabled. */
const disabled = /^(?:"(include|raw)" directive disabled\.$|File and URL access deactivated; ignoring "(csv-table)" directive\.)/

/** docutils' message about a name that the document does not define. */
const undefinedName =
  /^(?:Undefined (substitution) referenced: "(.*)"\.|Unknown target name: "(.*)"\.|Indirect hyperlink target .*? refers to target "(.*)", which does not exist)/s

/** docutils' messages that depend on the text around an included file. */
const ofSurroundings =
  /^(?:Title level inconsistent|Document (?:or section )?may not (?:begin|end)|Unexpected section title|At least one body)/

/** Whether a message about an included text depends on the text around it. A literal block that is missing at its end may follow. */
function dependsOnSurroundings({ message, position }: DocutilsMessage, text: string): boolean {
  return (
    ofSurroundings.test(message) ||
    (message.startsWith('Literal block expected') && text.slice(position.end.offset).trim() === '')
  )
}

/** docutils' messages about citations, which Sphinx looks up in all documents and reports in its own words. */
const ofCitations =
  /^(?:Unknown target name: |Duplicate target name, cannot be used as a unique reference: |Duplicate explicit target name: )/

export function withIncludedFiles(
  messages: readonly DocutilsMessage[],
  source: string,
  tree: ElementNode,
  { read: readFile, ...others }: OutsideOptions,
): { messages: IncludedMessage[]; unread: readonly UnreadInclude[] } {
  // A document may name a large file in each line.
  const texts = new Map<string, string | null | undefined>()
  const read =
    readFile &&
    ((path: string) => {
      if (!texts.has(path)) texts.set(path, readFile(path))
      return texts.get(path)
    })
  const outside = { ...others, ...(read ? { read } : {}), limit: includeLimit() }
  let known: { names: Names; unread: readonly UnreadInclude[] } | undefined
  const names = () => {
    known ??= namesOutside(messages, source, tree, outside)
    return known.names
  }
  const judgedMessages = messages.flatMap((message) => {
    const call = includeOf(message, source)
    return [...judged(message, source, outside, names), ...(call ? includedMessages([call], message, outside, names) : [])]
  })
  return { messages: judgedMessages, unread: [...outside.limit.unread, ...(known?.unread ?? [])] }
}

/** A message, corrected for the actual files; `undefined` if they make it wrong. */
function judged(message: DocutilsMessage, source: string, outside: OutsideOptions, names: () => Names): IncludedMessage[] {
  const text = source.slice(message.position.start.offset, message.position.end.offset)
  const reading = disabled.exec(message.message)
  if (reading) {
    const by = (reading[1] ?? reading[2])!
    const path = by === 'include' ? includeIn(text)?.path : /^[ \t]+:file:[ \t]*(\S.*)$/m.exec(text)?.[1]?.trimEnd()
    const found = path === undefined ? undefined : outside.read?.(path)
    const { docutils } = outside.parsing
    if (found === null) return [{ ...message, ...missingFile(by, path!, docutils) }]
    const call = by === 'include' ? includeIn(text) : undefined
    const lost = call && found !== undefined ? lostMarker(found, call) : undefined
    return lost ? [{ ...message, ...missingText(lost, docutils) }] : []
  }
  if (outside.conf && ofCitations.test(message.message) && /^\[(?![#*]|\d+\])[^\]]+\]_$/.test(text)) return []
  const [, isSubstitution, ...found] = undefinedName.exec(message.message) ?? []
  const name = found.find((part) => part !== undefined)
  if (name === undefined) return [message]
  const { isOpen, substitutions, targets } = names()
  if (isOpen) return []
  const isDefined = isSubstitution
    ? ofSphinx.includes(name) || substitutions.has(name.toLowerCase())
    : targets.has(name.toLowerCase())
  return isDefined ? [] : [message]
}

/** The option of an `include` whose text the file does not contain. */
function lostMarker(text: string, { options }: IncludeCall): string | undefined {
  const { 'start-after': from, 'end-before': to } = options
  if (from !== undefined && !text.includes(from)) return 'start-after'
  return to !== undefined && partOf(text, options) === undefined ? 'end-before' : undefined
}

function includeOf({ message, position }: DocutilsMessage, source: string): IncludeCall | undefined {
  if (disabled.exec(message)?.[1] !== 'include') return undefined
  return includeIn(source.slice(position.start.offset, position.end.offset))
}

/** The included part of a file; `undefined` if unknown, beyond the limits, or not reStructuredText. */
function includedText(
  { path, options }: IncludeCall,
  read: ReadFile | undefined,
  limit: IncludeLimit,
  depth: number,
  directive: Range,
): string | undefined {
  const text = read?.(path)
  if (typeof text !== 'string' || ['literal', 'code', 'parser'].some((name) => name in options)) return undefined
  return limit.partOf(text, options, depth, { path, ...directive })
}

/** docutils' messages about the last of some files that include each other, at the place of the directive in the document. */
function includedMessages(
  including: readonly IncludeCall[],
  at: DocutilsMessage,
  outside: OutsideOptions & { limit: IncludeLimit },
  names: () => Names,
  inside?: IncludedPlace,
): IncludedMessage[] {
  const call = including.at(-1)!
  const directive = directiveAt(at.position, inside)
  const text = outside.isDocument?.(call.path)
    ? undefined
    : includedText(call, outside.read, outside.limit, including.length - 1, directive)
  if (text === undefined) return []
  return parseDocument(text, outside.parsing)
    .messages()
    .filter((message) => message.level > 1 && !dependsOnSurroundings(message, text))
    .flatMap((message) => {
      const inner = includeOf(message, text)
      const isEndless = inner !== undefined && isCircular(inner, including)
      const said = isEndless ? [circularMessage(message, [...including, inner], outside)] : judged(message, text, outside, names)
      const placeOf = ({ position }: DocutilsMessage) => includedPlaceOf(outside.pathOf(call.path), position)
      const own = said.map((one) => ({ ...one, position: at.position, inside: placeOf(one) }))
      const more = inner && !isEndless ? includedMessages([...including, inner], at, outside, names, placeOf(message)) : []
      return [...own, ...more]
    })
}

/** The place of a directive: that of the outermost one, and its own in the file around it. */
function directiveAt(at: Position, inside: IncludedPlace | undefined): Range {
  return { start: at.start.offset, end: at.end.offset, ...(inside ? { inside } : {}) }
}

function circularMessage(
  message: DocutilsMessage,
  including: readonly IncludeCall[],
  { path, pathOf }: OutsideOptions,
): DocutilsMessage {
  const paths = [path, ...including.map((call) => pathOf(call.path))].reverse()
  return { ...message, level: 2, message: `circular inclusion in "include" directive:\n${paths.join('\n> ')}` }
}

function namesOutside(
  messages: readonly DocutilsMessage[],
  source: string,
  tree: ElementNode,
  { read, known, conf, parsing, pathOf }: OutsideOptions,
): { names: Names; unread: readonly UnreadInclude[] } {
  const names: Names = {
    substitutions: new Set(known.substitutions.map((name) => name.toLowerCase())),
    targets: new Set(known.targets.map((name) => name.toLowerCase())),
    isOpen: conf !== undefined && (conf.undecided.has('rst_prolog') || conf.undecided.has('rst_epilog')),
  }
  const limit = includeLimit()
  addNames(tree, names)
  follow(messages, source, [])
  if (conf) take(`${conf.rstProlog}\n\n${conf.rstEpilog}`, [], tree.position)
  return { names, unread: limit.unread }

  /** `at` is the place of the outermost directive. */
  function follow(said: readonly DocutilsMessage[], text: string, including: readonly IncludeCall[], at?: Position): void {
    for (const message of said) {
      if (disabled.exec(message.message)?.[1] !== 'include') continue
      const call = includeOf(message, text)
      const found = call && read?.(call.path)
      // A missing file defines nothing.
      if (found === null) continue
      if (call && (isCircular(call, including) || (found !== undefined && lostMarker(found, call)))) continue
      const around = including.at(-1)
      const inside = around && includedPlaceOf(pathOf(around.path), message.position)
      const outermost = at ?? message.position
      const included = call && includedText(call, read, limit, including.length, directiveAt(outermost, inside))
      if (included !== undefined) take(included, [...including, call!], outermost)
      else if (!call || !['literal', 'code'].some((name) => name in call.options)) names.isOpen = true
    }
  }

  function take(text: string, including: readonly IncludeCall[], at: Position): void {
    if (text.trim() === '') return
    const parsed = parseDocument(text, parsing)
    addNames(parsed.document, names)
    follow(parsed.messages(), text, including, at)
  }
}

function addNames(parent: ElementNode, names: Names): void {
  for (const node of parent.children.filter(isElement)) {
    const own = Array.isArray(node.attributes.names) ? (node.attributes.names as string[]) : []
    const kind = node.type === 'substitution_definition' ? names.substitutions : names.targets
    for (const name of own) kind.add(name.toLowerCase())
    addNames(node, names)
  }
}

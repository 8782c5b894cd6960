/** Limits for untrusted texts. The parsers of YAML and Markdown take much longer for a character than the one for documents. */
import type { Document, DocumentOptions, ParseOptions, SchemaOptions } from 'yaml'
import { linesBeyond } from './lines.ts'
import { marksBeyond } from './marks.ts'

/** A document that is checked by default: twice as many lines as the longest documents of large projects have, ten times the characters
 * of the longest goal, and eight times the marks of the longest page of docutils' own documentation.
 */
export const largestDocument = { lines: 20_000, characters: 500_000, marks: 50_000 } as const

/** Characters of a YAML file: ten times the longest model, and seven times the team list of OpenStack. */
export const longestYaml = 500_000

/** Characters of a configuration or a profile in YAML: a hundred times the longest. */
export const longestSettings = 100_000

/** Characters of a template: ten times the longest document template. Handlebars takes the square of the time for blocks in blocks. */
export const longestTemplate = 20_000

/** The message for a text that is too long to be read; `undefined` for others. */
export function tooLong(text: string, most: number): string | undefined {
  return text.length > most ? `${text.length} characters are too many; at most ${most} are read` : undefined
}

/** Why a document is larger than those that are checked by default; `undefined` for others. */
export function whyTooLarge(document: string): string | undefined {
  const long = tooLong(document, largestDocument.characters)
  if (long) return long
  const lines = linesBeyond(document, largestDocument.lines)
  if (lines) return `${lines.count} lines are too many; at most ${largestDocument.lines} are read`
  const marks = marksBeyond(document, largestDocument.marks)
  return marks && `${marks.count} marks are too many; at most ${largestDocument.marks} are read`
}

/** The levels of lists and mappings in YAML. Goals have seven, team lists five. */
const mostLevels = 100

/** The lexical tokens of YAML: words, marks, white space and line ends. OpenStack's team list has 17,000. Each takes microseconds. */
export const mostTokens = 120_000

/** The parts of the YAML parser that are used here. Whoever imports it decides when it is loaded. */
type YamlParser = Pick<typeof import('yaml'), 'Composer' | 'Lexer' | 'Parser' | 'YAMLParseError'>

/** Why a YAML text is not parsed, and from where on. */
interface YamlExcess {
  /** Without a capital: it may follow a colon. */
  reason: string
  hint?: string
  offset: number
}

/** Parses YAML, unless it is beyond a limit. The parser's second step is recursive: thousands of levels overflow the stack, and if V8
 * compiles an expression just then, the whole process ends.
 */
export function parseYaml(
  { Composer, Lexer, Parser, YAMLParseError }: YamlParser,
  text: string,
  options: ParseOptions & DocumentOptions & SchemaOptions,
): { document: Document.Parsed; excess?: undefined } | { document?: undefined; excess: YamlExcess } {
  const long = tooLong(text, longestYaml)
  if (long) return { excess: { reason: long, offset: longestYaml } }
  let excess: YamlExcess | undefined
  function* tokens() {
    const parser = new Parser()
    let left = mostTokens
    for (const lexeme of new Lexer().lex(text)) {
      yield* parser.next(lexeme)
      // The stack has the document, the open lists and mappings, and perhaps a word.
      if (parser.stack.length > mostLevels + 2)
        excess = {
          reason: 'too many levels of nesting',
          hint: 'write the value with fewer brackets or dashes',
          offset: parser.offset,
        }
      else if (--left < 0) excess = { reason: `more than ${mostTokens} words and marks are too many`, offset: parser.offset }
      if (excess) return
    }
    yield* parser.end()
  }
  const document = withoutStacks(() => {
    let first: Document.Parsed | undefined
    for (const next of new Composer({ logLevel: 'error', ...options }).compose(tokens(), true, text.length)) {
      if (first) {
        const [start, end] = next.range
        first.errors.push(new YAMLParseError([start, end], 'MULTIPLE_DOCS', 'Source contains multiple documents'))
        break
      }
      first = next as Document.Parsed
    }
    return first!
  })
  return excess ? { excess } : { document }
}

/** Does some work whose errors are only listed: of a hundred thousand errors in YAML, the stacks take half of the time and the memory. */
function withoutStacks<Made>(work: () => Made): Made {
  // Only V8 has the limit.
  const errors = Error as ErrorConstructor & { stackTraceLimit: number | undefined }
  const usual = errors.stackTraceLimit
  errors.stackTraceLimit = 0
  try {
    return work()
  } finally {
    errors.stackTraceLimit = usual
  }
}

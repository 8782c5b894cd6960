/** Says in plain words what is wrong with the syntax of a YAML text. */
import type { Document, visit as visitNodes, YAMLError } from 'yaml'
import { placesIn } from './lines.ts'
import { once } from './once.ts'
import { firstByKey } from './sequence.ts'

/** A fault; offsets are 0-based UTF-16, the end exclusive. */
export interface YamlFault {
  offset: number
  endOffset: number
  message: string
  hint?: string
  /** Whether it is git's marker at the start of a conflict. Then the file has no other faults that matter. */
  isConflict?: boolean
}

/** The faults in the order of the text; empty for valid YAML. `visit` is that of the library `yaml`, which is loaded late. */
export function yamlFaults(library: { visit: typeof visitNodes }, document: Document, text: string): YamlFault[] {
  if (document.errors.length === 0) return []
  // Each marker of a conflict is several errors of YAML, none of which says what to do.
  const conflicts = [...text.matchAll(conflictStart)]
  if (conflicts.length > 0)
    return conflicts.map(({ 0: line, index }) => ({
      offset: index,
      endOffset: index + line.length,
      message: 'Conflict of a merge; resolve it and remove the markers',
      isConflict: true,
    }))
  // Further errors in the same line are consequences of the first one.
  const placeAt = placesIn(text)
  const inOrder = [...document.errors].sort((a, b) => a.pos[0] - b.pos[0])
  const errors = [...firstByKey(inOrder, ({ pos: [start] }) => placeAt(start, start).line).values()]
  const openedBy = openings(library, document, text)
  return errors.map((error) => openedBy(error) ?? faultOf(error, text))
}

/** A fault as one sentence. */
export function yamlSentence({ message, hint }: YamlFault): string {
  return hint === undefined ? message : `${message} (${hint})`
}

/** Finds the quote or bracket that is not closed, if that is an error. The parser reports the place at which it should be closed at the
 * latest: often the end of the file.
 */
function openings(
  { visit }: { visit: typeof visitNodes },
  document: Document,
  text: string,
): (error: YAMLError) => YamlFault | undefined {
  const opened = once(() => {
    const found: (readonly [start: number, end: number])[] = []
    visit(document, {
      Node(_, { range }) {
        if (range && `"'[{`.includes(text[range[0]] ?? ' ')) found.push([range[0], range[1]])
      },
    })
    return found
  })
  return ({ message, pos: [at] }) => {
    const [, missing] = /(?:Missing closing |must .*end with an? )(["'\]}])/.exec(message) ?? []
    if (missing === undefined) return undefined
    const mark = brackets[missing] ?? missing
    const open = opened().findLast(([start, end]) => start < at && end >= at && text[start] === mark)
    const what = missing in brackets ? 'Bracket' : 'Quote'
    if (!open) return undefined
    return {
      offset: open[0],
      endOffset: open[0] + 1,
      message: `${what} that is not closed; write \`${missing}\` where it ends`,
    }
  }
}

const brackets: Readonly<Record<string, string>> = { ']': '[', '}': '{' }

/** git's marker at the start of a conflict. */
const conflictStart = /^<{7,} \S.*$/gm

/** Messages and hints for YAML errors, by the parser's code. */
const syntaxSentences: Record<string, readonly [message: string, hint?: string]> = {
  BAD_ALIAS: ['Unknown alias', "write text that starts with `*` or `&` in quotes: `'*…'`"],
  BAD_DIRECTIVE: ['Invalid directive; only `%YAML 1.2` is allowed'],
  BAD_DQ_ESCAPE: ['Unknown escape in double quotes', "write the text in single quotes: `'…'`"],
  BAD_INDENT: ['Wrong indentation; align it with the entries around it'],
  BAD_SCALAR_START: ['Text cannot start with this character', "write the text in quotes: `'…'`"],
  BLOCK_AS_IMPLICIT_KEY: ['Second `: ` on one line', "write text with `: ` in it in quotes: `'…'`"],
  BLOCK_IN_FLOW: ['Block collection in brackets; separate the entries with commas'],
  DUPLICATE_KEY: ['Duplicate key; remove one of the two'],
  IMPOSSIBLE: ['Invalid YAML'],
  MISSING_CHAR: ['Missing quote, bracket, comma or colon'],
  MULTILINE_IMPLICIT_KEY: ['Key on more than one line; write it on one line, followed by `: `'],
  MULTIPLE_ANCHORS: ['More than one anchor'],
  MULTIPLE_DOCS: ['More than one document in the file', 'put each into its own file'],
  MULTIPLE_TAGS: ['More than one tag'],
  TAB_AS_INDENT: ['Tab as indentation; use spaces'],
  TAG_RESOLVE_FAILED: ['Unknown tag'],
  UNEXPECTED_TOKEN: ['Text in the wrong place; write `key: text`, or `- text` for an entry of a list'],
}

function faultOf({ code, message: said, pos: [start, end] }: YAMLError, text: string): YamlFault {
  const [message, advice] = syntaxSentences[code] ?? ['Invalid YAML']
  // A message with a remedy needs no other words.
  const hint = advice ?? (message.includes(';') ? undefined : `YAML says: ${said.split('\n')[0]!.replace(/\.$/, '')}`)
  const [offset, endOffset] = [Math.min(start, text.length), Math.min(end, text.length)]
  return { offset, endOffset, message, ...(hint === undefined ? {} : { hint }) }
}

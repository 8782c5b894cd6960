/** The `include` directive: its file, and which part of the file. */
import { whyTooLarge } from '../../text/index.ts'
import type { Range } from './walk.ts'

export interface IncludeCall {
  path: string
  options: Readonly<Record<string, string>>
}

/** A directive whose file is not read because of a limit: the text of the file counts as unknown. For a directive in an included file, the
 * offsets are those of the outermost directive.
 */
export interface UnreadInclude extends Range {
  path: string
  why: string
}

/** The limit for files that include each other. */
const deepest = 8

/** The limit for the text that the files of one document have together, in characters, and what a file counts besides its text. */
const mostCharacters = 500_000
const eachFile = 500

/** Counts the text of included files. Without it, ten files that include each other ten times would be a hundred million. */
export interface IncludeLimit {
  /** The part of one more file, in `depth` other ones; `undefined` if it is beyond the limits, and then noted, or has no such part. */
  partOf(text: string, options: IncludeCall['options'], depth: number, directive: Range & { path: string }): string | undefined
  /** The directives whose file is not read: the first one for each directive of the document. */
  unread: UnreadInclude[]
}

export function includeLimit(): IncludeLimit {
  let left = mostCharacters
  const noted = new Set<number>()
  const unread: UnreadInclude[] = []
  return {
    unread,
    partOf(text, options, depth, { path, start, end, inside }) {
      let why = depth < deepest ? undefined : `it is more than ${deepest} files deep`
      // A thousand parts of a large file would take long to cut out.
      if (why === undefined && left >= 0) {
        const part = partOf(text, options)
        if (part === undefined) return undefined
        left -= part.length + eachFile
        if (left >= 0) why = whyTooLarge(part)
        if (left >= 0 && why === undefined) return part
      }
      why ??= `at most ${mostCharacters} characters are, and each file counts ${eachFile} besides its text`
      if (!noted.has(start)) unread.push({ path, start, end, ...(inside ? { inside } : {}), why })
      noted.add(start)
      return undefined
    },
  }
}

/** Whether a file is included while it is itself being included, which docutils does not follow. As a literal block, it may be. */
export function isCircular({ path, options }: IncludeCall, around: readonly IncludeCall[]): boolean {
  if ('literal' in options || 'code' in options) return false
  const chosen = ['start-line', 'end-line', 'start-after', 'end-before']
  return around.some((other) => other.path === path && chosen.every((name) => other.options[name] === options[name]))
}

/** The directive in its source; `undefined` if it is not an `include`, or includes a file that comes with docutils (`<isonum.txt>`). */
export function includeIn(source: string): IncludeCall | undefined {
  const [first, ...more] = source.split('\n')
  const [, head] = /^\.\.[ \t]+include::(.*)$/i.exec(first!) ?? []
  if (head === undefined) return undefined
  let path = head.trim()
  const options: Record<string, string> = {}
  let isInOptions = false
  for (const line of more) {
    if (line.trim() === '') break
    const [, name, value] = /^[ \t]*:([\w-]+):(.*)$/.exec(line) ?? []
    if (name !== undefined) {
      options[name] = value!.trim()
      isInOptions = true
    } else if (!isInOptions) path += line.trim()
  }
  return path === '' || path.startsWith('<') ? undefined : { path, options }
}

/** The part of an included file that the options of `include` select; the text before it is replaced by spaces. */
export function partOf(text: string, options: Readonly<Record<string, string>>): string | undefined {
  const lines = text.split('\n')
  const number = (name: string) => (options[name] === undefined ? undefined : Number.parseInt(options[name], 10))
  const first = lines.slice(0, number('start-line') ?? 0)
  const blank = (text: string) => text.replace(/[^\n]/g, ' ')
  let above = first.map((line) => `${blank(line)}\n`).join('')
  let part = lines.slice(first.length, number('end-line')).join('\n')
  const cut = (marker: string | undefined) => (marker === undefined ? 0 : part.indexOf(marker))
  const from = cut(options['start-after'])
  if (from < 0) return undefined
  if (options['start-after'] !== undefined) {
    const begin = from + options['start-after'].length
    const restOfLine = /^[^\n]*/.exec(part.slice(begin))![0]
    const before = part.slice(0, begin)
    above += restOfLine.trim() === '' ? blank(before) : blank(before.slice(0, before.lastIndexOf('\n') + 1))
    part = part.slice(begin)
  }
  const to = options['end-before'] === undefined ? part.length : cut(options['end-before'])
  return to < 0 ? undefined : above + part.slice(0, to)
}

/** What stands outside of a document's own text and still belongs to it: included files, `rst_prolog` and `rst_epilog`, names of the
 * configuration, substitutions of Sphinx. What docutils says with file insertion disabled is said again as of the files that are there. */
import { type DocutilsMessage, type ElementNode, isElement, parseDocument } from '../rst/index.ts'
import type { Known } from './rule.ts'
import type { SphinxConf } from './sphinx/conf.ts'

/** The text of a file as a document names it; `null` where there is none, nothing where nobody can tell. */
export type ReadFile = (path: string) => string | null | undefined

interface Outside {
  read?: ReadFile
  known: Known
  conf?: SphinxConf
}

interface Names {
  substitutions: Set<string>
  targets: Set<string>
  /** Whether there may be more of them than could be read. */
  isOpen: boolean
}

/** Substitutions that Sphinx defines in every document. */
const ofSphinx = ['version', 'release', 'today']

/** docutils' words for a directive that reads files where it may not. */
const disabled = /^(?:"(include|raw)" directive disabled\.$|File and URL access deactivated; ignoring "(csv-table)" directive\.)/

/** docutils' words for a name that the document does not define. */
const undefinedName =
  /^(?:Undefined (substitution) referenced: "(.*)"\.|Unknown target name: "(.*)"\.|Indirect hyperlink target .*? refers to target "(.*)", which does not exist)/s

/** Files that include each other in a circle are read so often. */
const deepest = 8

export function withOutside(messages: readonly DocutilsMessage[], source: string, outside: Outside): DocutilsMessage[] {
  let names: Names | undefined
  return messages.flatMap((message) => {
    const reading = disabled.exec(message.message)
    if (reading) {
      const by = (reading[1] ?? reading[2])!
      const path = fileOf(source.slice(message.position.start.offset, message.position.end.offset), by)
      return path !== undefined && outside.read?.(path) === null ? [{ ...message, ...missing(by, path) }] : []
    }
    const [, isSubstitution, ...found] = undefinedName.exec(message.message) ?? []
    const name = found.find((part) => part !== undefined)
    if (name === undefined) return [message]
    names ??= namesOutside(messages, source, outside)
    if (names.isOpen) return []
    const isDefined = isSubstitution
      ? ofSphinx.includes(name) || names.substitutions.has(name.toLowerCase())
      : names.targets.has(name.toLowerCase())
    return isDefined ? [] : [message]
  })
}

function missing(by: string, path: string): Pick<DocutilsMessage, 'level' | 'message'> {
  return {
    level: 4,
    message: `Problems with "${by}" directive path:\nInputError: [Errno 2] No such file or directory: '${path}'.`,
  }
}

/** The file that a directive reads; nothing where it takes an address. */
function fileOf(text: string, by: string): string | undefined {
  if (by !== 'include') return /^[ \t]+:file:[ \t]*(\S.*)$/m.exec(text)?.[1]?.trimEnd()
  const path = /include::([\s\S]*?)(?=\n[ \t]*:[\w-]+:|\n[ \t]*\n|$)/i
    .exec(text)?.[1]
    ?.replace(/(?<!\s)\s*\n\s*/g, '')
    .trim()
  // `<isonum.txt>` comes with docutils.
  return path === '' || path?.startsWith('<') ? undefined : path
}

function namesOutside(messages: readonly DocutilsMessage[], source: string, { read, known, conf }: Outside): Names {
  const names: Names = {
    substitutions: new Set(known.substitutions.map((name) => name.toLowerCase())),
    targets: new Set(known.targets.map((name) => name.toLowerCase())),
    isOpen: conf !== undefined && (conf.undecided.has('rst_prolog') || conf.undecided.has('rst_epilog')),
  }
  follow(messages, source, 0)
  if (conf) take(`${conf.rstProlog}\n\n${conf.rstEpilog}`, 0)
  return names

  function follow(said: readonly DocutilsMessage[], text: string, depth: number): void {
    for (const { message, position } of said) {
      if (disabled.exec(message)?.[1] !== 'include') continue
      const path = fileOf(text.slice(position.start.offset, position.end.offset), 'include')
      const included = path === undefined ? undefined : read?.(path)
      if (typeof included !== 'string' || depth >= deepest) names.isOpen = true
      else take(included, depth + 1)
    }
  }

  function take(text: string, depth: number): void {
    if (text.trim() === '') return
    const parsed = parseDocument(text, { known })
    addNames(parsed.document, names)
    follow(parsed.messages(), text, depth)
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

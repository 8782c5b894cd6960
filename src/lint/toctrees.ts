/** Reads the toctrees of a page by their lines, to tell which documents they list and to edit them when a document moves. */
import { releaseOf } from '../roster/index.ts'
import { patternMatcher } from '../text/index.ts'
import { resolvePath } from './sphinx/project.ts'

export interface ToctreeLine {
  /** 0-based. */
  line: number
  /** The name or pattern as written. */
  target: string
  isPattern: boolean
}

export interface Toctree {
  /** The line of the directive and the last line of its content, 0-based. */
  line: number
  lastLine: number
  /** The indentation of its entries. */
  indent: string
  isReversed: boolean
  entries: ToctreeLine[]
}

export function readToctrees(text: string): Toctree[] {
  const lines = text.split(/\r?\n/)
  const found: Toctree[] = []
  lines.forEach((content, line) => {
    const [, before] = /^([ \t]*)\.\. toctree::[ \t]*$/.exec(content) ?? []
    if (before !== undefined) found.push(toctreeAt(lines, line, before))
  })
  return found
}

function toctreeAt(lines: readonly string[], line: number, before: string): Toctree {
  const toctree: Toctree = { line, lastLine: line, indent: `${before}   `, isReversed: false, entries: [] }
  let isGlob = false
  for (let at = line + 1; at < lines.length; at++) {
    const content = lines[at]!
    if (content.trim() === '') continue
    const [indent] = /^[ \t]*/.exec(content)!
    if (indent.length <= before.length) break
    toctree.lastLine = at
    toctree.indent = indent
    const [, option] = /^[ \t]*:([\w-]+):/.exec(content) ?? []
    if (option === 'glob') isGlob = true
    else if (option === 'reversed') toctree.isReversed = true
    if (option !== undefined) continue
    const said = content.trim()
    const target = (/<([^<>]*)>$/.exec(said)?.[1] ?? said).trim()
    toctree.entries.push({ line: at, target, isPattern: isGlob && /[*?[\]]/.test(target) })
  }
  return toctree
}

/** Whether an entry lists the document `name`; `page` is the name of the document with the toctree. */
export function isEntryFor({ target, isPattern }: ToctreeLine, page: string, name: string): boolean {
  const wanted = resolvePath(page, target)
  // A page is not listed by its own patterns.
  return isPattern ? name !== page && patternMatcher(wanted)(name) : wanted.replace(/\.rst$/, '') === name
}

/** The day of the release that is part of a name, e.g. of `completed/pike/index`; `undefined` if there is none. */
export function releaseDay(name: string): string | undefined {
  return name.split('/').flatMap((part) => releaseOf(part)?.day ?? [])[0]
}

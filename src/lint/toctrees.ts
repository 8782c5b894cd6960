/** The toctrees of a page by their lines: what lists documents, and what has to be edited when one moves. */
import { releaseOf } from '../roster/index.ts'
import { patternMatcher } from '../text/index.ts'
import { resolvePath } from './sphinx/project.ts'

export interface ToctreeLine {
  /** 0-based. */
  line: number
  /** As it is written: a name, a pattern. */
  target: string
  isPattern: boolean
}

export interface Toctree {
  /** The line of the directive, 0-based, and the last one that belongs to it. */
  line: number
  lastLine: number
  /** The white space in front of its entries. */
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
    const [indent = ''] = /^[ \t]*/.exec(content)!
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

/** Whether an entry lists a document; `page` is the name of the document that it stands in. */
export function lists({ target, isPattern }: ToctreeLine, page: string, name: string): boolean {
  const wanted = resolvePath(page, target)
  // A page does not list itself by a pattern.
  return isPattern ? name !== page && patternMatcher(wanted)(name) : wanted.replace(/\.rst$/, '') === name
}

/** The day of the release that a name contains, such as `completed/pike/index`. */
export function releaseDay(name: string): string | undefined {
  return name.split('/').flatMap((part) => releaseOf(part)?.day ?? [])[0]
}

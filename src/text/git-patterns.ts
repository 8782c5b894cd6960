/** The patterns of a `.gitignore` file. A file of strangers may have many patterns with many stars, and folders as deep, so matching takes
 * time in proportion to pattern × path, and patterns without wildcards are looked up.
 */
import { folders, follower, inFolder, many, one, type Step } from './globs.ts'
import { appendAll } from './lists.ts'
import { once } from './once.ts'

/** What the last pattern that matches a path says about it; `undefined` if none matches. */
export type GitPatterns = (path: string, isFolder: boolean) => 'ignored' | 'unignored' | undefined

interface Pattern {
  /** Its place in the file: the last pattern that matches counts. */
  order: number
  isNegated: boolean
  isForFolders: boolean
  /** Without the slash at the start. */
  body: string
  /** Whether it applies to the names of files in all folders. */
  isName: boolean
}

/** Reads the patterns. Case does not matter, as on the file systems of many people; paths have `/` between folders. */
export function gitPatterns(text: string): GitPatterns {
  const lines = text.replace(/^\ufeff/, '').split('\n')
  const patterns = lines.flatMap((line, order) => patternOf(line, order) ?? [])
  /** The last pattern for each name and for each path, the latter with a slash before it. */
  const [plain, plainFolders] = [new Map<string, Pattern>(), new Map<string, Pattern>()]
  const globs: { pattern: Pattern; matches: () => (path: string) => boolean }[] = []
  for (const pattern of patterns) {
    const { body, isName, isForFolders } = pattern
    if (!/[*?[\\]/.test(body)) (isForFolders ? plainFolders : plain).set(isName ? body : `/${body}`, pattern)
    else {
      const steps = stepsOf(body, isName)
      if (steps) globs.push({ pattern, matches: once(() => follower(steps, false)) })
    }
  }
  globs.reverse()
  return (given, isFolder) => {
    const path = given.toLowerCase()
    const name = path.slice(path.lastIndexOf('/') + 1)
    const keys = [name, `/${path}`]
    let last: Pattern | undefined
    for (const found of keys.flatMap((key) => [plain.get(key), isFolder ? plainFolders.get(key) : undefined])) {
      if (found && found.order > (last?.order ?? -1)) last = found
    }
    for (const { pattern, matches } of globs) {
      if (last && last.order > pattern.order) break
      if ((pattern.isForFolders && !isFolder) || !matches()(pattern.isName ? name : path)) continue
      last = pattern
      break
    }
    return last && (last.isNegated ? 'unignored' : 'ignored')
  }
}

function patternOf(line: string, order: number): Pattern | undefined {
  const text = withoutSpacesAtEnd(line.replace(/\r$/, ''))
  if (text === '' || text.startsWith('#')) return undefined
  const isNegated = text.startsWith('!')
  const rest = isNegated ? text.slice(1) : text
  const isForFolders = rest.endsWith('/')
  const whole = (isForFolders ? rest.slice(0, -1) : rest).toLowerCase()
  const body = whole.replace(/^\//, '')
  return { order, isNegated, isForFolders, body, isName: !whole.includes('/') }
}

/** Spaces at the end count only behind a backslash. */
function withoutSpacesAtEnd(line: string): string {
  let end = line.length
  while (line[end - 1] === ' ') end--
  let start = end
  while (line[start - 1] === '\\') start--
  const isEscaped = end < line.length && (end - start) % 2 === 1
  return line.slice(0, isEscaped ? end + 1 : end)
}

/** The steps of a pattern; `undefined` for one that matches nothing, such as one with an open bracket. */
function stepsOf(body: string, isName: boolean): Step[] | undefined {
  const steps: Step[] = []
  for (let at = 0; at < body.length; ) {
    const isAtStart = !isName && (at === 0 || body[at - 1] === '/')
    if (isAtStart && body.startsWith('**/', at)) {
      appendAll(steps, folders)
      at += 3
    } else if (isAtStart && body.slice(at) === '**') {
      steps.push(many(() => true))
      at += 2
    } else if (body[at] === '*') {
      while (body[at] === '*') at++
      steps.push(many(inFolder))
    } else if (body[at] === '?') {
      steps.push(one(inFolder))
      at++
    } else if (body[at] === '[') {
      const found = classAt(body, at)
      if (!found) return undefined
      steps.push(one(found.matches))
      at = found.end
    } else {
      if (body[at] === '\\') at++
      const code = body.codePointAt(at)
      if (code === undefined) return undefined
      const character = String.fromCodePoint(code)
      steps.push(one((other) => other === character))
      at += character.length
    }
  }
  return steps
}

const namedClasses: Readonly<Record<string, RegExp>> = {
  alnum: /[a-z\d]/,
  alpha: /[a-z]/,
  blank: /[ \t]/,
  cntrl: /[\0-\x1f\x7f]/,
  digit: /\d/,
  graph: /[!-~]/,
  lower: /[a-z]/,
  print: /[ -~]/,
  punct: /[!-/:-@[-`{-~]/,
  space: /[ \t\n\v\f\r]/,
  upper: /[a-z]/,
  xdigit: /[a-f\d]/,
}

/** The class at a bracket: `[a-z]`, `[!a-z]`, `[^a-z]`, `[[:alpha:]]`; `undefined` if it does not end, or has an unknown name. */
function classAt(body: string, start: number): { matches: (character: string) => boolean; end: number } | undefined {
  const isNegated = body[start + 1] === '!' || body[start + 1] === '^'
  const members: ((character: string) => boolean)[] = []
  let at = start + (isNegated ? 2 : 1)
  const next = () => {
    if (body[at] === '\\') at++
    const code = body.codePointAt(at)
    const character = code === undefined ? undefined : String.fromCodePoint(code)
    at += character?.length ?? 0
    return character
  }
  for (let isFirst = true; isFirst || body[at] !== ']'; isFirst = false) {
    const name = /^\[:([^\]]*):\]/.exec(body.slice(at, at + 12))
    if (name) {
      const known = Object.hasOwn(namedClasses, name[1]!) ? namedClasses[name[1]!] : undefined
      if (!known) return undefined
      members.push((character) => known.test(character))
      at += name[0].length
      continue
    }
    const first = next()
    if (first === undefined) return undefined
    if (body[at] === '-' && body[at + 1] !== undefined && body[at + 1] !== ']') {
      at++
      const last = next()
      if (last === undefined) return undefined
      members.push((character) => first <= character && character <= last)
    } else members.push((character) => character === first)
  }
  return {
    matches: (character) => inFolder(character) && members.some((isIn) => isIn(character)) !== isNegated,
    end: at + 1,
  }
}

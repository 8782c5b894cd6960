/** Python. */
import type { HighlightedPart } from './index.ts'
import { pythonNames } from './python-names.ts'

const whitespace = 'whitespace'
const name = /[\p{L}\p{Nl}_][\p{L}\p{N}\p{Mn}\p{Mc}_]*/uy
const stringStart = /([fF][rR]?|[rR][fF]|[rR]?[bB]|[bB][rR]|[uU]|[rR])?("""|'''|"|')/y
const documentationStart = /([^\S\n]*)([rR]|[uU])?("""|''')/y
const oldInterpolation = /%(?:\(\w+\))?[-#0 +]*(?:[0-9]+|\*)?(?:\.(?:[0-9]+|\*))?[hlL]?[EGXacdefgiorsux%]/y
const newInterpolation =
  /\{(?:\w+(?:\.\w+|\[[^\]]{1,80}\])*)?(?:![sra])?(?::(?:.?[<>=^])?[-+ ]?#?0?\d*,?(?:\.\d+)?[bcdeEfFgGnosxX%]?)?\}/y
const byteEscape = /\\(?:[\\abfnrtv"']|\n|x[a-fA-F0-9]{2}|[0-7]{1,3})/y
const unicodeEscape = /\\(?:N\{[^}]{0,80}\}|u[a-fA-F0-9]{4}|U[a-fA-F0-9]{8})/y

/** What is told apart in order, outside of strings. */
const tokens: readonly (readonly [RegExp, string])[] = [
  [/\n/y, whitespace],
  [/#[^\n]*/y, 'comment single'],
  [/\\\n/y, ''],
  [/\\/y, ''],
  [/[^\S\n]+/y, ''],
  [/(?:\d(?:_?\d)*\.(?:\d(?:_?\d)*)?|(?:\d(?:_?\d)*)?\.\d(?:_?\d)*)(?:[eE][+-]?\d(?:_?\d)*)?/y, 'literal number float'],
  [/\d(?:_?\d)*[eE][+-]?\d(?:_?\d)*/y, 'literal number float'],
  [/0[oO](?:_?[0-7])+/y, 'literal number oct'],
  [/0[bB](?:_?[01])+/y, 'literal number bin'],
  [/0[xX](?:_?[a-fA-F0-9])+/y, 'literal number hex'],
  [/\d(?:_?\d)*/y, 'literal number integer'],
  [/!=|==|<<|>>|:=|[-~+/*%=<>&^|.]/y, 'operator'],
  [/[\][{}:(),;]/y, 'punctuation'],
  [/@[\p{L}\p{Nl}_][\p{L}\p{N}\p{Mn}\p{Mc}_]*/uy, 'name decorator'],
  [/@/y, 'operator'],
]

const keywordWithName = /(def|class)([^\S\n]+|\\\n)+/y
const yieldFrom = /yield from\b/y
/** `import`, and `from` before a module. */
const namespaceKeyword = /(import|from)\b/y
/** `match` and `case` are keywords only where a line starts with them and no operator or bracket makes them names. */
const softKeyword = /(match|case)\b(?![^\S\n]*(?:[:,.)}\]%&|^~=/*+<>-](?!=)|(?:and|or|in|is|if|else)\b))/y

interface Reading {
  readonly code: string
  at: number
  readonly parts: HighlightedPart[]
  /** How many replacements of formatted strings are open. */
  depth: number
}

/** Replacements nested deeper are read as text. */
const deepest = 20

/** Takes Python apart: keywords, names that mean something, numbers, strings with what is interpolated, comments. */
export function python(code: string): HighlightedPart[] {
  const reading: Reading = { code, at: 0, parts: [], depth: 0 }
  while (reading.at < code.length) {
    if (!documentation(reading)) expression(reading)
  }
  return reading.parts
}

/** Adds a part, unless there is no text in it. Always true: something was read. */
function add(reading: Reading, text: string | undefined, classes: string): boolean {
  if (!text) return true
  reading.parts.push({ text, classes: classes === '' ? [] : classes.split(' ') })
  reading.at += text.length
  return true
}

function match({ code, at }: Reading, pattern: RegExp): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(code)
}

function isLineStart({ code, at }: Reading): boolean {
  return at === 0 || code[at - 1] === '\n'
}

/** A string that is all there is from the start of its line. */
function documentation(reading: Reading): boolean {
  if (!isLineStart(reading)) return false
  const found = match(reading, documentationStart)
  if (!found) return false
  const start = reading.at + found[0].length
  const quote = found[3]!
  let end = reading.code.indexOf(quote, start)
  while (end >= 0 && isEscaped(reading.code, end)) end = reading.code.indexOf(quote, end + 1)
  if (end < 0) return false
  add(reading, found[1], whitespace)
  add(reading, found[2], 'literal string affix')
  return add(reading, reading.code.slice(reading.at, end + 3), 'literal string doc')
}

/** Whether an odd number of backslashes stands before a character. */
function isEscaped(code: string, index: number): boolean {
  let start = index
  while (code[start - 1] === '\\') start--
  return (index - start) % 2 === 1
}

/** One token. */
function expression(reading: Reading): boolean {
  const start = match(reading, stringStart)
  if (start) return string(reading, start)
  if (reading.at === 0 && reading.code.startsWith('#!')) return add(reading, reading.code.split('\n', 1)[0], 'comment hashbang')
  if (keyword(reading)) return true
  const found = match(reading, name)
  if (found) return add(reading, found[0], afterDot(reading) ? nameAfterDot(found[0]) : (pythonNames.get(found[0]) ?? 'name'))
  for (const [pattern, classes] of tokens) {
    const token = match(reading, pattern)
    if (token) return add(reading, token[0], classes)
  }
  return add(reading, reading.code[reading.at], 'error')
}

function afterDot({ code, at }: Reading): boolean {
  return code[at - 1] === '.'
}

/** Builtins mean nothing behind a dot; keywords do. */
function nameAfterDot(text: string): string {
  const classes = pythonNames.get(text)
  return classes === undefined || /^name (?:builtin|exception)/.test(classes) ? 'name' : classes
}

/** The keywords that say something about what follows. */
function keyword(reading: Reading): boolean {
  const { code, at } = reading
  if (/[\p{L}\p{N}_]/u.test(code[at - 1] ?? '')) return false
  const yields = match(reading, yieldFrom)
  if (yields) {
    add(reading, yields[0], 'keyword')
    return true
  }
  const definition = match(reading, keywordWithName)
  if (definition) {
    add(reading, definition[1], 'keyword')
    add(reading, definition[0].slice(definition[1]!.length), whitespace)
    const found = match(reading, name)
    if (found) {
      const magic = pythonNames.get(found[0])
      const plain = definition[1] === 'class' ? 'name class' : 'name function'
      add(reading, found[0], definition[1] === 'def' && magic?.endsWith('magic') ? magic : plain)
    }
    return true
  }
  const namespace = match(reading, namespaceKeyword)
  if (namespace) {
    add(reading, namespace[0], 'keyword namespace')
    modules(reading, namespace[1] === 'from')
    return true
  }
  const soft = match(reading, softKeyword)
  if (!soft || !isFirstInLine(code, at)) return false
  return add(reading, soft[0], 'keyword')
}

function isFirstInLine(code: string, index: number): boolean {
  let start = index
  while (code[start - 1] === ' ' || code[start - 1] === '\t') start--
  return start === 0 || code[start - 1] === '\n'
}

/** Module names behind `import` or `from`. */
function modules(reading: Reading, isFrom: boolean): void {
  let named = false
  for (;;) {
    const space = match(reading, /[^\S\n]+/y)
    const keywordAfter = /[^\S\n]+(import|as)\b/y
    const next = match(reading, keywordAfter)
    if (next && next[1] === (isFrom ? 'import' : 'as')) {
      add(reading, space![0], whitespace)
      add(reading, next[1], isFrom ? 'keyword namespace' : 'keyword')
      if (isFrom) return
      named = false
      continue
    }
    const comma = isFrom ? null : match(reading, /[^\S\n]*,[^\S\n]*/y)
    if (comma) {
      const [before, after] = comma[0].split(',')
      add(reading, before, whitespace)
      add(reading, ',', 'operator')
      add(reading, after, whitespace)
      named = false
      continue
    }
    const dot = match(reading, /\./y)
    if (dot) {
      add(reading, '.', 'name namespace')
      continue
    }
    const before = reading.at
    const behind = reading.at + (space?.[0].length ?? 0)
    name.lastIndex = behind
    const found = name.exec(reading.code)
    const leads = reading.code[behind] === '.'
    if ((!found && !leads) || (space && named)) return
    named = true
    if (space) add(reading, space[0], whitespace)
    if (found && !leads) add(reading, found[0], found[0] === 'None' ? 'keyword constant' : 'name namespace')
    if (reading.at === before) return
  }
}

/** A string from its affix on. */
function string(reading: Reading, start: RegExpExecArray): boolean {
  const affix = (start[1] ?? '').toLowerCase()
  const quote = start[2]!
  const classes = quote.startsWith('"') ? 'literal string double' : 'literal string single'
  add(reading, start[1], 'literal string affix')
  add(reading, quote, classes)
  const isFormatted = affix.includes('f')
  while (reading.at < reading.code.length) {
    if (reading.code.startsWith(quote, reading.at)) return add(reading, quote, classes)
    // A string in single quotes ends with its line.
    if (quote.length === 1 && reading.code[reading.at] === '\n') return true
    stringPart(reading, affix, classes, isFormatted)
  }
  return true
}

function stringPart(reading: Reading, affix: string, classes: string, isFormatted: boolean): boolean {
  const { code, at } = reading
  if (!affix.includes('r')) {
    const found = (affix.includes('b') ? null : match(reading, unicodeEscape)) ?? match(reading, byteEscape)
    if (found) return add(reading, found[0], 'literal string escape')
  }
  if (isFormatted) {
    if (code.startsWith('{{', at) || code.startsWith('}}', at))
      return add(reading, code.slice(at, at + 2), 'literal string escape')
    if (code[at] === '{' && reading.depth < deepest) return replacement(reading, classes)
  } else {
    const found = match(reading, oldInterpolation) ?? match(reading, newInterpolation)
    if (found) return add(reading, found[0], 'literal string interpol')
  }
  // What would end the string, and what would escape, does neither behind a backslash, even in a raw string.
  const quote = classes.endsWith('double') ? '"' : "'"
  if (code[at] === '\\' && [quote, '\\', '\n'].includes(code[at + 1] ?? '')) {
    return add(reading, code.slice(at, at + 2), 'literal string escape')
  }
  return add(reading, code[at], classes)
}

/** What is in braces in a formatted string:
 *
 *     | f"{planet!r:>{width}}"
 *         ^
 */
function replacement(reading: Reading, classes: string): boolean {
  reading.depth++
  replacementParts(reading, classes)
  reading.depth--
  return true
}

function replacementParts(reading: Reading, classes: string): void {
  add(reading, '{', 'literal string interpol')
  let depth = 0
  while (reading.at < reading.code.length) {
    const end = depth === 0 ? match(reading, /(?:=\s*)?(?:![sraf])?[:}]/y) : null
    if (end) {
      add(reading, end[0], 'literal string interpol')
      if (!end[0].endsWith(':')) return
      // The format may hold replacements of its own.
      while (reading.at < reading.code.length && reading.code[reading.at] !== '}') {
        if (reading.code[reading.at] === '{' && reading.depth < deepest) replacement(reading, classes)
        else add(reading, reading.code[reading.at], classes)
      }
      if (reading.at < reading.code.length) add(reading, '}', 'literal string interpol')
      return
    }
    const space = match(reading, /\s+/y)
    if (space) {
      add(reading, space[0], whitespace)
      continue
    }
    const character = reading.code[reading.at]!
    if ('([{'.includes(character)) depth++
    else if (')]}'.includes(character) && depth > 0) depth--
    expression(reading)
  }
}

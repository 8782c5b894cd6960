/** YAML. */
import type { HighlightedPart } from './index.ts'
import { append } from './machine.ts'

const whitespace = 'whitespace'
const indicator = 'punctuation indicator'
const text = 'literal string'
const flowText = 'name variable'
const plainText = 'literal scalar plain'

interface Reading {
  readonly code: string
  readonly parts: HighlightedPart[]
  at: number
  /** The column of the innermost block, -1 outside of all; and those around it. */
  indent: number
  readonly outer: number[]
  /** The column where the next block would start. */
  column: number
  /** No key starts before here: one was looked for, and there is no colon. */
  noKeyBefore: number
}

/** Takes YAML apart. */
export function yaml(code: string): HighlightedPart[] {
  const reading: Reading = { code, parts: [], at: 0, indent: -1, outer: [], column: 0, noKeyBefore: 0 }
  while (reading.at < code.length) {
    if (take(reading, /(?: *\n| +(?=#))+/y, whitespace) || take(reading, /#[^\n]*/y, 'comment single')) continue
    if (!directive(reading)) startOfLine(reading)
    restOfLine(reading)
  }
  return reading.parts
}

/** Takes what a pattern matches; `''` is a match too. */
function take(reading: Reading, pattern: RegExp, classes: string): string | undefined {
  pattern.lastIndex = reading.at
  const found = pattern.exec(reading.code)?.[0]
  if (found) append(reading.parts, found, classes)
  reading.at += found?.length ?? 0
  return found
}

function takeError(reading: Reading): void {
  take(reading, /[\s\S]/uy, 'error')
}

function isNext({ code, at }: Reading, pattern: RegExp): boolean {
  pattern.lastIndex = at
  return pattern.test(code)
}

/** `%YAML 1.2`, `%TAG ! tag:…`, `---` and `...` at the start of a line. */
function directive(reading: Reading): boolean {
  if (take(reading, /(?:---|\.\.\.)(?=[ \n])/y, 'name namespace')) {
    reading.indent = -1
    reading.outer.length = 0
    reading.column = 0
    return true
  }
  if (take(reading, /%YAML(?=[ \n])/y, 'name tag')) {
    if (take(reading, / +(?=\d+\.\d)/y, whitespace)) take(reading, /\d+\.\d+/y, 'literal number')
    else if (take(reading, /[^\n]*/y, 'error') !== undefined) take(reading, /\n/y, '')
  } else if (take(reading, /%TAG(?=[ \n])/y, 'name tag')) {
    for (let i = 0; i < 2; i++) {
      take(reading, / +/y, whitespace)
      take(reading, i === 0 ? /![\p{L}\p{N}_-]*!?/uy : /[^\s#]+/y, 'keyword type')
    }
  } else return false
  return true
}

/** The indentation, and the indicators behind it: `- - ? `. */
function startOfLine(reading: Reading): void {
  const spaces = lengthOf(reading, / */y)
  if (spaces < reading.indent) {
    while (spaces < reading.indent) reading.indent = reading.outer.pop() ?? -1
    // Between two blocks there is none to be in.
    // Outside of all, it is the last space that is wrong.
    const inside = reading.indent < 0 ? Math.max(0, spaces - 1) : reading.indent
    if (inside > 0) append(reading.parts, ' '.repeat(inside), whitespace)
    if (spaces > inside) append(reading.parts, ' '.repeat(spaces - inside), 'whitespace error')
    reading.at += spaces
  } else take(reading, / */y, whitespace)
  reading.column = spaces
  while (take(reading, /[?:-](?=[ \n])/y, indicator)) {
    enterBlock(reading)
    reading.column += 1 + (take(reading, / +(?=[^ \n])/y, whitespace) ?? '').length
  }
}

function lengthOf({ code, at }: Reading, pattern: RegExp): number {
  pattern.lastIndex = at
  return pattern.exec(code)?.[0].length ?? 0
}

/** What is read next is in a block of its own, if it is further in. */
function enterBlock(reading: Reading): void {
  if (reading.indent >= reading.column) return
  reading.outer.push(reading.indent)
  reading.indent = reading.column
}

/** Up to the end of a line, or of what goes on over more lines. */
function restOfLine(reading: Reading): void {
  while (reading.at < reading.code.length && !take(reading, /\n/y, whitespace)) {
    if (take(reading, / +/y, whitespace) || take(reading, /#[^\n]*/y, 'comment single') || key(reading)) continue
    if (descriptor(reading) || quoted(reading)) continue
    if (take(reading, /:(?=[ \n])/y, indicator)) {
      enterBlock(reading)
    } else if (take(reading, /[|>]/y, indicator)) {
      blockScalar(reading)
      break
    } else if (isNext(reading, /[[{]/y)) {
      flow(reading)
    } else if (isNext(reading, /[^\s?:,[\]{}#&*!|>'"%@`-]|[?:-](?=\S)/y)) {
      if (plain(reading)) break
    } else {
      takeError(reading)
    }
  }
}

/** A key up to the last colon before what no key contains. */
function key(reading: Reading): boolean {
  if (reading.at < reading.noKeyBefore) return false
  const found = take(reading, /[^\s,#?[\]{}"'][^,#?[\]{}"'\n]*(?=:[ \n])/y, 'name tag')
  if (!found) {
    reading.noKeyBefore = reading.at + lengthOf(reading, /[^,#?[\]{}"'\n]*/y)
    return false
  }
  take(reading, /:/y, 'punctuation')
  enterBlock(reading)
  return true
}

/** Tags, anchors and aliases. */
function descriptor(reading: Reading): boolean {
  return Boolean(
    take(
      reading,
      /!<[\p{L}\p{N}_#;/?:@&=+$,.!~*'()[\]%-]+>|!(?:[\p{L}\p{N}_-]+!)?[\p{L}\p{N}_#;/?:@&=+$,.!~*'()[\]%-]*/uy,
      'keyword type',
    ) ||
      take(reading, /&[\p{L}\p{N}_-]+/uy, 'name label') ||
      take(reading, /\*[\p{L}\p{N}_-]+/uy, 'name variable'),
  )
}

/** A string in quotes. Its spaces are told apart. */
function quoted(reading: Reading): boolean {
  const quote = take(reading, /["']/y, text)
  if (!quote) return false
  while (reading.at < reading.code.length) {
    if (take(reading, / *\n */y, whitespace) || take(reading, / +/y, flowText)) continue
    if (quote === "'") {
      if (take(reading, /''/y, 'literal string escape') || take(reading, /[^\s']+/y, text)) continue
      if (take(reading, /'/y, text)) return true
    } else {
      if (take(reading, /\\(?:x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8})/y, 'literal string escape')) continue
      if (take(reading, /\\\n/y, text)) {
        take(reading, / */y, whitespace)
        continue
      }
      if (take(reading, /\\[0abtnvfre "\\N_LP\t]|[^\s"\\]+/y, text)) continue
      if (take(reading, /"/y, text)) return true
    }
    takeError(reading)
  }
  return true
}

/** A plain value, which goes on in lines that are further in. Says whether it ended with its line. */
function plain(reading: Reading): boolean {
  for (;;) {
    take(reading, /(?:[^\s:#]|:(?=\S)|(?<![ ])#|(?<=\n *)#| +(?![ #\n]|:[ \n]))+/y, plainText)
    if (!isNext(reading, / *\n/y)) return false
    take(reading, /\s*\n/y, whitespace)
    const spaces = lengthOf(reading, / */y)
    if (spaces <= reading.indent || isNext(reading, /(?:---|\.\.\.)(?=[ \n])|\t/y)) return true
    take(reading, / */y, whitespace)
  }
}

/** The header behind `|` or `>`, and the lines that are further in. */
function blockScalar(reading: Reading): void {
  let least: number | undefined
  let header: string | undefined
  while (header === undefined) {
    header = take(reading, /(?:[1-9][+-]?|[+-][1-9]?)?(?=[ \n])/y, indicator)
    if (header === undefined) takeError(reading)
  }
  const size = /\d/.exec(header)
  if (size) least = Math.max(reading.indent, 0) + Number(size[0])
  take(reading, / +(?=[#\n])/y, whitespace)
  take(reading, /#[^\n]*/y, 'comment single')
  take(reading, /[^\n]+/y, 'error')
  take(reading, /\n/y, whitespace)
  while (reading.at < reading.code.length) {
    if (take(reading, / *\n/y, whitespace)) continue
    const spaces = lengthOf(reading, / */y)
    least ??= spaces > Math.max(reading.indent, 0) ? spaces : Number.POSITIVE_INFINITY
    if (spaces < least) return
    take(reading, / */y, whitespace)
    take(reading, /[^\n]+/y, 'name constant')
    take(reading, /\n/y, whitespace)
  }
}

/** A collection in brackets or braces, and those in it. */
function flow(reading: Reading): void {
  const closers: string[] = []
  do {
    const opener = take(reading, /[[{]/y, indicator)
    if (opener) {
      closers.push(opener === '[' ? ']' : '}')
      continue
    }
    const closer = closers[closers.length - 1]!
    if (closer === '}' && flowKey(reading)) continue
    if (take(reading, /\s+/y, whitespace) || take(reading, /(?<=\s)#[^\n]*/y, 'comment single')) continue
    if (reading.code[reading.at] === closer && take(reading, /[\]}]/y, indicator)) closers.pop()
    else if (!take(reading, /[,:?]/y, indicator) && !descriptor(reading) && !quoted(reading)) flowPlain(reading)
  } while (closers.length > 0 && reading.at < reading.code.length)
}

/** A key in braces. The spaces before it belong to it. */
function flowKey(reading: Reading): boolean {
  return Boolean(take(reading, /[^,:?[\]{}"'\n]+(?=:[ \n])/y, 'name tag') && take(reading, /:/y, 'punctuation'))
}

/** A plain value in a collection, over lines. */
function flowPlain(reading: Reading): void {
  if (!isNext(reading, /[^\s,:?[\]{}#&*!|>'"%@`]/y)) takeError(reading)
  else
    do {
      take(reading, /(?:[^\s,:?[\]{}#]|(?<=\S)#| +(?![ #\n,:?[\]{}]))+/y, flowText)
    } while (isNext(reading, / *\n/y) && take(reading, /\s*/y, whitespace) && isNext(reading, /[^\s,:?[\]{}]/y))
}

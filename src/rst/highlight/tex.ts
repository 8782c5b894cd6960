/** TeX and LaTeX. */
import type { HighlightedPart } from './index.ts'

const textMode: readonly (readonly [RegExp, string])[] = [
  [/%.*?\n/y, 'comment'],
  [/%[^\n]*$/y, 'comment'],
  [/[{}]/y, 'name builtin'],
  [/[&_^]/y, 'name builtin'],
  [/\\\\|\\[a-zA-Z@_]+|\\[^\n]/y, 'keyword'],
  [/[^\\$%&_^{}]+/y, ''],
]

const mathMode: readonly (readonly [RegExp, string])[] = [
  [/\\(?:[a-zA-Z]+|[^\n])/y, 'name variable'],
  [/[&_^]/y, 'name builtin'],
  [/%[^\n]*(?:\n|$)/y, 'comment'],
  [/[-=!+*/()[\]]/y, 'operator'],
  [/[0-9]+/y, 'literal number'],
  [/[^-=!+*/()[\]\\$%&_^{}0-9]+/y, 'name builtin'],
  [/[{}]/y, 'name builtin'],
]

/** What may stand right behind a command. */
const optional = /(\*?)(\[[^\]]{0,500}\])?/y

/** Formulas by what opens them, with what closes them. */
const openers: Readonly<Record<string, string>> = { '\\[': '\\]', '\\(': '\\)', $$: '$$', $: '$' }

/** Takes TeX apart: commands and their options, braces, formulas, comments. */
export function tex(code: string): HighlightedPart[] {
  const parts: HighlightedPart[] = []
  let closer: string | undefined
  let at = 0
  const add = (text: string, classes: string) => {
    parts.push({ text, classes: classes === '' ? [] : classes.split(' ') })
    at += text.length
  }
  while (at < code.length) {
    const opener = Object.keys(openers).find((mark) => code.startsWith(mark, at))
    if (closer !== undefined && code.startsWith(closer, at)) {
      add(closer, 'literal string')
      closer = undefined
    } else if (closer === undefined && opener !== undefined) {
      closer = openers[opener]
      add(opener, opener === '\\[' || opener === '$$' ? 'literal string backtick' : 'literal string')
    } else {
      const [text, classes] = firstMatch(closer === undefined ? textMode : mathMode, code, at)
      add(text, classes)
      if (classes !== 'keyword') continue
      optional.lastIndex = at
      const behind = optional.exec(code)!
      add(behind[1]!, 'keyword')
      add(behind[2] ?? '', 'name attribute')
    }
  }
  return parts
}

function firstMatch(rules: readonly (readonly [RegExp, string])[], code: string, at: number): readonly [string, string] {
  for (const [pattern, classes] of rules) {
    pattern.lastIndex = at
    const found = pattern.exec(code)
    if (found) return [found[0], classes]
  }
  return [code[at]!, 'error']
}

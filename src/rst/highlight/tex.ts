/** TeX and LaTeX. */
import { machine, type Rule } from './machine.ts'

const builtin = 'name builtin'
const keyword = 'keyword'
const string = 'literal string'
const backtick = 'literal string backtick'

/** What is the same in text and in formulas. */
const general: readonly Rule[] = [
  [/%[^\n]*\n/, 'comment'],
  [/[{}&_^]/, builtin],
]

const inFormula: readonly Rule[] = [
  [/\\(?:[a-zA-Z]+|[^\n])/, 'name variable'],
  ...general,
  [/[0-9]+/, 'literal number'],
  [/[-=!+*/()[\]]/, 'operator'],
  [/[^-=!+*/()[\]\\$%&_^{}0-9]+|\$/, builtin],
]

/** Takes TeX apart: commands and their options, braces, formulas, comments. */
export const tex = machine({
  root: [
    [/\\\[/, backtick, 'display'],
    [/\\\(/, string, 'inline'],
    [/\$\$/, backtick, 'display'],
    [/\$/, string, 'inline'],
    [/\\(?:[a-zA-Z]+|[^\n])?/, keyword, 'command'],
    ...general,
    [/[^\\$%&_^{}]+/, ''],
  ],
  /** Behind a command. The option has a limit, lest every bracket looks through the whole line. */
  command: [
    [/\[[^\]\n]{0,200}\]/, 'name attribute'],
    [/\*/, keyword],
    [/(?:)/, '', 1],
  ],
  display: [[/\\\]|\$\$/, string, 1], ...inFormula],
  inline: [[/\\\)|\$/, string, 1], ...inFormula],
})

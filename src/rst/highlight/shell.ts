/** Shells: Bash and its kin. */
import { machine, type Rule } from './machine.ts'

const plain = ''
const keyword = 'keyword'
const operator = 'operator'
const variable = 'name variable'
const double = 'literal string double'
const interpolation = 'literal string interpol'
const backtick = 'literal string backtick'

/** Where a word may start or end. `\b` knows only English letters. */
const wordStart = '(?<![\\p{L}\\p{N}_])'
const wordEnd = '(?![\\p{L}\\p{N}_])'
const word = '[\\p{L}\\p{N}_]+'
const oneOf = (names: string) => `${wordStart}(?:${names.split(' ').join('|')})`
const pattern = (source: string) => new RegExp(source, 'u')

const keywords = 'case continue do done elif else esac fi for function if in return select then until while'

/** Commands of the shell itself, where nothing but the end of a word is behind them. */
const builtins =
  'alias bg bind break builtin caller cd command compgen complete declare dirs disown echo enable eval exec exit export ' +
  'false fc fg getopts hash help history jobs kill let local logout popd printf pushd pwd read readonly set shift shopt ' +
  'source suspend test time times trap true type typeset ulimit umask unalias unset wait'

const interpolated: readonly Rule[] = [
  [/\$\(\(/, keyword, 'arithmetic'],
  [/\$\(/, keyword, 'command'],
  [/\$\{#?/, interpolation, 'parameter'],
  [/\$(?:[a-zA-Z_][\p{L}\p{N}_]*|\d+|[#$?!_*@-])/u, variable],
  [/\$/, plain],
]

const rules: readonly Rule[] = [
  [pattern(`${oneOf(keywords)}${wordEnd}`), keyword],
  [pattern(`${oneOf(builtins)}(?=[\\s)\`])`), 'name builtin'],
  [/(?<![\s\S])#![^\n]+\n/, 'comment hashbang'],
  [/#[^\n]*\n/, 'comment single'],
  [/\\[\s\S]/, 'literal string escape'],
  [pattern(`(${wordStart}${word})(\\s*)(\\+?=)`), [variable, 'whitespace', operator]],
  [/<<<|&&|\|\||[[\]{}()=]/, operator],
  // A text up to a word said before. Words and texts have limits, lest every `<<` looks through all that follows.
  [/<<-?\s{0,20}'?\\?(?<word>[\p{L}\p{N}_]{1,40})[\s\S]{1,5000}?\k<word>/u, 'literal string'],
  [/`/, backtick, 'backticks'],
  [/\$?"(?:\\[\s\S]|[^"\\$])*"/, double],
  [/"/, double, 'string'],
  [/\$?'(?:(?<=\$')(?:\\[\s\S]|[^'\\])*|(?<!\$')[^']*)'/, 'literal string single'],
  [/[;&|]/, 'punctuation'],
  [/\s+/, 'whitespace'],
  [pattern(`\\d+${wordEnd}`), 'literal number'],
  [/[^=\s[\]{}()$"'`\\<&|;]+|</, plain],
  ...interpolated,
]

/** Takes what is typed into a shell apart. */
export const shell = machine({
  root: rules,
  arithmetic: [[/\)\)/, keyword, 1], [/\*\*|\|\||[-+*/%^|&]/, operator], [/\d+(?:#\d+|#(?! ))?/, 'literal number'], ...rules],
  command: [[/\)/, keyword, 1], ...rules],
  parameter: [
    [/\}/, interpolation, 1],
    [/:-/, keyword],
    [pattern(word), variable],
    [/[^}:"'`$\\\p{L}\p{N}_][^}:"'`$\\]*|:/u, 'punctuation'],
    ...rules,
  ],
  backticks: [[/`/, backtick, 1], ...rules],
  string: [[/"/, double, 1], [/(?:\\[\s\S]|[^"\\$])+/, double], ...interpolated],
})

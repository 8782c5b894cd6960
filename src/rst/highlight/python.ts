/** Python 3. */
import { machine, type Rule, type States } from './machine.ts'
import { pythonNames } from './python-names.ts'

const plain = ''
const whitespace = 'whitespace'
const escaping = 'literal string escape'
const interpolation = 'literal string interpol'
const float = 'literal number float'
const integer = 'literal number integer'
const namespace = 'keyword namespace'

const name = '[\\p{XIDS}_]\\p{XIDC}*'
/** Where a word ends. `\b` knows only English letters. */
const wordEnd = '(?!\\p{XIDC})'
/** What `def`, `class`, `from` and `import` need behind them to be keywords. */
const space = '((?:\\s|\\\\\\s)+)'
const pattern = (source: string) => new RegExp(source, 'u')

/** `match` and `case` are keywords only where a line starts with them, and where what follows does not make them names. */
const softKeyword = pattern(
  `^([ \\t]*)(match|case)${wordEnd}(?![ \\t]*(?:[&),:;=@\\]^|}~]|(?:False|None|True|and|as|assert|async|await|break|class|` +
    'continue|def|del|elif|else|except|finally|for|from|global|if|import|in|is|lambda|nonlocal|not|or|pass|raise|return|try|' +
    `while|with|yield)${wordEnd}))`,
)

const meaning = (text: string) => pythonNames.get(text) ?? 'name'

/** Builtins mean nothing behind a dot; keywords do. */
function meaningBehindDot(text: string): string {
  const classes = meaning(text)
  return /^name (?:builtin|exception)/.test(classes) ? 'name' : classes
}

/** In the braces of a formatted string, words that cannot stand in an expression are names. */
const expressionKeywords = new Set(['await', 'else', 'for', 'if', 'lambda', 'yield'])
const inExpression = (meant: (text: string) => string) => (text: string) => {
  const classes = meant(text)
  return classes === 'keyword' && !expressionKeywords.has(text) ? 'name' : classes
}

const numbers: readonly Rule[] = [
  [/(?:\d(?:_?\d)*\.(?:\d(?:_?\d)*)?|\.\d(?:_?\d)*)(?:[eE][+-]?\d(?:_?\d)*)?/, float],
  [/\d(?:_?\d)*[eE][+-]?\d(?:_?\d)*j?/, float],
  [/0[oO](?:_?[0-7])+/, 'literal number oct'],
  [/0[bB](?:_?[01])+/, 'literal number bin'],
  [/0[xX](?:_?[a-fA-F0-9])+/, 'literal number hex'],
  [/\d(?:_?\d)*/, integer],
]

const operators: readonly Rule[] = [
  [pattern(`@${name}`), 'name decorator'],
  [/!=|==|:=|[-~+/*%=<>&^|.@]/, 'operator'],
]

/** What is before the quotes of a string, in lower case and in order, makes its kind. */
const affixes = { '': '', u: '', f: 'f', r: 'r', b: 'b', br: 'br', rb: 'br', fr: 'fr', rf: 'fr' } as const
type StringKind = (typeof affixes)[keyof typeof affixes]
const quotes = ['"""', "'''", '"', "'"] as const

const stringClass = (quote: string) => (quote.startsWith('"') ? 'literal string double' : 'literal string single')

/** A string starts, and its state is entered. */
const strings: Rule = [
  /([uU]|[fF][rR]?|[bB][rR]?|[rR][fFbB]?|)("""|'''|"|')/,
  ['literal string affix', stringClass],
  (text) => {
    const quote = text.replace(/^\w+/, '')
    return affixes[text.slice(0, -quote.length).toLowerCase() as keyof typeof affixes] + quote
  },
]

const unicodeEscapes: Rule = [/\\(?:N\{[^}\n]{0,80}\}|u[a-fA-F0-9]{4}|U[a-fA-F0-9]{8})/, escaping]
const byteEscapes: Rule = [/\\(?:[\\abfnrtv"'\n]|x[a-fA-F0-9]{2}|[0-7]{1,3})/, escaping]

const replacements: readonly Rule[] = [
  [/\{\{|\}\}/, escaping],
  [/\{/, interpolation, 'expression'],
  [/\}/, interpolation],
]

/** What `%` and `str.format` put in. */
const formats: readonly Rule[] = [
  [/%(?:\([\p{L}\p{N}_]+\))?[-#0 +]*(?:[0-9]+|\*)?(?:\.(?:[0-9]+|\*))?[hlL]?[EGXacdefgiorsux%]/u, interpolation],
  [
    /\{(?:[\p{L}\p{N}_]+(?:\.[\p{L}\p{N}_]+|\[[^\]]{1,80}\])*)?(?:![sra])?(?::(?:[^\n]?[<>=^])?[-+ ]?#?0?\d*,?(?:\.\d+)?[bcdeEfFgGnosxX%]?)?\}/u,
    interpolation,
  ],
]

/** Inside a string. */
function inString(kind: StringKind, quote: string): readonly Rule[] {
  const classes = stringClass(quote)
  const isRaw = kind.includes('r')
  const rules: Rule[] = [[pattern(quote), classes, 1]]
  if (!isRaw) rules.push(...(kind === 'b' ? [byteEscapes] : [unicodeEscapes, byteEscapes]))
  // What would end the string, and what would escape, does neither behind a backslash, even in a raw string.
  else if (quote.length === 1) rules.push([pattern(`\\\\[\\\\\\n${quote}]`), escaping])
  rules.push(...(kind.startsWith('f') ? replacements : formats))
  rules.push([/[^\\'"%{}\n]+|\{\{?|[\\'"%}]/, classes])
  // A string in single quotes ends with its line.
  if (quote.length === 3) rules.push([/\n/, classes])
  return rules
}

const states: States = {
  root: [
    [/^([^\S\n]*)([rRuUbB]{0,2})("""[\s\S]*?"""|'''[\s\S]*?''')/, [whitespace, 'literal string affix', 'literal string doc']],
    [/\n/, whitespace],
    [softKeyword, [plain, 'keyword'], 'softKeyword'],
    [/(?<![\s\S])#![^\n]+/, 'comment hashbang'],
    [/#[^\n]*/, 'comment single'],
    [/[^\S\n]+|\\\n?/, plain],
    ...numbers,
    ...operators,
    [/[\][{}:(),;]/, 'punctuation'],
    strings,
    [pattern(`(def)${space}`), ['keyword', plain], 'function'],
    [pattern(`(class)${space}`), ['keyword', plain], 'class'],
    [pattern(`(from)${space}`), [namespace, plain], 'from'],
    [pattern(`(import)${space}`), [namespace, plain], 'import'],
    [pattern(`yield from${wordEnd}`), 'keyword'],
    [pattern(`(?<=\\.)${name}`), meaningBehindDot],
    [pattern(name), meaning],
  ],
  /** Wildcards, as long as there are some: `case [planet, _]:`. */
  softKeyword: [
    [pattern(`(\\s+)(?!\\s)([^\\n_]*)(_)${wordEnd}`), [whitespace, (text) => python(text), 'keyword']],
    [/(?:)/, plain, 1],
  ],
  function: [
    [pattern(name), (text) => (meaning(text) === 'name function magic' ? 'name function magic' : 'name function'), 1],
    [/(?:)/, plain, 1],
  ],
  /** Unlike with functions, all is wrong up to the name. */
  class: [[pattern(name), 'name class', 1]],
  from: [
    [pattern(`(\\s+)(import)${wordEnd}`), [plain, namespace], 1],
    [pattern(`None${wordEnd}`), 'name builtin pseudo', 1],
    [pattern(`\\.|${name}`), 'name namespace'],
    [/(?:)/, plain, 1],
  ],
  import: [
    [/(\s+)(as)(\s+)/, [plain, 'keyword', plain]],
    [/(\s*)(,)(\s*)/, [plain, 'operator', plain]],
    [pattern(`\\.|${name}`), 'name namespace'],
    [/(?:)/, plain, 1],
  ],
  /** In the braces of a formatted string. What follows the colon is string again. */
  expression: [
    [/(?:=\s*)?(?:![sraf])?[}:]/, interpolation, 1],
    [/[([{]/, 'punctuation', 'brackets'],
    [/\s+/, whitespace],
    strings,
    [pattern(`(?:yield from|async for)${wordEnd}`), 'keyword'],
    [pattern(`(?<=\\.)${name}`), inExpression(meaningBehindDot)],
    [pattern(name), inExpression(meaning)],
    ...numbers,
    ...operators,
    [/[\]),;]/, 'punctuation'],
  ],
}

/** In brackets within the braces, colons and braces are only punctuation. */
const brackets: readonly Rule[] = [
  [/[([{]/, 'punctuation', 'brackets'],
  [/[)\]}]/, 'punctuation', 1],
  [/:(?!=)/, 'punctuation'],
  ...states.expression!.slice(1),
]

const inStrings = Object.fromEntries(
  quotes.flatMap((quote) => [...new Set(Object.values(affixes))].map((kind) => [kind + quote, inString(kind, quote)] as const)),
)

/** Takes Python apart: keywords, names that mean something, numbers, strings with what is interpolated, comments. */
export const python = machine({ ...states, brackets, ...inStrings })

/** reStructuredText, with the code in it. */
import type { HighlightedPart, Highlighter } from './index.ts'
import { appendPieces, appendWith, type Insertion } from './insertions.ts'
import { append, machine, type Rule, type States } from './machine.ts'

const plain = ''
const punctuation = 'punctuation'
const directive = 'operator word'
const target = 'name tag'
const literal = 'literal string'
const role = 'name attribute'
const interpreted = 'name variable'
const heading = 'generic heading'
const number = 'literal number'

/** How far the end of inline markup is looked for. */
const far = '{1,200}?'

const pattern = (source: string) => new RegExp(source, 'u')

/** How deep items and code are read in items. */
const deepest = 20

const inlineRules: readonly Rule[] = [
  [/\\[^\n]/, plain],
  [/``/, literal, 'literal'],
  [pattern(`(\`(?=[^\\n]{0,400}>\`_)[^\\n]${far})(<[^\\n]${far}>)(\`__?)`), [literal, 'literal string interpol', literal]],
  [pattern(`\`[^\\n]${far}\`__?`), literal],
  [pattern(`(\`[^\\n]${far}\`)(:[a-zA-Z0-9:-]+?:)?`), [interpreted, role]],
  [pattern(`(:[a-zA-Z0-9:-]{1,60}?:)(\`[^\\n]${far}\`)`), [role, interpreted]],
  [pattern(`\\*\\*[^\\n]${far}\\*\\*`), 'generic strong'],
  [pattern(`\\*[^\\n]${far}\\*`), 'generic emph'],
  [/\[[^\n]{0,100}?\]_/, literal],
  [pattern(`<[^\\n]${far}>`), target],
  [/[^\\\n[*`:]+|[^\n]/, plain],
]

const inLiteral: readonly Rule[] = [
  [/``(?=[-/:.,; \n‐‑‒–—'")\]}>’”»!?])/, literal, 1],
  [/[^`\n]+|`/, literal],
  [/\n/, literal],
]

const adornment = '(?:={3,}|-{3,}|`{3,}|:{3,}|\\.{3,}|\'{3,}|"{3,}|~{3,}|\\^{3,}|_{3,}|\\*{3,}|\\+{3,}|#{3,})'

/** Takes reStructuredText apart. The code in it is taken apart by what `highlighterOf` gives for a language. */
export function rst(highlighterOf: (language: string) => Highlighter | undefined): Highlighter {
  let depth = 0
  const nested = (read: Highlighter) => (text: string) => {
    if (depth === deepest) return [{ text, classes: [] }]
    depth++
    const parts = read(text)
    depth--
    return parts
  }
  /** Where a line has started already; the next is as any. */
  const inline = nested((text) => rest(text))
  /** A list item: a marker, and lines that start like the item and are further in. There may have to be some. */
  const item = (marker: string, name: string, more: '*' | '+'): Rule => [
    pattern(`^(?<${name}>\\s{0,20})(${marker})( [^\\n]+\\n(?:\\k<${name}>  [^\\n]+\\n)${more})`),
    [plain, number, inline],
  ]
  const states: States = {
    root: [
      [
        pattern(`^(?<over>${adornment})([ \\t]*\\n)([^\\n]+)(\\n)(\\k<over>)(\\n)`),
        [heading, plain, heading, plain, heading, plain],
      ],
      [pattern(`^(\\S[^\\n]*)(\\n)(${adornment})(\\n)`), [heading, plain, heading, plain]],
      item('[-*+]', 'bullet', '*'),
      item('\\(?(?:[0-9#]+|[ivxlcmIVXLCM]+)\\)|(?:[0-9#]+|[ivxlcmIVXLCM]+)\\.', 'numbered', '*'),
      item('\\(?[A-Za-z]+\\)|[A-Z]+\\.', 'lettered', '+'),
      [/^(\s{0,20})(\|)( [^\n]+\n)/, [plain, 'operator', inline]],
      [
        /^( *\.\.)(\s*)((?:source)?code(?:-block)?)(::)([ \t]*[^\n]+\n[ \t]*\n(?<indent>[ \t]+)[^\n]*\n(?:(?:\k<indent>[^\n]*)?\n)+)/u,
        [punctuation, plain, directive, punctuation, nested((text) => codeBlock(text, highlighterOf))],
      ],
      [/^( *\.\.)(\s*)([\p{L}\p{N}_:-]+?)(::)([ \t]*)([^\n]*)/u, [punctuation, plain, directive, punctuation, plain, inline]],
      [/^( *\.\.)(\s*)(_(?:[^:\\\n]|\\[^\n]){1,500}:)([^\n]*)/u, [punctuation, plain, target, inline]],
      [/^( *\.\.)(\s*)(\[[^\n]+\])([^\n]*)/, [punctuation, plain, target, inline]],
      [
        /^( *\.\.)(\s*)(\|[^\n]{1,200}\|)(\s*)([\p{L}\p{N}_:-]+?)(::)([ \t]*)([^\n]*)/u,
        [punctuation, plain, target, plain, directive, punctuation, plain, inline],
      ],
      [/^ *\.\.[^\n]*(?:\n(?: +[^\n]*\n|\n)+)?/, 'comment preproc'],
      [/^( *)(:(?:\\\\|\\:|[^:\n]){1,500}:(?=\s))([ \t]*)/, [plain, 'name class', plain]],
      // A term and its definition.
      [/^(\S[^\n]*(?<!::)\n)((?: +[^\n]*\n)+)/, [inline, inline]],
      [
        /(::)(\n[ \t]*\n)(?<inside>[ \t]+)([^\n]*)(\n)((?:(?:\k<inside>[^\n]*)?\n)+)/,
        ['literal string escape', plain, literal, literal, plain, literal],
      ],
      ...inlineRules,
    ],
    inline: inlineRules,
    literal: inLiteral,
  }
  const rest = machine(states, 'inline')
  return machine(states)
}

/** The language of a code block, and its lines. */
function codeBlock(text: string, highlighterOf: (language: string) => Highlighter | undefined): HighlightedPart[] {
  const [, space = '', language = '', blank = '', lines = ''] = /^([ \t]*)([^\n]+)(\n[ \t]*\n)([\s\S]*)$/.exec(text) ?? []
  const parts: HighlightedPart[] = []
  appendPieces(parts, [
    [space, plain],
    [language, 'keyword'],
    [blank, plain],
  ])
  const highlighter = highlighterOf(language)
  if (!highlighter) {
    append(parts, lines, literal)
    return parts
  }
  const indent = /^[ \t]*/.exec(lines)![0]
  let at = 0
  const insertions: Insertion[] = []
  const dedented = lines.split(/(?<=\n)/).map((line) => {
    const isIndented = line.startsWith(indent)
    if (isIndented) insertions.push({ at, pieces: [[indent, plain]] })
    const rest = isIndented ? line.slice(indent.length) : line
    at += rest.length
    return rest
  })
  appendWith(parts, highlighter(dedented.join('')), insertions)
  return parts
}

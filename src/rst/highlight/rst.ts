/** reStructuredText, with the code in it. */
import type { HighlightedPart, Highlighter } from './index.ts'
import { appendPieces, appendWith } from './insertions.ts'
import { append, machine, type Rule } from './machine.ts'

const plain = ''
const punctuation = 'punctuation'
const directive = 'operator word'
const target = 'name tag'
const literal = 'literal string'
const role = 'name attribute'
const interpreted = 'name variable'
const heading = 'generic heading'
const number = 'literal number'

/** How far the end of inline markup is looked for, and how much whitespace before a list item. */
const far = '{1,200}?'
const before = '^((?:[ \\t]*\\n){0,200})'
const pattern = (source: string) => new RegExp(source, 'u')

/** A list item, with the lines that are further in than its marker; there may have to be some. */
const item = (marker: string, name: string, more: '*' | '+'): Rule => [
  pattern(`${before}(?<${name}>[ \\t]*)(${marker})( [^\\n]+\\n(?:\\k<${name}>  [^\\n]+\\n)${more})`),
  [plain, plain, number, (text) => inline(text)],
]

const inlineRules: readonly Rule[] = [
  [/\\[^\n]/, plain],
  [/``/, literal, 'literal'],
  [pattern(`(\`[^\\n]${far})(<[^\\n]${far}>)(\`__?)`), [literal, 'literal string interpol', literal]],
  [pattern(`\`[^\\n]${far}\`__?`), literal],
  [pattern(`(\`[^\\n]${far}\`)(:[a-zA-Z0-9:-]+?:)?`), [interpreted, role]],
  [pattern(`(:[a-zA-Z0-9:-]${far}:)(\`[^\\n]${far}\`)`), [role, interpreted]],
  [pattern(`\\*\\*[^\\n]${far}\\*\\*`), 'generic strong'],
  [pattern(`\\*[^\\n]${far}\\*`), 'generic emph'],
  [/\[[^\n]{0,200}?\]_/, literal],
  [pattern(`<[^\\n]${far}>`), target],
  [/[^\\\n[*`:]+|[^\n]/, plain],
]

const inLiteral: readonly Rule[] = [
  [/``(?=[-/:.,; \n‐‑‒–—'")\]}>’”»!?])/, literal, 1],
  [/[^`\n]+|`/, literal],
  [/\n/, literal],
]

const inline = machine({ root: inlineRules, literal: inLiteral })

const adornment = '(?:={3,}|-{3,}|`{3,}|:{3,}|\\.{3,}|\'{3,}|"{3,}|~{3,}|\\^{3,}|_{3,}|\\*{3,}|\\+{3,}|#{3,})'

/** Takes reStructuredText apart. The code in it is taken apart by what `highlighterOf` gives for a language. */
export function rst(highlighterOf: (language: string) => Highlighter | undefined): Highlighter {
  /** The language of a code block, and its lines. */
  const code = (text: string): HighlightedPart[] => {
    const [, space, language, blank, lines] = /^(\s*)([^\n]+)(\n[ \t]*\n)([\s\S]*)$/.exec(text)! as unknown as string[]
    const parts: HighlightedPart[] = []
    appendPieces(parts, [
      [space!, plain],
      [language!, 'keyword'],
      [blank!, plain],
    ])
    const highlighter = highlighterOf(language!)
    if (!highlighter) append(parts, lines!, literal)
    else {
      const indent = /^[ \t]*/.exec(lines!)![0]
      let at = 0
      const insertions: { at: number; pieces: [[string, string]] }[] = []
      const dedented = lines!.split(/(?<=\n)/).map((line) => {
        const isIndented = line.startsWith(indent)
        if (isIndented) insertions.push({ at, pieces: [[indent, plain]] })
        const rest = isIndented ? line.slice(indent.length) : line
        at += rest.length
        return rest
      })
      appendWith(parts, highlighter(dedented.join('')), insertions)
    }
    return parts
  }
  return machine({
    root: [
      [
        pattern(`^(?<over>${adornment})([ \\t]*\\n)([^\\n]+)(\\n)(\\k<over>)(\\n)`),
        [heading, plain, heading, plain, heading, plain],
      ],
      [pattern(`^(\\S[^\\n]*)(\\n)(${adornment})(\\n)`), [heading, plain, heading, plain]],
      item('[-*+]', 'bullet', '*'),
      item('\\(?(?:[0-9#]+|[ivxlcmIVXLCM]+)\\)|(?:[0-9#]+|[ivxlcmIVXLCM]+)\\.', 'numbered', '*'),
      item('\\(?[A-Za-z]+\\)|[A-Z]+\\.', 'lettered', '+'),
      [pattern(`${before}([ \\t]*)(\\|)( [^\\n]+\\n)`), [plain, plain, 'operator', inline]],
      [
        /^( *\.\.)(\s*)((?:source)?code(?:-block)?)(::)([ \t]*[^\n]+\n[ \t]*\n(?<indent>[ \t]+)[^\n]*\n(?:(?:\k<indent>[^\n]*)?\n)+)/u,
        [punctuation, plain, directive, punctuation, code],
      ],
      [/^( *\.\.)(\s*)([\p{L}\p{N}_:-]+?)(::)/u, [punctuation, plain, directive, punctuation]],
      [/^( *\.\.)(\s*)(_(?:[^:\\\n]|\\[^\n]){1,500}:)/u, [punctuation, plain, target]],
      [/^( *\.\.)(\s*)(\[[^\n]{1,200}?\])/, [punctuation, plain, target]],
      [
        /^( *\.\.)(\s*)(\|[^\n]{1,200}?\|)(\s*)([\p{L}\p{N}_:-]+?)(::)/u,
        [punctuation, plain, target, plain, directive, punctuation],
      ],
      [/^ *\.\.[^\n]*(?:\n(?: +[^\n]*\n|\n)+)?/, 'comment preproc'],
      [/^( *)(:(?:\\\\|\\:|[^:\n]){1,500}:(?=\s))/, [plain, 'name class']],
      [/^(\S[^\n]*(?<!::)\n)((?: +[^\n]*\n)+)/, [inline, inline]],
      [
        /(::)(\n[ \t]*\n)(?<inside>[ \t]+)([^\n]*)(\n)((?:(?:\k<inside>[^\n]*)?\n)+)/,
        ['literal string escape', plain, literal, literal, plain, literal],
      ],
      ...inlineRules,
    ],
    literal: inLiteral,
  })
}

/** JSON, with comments. */
import type { HighlightedPart } from './index.ts'
import { append, machine } from './machine.ts'

const string = 'literal string double'

const tokens = machine({
  root: [
    [/[ \t\r\n\f]+/, 'whitespace'],
    [/"(?:\\[\s\S]|[^"\\])*"/, string],
    [/\/\/[^\n]*/, 'comment single'],
    [/\/\*[\s\S]*?\*\//, 'comment multiline'],
    // What is never closed is wrong up to the end.
    [/(?:"|\/\*)[\s\S]*/, 'error'],
    [/[{}[\],:]/, 'punctuation'],
    [/[-0-9][-0-9.eE+]*/, (text) => (/[.eE+]/.test(text) ? 'literal number float' : 'literal number integer')],
    [/[tfn][truefalsn]*/, 'keyword constant'],
    [/[\s\S]/, 'error'],
  ],
})

/** Takes JSON apart. A string is a name where a colon follows, whatever whitespace, comments and strings are in between. */
export function json(code: string): HighlightedPart[] {
  const found = tokens(code)
  const parts: HighlightedPart[] = []
  let isName = false
  const names = new Set<number>()
  for (let i = found.length - 1; i >= 0; i--) {
    const { text, classes } = found[i]!
    if (classes[0] === 'punctuation') isName = text.startsWith(':')
    else if (classes[0] === 'literal' && classes[1] === 'string') isName && names.add(i)
    else if (classes[0] !== 'whitespace' && classes[0] !== 'comment') isName = false
  }
  for (const [i, { text, classes }] of found.entries()) append(parts, text, names.has(i) ? 'name tag' : classes.join(' '))
  return parts
}

/** Parts of code with the classes that docutils gives them, where Pygments is installed. Depends on nothing. */
import { shellSession } from './console.ts'
import { diff } from './diff.ts'
import { ini } from './ini.ts'
import { json } from './json.ts'
import { languageNames } from './languages.ts'
import { python } from './python.ts'
import { rst } from './rst.ts'
import { shell } from './shell.ts'
import { tex } from './tex.ts'
import { yaml } from './yaml.ts'

/** A piece of code; without classes it is plain text. */
export interface HighlightedPart {
  text: string
  classes: readonly string[]
}

/** Takes code apart. The parts together are the code. */
export type Highlighter = (code: string) => HighlightedPart[]

const restructuredText = rst((language) => highlighterOf(language))

/** The languages that are taken apart, by Pygments' names of them. Add one here; any other stays one piece. */
const highlighters: Readonly<Record<string, Highlighter>> = {
  ...{ python, py: python, sage: python, python3: python, py3: python },
  ...{ console: shellSession, 'shell-session': shellSession },
  ...{ bash: shell, sh: shell, ksh: shell, zsh: shell, shell },
  yaml,
  ...{ json, 'json-object': json },
  ...{ ini, cfg: ini, dosini: ini },
  ...{ diff, udiff: diff },
  ...{ rst: restructuredText, restructuredtext: restructuredText, rest: restructuredText },
  ...{ tex, latex: tex },
}

let names: ReadonlySet<string> | undefined

/** The parts of code in a language; `undefined` where Pygments knows no such language, about which docutils warns. */
export function highlight(code: string, language: string): HighlightedPart[] | undefined {
  const highlighter = highlighterOf(language)
  if (highlighter) return withoutLastNewline(highlighter(`${code}\n`))
  names ??= new Set(languageNames.split(' '))
  return names.has(language.toLowerCase()) ? [{ text: code, classes: [] }] : undefined
}

function highlighterOf(language: string): Highlighter | undefined {
  const name = language.toLowerCase()
  return Object.hasOwn(highlighters, name) ? highlighters[name] : undefined
}

/** Code is taken apart with an end of its last line, which is not kept. */
function withoutLastNewline(parts: HighlightedPart[]): HighlightedPart[] {
  const last = parts.at(-1)
  if (last?.text.endsWith('\n')) last.text = last.text.slice(0, -1)
  if (last?.text === '') parts.pop()
  return parts
}

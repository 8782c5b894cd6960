/** Parts of code with the classes that docutils gives them, where Pygments is installed. Depends on nothing. */
import { languageNames } from './languages.ts'
import { python } from './python.ts'
import { tex } from './tex.ts'

/** A piece of code; without classes it is plain text. */
export interface HighlightedPart {
  text: string
  classes: readonly string[]
}

/** Takes code apart. The parts together are the code. */
export type Highlighter = (code: string) => HighlightedPart[]

/** The languages that are taken apart, by Pygments' names of them. Add one here; any other stays one piece. */
const highlighters: Readonly<Record<string, Highlighter>> = {
  ...{ python, py: python, sage: python, python3: python, py3: python, bazel: python, starlark: python },
  ...{ tex, latex: tex },
}

let names: ReadonlySet<string> | undefined

/** The parts of code in a language; `undefined` where Pygments knows no such language, about which docutils warns. */
export function highlight(code: string, language: string): HighlightedPart[] | undefined {
  const name = language.toLowerCase()
  const highlighter = Object.hasOwn(highlighters, name) ? highlighters[name] : undefined
  if (highlighter) return merge(highlighter(code))
  names ??= new Set(languageNames.split(' '))
  return names.has(name) ? [{ text: code, classes: [] }] : undefined
}

/** Joins neighbours of one kind, and leaves out what is empty. */
function merge(parts: HighlightedPart[]): HighlightedPart[] {
  const merged: HighlightedPart[] = []
  for (const part of parts) {
    const last = merged.at(-1)
    if (part.text === '') continue
    if (last && last.classes.join(' ') === part.classes.join(' ')) last.text += part.text
    else merged.push({ ...part })
  }
  return merged
}

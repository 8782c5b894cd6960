/** Sections of NumPy and Google docstrings. Sphinx's napoleon converts them before docutils reads them, so docutils' messages about their
 * layout do not apply.
 */

/** Headings of both styles (napoleon's documentation, "Docstring sections"). */
const lists =
  'Args Arguments Parameters Params Keyword_Args Keyword_Arguments Other_Parameters Receives Return Returns Yield Yields Raise Raises Warn Warns Attributes Methods See_Also'
const prose = 'Note Notes Example Examples Warning Warnings Todo Attention Caution Danger Error Hint Important Tip References'
const isListByName = new Map(
  [lists, prose].flatMap((names) =>
    names.split(' ').map((name) => [name.replace('_', ' ').toLowerCase(), names === lists] as const),
  ),
)

export interface DocstringSection {
  style: 'google' | 'numpy'
  /** Whether its body is a list of names with their descriptions. */
  isList: boolean
  /** The indexes of the heading's lines, and of the line after the body. */
  start: number
  end: number
  /** The indentation of the entries. */
  indent: number
}

/** The sections of a docstring in order. A heading counts only if a body follows. */
export function sectionsOf(lines: readonly string[]): DocstringSection[] {
  const sections: DocstringSection[] = []
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!
    const google = /^(\s*)([A-Z][A-Za-z ]*):$/.exec(line.trimEnd())
    if (google && isListByName.has(google[2]!.toLowerCase())) {
      const indent = google[1]!.length
      const first = lines.slice(at + 1).find((other) => other.trim() !== '')
      if (first !== undefined && widthOf(first) > indent)
        sections.push(sectionAt('google', google[2]!, at, googleEnd(lines, at, indent), widthOf(first)))
      continue
    }
    const name = line.trim()
    if (
      isListByName.has(name.toLowerCase()) &&
      /^\s*-{3,}\s*$/.test(lines[at + 1] ?? '') &&
      widthOf(line) === widthOf(lines[at + 1]!)
    )
      sections.push(sectionAt('numpy', name, at, numpyEnd(lines, at), widthOf(line)))
  }
  return sections
}

function sectionAt(style: DocstringSection['style'], name: string, start: number, end: number, indent: number): DocstringSection {
  return { style, isList: isListByName.get(name.toLowerCase()) === true, start, end, indent }
}

function widthOf(line: string): number {
  return line.length - line.trimStart().length
}

function googleEnd(lines: readonly string[], start: number, indent: number): number {
  const end = lines.findIndex((line, at) => at > start && line.trim() !== '' && widthOf(line) <= indent)
  return end === -1 ? lines.length : end
}

function numpyEnd(lines: readonly string[], start: number): number {
  const end = lines.findIndex((line, at) => at > start + 1 && /^\s*[-=]{3,}\s*$/.test(lines[at + 1] ?? '') && line.trim() !== '')
  return end === -1 ? lines.length : end
}

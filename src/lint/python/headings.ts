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
      const first = lines[indexFrom(lines, at + 1, (other) => other.trim() !== '')]
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
  return indexFrom(lines, start + 1, (line) => line.trim() !== '' && widthOf(line) <= indent)
}

function numpyEnd(lines: readonly string[], start: number): number {
  return indexFrom(lines, start + 2, (line, at) => /^\s*[-=]{3,}\s*$/.test(lines[at + 1] ?? '') && line.trim() !== '')
}

/** The index of the first line from `start` on that is wanted; the number of lines if there is none. */
function indexFrom(lines: readonly string[], start: number, isWanted: (line: string, at: number) => boolean): number {
  let at = start
  while (at < lines.length && !isWanted(lines[at]!, at)) at++
  return Math.min(at, lines.length)
}

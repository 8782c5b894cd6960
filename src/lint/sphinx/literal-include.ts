/** Sphinx's messages about the part of a file that `literalinclude` shows. */
import { lineNumbersProblem } from '../../rst/index.ts'

interface Part {
  lines: string[]
  /** Line numbers in the file, 0-based. */
  numbers: number[]
}

/** Sphinx's errors in the options of a `literalinclude`, for the text of its file. */
export function literalIncludeProblems(text: string, path: string, options: Readonly<Record<string, string>>): string[] {
  const problems: string[] = []
  const all = text.replace(/\n$/, '').split('\n')
  let part: Part = { lines: all, numbers: all.map((_, at) => at) }
  const take = (from: number, to: number) => {
    part = { lines: part.lines.slice(from, to), numbers: part.numbers.slice(from, to) }
  }
  const { pyobject, lines: spec, dedent } = options
  if (pyobject !== undefined) {
    const found = pythonObject(all, pyobject)
    if (!found) return [`Object named '${pyobject}' not found in include file _StrPath('${path}')`]
    take(found[0], found[1])
  }
  for (const name of ['start-at', 'start-after'] as const) {
    const pattern = options[name]
    if (pattern === undefined) continue
    const at = part.lines.findIndex((line) => line.includes(pattern))
    if (at < 0) return [`${name} pattern not found: ${pattern}`]
    take(name === 'start-at' ? at : at + 1, part.lines.length)
  }
  for (const name of ['end-at', 'end-before'] as const) {
    const pattern = options[name]
    if (pattern === undefined) continue
    // The first line may match the start of the part.
    const at = part.lines.findIndex((line, index) => line.includes(pattern) && (name === 'end-at' || index > 0))
    if (at < 0) return [`${name} pattern not found: ${pattern}`]
    take(0, name === 'end-at' ? at + 1 : at)
  }
  if (spec !== undefined) {
    const problem = lineNumbersProblem(spec, part.lines.length)
    if (problem !== undefined) problems.push(problem)
    if (problem?.startsWith('invalid')) return problems
    const wanted = numbersOf(spec, part.lines.length)
    if ('lineno-match' in options && wanted.some((number, at) => at > 0 && number !== wanted[at - 1]! + 1))
      return [...problems, 'Cannot use "lineno-match" with a disjoint set of "lines"']
    if (wanted.length === 0) return [...problems, `Line spec '${spec}': no lines pulled from include file _StrPath('${path}')`]
    part = { lines: wanted.map((number) => part.lines[number]!), numbers: wanted.map((number) => part.numbers[number]!) }
  }
  const width = Number.parseInt(dedent ?? '0', 10)
  if (part.lines.some((line) => line.slice(0, width).trim() !== '')) problems.push('non-whitespace stripped by dedent')
  const emphasized = options['emphasize-lines']
  const problem = emphasized === undefined ? undefined : lineNumbersProblem(emphasized, part.lines.length)
  return problem === undefined ? problems : [...problems, problem]
}

/** The lines, 0-based, of a valid specification, as far as they exist. */
function numbersOf(spec: string, count: number): number[] {
  return spec.split(',').flatMap((part) => {
    const [from, to] = part.trim().split('-')
    const first = Number(from || 1) - 1
    const last = to === undefined ? first : Number(to || count) - 1
    return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at).filter((number) => number < count)
  })
}

/** The lines of a Python function or class, by its dotted name. */
function pythonObject(lines: readonly string[], name: string): [from: number, to: number] | undefined {
  let [from, to] = [0, lines.length]
  for (const part of name.split('.')) {
    const shape = new RegExp(`^(\\s*)(?:async\\s+def|def|class)\\s+${part.replace(/\W/g, '\\$&')}\\b`)
    const at = lines.findIndex((line, index) => index >= from && index < to && shape.test(line))
    if (at < 0) return undefined
    const indent = shape.exec(lines[at]!)![1]!.length
    const end = lines.findIndex((line, index) => index > at && line.trim() !== '' && line.search(/\S/) <= indent)
    ;[from, to] = [at, end < 0 ? to : Math.min(end, to)]
  }
  return [from, to]
}

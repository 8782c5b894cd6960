/** Reads goaldoc's own files (configurations, profiles) strictly; every error has a place and shows the line. */
import { codeFrame, frameLines } from '../report/index.ts'
import {
  longestSettings,
  parseYaml,
  printable,
  readSimpleYaml,
  sentence,
  tooLong,
  yamlFaults,
  yamlSentence,
} from '../text/index.ts'
import { type CannotError, cannot, reasonOf } from './errors.ts'
import { type Place, type Places, placeAt, startOf } from './places.ts'

/** An error in a file: the path to the value, and what to do. */
export interface Problem {
  path: readonly (string | number)[]
  message: string
}

/** The value of a YAML or JSON text. Throws a `CannotError` with the places of its syntax errors. */
export async function readYamlValue(text: string, shown: string): Promise<unknown> {
  const long = tooLong(text, longestSettings)
  if (long) throw valueErrorAt(shown, text, [{ ...placeAt(text, longestSettings, longestSettings), message: long }])
  const simple = readSimpleYaml(text)
  if (simple) return simple.value
  const library = await import('yaml')
  const { document, excess } = parseYaml(library, text, { prettyErrors: false })
  if (excess) {
    throw valueErrorAt(shown, text, [{ ...placeAt(text, excess.offset, excess.offset), message: sentence(excess.reason) }])
  }
  const faults = yamlFaults(library, document, text)
  if (faults.length > 0) {
    const found = faults
      .slice(0, mostErrors)
      .map((fault) => ({ ...placeAt(text, fault.offset, fault.endOffset), message: yamlSentence(fault) }))
    throw valueErrorAt(shown, text, found, { more: faults.length - found.length })
  }
  try {
    return document.toJS()
  } catch (error) {
    // Aliases that refer to each other would make an endless value.
    const message = error instanceof RangeError ? tooDeep : reasonOf(error)
    throw valueErrorAt(shown, text, [{ ...startOf(text), message }], { cause: error })
  }
}

/** The errors that are shown of a file; those behind them are mostly consequences. */
const mostErrors = 100

const tooDeep = 'Too many levels of nesting'

/** The error for what is wrong with a value; each part has its place. */
export function valueError(shown: string, text: string, problems: readonly Problem[], places: Places): CannotError {
  const found = problems
    .slice(0, mostErrors)
    .map((problem) => ({ ...(places(problem.path) ?? startOf(text)), message: problem.message }))
  return valueErrorAt(shown, text, found, { more: problems.length - found.length })
}

export function valueErrorAt(
  shown: string,
  text: string,
  found: readonly (Place & { message: string })[],
  { more = 0, cause }: { more?: number; cause?: unknown } = {},
): CannotError {
  const lines = frameLines(text)
  const frames = found.map(
    (problem) => `${shown}:${problem.line}:${problem.column}  ${printable(problem.message)}\n${codeFrame(lines, problem)}`,
  )
  if (more > 0) frames.push(`${more} more errors are not listed`)
  const count = found.length + more
  return cannot(`use ${shown}`, count === 1 ? 'it has an error' : `it has ${count} errors`, undefined, {
    detail: frames.join('\n\n'),
    ...(cause === undefined ? {} : { cause }),
  })
}

/** Hostile documents for the linter, its fixes and its reports, and for the lens. */
import { readGoal } from '../../src/document/index.ts'
import { applyFixes, fixAll, lint } from '../../src/lint/index.ts'
import { formats } from '../../src/report/index.ts'
import { once } from '../../src/text/index.ts'
import { hostileDocuments } from './documents.ts'
import type { Kind, Work } from './kinds.ts'

const documentOf = (name: string, size: number) =>
  hostileDocuments(size)
    .find((input) => input.name === name)!
    .source()
const path = 'goals/orbit/telescopes.rst'
const names = [...new Set(hostileDocuments(64).map(({ name }) => name))]

/** The functions to measure. Fixes run after the linter, so their times include it. */
const deeds: Record<string, (source: string) => unknown> = {
  lint: (source) => {
    const diagnostics = lint(source, { path })
    applyFixes(source, diagnostics, { unsafe: true })
    return formats[0]!.format([{ path, source, diagnostics }])
  },
  fix: (source) => fixAll(source, { path, unsafe: true }),
  read: (source) => readGoal(source),
}

/** A report in each format, as a command writes one. Only the time of the first one includes the linter. */
function reports(source: string): Work[] {
  const found = once(() => [{ path, source, diagnostics: lint(source, { path }) }])
  return formats.map((format) => () => format.format(found(), { all: true }))
}

const worksOf: Record<string, (source: string) => Work | Work[]> = {
  ...Object.fromEntries(Object.entries(deeds).map(([deed, work]) => [deed, (source: string) => () => work(source)])),
  report: reports,
}

export const documentKinds: readonly Kind[] = Object.entries(worksOf).flatMap(([deed, works]) =>
  names.map((name): Kind => ({ name: `${deed}: ${name}`, prepare: (size) => works(documentOf(name, size)) })),
)

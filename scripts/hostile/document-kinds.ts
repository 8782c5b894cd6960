/** Hostile documents for the linter, its fixes and its reports, and for the lens. */
import { readGoal } from '../../src/document/index.ts'
import { applyFixes, fixAll, lint } from '../../src/lint/index.ts'
import { formats } from '../../src/report/index.ts'
import { hostileDocuments } from './documents.ts'
import type { Kind } from './kinds.ts'

const documentOf = (name: string, size: number) =>
  hostileDocuments(size)
    .find((input) => input.name === name)!
    .source()
const path = 'goals/orbit/telescopes.rst'
const names = [...new Set(hostileDocuments(64).map(({ name }) => name))]

/** The functions to measure. Fixes and reports run after the linter, so their times include it. */
const deeds: Record<string, (source: string) => unknown> = {
  lint: (source) => {
    const diagnostics = lint(source, { path })
    applyFixes(source, diagnostics, { unsafe: true })
    return formats[0]!.format([{ path, source, diagnostics }])
  },
  fix: (source) => fixAll(source, { path, unsafe: true }),
  report: (source) => {
    const results = [{ path, source, diagnostics: lint(source, { path }) }]
    return formats.map((format) => format.format(results, { all: true }))
  },
  read: (source) => readGoal(source),
}

export const documentKinds: readonly Kind[] = Object.entries(deeds).flatMap(([deed, work]) =>
  names.map(
    (name): Kind => ({
      name: `${deed}: ${name}`,
      prepare(size) {
        const source = documentOf(name, size)
        return () => work(source)
      },
    }),
  ),
)

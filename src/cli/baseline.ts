/** The baseline of a run: findings that are let pass. */
import { isAbsolute, relative, resolve } from 'node:path'
import { type Baseline, makeBaseline, type matchBaseline, readBaseline } from '../lint/index.ts'
import type { Result } from '../report/index.ts'
import { cannot, exists, readText, shownPath, writeText } from '../repository/index.ts'
import type { Inspection, Subject } from './inspect.ts'

const usualBaseline = 'goaldoc.baseline.json'

/** The file: named by the flag, by the configuration of the first document, or the usual one where it is to be written. */
async function baselineFile(subjects: readonly Subject[], { args, io, workspace }: Inspection): Promise<string | undefined> {
  if (typeof args.baseline === 'string') return resolve(io.cwd, args.baseline)
  const configuration = subjects[0] && (await workspace.configurations.of(subjects[0].document))
  return (
    configuration?.config.baseline ??
    (args['update-baseline'] ? resolve(configuration?.folder ?? io.cwd, usualBaseline) : undefined)
  )
}

/** Paths in a baseline are relative to it, so that it holds wherever goaldoc runs. */
function namesOf(results: readonly Result[], file: string, { io }: Inspection) {
  const folder = resolve(file, '..')
  return results.map((result) => ({
    ...result,
    diagnostics: [...result.diagnostics],
    path: relative(folder, resolve(io.cwd, result.path)).replaceAll('\\', '/'),
  }))
}

/** Writes what was found as the baseline. Files that were not looked at keep their entries. */
export async function saveBaseline(
  results: readonly Result[],
  subjects: readonly Subject[],
  inspection: Inspection,
): Promise<number> {
  const file = (await baselineFile(subjects, inspection))!
  const named = namesOf(results, file, inspection)
  const fresh = makeBaseline(named)
  const looked = new Set(named.map(({ path }) => path))
  const kept = Object.entries(exists(file) ? read(file, inspection).files : {}).filter(([path]) => !looked.has(path))
  const files = Object.fromEntries([...kept, ...Object.entries(fresh.files)].sort(([a], [b]) => (a < b ? -1 : 1)))
  const shown = shownPath(file, inspection.io.cwd)
  writeText(file, `${JSON.stringify({ ...fresh, files }, null, 2)}\n`, shown)
  const count = results.reduce((sum, { diagnostics }) => sum + diagnostics.length, 0)
  inspection.io.err(`Wrote ${count} findings to ${shown}\n`)
  return 0
}

/** The results without what the baseline lets pass; entries that count too much are told. */
export async function useBaseline(
  results: Result[],
  subjects: readonly Subject[],
  inspection: Inspection,
  match: typeof matchBaseline,
): Promise<Result[]> {
  const file = await baselineFile(subjects, inspection)
  if (file === undefined || inspection.since !== undefined) return results
  const matched = match(namesOf(results, file, inspection), read(file, inspection))
  for (const { path, rule, expected, found } of matched.stale) {
    inspection.io.err(
      `${path}: the baseline counts ${expected} of ${rule}, found ${found}; bring it up to date with --update-baseline\n`,
    )
  }
  return results.map((result, index) => ({ ...result, diagnostics: matched.results[index]!.diagnostics }))
}

function read(file: string, { io }: Inspection): Baseline {
  const shown = isAbsolute(file) ? shownPath(file, io.cwd) : file
  const text = readText(file, shown)
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw cannot(`use the baseline ${shown}`, 'it is no JSON', 'Write it anew with --update-baseline', { cause: error })
  }
  const baseline = readBaseline(value)
  if (typeof baseline === 'string') throw cannot(`use the baseline ${shown}`, baseline, 'Write it anew with --update-baseline')
  return baseline
}

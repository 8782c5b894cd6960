/** Reads and writes the baseline: findings that are ignored because they existed before. */
import { relative, resolve } from 'node:path'
import { makeBaseline, type matchBaseline } from '../lint/index.ts'
import type { Result } from '../report/index.ts'
import { cannot, exists, loadBaseline, shownPath, writeText } from '../repository/index.ts'
import type { Inspection, Subject } from './inspect.ts'

const usualBaseline = 'goaldoc.baseline.json'

/** The file: from the flag, from the configuration of the first document, or the default name if it is to be written. */
async function baselineFile(subjects: readonly Subject[], { args, io, workspace }: Inspection): Promise<string | undefined> {
  if (typeof args.baseline === 'string') return resolve(io.cwd, args.baseline)
  const configuration = subjects[0] && (await workspace.configurations.of(subjects[0].document))
  return (
    configuration?.config.baseline ??
    (args['update-baseline'] ? resolve(configuration?.folder ?? io.cwd, usualBaseline) : undefined)
  )
}

/** Paths in a baseline are relative to it, so that the working directory does not matter. */
function namesOf(results: readonly Result[], file: string, { io }: Inspection) {
  const folder = resolve(file, '..')
  return results.map((result) => ({
    ...result,
    diagnostics: [...result.diagnostics],
    path: relative(folder, resolve(io.cwd, result.path)).replaceAll('\\', '/'),
  }))
}

/** Writes the findings as the baseline. Files that were not linted keep their entries as long as they exist. */
export async function saveBaseline(
  results: readonly Result[],
  subjects: readonly Subject[],
  inspection: Inspection,
): Promise<void> {
  const { io, args } = inspection
  const file = (await baselineFile(subjects, inspection))!
  const shown = shownPath(file, io.cwd)
  const named = namesOf(results, file, inspection)
  const fresh = makeBaseline(named)
  const looked = new Set(named.map(({ path }) => path))
  const known = exists(file) ? loadBaseline(file, io.cwd) : fresh
  if (typeof known === 'string') io.err(`Cannot read ${shown}: ${known}. It is replaced.\n`)
  const kept = Object.entries(typeof known === 'string' ? {} : known.files).filter(
    ([path]) => !looked.has(path) && exists(resolve(file, '..', path)),
  )
  const files = Object.fromEntries([...kept, ...Object.entries(fresh.files)].sort(([a], [b]) => (a < b ? -1 : 1)))
  writeText(file, `${JSON.stringify({ ...fresh, files }, null, 2)}\n`, shown)
  const count = results.reduce((sum, { diagnostics }) => sum + diagnostics.length, 0)
  io.err(`Wrote ${count} ${count === 1 ? 'finding' : 'findings'} to ${shown}\n`)
  const isUsed = (await baselineFile(subjects, { ...inspection, args: { ...args, 'update-baseline': false } })) !== undefined
  if (!isUsed) io.err(`To use it, write \`baseline: ${usualBaseline}\` into the configuration (goaldoc.config.yaml)\n`)
}

/** The results without the findings in the baseline. Prints how many those are, and which entries count too many. */
export async function useBaseline(
  results: Result[],
  subjects: readonly Subject[],
  inspection: Inspection,
  match: typeof matchBaseline,
): Promise<Result[]> {
  const { args, io, changes } = inspection
  const file = await baselineFile(subjects, inspection)
  if (file === undefined || changes) return results
  const baseline = loadBaseline(file, io.cwd)
  const shown = shownPath(file, io.cwd)
  if (typeof baseline === 'string') throw cannot(`use the baseline ${shown}`, baseline, 'Replace it with --update-baseline')
  const matched = match(namesOf(results, file, inspection), baseline, (path) => exists(resolve(file, '..', path)))
  for (const { path, rule, expected, found } of matched.stale)
    io.err(
      `${path}: the baseline lists ${expected} × ${rule}, but only ${found} ${found === 1 ? 'was' : 'were'} found; update it with --update-baseline\n`,
    )
  const { hidden } = matched
  if (hidden > 0 && !args.hook) io.err(`The baseline ${shown} hides ${hidden} ${hidden === 1 ? 'finding' : 'findings'}\n`)
  return results.map((result, index) => ({ ...result, diagnostics: matched.results[index]!.diagnostics }))
}

/** `goaldoc check`: compares models with documents, and reports everything that `lint` reports. */
import { sep } from 'node:path'
import { exists, type FoundFile, type GoalsSite, goalsFolder, loadModel, openSite, shownPath } from '../repository/index.ts'
import type { Arguments, Command } from './command.ts'
import { absolutePath } from './input.ts'
import { inspect, inspectOptions, readInspection, type Subject } from './inspect.ts'
import type { Io } from './io.ts'
import { withoutPathAsRevision } from './lint.ts'
import { reportModelErrors } from './model-errors.ts'
import { oneOf } from './one-of.ts'
import { type LastRun, watch } from './watch.ts'
import { nothingMatched, openWorkspace, type Pair, pairsOf, printIgnored, type Workspace } from './workspace.ts'

export const check: Command = {
  name: 'check',
  describe:
    'Runs `goaldoc lint` on the documents, and compares them with their models. Use it in CI: errors and differences fail it. Warnings are shown and do not fail it, unless you add `--max-warnings 0`.',
  positionals: [{ name: 'PATH', describe: 'Models, documents or folders (default: goals)', many: true }],
  options: inspectOptions,
  examples: [
    ['goaldoc check', 'Check everything under goals/'],
    ['goaldoc check goals/mars/orbit.yaml', 'Check one model and its document'],
    ['goaldoc check -f github -f sarif:out.sarif', 'Annotate on GitHub, and write a SARIF file'],
  ],
  async run(given, io) {
    // Drift and errors fail the check. Warnings do not, unless the project says so: they are left for the next person who edits the
    // document.
    const args: Arguments = { 'max-warnings': Number.POSITIVE_INFINITY, ...withoutPathAsRevision(given, io) }
    return args.watch ? watch(args, io, (own, memory) => checkOnce(args, own, memory)) : checkOnce(args, io)
  },
}

/** Checks the files once. */
export async function checkOnce(args: Arguments, io: Io, memory?: LastRun): Promise<number> {
  const workspace = openWorkspace(args, io)
  const { pairs, ignored, strange } = await pairsOf(args._, workspace, io)
  const missing = pairs.filter(({ document, model }) => model !== undefined && !exists(document))
  const site = await siteOfGoals(missing, args, workspace, io)
  const inspection = {
    ...(await readInspection(args, workspace, io)),
    load: loadModel,
    ...(site ? { site } : {}),
    ...(memory ? { memory } : {}),
  }
  const around = aroundGoals(site, args, strange, io)
  if (!args.hook) {
    printIgnored(ignored, io)
    for (const { path, shown } of strange)
      if (!site?.files.includes(path)) io.err(`Skipped ${shown}: it is neither a model nor a document\n`)
  }
  if (pairs.length + around.length === 0) {
    if (args.hook) return 0
    throw nothingMatched('check')
  }
  const unusable: Pair[] = []
  const one = oneOf(pairs.length + around.length, io)
  for (const pair of missing) {
    // Errors in a model come first: an invalid model cannot be rendered.
    const code = await one(async () => {
      const model = await loadModel(pair.model!, io.cwd, await workspace.configurations.of(pair.model!))
      return (await reportModelErrors(model, io)) ? 2 : 0
    })
    if (code > 0) unusable.push(pair)
  }
  const subjects = pairs.flatMap((pair): Subject[] => {
    if (!missing.includes(pair)) return [pair]
    return unusable.includes(pair) ? [] : [fileSubject(pair.model!, io)]
  })
  if (subjects.length + around.length === 0) return 2
  const code = await inspect([...subjects, ...around], inspection)
  return unusable.length > 0 ? 2 : code
}

/** The repository of the goals; `undefined` if there is no folder `goals`. */
async function siteOfGoals(missing: readonly Pair[], args: Arguments, workspace: Workspace, io: Io) {
  const goals = goalsFolder(io.cwd)
  const models = missing.flatMap(({ model }) => model ?? [])
  return goals === undefined ? undefined : openSite(goals, io.cwd, workspace, { models, isQuick: args.hook === true })
}

/** The redirects and their tests: the ones that were named, or all if all goals are checked. */
function aroundGoals(site: GoalsSite | undefined, { _: paths }: Arguments, strange: readonly FoundFile[], io: Io): Subject[] {
  if (!site) return []
  const isWhole = paths.length === 0 || paths.some((path) => `${site.folder}${sep}`.startsWith(`${absolutePath(path, io)}${sep}`))
  const wanted = isWhole ? site.files : site.files.filter((path) => strange.some((file) => file.path === path))
  return wanted.map((path) => fileSubject(path, io))
}

/** A file that is not a document. */
function fileSubject(path: string, { cwd }: Io): Subject {
  return { document: path, shown: shownPath(path, cwd), met: { document: true, model: false } }
}

/** `goaldoc check`: models against documents, and everything `lint` says. */
import { exists, goalsFolder, indexEdits, loadModel } from '../repository/index.ts'
import type { Arguments, Command } from './command.ts'
import { inspect, inspectOptions, readInspection } from './inspect.ts'
import type { Io } from './io.ts'
import { withoutPathAsRevision } from './lint.ts'
import { reportModelErrors } from './model-errors.ts'
import { nothingMatched, openWorkspace, pairsOf, quoted, tellIgnored, type Workspace } from './workspace.ts'

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
    const workspace = openWorkspace(args, io)
    const inspection = { ...(await readInspection(args, workspace, io)), load: loadModel }
    const { pairs, ignored, strange } = await pairsOf(args._, workspace, io)
    if (!args.hook) {
      tellIgnored(ignored, io)
      for (const { shown } of strange) io.err(`Skipped ${shown}: it is neither a model nor a document\n`)
    }
    if (pairs.length === 0) {
      if (args.hook) return 0
      throw nothingMatched('check')
    }
    const missing = pairs.filter(({ document }) => !exists(document))
    let isUnusable = false
    for (const { shown, model, shownModel } of missing) {
      // Errors in a model come first: an invalid model cannot be rendered.
      if (await reportModelErrors(await loadModel(model!, io.cwd, await workspace.configurations.of(model!)), io))
        isUnusable = true
      else io.err(`${shownModel} has no document. To make it: goaldoc render ${quoted(shownModel!)} (expected ${shown})\n`)
    }
    if (isUnusable && missing.length === pairs.length) return 2
    const code = await inspect(
      pairs.filter((pair) => !missing.includes(pair)),
      inspection,
    )
    // Where a file could not be read, nobody knows what an index of it should say.
    const stale = args.hook || code === 2 ? [] : await staleIndexes(workspace, io)
    for (const shown of stale) io.err(`The index in ${shown} is not current. To update it: goaldoc render\n`)
    return Math.max(code, isUnusable ? 2 : missing.length > 0 || stale.length > 0 ? 1 : 0)
  },
}

/** Index pages that do not say what the goals say. */
async function staleIndexes(workspace: Workspace, io: Io): Promise<string[]> {
  const goals = goalsFolder(io.cwd)
  const edits = goals === undefined ? undefined : await indexEdits(goals, io.cwd, workspace.sphinx)
  return (edits ?? []).map(({ shown }) => shown)
}

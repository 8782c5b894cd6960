/** `goaldoc check`: models against documents, and everything `lint` says. */
import { exists, loadModel } from '../repository/index.ts'
import type { Arguments, Command } from './command.ts'
import { inspect, inspectOptions, readInspection } from './inspect.ts'
import { withoutPathAsRevision } from './lint.ts'
import { reportModelErrors } from './model-errors.ts'
import { nothingMatched, openWorkspace, pairsOf, quoted, tellIgnored } from './workspace.ts'

export const check: Command = {
  name: 'check',
  describe:
    'Says where models and documents differ, and everything `goaldoc lint` says of the documents. The command for CI: drift and errors fail it, warnings are shown (`--max-warnings 0` fails on them too).',
  positionals: [{ name: 'PATH', describe: 'Models, documents or folders (default: goals)', many: true }],
  options: inspectOptions,
  examples: [
    ['goaldoc check', 'Check everything below goals/'],
    ['goaldoc check goals/mars/orbit.yaml', 'Check one model and its document'],
    ['goaldoc check -f github -f sarif:out.sarif', 'Check on GitHub'],
  ],
  async run(given, io) {
    // Drift and errors fail the check; a warning is for the next person who edits the document, unless the project says otherwise.
    const args: Arguments = { 'max-warnings': Number.POSITIVE_INFINITY, ...withoutPathAsRevision(given, io) }
    const workspace = openWorkspace(args, io)
    const inspection = { ...(await readInspection(args, workspace, io)), load: loadModel }
    const { pairs, ignored, strange } = await pairsOf(args._, workspace, io)
    if (!args.hook) {
      tellIgnored(ignored, io)
      for (const { shown } of strange) io.err(`${shown} is left alone: it is neither a model nor a document\n`)
    }
    if (pairs.length === 0) {
      if (args.hook) return 0
      throw nothingMatched('check')
    }
    const missing = pairs.filter(({ document }) => !exists(document))
    let isUnusable = false
    for (const { shown, model, shownModel } of missing) {
      // A model that is wrong says so first: without a right one there is nothing to render.
      if (await reportModelErrors(await loadModel(model!, io.cwd, await workspace.configurations.of(model!)), io))
        isUnusable = true
      else io.err(`${shownModel} has no document. To make it: goaldoc render ${quoted(shownModel!)} (expected ${shown})\n`)
    }
    if (isUnusable && missing.length === pairs.length) return 2
    const code = await inspect(
      pairs.filter((pair) => !missing.includes(pair)),
      inspection,
    )
    return Math.max(code, isUnusable ? 2 : missing.length > 0 ? 1 : 0)
  },
}

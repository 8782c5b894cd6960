/** `goaldoc render`: writes documents from models. */
import {
  diffOfEdits,
  exists,
  goalsFolder,
  indexEdits,
  loadModel,
  progress,
  readText,
  rememberAgreement,
  renderModel,
  unifiedDiff,
  writeEdits,
  writeText,
} from '../repository/index.ts'
import type { Arguments, Command } from './command.ts'
import { type Io, show } from './io.ts'
import { lensOf } from './lens.ts'
import { reportModelErrors, reportUnwritable } from './model-errors.ts'
import { oneOf } from './one-of.ts'
import { isLongWork, optimisingLate } from './tiers.ts'
import { hookOption, noModel, openWorkspace, type Pair, pairsOf, printIgnored, quoted, type Workspace } from './workspace.ts'

export const render: Command = {
  name: 'render',
  describe:
    'Writes documents from their models. In an existing document, only the parts that differ are changed.\nHand edits that are not in the model are never overwritten; `goaldoc pull` copies them into the model.',
  positionals: [{ name: 'MODEL|DIR', describe: 'Models, their documents, or folders (default: goals)', many: true }],
  options: {
    check: {
      type: 'boolean',
      describe: 'Write nothing; show the differences and the command that removes them, and exit with 1',
    },
    diff: { type: 'boolean', describe: 'Write nothing; show what would change' },
    stdout: { type: 'boolean', describe: 'Print the document of one model and write nothing' },
    merge: { type: 'boolean', describe: 'Run `goaldoc pull` first' },
    force: { type: 'boolean', describe: 'Overwrite hand edits that are not in the model' },
    fresh: { type: 'boolean', describe: 'Write the document from the templates instead of editing it' },
    hook: hookOption,
  },
  examples: [
    ['goaldoc render', 'Update all documents under goals/'],
    ['goaldoc render --check goals/mars', 'Fail if a document differs from its model'],
    ['goaldoc render --stdout goals/mars/orbit.yaml', 'Print a document without writing it'],
  ],
  async run(args, io) {
    const workspace = openWorkspace(args, io)
    const { pairs, ignored, strange } = await pairsOf(args._, workspace, io)
    if (!args.hook) printIgnored(ignored, io)
    for (const { shown } of strange) io.err(`Skipped ${shown}: it is neither a model nor a document\n`)
    const wanted = pairs.filter((pair) => pair.model !== undefined)
    if (wanted.length === 0) {
      const code = await renderIndexes(args, workspace, io)
      if (args.hook || code !== undefined) return code ?? 0
      throw noModel('render', pairs)
    }
    if (args.stdout && wanted.length > 1) {
      io.err('Too many models for `--stdout`; name only one\n')
      return 2
    }
    const line = progress(wanted.length, io.errorStream)
    let code = 0
    const one = oneOf(wanted.length, io)
    const work = async () => {
      for (const pair of wanted) {
        code = Math.max(code, await one(() => renderPair(pair, args, workspace, io)))
        line.step(pair.shown)
      }
    }
    const isLong = wanted.length > 1 || isLongWork([wanted[0]!.model, wanted[0]!.document])
    await (isLong ? optimisingLate(work) : work())
    line.end()
    return args.stdout ? code : Math.max(code, (await renderIndexes(args, workspace, io)) ?? 0)
  },
}

/** Writes the index pages of the goals; returns the exit code, `undefined` if there are none. */
async function renderIndexes(args: Arguments, workspace: Workspace, io: Io): Promise<number | undefined> {
  const goals = goalsFolder(io.cwd)
  const edits = goals === undefined ? undefined : await indexEdits(goals, io.cwd, workspace.sphinx)
  if (!edits || edits.length === 0) return edits && 0
  if (args.check || args.diff) {
    show(io, await diffOfEdits(edits, io.colour), io.colour)
    if (args.check) for (const { shown } of edits) io.out(`The index in ${shown} is not current. To update it: goaldoc render\n`)
    return 1
  }
  writeEdits(edits)
  for (const { shown } of edits) io.err(`Updated ${shown}\n`)
  return 0
}

async function renderPair(pair: Pair, args: Arguments, workspace: Workspace, io: Io): Promise<number> {
  if (args.merge && exists(pair.document)) {
    const { pullPair } = await import('./pull.ts')
    const pulled = await pullPair(pair, args, workspace, io)
    if (pulled > 0) return pulled
  }
  const model = await loadModel(pair.model!, io.cwd, await workspace.configurations.of(pair.model!))
  if (await reportModelErrors(model, io)) return 2
  const { lens, names } = await lensOf(pair, model.goal!, workspace, io)
  const existing = exists(pair.document) ? readText(pair.document, pair.shown) : undefined
  let text: string
  try {
    text = await renderModel(model.goal!, { existing, isFresh: args.fresh === true, ...lens, known: names }, model.shown)
  } catch (error) {
    await reportUnwritable(error, model, io)
    return 2
  }
  if (args.stdout) {
    show(io, text)
    return 0
  }
  if (text === existing) return 0
  if (args.check || args.diff) {
    show(io, await unifiedDiff(pair.shown, existing ?? '', text, io.colour), io.colour)
    if (args.check) io.out(`${pair.shown} differs from ${model.shown}. To update it: goaldoc render ${quoted(model.shown)}\n`)
    return 1
  }
  // A hook that runs because of a document alone has nothing to render.
  const isEdited = args.hook === true && !pair.met.model
  // Imported only now, because it loads the YAML parser.
  const { hasHandEdits } = await import('../repository/index.ts')
  const paths = { document: pair.document, model: pair.model! }
  if (existing !== undefined && !args.force && (isEdited || hasHandEdits(paths, existing, model.goal!, lens))) {
    show(io, await unifiedDiff(pair.shown, existing, text, io.colour), io.colour)
    io.out(
      `${pair.shown} was edited by hand. To keep the edit: goaldoc pull ${quoted(pair.shown)}. To undo it: goaldoc render --force ${quoted(model.shown)}\n`,
    )
    return 1
  }
  writeText(pair.document, text, pair.shown, { before: existing ?? '' })
  rememberAgreement(paths, text, model.goal!)
  io.err(`${existing === undefined ? 'Wrote' : 'Updated'} ${pair.shown}\n`)
  return 0
}

/** `goaldoc pull`: hand edits of documents into their models. */

import { compareGoals, describeDifference, readGoal } from '../document/index.ts'
import type { Goal } from '../goal/index.ts'
import { updateModel } from '../goal/index.ts'
import { resolveConfig } from '../lint/index.ts'
import {
  cannot,
  exists,
  loadModel,
  ownProfiles,
  profileNamed,
  progress,
  pullEdits,
  readText,
  unifiedDiff,
  writeText,
} from '../repository/index.ts'
import type { Arguments, Command } from './command.ts'
import type { Io } from './io.ts'
import { reportModelErrors } from './model-errors.ts'
import { quoted } from './render.ts'
import { nothingMatched, openWorkspace, type Pair, pairsOf, tellIgnored, type Workspace } from './workspace.ts'

export const pull: Command = {
  name: 'pull',
  describe:
    'Takes hand edits of documents into their YAML models, three-way: what changed in the document since both last agreed (as git knows)\nis added to what changed in the model since then.',
  positionals: [{ name: 'DOC|DIR', describe: 'Documents, their models, or folders (default: goals)', many: true }],
  options: {
    base: { type: 'string', value: 'REF', describe: 'Measure the edits from this revision' },
    diff: { type: 'boolean', describe: 'Write nothing; show what would change' },
  },
  examples: [
    ['goaldoc pull goals/mars/orbit.rst', 'Take the edits of one document into goals/mars/orbit.yaml'],
    ['goaldoc pull --base HEAD~3', 'Take in what was edited in the last three commits'],
  ],
  async run(args, io) {
    const workspace = openWorkspace(args, io)
    const { pairs, ignored } = await pairsOf(args._, workspace, io)
    tellIgnored(ignored, io)
    const wanted = pairs.filter(({ model, document }) => model !== undefined && exists(document))
    if (wanted.length === 0) throw nothingMatched('pull')
    const line = progress(wanted.length, io.errorStream)
    let code = 0
    for (const pair of wanted) {
      code = Math.max(code, await pullPair(pair, args, workspace, io))
      line.step(pair.shown)
    }
    line.end()
    return code
  },
}

async function pullPair(pair: Pair, args: Arguments, workspace: Workspace, io: Io): Promise<number> {
  const model = await loadModel(pair.model!, io.cwd, await workspace.configurations.of(pair.model!))
  if (await reportModelErrors(model, io)) return 2
  const document = readText(pair.document, pair.shown)
  const configuration = await workspace.configurations.of(pair.document)
  const name = model.goal!.profile ?? resolveConfig(configuration.config, configuration.nameOf(pair.document)).profile
  const profile = name === undefined ? undefined : await profileNamed(name, await ownProfiles(configuration, io.cwd))
  const pulled = await pullEdits(
    { document, model: model.goal! },
    { document: pair.document, model: pair.model! },
    args.base as string | undefined,
    profile ? { profile } : {},
  )
  if (model.kind === 'typescript') return tellDifferences(pair, model.goal!, document, io)
  const text = updateModel(model.text, pulled.goal)
  if (text !== model.text && !pulled.base)
    io.err(
      `${pair.shown}: git knows no commit in which it agreed with ${model.shown}; every difference counts as an edit of the document\n`,
    )
  for (const conflict of pulled.conflicts) io.err(`${model.shown}: ${conflict}. The model keeps its own\n`)
  if (args.diff) {
    io.out(await unifiedDiff(model.shown, model.text, text, io.colour))
    return text === model.text && pulled.conflicts.length === 0 ? 0 : 1
  }
  if (writeText(pair.model!, text, model.shown)) io.err(`Updated ${model.shown}\n`)
  return pulled.conflicts.length > 0 ? 1 : 0
}

/** A TypeScript model is a program: what it should say is told, with the place to edit, and a person writes it. */
async function tellDifferences(pair: Pair, goal: Goal, document: string, io: Io): Promise<number> {
  const differences = compareGoals(goal, readGoal(document).goal)
  for (const difference of differences) {
    const { a, b } = difference.places
    const places = [a && `${pair.shownModel}:${a.line}:${a.column}`, b && `${pair.shown}:${b.line}:${b.column}`].filter(Boolean)
    io.out(`${places.join(' and ')}: ${describeDifference(difference)}\n`)
  }
  if (differences.length === 0) return 0
  throw cannot(
    `pull into ${pair.shownModel}`,
    'a TypeScript model is not rewritten',
    `Edit it at the places above, then run \`goaldoc render ${quoted(pair.shownModel!)}\``,
  )
}

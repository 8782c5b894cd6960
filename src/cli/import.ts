/** `goaldoc import`: documents to models. */
import { readGoal, teamFaults } from '../document/index.ts'
import { stringifyModel, withoutDerivedStatus } from '../goal/index.ts'
import { resolveConfig } from '../lint/index.ts'
import {
  allProfiles,
  cannot,
  exists,
  isModelPath,
  namingFile,
  notRead,
  ownProfiles,
  profileNamed,
  progress,
  readText,
  rememberAgreement,
  schemaFor,
  shownPath,
  whyNotAGoal,
  writeText,
} from '../repository/index.ts'
import type { Arguments, Command } from './command.ts'
import { absolutePath, readInput } from './input.ts'
import { type Io, show } from './io.ts'
import { oneOf } from './one-of.ts'
import { filesOf, nothingMatched, openWorkspace, printIgnored, type Workspace } from './workspace.ts'

export const importDocuments: Command = {
  name: 'import',
  describe:
    'Creates a YAML model beside each document. Text that fits no key of the model is kept as it is, and reported.\nIn folders, goaldoc skips templates, index pages, and pages that are not goals.',
  positionals: [{ name: 'DOC|DIR', describe: 'Documents, folders, or `-` for standard input', isRequired: true, many: true }],
  options: {
    output: { type: 'string', alias: 'o', value: 'FILE', describe: 'Write the model of one document here' },
    stdout: { type: 'boolean', describe: 'Print the model of one document and write nothing' },
    force: { type: 'boolean', describe: 'Overwrite models that exist' },
    profile: {
      type: 'string',
      value: 'NAME',
      describe: 'Use this profile instead of the one that fits best',
      isRare: true,
    },
  },
  examples: [
    ['goaldoc import goals/mars/orbit.rst', 'Write goals/mars/orbit.yaml'],
    ['goaldoc import --stdout goals/mars/orbit.rst', 'Print the model without writing it'],
  ],
  async run(args, io) {
    const workspace = openWorkspace(args, io)
    if (args._.includes('-')) {
      if (args._.length > 1) throw cannot('import', 'standard input is one document', 'Name `-` alone')
      return importOne(
        { path: absolutePath('-.rst', io), shown: '<stdin>', source: readInput(io), isNamed: true, isInput: true },
        args,
        workspace,
        io,
      )
    }
    const { files, ignored } = await filesOf(args._, workspace, io, { endings: ['.rst'] })
    printIgnored(ignored, io)
    if (files.length === 0) throw nothingMatched('import')
    if (files.length > 1 && (args.stdout || args.output)) {
      io.err(`Too many documents for \`--${args.stdout ? 'stdout' : 'output'}\`; name only one\n`)
      return 2
    }
    const line = progress(files.length, io.errorStream)
    let code = 0
    const one = oneOf(files.length, io)
    for (const { path, shown, isNamed } of files) {
      const imported = await one(async () =>
        importOne({ path, shown, source: readText(path, shown), isNamed }, args, workspace, io),
      )
      code = Math.max(code, imported)
      line.step(shown)
    }
    line.end()
    return code
  },
}

interface Source {
  path: string
  shown: string
  source: string
  /** Whether the user named the file itself, not a folder that contains it. */
  isNamed: boolean
  isInput?: boolean
}

async function importOne(
  { path, shown, source, isNamed, isInput }: Source,
  args: Arguments,
  workspace: Workspace,
  io: Io,
): Promise<number> {
  if (isModelPath(path))
    throw cannot(
      `import ${shown}`,
      'it is a model or a configuration, not a document',
      'Name a document, such as goals/mars/orbit.rst',
    )
  const excess = notRead(shown, source)
  if (excess) {
    io.err(`${excess.message}\n`)
    return 2
  }
  const target =
    typeof args.output === 'string'
      ? absolutePath(args.output, io)
      : args.stdout || isInput
        ? undefined
        : path.replace(/\.[^./\\]+$/, '.yaml')
  const configuration = await workspace.configurations.of(path)
  const resolved = resolveConfig(configuration.config, configuration.nameOf(path))
  const name = (args.profile as string | undefined) ?? resolved.profile
  const own = await ownProfiles(configuration, io.cwd, path)
  const profiles = allProfiles(own)
  const profile = name === undefined ? undefined : await profileNamed(name, own, configuration, io.cwd, path)
  const { goal, diagnostics } = readGoal(source, {
    path: shown,
    known: resolved.known,
    profiles,
    ...(profile ? { profile } : {}),
  })
  const why = isNamed ? undefined : whyNotAGoal(path, source, goal)
  if (why !== undefined) {
    io.err(`Skipped ${shown}: ${why}\n`)
    return 0
  }
  if (target && exists(target) && !args.force) {
    io.err(
      `Cannot write ${shownPath(target, io.cwd)}: it exists. Update it with \`goaldoc pull\`, or overwrite it with --force.\n`,
    )
    return 2
  }
  const twice = teamFaults({ names: [] }, { source, goal })
  if (twice.length > 0) {
    for (const { line, column, message } of twice) io.err(`${shown}:${line}:${column}: ${message}\n`)
    io.err(`Cannot import ${shown}: a model can have each team only once. Combine the sections of the team, then import again.\n`)
    return 2
  }
  const stated = withoutDerivedStatus(goal)
  const model = namingFile(shown, () => stringifyModel(stated, schemaFor(target ?? path)))
  if (target) {
    writeText(target, model, shownPath(target, io.cwd))
    if (target === path.replace(/\.[^./\\]+$/, '.yaml')) rememberAgreement({ document: path, model: target }, source, stated)
    io.err(`Wrote ${shownPath(target, io.cwd)}\n`)
  } else show(io, model)
  for (const { line, column, message } of diagnostics) io.err(`${shown}:${line}:${column}: ${message}\n`)
  return 0
}

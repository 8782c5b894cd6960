/** `goaldoc lint`: finds faults in documents. */
import { resolveConfig } from '../lint/index.ts'
import { cannot, exists, isDocumentPath, isModelPath, isPythonPath, revision, shownPath } from '../repository/index.ts'
import { jsonOf } from '../text/index.ts'
import type { Arguments, Command } from './command.ts'
import { absolutePath, readInput } from './input.ts'
import { inspect, inspectOptions, readInspection, type Subject } from './inspect.ts'
import type { Io } from './io.ts'
import { type LastRun, watch } from './watch.ts'
import { filesOf, nothingMatched, openWorkspace, printIgnored, type Workspace } from './workspace.ts'

export const lint: Command = {
  name: 'lint',
  describe:
    'Finds faults in documents: errors that docutils reports, markup that means something else than it looks, and missing or wrong parts of a goal.',
  positionals: [
    { name: 'PATH', describe: 'Documents, Python files, folders, globs, or `-` for standard input (default: goals)', many: true },
  ],
  options: {
    fix: { type: 'boolean', describe: 'Apply the safe fixes, then report what is left' },
    unsafe: { type: 'boolean', describe: 'With --fix or --diff: apply the unsafe fixes too' },
    diff: { type: 'boolean', describe: 'Write nothing; show what --fix would change' },
    ...inspectOptions,
    'stdin-filename': { type: 'string', value: 'FILE', describe: 'The name of the document on standard input', isRare: true },
    'print-config': {
      type: 'string',
      value: 'FILE',
      describe: 'Print the configuration for a file, and lint nothing',
      isRare: true,
    },
  },
  examples: [
    ['goaldoc lint goals', 'Lint all documents under goals/'],
    ['goaldoc lint --fix goals/mars/orbit.rst', 'Fix one document'],
    ['goaldoc lint -f pretty -f sarif:out.sarif', 'Print the findings, and write a SARIF file'],
    ['goaldoc lint --changed origin/main', 'Report only what this branch changed'],
    ["goaldoc lint '**/*.py'", 'Lint the docstrings of Python files'],
  ],
  async run(given, io) {
    const args = withoutPathAsRevision(given, io)
    return args.watch ? watch(args, io, (own, memory) => lintOnce(args, own, memory)) : lintOnce(args, io)
  },
}

async function lintOnce(args: Arguments, io: Io, memory?: LastRun): Promise<number> {
  if (args.unsafe && !args.fix && !args.diff)
    throw cannot('use --unsafe alone', 'it chooses which fixes are applied', 'Add `--fix` or `--diff`')
  const workspace = openWorkspace(args, io)
  if (typeof args['print-config'] === 'string') return printConfig(args['print-config'], workspace, io)
  const inspection = { ...(await readInspection(args, workspace, io)), ...(memory ? { memory } : {}) }
  if (args._.includes('-')) return inspect([standardInput(args, io)], inspection)
  const { files, ignored } = await filesOf(args._, workspace, io, { endings: ['.rst'], globEndings: ['.py'] })
  if (!args.hook) printIgnored(ignored, io)
  const documents = files.filter(({ path, shown }) => {
    if (isDocumentPath(path) || isPythonPath(path) || !isModelPath(path)) return true
    if (!args.hook) io.err(`Skipped ${shown}: it is not a document; \`goaldoc check\` checks models\n`)
    return false
  })
  if (documents.length === 0) {
    if (args.hook) return 0
    throw nothingMatched('lint')
  }
  return inspect(
    documents.map(({ path, shown }): Subject => ({ document: path, shown, met: { document: true, model: false } })),
    inspection,
  )
}

/** In `--changed PATH`, the value is a path unless git knows it as a revision. */
export function withoutPathAsRevision(args: Arguments, io: Io): Arguments {
  const ref = args.changed
  if (typeof ref !== 'string' || ref === '' || (ref !== '-' && !exists(absolutePath(ref, io))) || revision(io.cwd, ref))
    return args
  return { ...args, changed: '', _: [ref, ...args._] }
}

function standardInput(args: Arguments, io: Io): Subject {
  if (args._.length > 1) throw cannot('lint', 'standard input is one document', 'Name `-` alone')
  const name = (args['stdin-filename'] as string | undefined) ?? 'stdin.rst'
  const document = absolutePath(name, io)
  return {
    document,
    shown: args['stdin-filename'] ? shownPath(document, io.cwd) : '<stdin>',
    source: readInput(io),
    met: { document: true, model: false },
  }
}

async function printConfig(file: string, workspace: Workspace, io: Io): Promise<number> {
  const path = absolutePath(file, io)
  const configuration = await workspace.configurations.of(path)
  const { rules, ...rest } = resolveConfig(configuration.config, configuration.nameOf(path))
  const from = configuration.path && shownPath(configuration.path, io.cwd)
  const shown = { configuration: from ?? null, ignored: configuration.isIgnored(path), ...rest, rules: Object.fromEntries(rules) }
  io.out(jsonOf(shown))
  return 0
}

/** What commands that read files share: the configuration, the teams, and the choice of files. */
import {
  type ConfigurationOptions,
  cannot,
  discover,
  documentOf,
  type FoundFile,
  goalsFolder,
  isDocumentPath,
  isModelPath,
  looksLikeModel,
  modelEndings,
  modelOf,
  openWorkspaceIn,
  shownPath,
  unreadHistory,
  type Workspace,
} from '../repository/index.ts'
import type { Arguments, Option } from './command.ts'
import type { Io } from './io.ts'

export type { Workspace } from '../repository/index.ts'

export const hookOption: Option = {
  type: 'boolean',
  isRare: true,
  describe: 'Print nothing if there are no findings; for hooks',
}

export function openWorkspace(args: Arguments, io: Io): Workspace {
  const { teams } = args
  return openWorkspaceIn(io.cwd, {
    ...configurationOptions(args, io),
    ...(typeof teams === 'string' ? { teams } : {}),
  })
}

/** Which configuration is used, and whether code may run: not with `--no-code`, and not if the environment forbids it, as it does
 * for hooks.
 */
export function configurationOptions({ config, code }: Arguments, { env }: Pick<Io, 'env'>): ConfigurationOptions {
  return { ...(typeof config === 'string' ? { config } : {}), isCodeAllowed: code !== false && !env.GOALDOC_NO_CODE }
}

interface Discovery {
  files: FoundFile[]
  /** Named files that the configuration ignores. */
  ignored: FoundFile[]
}

/** Files of a kind: the named ones, or those of the goals folder if none was named. */
export async function filesOf(
  paths: readonly string[],
  workspace: Workspace,
  io: Io,
  kind: { endings: readonly string[]; globEndings?: readonly string[]; isWanted?: (path: string) => boolean },
): Promise<Discovery> {
  const found = await discover(paths.length > 0 ? paths : [defaultFolder(io)], { cwd: io.cwd, ...kind })
  const discovery: Discovery = { files: [], ignored: [] }
  for (const file of found) {
    const { isIgnored } = await workspace.configurations.of(file.path)
    if (!isIgnored(file.path)) discovery.files.push(file)
    else if (file.isNamed) discovery.ignored.push(file)
  }
  return discovery
}

function defaultFolder(io: Io): string {
  const folder = goalsFolder(io.cwd)
  if (folder) return shownPath(folder, io.cwd)
  throw cannot('find goals', 'there is no folder `goals` here', 'Name documents, models or folders as arguments')
}

/** A document, its model, or both. */
export interface Pair {
  document: string
  model?: string
  /** The names that messages use. */
  shown: string
  shownModel?: string
  /** Which of the two the user named; the other was found beside it or in a folder. */
  met: { document: boolean; model: boolean }
}

/** Pairs of documents and models, each pair once, whichever of the two was named. */
export async function pairsOf(
  paths: readonly string[],
  workspace: Workspace,
  io: Io,
): Promise<{ pairs: Pair[]; ignored: FoundFile[]; strange: FoundFile[] }> {
  const isWanted = (path: string) => isDocumentPath(path) || looksLikeModel(path)
  const { files, ignored } = await filesOf(paths, workspace, io, { endings: ['.rst', ...modelEndings], isWanted })
  const pairs = new Map<string, Pair>()
  const strange: FoundFile[] = []
  for (const file of files) {
    const isModel = isModelPath(file.path)
    if (!isModel && !isDocumentPath(file.path)) {
      strange.push(file)
      continue
    }
    const document = isModel ? documentOf(file.path) : file.path
    const model = isModel ? file.path : modelOf(file.path)
    const known = pairs.get(document)
    if (known?.model && isModel && known.model !== file.path) {
      throw cannot(`check ${known.shown}`, `it has two models, ${known.shownModel} and ${file.shown}`, 'Keep one')
    }
    const pair = known ?? { document, shown: shownPath(document, io.cwd), met: { document: false, model: false } }
    if (model) Object.assign(pair, { model, shownModel: shownPath(model, io.cwd) })
    pair.met[isModel ? 'model' : 'document'] = true
    pairs.set(document, pair)
  }
  return { pairs: [...pairs.values()].sort((a, b) => (a.document < b.document ? -1 : 1)), ignored, strange }
}

/** Prints why a named file is skipped. */
export function printIgnored(ignored: readonly FoundFile[], io: Io): void {
  for (const { shown } of ignored) io.err(`Skipped ${shown}: the configuration ignores it\n`)
}

/** Prints a warning if git refuses to read the repository, because data from its history is then missing. */
export function printUnreadHistory(io: Io): void {
  const unread = unreadHistory(io.cwd)
  if (unread !== undefined) io.err(`${unread}\n`)
}

export function nothingMatched(what: string): Error {
  return cannot(what, 'no file matched', 'Check the paths, `.gitignore`, and `ignores` in the configuration')
}

/** The error if none of the documents has a model beside it. */
export function noModel(what: string, pairs: readonly Pair[]): Error {
  const documents = pairs.filter(({ model }) => model === undefined)
  if (documents.length === 0) return nothingMatched(what)
  const [{ shown }] = documents as [Pair, ...Pair[]]
  return documents.length === 1
    ? cannot(what, `${shown} has no model beside it`, `Make one with \`goaldoc import ${quoted(shown)}\``)
    : cannot(what, `none of the ${documents.length} documents has a model beside it`, 'Make models with `goaldoc import`')
}

/** A path, quoted for a shell. */
export function quoted(path: string): string {
  return /^[\w./+@%:,=-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`
}

/** The state of the server: open files, the files that they depend on, and findings. */
import { relative, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { type Reading, readDocument, updateDocument } from '../document/index.ts'
import { type Diagnostic, type Linted, type Linter, type LintOptions, lint, lintInSteps, matchBaseline } from '../lint/index.ts'
import {
  type ConfigurationOptions,
  documentOf,
  type EarlierVersions,
  exists,
  fileAt,
  forgetProfiles,
  isDocumentPath,
  isPythonPath,
  isUnusable,
  type LoadedModel,
  loadBaseline,
  loadModel,
  looksLikeModel,
  modelFindings,
  modelOf,
  openEarlierVersions,
  openWorkspaceIn,
  type PreparedText,
  prepareText,
  readText,
  unwritableBy,
  type Workspace,
} from '../repository/index.ts'
import { once } from '../text/index.ts'

type FileKind = 'document' | 'python' | 'model'

/** A file as in the editor, with its findings. */
export interface OpenFile {
  text: TextDocument
  source: string
  path: string
  kind: FileKind
  findings: readonly Diagnostic[]
  /** The findings with fixes that can be applied; they are checked on the first call. */
  withFixes(): readonly Diagnostic[]
  /** Like `withFixes`, with the findings of the baseline. */
  allWithFixes(): readonly Diagnostic[]
  /** Whether it is too long to check. */
  isTooLong: boolean
  /** The parts of a document; Python files, models and documents that are too long have none. */
  reading(): Reading
  /** The options for linting it; unused for models. */
  options: LintOptions
  linter: Linter
  /** The model itself, or the model of the document. */
  model?: LoadedModel
}

export interface Session {
  cwd: string
  workspace(): Workspace
  /** Lints a file; each version once. `undefined` if the file is of another kind, or if it changes meanwhile. */
  lint(uri: string): Promise<OpenFile | undefined>
  /** Lints a file by its path, whether it is open or not. */
  lintPath(path: string): Promise<OpenFile | undefined>
  /** The version of an open file; `null` if it is not open. */
  versionOf(uri: string): number | null
  /** The text of a file: from the editor if it is open, otherwise from disk. */
  textOf(path: string): string | undefined
  /** The open files whose findings depend on a file: the file itself, and its model or document. */
  pairOf(uri: string): string[]
  /** Tells that a file on disk has changed, so that cached data from it is read again. */
  changed(path: string): void
  closed(uri: string): void
}

/** The path of a file. What is no file of this machine, or was never saved, gets a path in the working directory. */
export function pathOf(uri: string, cwd: string): string {
  return filePathOf(uri) ?? resolve(cwd, 'untitled.rst')
}

/** The path of a file of this machine. Others are on a host, or their names have separators, null characters or bytes that are not UTF-8. */
export function filePathOf(uri: string): string | undefined {
  if (!uri.startsWith('file:')) return undefined
  try {
    const path = fileURLToPath(uri)
    return path.includes('\0') ? undefined : path
  } catch {
    return undefined
  }
}

export function openSession(
  cwd: string,
  opened: { get(uri: string): TextDocument | undefined; all(): TextDocument[] },
  options: ConfigurationOptions,
): Session {
  let workspace = openWorkspaceIn(cwd, options)
  let earlier = openEarlierVersions({ revision: 'HEAD', name: 'HEAD', isQuick: false })
  const committed = new Map<string, string | undefined>()
  const files = new Map<string, { state: string; file: Promise<OpenFile | undefined> }>()
  // Increases when files that open ones depend on change.
  let round = 0

  const openedAt = (path: string) => opened.all().find(({ uri }) => pathOf(uri, cwd) === path)
  const textIn = (path: string) => openedAt(path)?.getText()
  const textOf = (path: string) => textIn(path) ?? (exists(path) ? readText(path) : undefined)
  // A model is loaded again if its text changes, or a file that it depends on.
  const models = new Map<string, { text: string | undefined; model: ReturnType<typeof loadModel> }>()
  const load: typeof loadModel = (path, folder, configuration) => {
    const text = textOf(path)
    const known = models.get(path)
    if (known?.text === text && known) return known.model
    const model = loadModel(path, folder, configuration, textIn(path))
    models.set(path, { text, model })
    return model
  }

  const pairOf = (uri: string) => {
    const stem = stemOf(pathOf(uri, cwd))
    return opened.all().filter((other) => stemOf(pathOf(other.uri, cwd)) === stem)
  }
  /** A key of everything that the findings of a file depend on. */
  const stateOf = (uri: string) => [round, ...pairOf(uri).map((text) => `${text.uri} ${text.version}`)].join('\0')

  /** A document in the editor is compared with the last commit, saved or not. */
  const before = (source: string): EarlierVersions => ({
    of(document) {
      const known = earlier.of(document)
      if (known) return known
      if (!committed.has(document)) committed.set(document, fileAt(document, 'HEAD'))
      const then = committed.get(document)
      return then === undefined || then === source ? undefined : { name: 'HEAD', source: then }
    },
  })

  const lintText = async (text: TextDocument, isStale: () => boolean): Promise<OpenFile | undefined> => {
    const path = pathOf(text.uri, cwd)
    const kind = kindOf(path)
    if (!kind) return undefined
    const configuration = await workspace.configurations.of(path)
    if (configuration.isIgnored(path)) return undefined
    const source = text.getText()
    const document = kind === 'model' ? documentOf(path) : path
    const model = kind === 'model' ? path : kind === 'document' ? modelOf(path) : undefined
    const documentSource = kind === 'model' ? textOf(document) : source
    const surroundings = { workspace, cwd, settings: {}, load, earlier: before(documentSource ?? '') }
    const prepared = await prepareText({ document, ...(model === undefined ? {} : { model }) }, surroundings)
    if (isStale()) return undefined
    const file = { text, source, path, kind, ...prepared }
    if (kind === 'model') {
      const findings = findingsOfModel(prepared.model!, documentSource, prepared.options)
      const withFixes = () => findings
      return { ...file, findings, withFixes, allWithFixes: withFixes, isTooLong: false, reading: readNothing }
    }
    const { findings, withFixes, isTooLong, reading } = linted(source, prepared)
    const left = (diagnostics: readonly Diagnostic[]) =>
      withoutKnown({ path, source, diagnostics: [...diagnostics] }, configuration.config.baseline, cwd)
    const allWithFixes = once(withFixes)
    return {
      ...file,
      findings: left(findings),
      withFixes: once(() => left(allWithFixes())),
      allWithFixes,
      isTooLong,
      reading: once(reading),
    }
  }

  const session: Session = {
    cwd,
    workspace: () => workspace,
    textOf,
    pairOf: (uri) => pairOf(uri).map((text) => text.uri),
    versionOf: (uri) => opened.get(uri)?.version ?? null,
    async lintPath(path) {
      const open = openedAt(path)
      if (open) return session.lint(open.uri)
      const text = textOf(path)
      if (text === undefined) return undefined
      return lintText(TextDocument.create(pathToFileURL(path).href, '', 0, text), () => false)
    },
    async lint(uri) {
      const text = opened.get(uri)
      if (!text) return undefined
      const state = stateOf(uri)
      const known = files.get(uri)
      if (known?.state === state) return known.file
      const file = lintText(text, () => stateOf(uri) !== state)
      files.set(uri, { state, file })
      return file
    },
    changed(path) {
      round++
      committed.clear()
      models.clear()
      earlier = openEarlierVersions({ revision: 'HEAD', name: 'HEAD', isQuick: false })
      const isText = isDocumentPath(path) && !path.endsWith('template.rst')
      if (kindOf(path) === 'model') return
      forgetProfiles()
      workspace = isText ? { ...workspace, sphinx: openWorkspaceIn(cwd, options).sphinx } : openWorkspaceIn(cwd, options)
    },
    closed(uri) {
      files.delete(uri)
    },
  }
  return session
}

/** The part of the path that a document and its models share. */
function stemOf(path: string): string {
  return path.replace(/\.(?:rst|ya?ml|ts)$/, '')
}

function kindOf(path: string): FileKind | undefined {
  if (isDocumentPath(path)) return 'document'
  if (isPythonPath(path)) return 'python'
  return /\.ya?ml$/.test(path) && exists(path) && looksLikeModel(path) ? 'model' : undefined
}

/** The findings of a text. `lintPython` already checks the fixes, docstring by docstring. */
function linted(source: string, { linter, options }: PreparedText): Linted {
  if (linter === lint) return lintInSteps(source, options)
  const findings = linter(source, options)
  return { findings, withFixes: () => findings, isTooLong: false, reading: readNothing }
}

function readNothing(): Reading {
  return readDocument('')
}

/** The errors in a model, and the values that its document cannot express. */
function findingsOfModel(model: LoadedModel, document: string | undefined, { profile }: LintOptions): Diagnostic[] {
  if (isUnusable(model)) return modelFindings(model.diagnostics)
  if (document === undefined) return []
  return modelFindings(unwritableBy(() => updateDocument(document, model.goal!, profile ? { profile } : {})) ?? [])
}

/** The findings that are not in the baseline. */
function withoutKnown(
  file: { path: string; source: string; diagnostics: Diagnostic[] },
  baselineFile: string | undefined,
  cwd: string,
): Diagnostic[] {
  if (baselineFile === undefined || !exists(baselineFile)) return file.diagnostics
  const folder = resolve(baselineFile, '..')
  const baseline = loadBaseline(baselineFile, cwd)
  if (typeof baseline === 'string') return file.diagnostics
  const path = relative(folder, file.path).replaceAll('\\', '/')
  const matched = matchBaseline([{ ...file, path }], baseline, (name) => exists(resolve(folder, name)))
  return matched.results[0]!.diagnostics
}

/** Connects the requests of the editor with the functions that answer them. */
import {
  type Connection,
  createConnection,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  type InitializeResult,
  type ReferenceParams,
  type RenameParams,
  type TextDocumentPositionParams,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver/node'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { type ConfigurationOptions, pageOf } from '../repository/index.ts'
import { actionKinds, codeActions, openPageCommand } from './code-actions.ts'
import { completions } from './completion.ts'
import { diagnosticOf, failureOf } from './diagnostics.ts'
import { documentLinks } from './document-links.ts'
import { hover } from './hover.ts'
import { definition, references } from './navigation.ts'
import { documentSymbols, foldingRanges } from './outline.ts'
import { renamable, rename } from './rename.ts'
import { openSchedule } from './schedule.ts'
import { filePathOf, type OpenFile, openSession, pathOf, type Session } from './session.ts'

/** Files whose changes can affect findings: documents, models, team lists, configurations, baselines, `conf.py`, templates. */
const watched = ['**/*.{rst,txt,yaml,yml,json,hbs}', '**/goaldoc.config.ts', '**/conf.py']

/** Serves one editor over the standard streams; ends when the editor requests it or closes its stream. Returns the exit code. */
export function serve(cwd: string, version: string, options: ConfigurationOptions): Promise<number> {
  return serveOn(createConnection(process.stdin, process.stdout), cwd, version, options)
}

export function serveOn(connection: Connection, cwd: string, version: string, options: ConfigurationOptions): Promise<number> {
  const texts = new TextDocuments(TextDocument)
  let session = openSession(cwd, texts, options)
  let isWatching = false
  let hasLinks = false

  const schedule = openSchedule((uri) => publish(uri, session, connection, texts, hasLinks))
  const lookAgain = () => {
    for (const { uri } of texts.all()) schedule.ask(uri)
  }

  connection.onInitialize((params): InitializeResult => {
    session = openSession(rootOf(params) ?? cwd, texts, options)
    isWatching = params.capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true
    hasLinks = params.capabilities.textDocument?.publishDiagnostics?.codeDescriptionSupport === true
    return {
      serverInfo: { name: 'goaldoc', version },
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
        codeActionProvider: { codeActionKinds: actionKinds },
        hoverProvider: true,
        documentSymbolProvider: true,
        foldingRangeProvider: true,
        documentLinkProvider: {},
        definitionProvider: true,
        referencesProvider: true,
        completionProvider: { triggerCharacters: [':', '`', '.', '-'] },
        renameProvider: { prepareProvider: true },
        executeCommandProvider: { commands: [openPageCommand] },
      },
    }
  })
  connection.onInitialized(() => {
    if (!isWatching) return
    void connection.client.register(DidChangeWatchedFilesNotification.type, {
      watchers: watched.map((globPattern) => ({ globPattern })),
    })
  })

  texts.onDidChangeContent(({ document }) => {
    for (const uri of session.pairOf(document.uri)) schedule.ask(uri)
  })
  // Editors that do not watch files report at least the files that they save.
  texts.onDidSave(({ document }) => {
    session.changed(pathOf(document.uri, session.cwd))
    lookAgain()
  })
  texts.onDidClose(({ document: { uri } }) => {
    schedule.drop(uri)
    session.closed(uri)
    void connection.sendDiagnostics({ uri, diagnostics: [] })
  })
  connection.onDidChangeWatchedFiles(({ changes }) => {
    for (const { uri } of changes) session.changed(pathOf(uri, session.cwd))
    lookAgain()
  })

  /** The answer about the current version of a file; `null` if the file is of another kind, or cannot be linted. */
  const about = async <Answer>(uri: string, answer: (file: OpenFile) => Answer | Promise<Answer>): Promise<Answer | null> => {
    try {
      // A run that a change interrupted has no result, so it is repeated for the new version.
      for (let version: number | undefined; version !== texts.get(uri)?.version; ) {
        version = texts.get(uri)?.version
        const file = await session.lint(uri)
        if (file) return await answer(file)
      }
      return null
    } catch (error) {
      if (isCannot(error)) return null
      throw error
    }
  }

  /** Answers requests about an offset. */
  const at =
    <Params extends TextDocumentPositionParams, Answer>(
      answer: (file: OpenFile, offset: number, params: Params) => Answer | Promise<Answer>,
    ) =>
    (params: Params) =>
      about(params.textDocument.uri, (file) => answer(file, file.text.offsetAt(params.position), params))

  connection.onCodeAction(({ textDocument, range, context }) =>
    about(textDocument.uri, (file) => codeActions(file, range, context, session.cwd)),
  )
  connection.onDocumentSymbol(({ textDocument }) => about(textDocument.uri, documentSymbols))
  connection.onFoldingRanges(({ textDocument }) => about(textDocument.uri, foldingRanges))
  connection.onDocumentLinks(({ textDocument }) => about(textDocument.uri, (file) => documentLinks(file, session)))
  connection.onHover(at((file, offset) => hover(file, offset, session)))
  connection.onDefinition(at((file, offset) => definition(file, offset, session)))
  connection.onReferences(
    at((file, offset, { context }: ReferenceParams) => references(file, offset, context.includeDeclaration, session)),
  )
  connection.onCompletion(at(completions))
  connection.onPrepareRename(at(renamable))
  connection.onRenameRequest(at((file, offset, { newName }: RenameParams) => rename(file, offset, newName, session)))
  connection.onExecuteCommand(async ({ command, arguments: given }) => {
    const page = command === openPageCommand && given ? pageOf(String(given[0])) : undefined
    if (page) await connection.window.showDocument({ uri: page, external: false })
  })

  return new Promise((resolve) => {
    connection.onExit(() => resolve(0))
    texts.listen(connection)
    connection.listen()
  })
}

function rootOf({ workspaceFolders, rootUri }: InitializeParams): string | undefined {
  const uri = workspaceFolders?.[0]?.uri ?? rootUri
  return uri ? filePathOf(uri) : undefined
}

/** Lints a file and sends its findings, unless the file has changed meanwhile. `hasLinks`: the editor makes a link of the name of a rule. */
async function publish(
  uri: string,
  session: Session,
  connection: Connection,
  texts: TextDocuments<TextDocument>,
  hasLinks: boolean,
): Promise<void> {
  const version = texts.get(uri)?.version
  if (version === undefined) return
  try {
    const file = await session.lint(uri)
    if (!file || texts.get(uri)?.version !== version) return
    const rules = hasLinks ? [...new Set(file.findings.map(({ ruleId }) => ruleId))] : []
    const pages = new Map(rules.map((rule) => [rule, pageOf(rule)]))
    const diagnostics = file.findings.map((found) => diagnosticOf(found, uri, session.cwd, pages.get(found.ruleId)))
    await connection.sendDiagnostics({ uri, version, diagnostics })
  } catch (error) {
    const failure = error instanceof Error ? error : new Error(String(error))
    if (!isCannot(failure)) connection.console.error(failure.stack ?? failure.message)
    await connection.sendDiagnostics({ uri, version, diagnostics: [failureOf(failure)] })
  }
}

/** Whether an error is caused by a file, and not by a bug in the server. */
function isCannot(error: unknown): boolean {
  return error instanceof Error && error.name === 'CannotError'
}

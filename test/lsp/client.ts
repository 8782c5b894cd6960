/** An editor without a screen: starts `goaldoc lsp --stdio` in a folder and speaks the protocol with it. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { pathToFileURL } from 'node:url'
import { afterAll } from 'vitest'
import { createConnection } from 'vscode-languageserver/node'
import {
  type CodeAction,
  createProtocolConnection,
  type Diagnostic,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type Range,
  type RegistrationParams,
  StreamMessageReader,
  StreamMessageWriter,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver-protocol/node'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { serveOn } from '../../src/lsp/server.ts'

const bin = join(import.meta.dirname, '../../src/cli/bin.ts')
const started: (() => Promise<void>)[] = []
afterAll(async () => {
  for (const stop of started) await stop()
})

export interface Client {
  connection: ProtocolConnection
  initialized: InitializeResult
  /** What the server registers later on, without its ids. */
  registered: Promise<{ method: string; registerOptions?: unknown }[]>
  uri(name: string): string
  /** Opens a file and answers what is found in it. */
  open(name: string, text: string): Promise<Diagnostic[]>
  /** Replaces the whole text, and answers what is found in the new one. */
  change(name: string, text: string): Promise<Diagnostic[]>
  /** Replaces part of the text, and answers what is found in the new one if nothing is typed meanwhile. */
  type(name: string, edit: { at: Range; text: string }): Promise<Diagnostic[]>
  textOf(name: string): string
  /** What is found next, without a change of this file; with a condition, the next that fulfils it. */
  next(name: string, isMeant?: (found: Diagnostic[]) => boolean): Promise<Diagnostic[]>
  close(name: string): Promise<void>
  /** Sends a request about a file. */
  ask<Answer>(method: string, name: string, rest?: object): Promise<Answer>
  actions(name: string, range: Range, only?: string[]): Promise<CodeAction[]>
  /** The text of an open file after an edit of the workspace. */
  edited(name: string, edit: WorkspaceEdit): string
  stop(): Promise<void>
}

const goaldoc = ['--import', 'jiti/register', bin, 'lsp', '--stdio']

// What a process of its own does is not counted.
const isCounted = '__VITEST_COVERAGE__' in globalThis

interface Server {
  connection: ProtocolConnection
  /** Ends after the request to shut down. */
  end(): Promise<void>
  hasEnded(): boolean
}

function spawned(program: readonly string[]): Server {
  const server = spawn(process.execPath, program, {
    cwd: join(import.meta.dirname, '../..'),
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const connection = createProtocolConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin))
  return {
    connection,
    hasEnded: () => server.exitCode !== null,
    async end() {
      const ended = new Promise<void>((resolve) => {
        server.once('exit', () => resolve())
      })
      await connection.sendNotification('exit')
      await ended
      connection.dispose()
    },
  }
}

/** The server in this process, which must not end with it. */
function inside(): Server {
  const [toServer, toClient] = [new PassThrough(), new PassThrough()]
  const served = createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient))
  void serveOn(served, process.cwd(), '0.0.0', { isCodeAllowed: true })
  const connection = createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer))
  let hasEnded = false
  return {
    connection,
    hasEnded: () => hasEnded,
    async end() {
      hasEnded = true
      connection.dispose()
      served.dispose()
    },
  }
}

/** `program` is what Node runs: goaldoc, or another server. */
export async function client(
  folder: string,
  capabilities: object = {},
  program = goaldoc,
  rootUri = pathToFileURL(folder).href,
): Promise<Client> {
  const server = program === goaldoc && isCounted ? inside() : spawned(program)
  const { connection } = server
  const texts = new Map<string, TextDocument>()
  const uri = (name: string) => pathToFileURL(join(folder, name)).href
  const waiting = new Set<(params: PublishDiagnosticsParams) => boolean>()
  connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
    for (const wait of waiting) if (wait(params)) waiting.delete(wait)
  })
  const published = (of: string, version?: number, isMeant = (_: Diagnostic[]) => true) =>
    new Promise<Diagnostic[]>((resolve) => {
      waiting.add((params) => {
        // Not every server names the version.
        if (params.uri !== of || (version !== undefined && (params.version ?? version) !== version)) return false
        if (!isMeant(params.diagnostics)) return false
        resolve(params.diagnostics)
        return true
      })
    })
  const registered = new Promise<{ method: string; registerOptions?: unknown }[]>((resolve) => {
    connection.onRequest('client/registerCapability', ({ registrations }: RegistrationParams) =>
      resolve(registrations.map(({ method, registerOptions }) => ({ method, registerOptions }))),
    )
  })
  connection.listen()
  const initialized = await connection.sendRequest<InitializeResult>('initialize', {
    processId: null,
    rootUri,
    capabilities,
  })
  await connection.sendNotification('initialized', {})
  const put = (name: string, text: string) => {
    const before = texts.get(name)
    const now = TextDocument.create(
      uri(name),
      /\.ya?ml$/.test(name) ? 'yaml' : 'restructuredtext',
      (before?.version ?? 0) + 1,
      text,
    )
    texts.set(name, now)
    return now
  }
  const made: Client = {
    connection,
    initialized,
    registered,
    uri,
    async open(name, text) {
      const { version, languageId } = put(name, text)
      const found = published(uri(name), version)
      await connection.sendNotification('textDocument/didOpen', { textDocument: { uri: uri(name), languageId, version, text } })
      return found
    },
    async change(name, text) {
      const { version } = put(name, text)
      const found = published(uri(name), version)
      await connection.sendNotification('textDocument/didChange', {
        textDocument: { uri: uri(name), version },
        contentChanges: [{ text }],
      })
      return found
    },
    async type(name, { at, text }) {
      const { version } = put(name, TextDocument.applyEdits(texts.get(name)!, [{ range: at, newText: text }]))
      const found = published(uri(name), version)
      await connection.sendNotification('textDocument/didChange', {
        textDocument: { uri: uri(name), version },
        contentChanges: [{ range: at, text }],
      })
      return found
    },
    textOf: (name) => texts.get(name)!.getText(),
    next: (name, isMeant) => published(uri(name), undefined, isMeant),
    async close(name) {
      const gone = published(uri(name))
      await connection.sendNotification('textDocument/didClose', { textDocument: { uri: uri(name) } })
      await gone
      texts.delete(name)
    },
    ask: (method, name, rest = {}) => connection.sendRequest(method, { textDocument: { uri: uri(name) }, ...rest }),
    actions: (name, range, only) =>
      made.ask('textDocument/codeAction', name, { range, context: { diagnostics: [], ...(only ? { only } : {}) } }),
    edited(name, edit) {
      const edits = (edit.documentChanges ?? []).flatMap((change) =>
        'edits' in change && change.textDocument.uri === uri(name) ? (change.edits as TextEdit[]) : [],
      )
      return TextDocument.applyEdits(texts.get(name)!, edits)
    },
    async stop() {
      await connection.sendRequest('shutdown')
      await server.end()
    },
  }
  started.push(() => (server.hasEnded() ? Promise.resolve() : made.stop()))
  return made
}

/** The range of the first occurrence of some words, or of the empty place at their start. */
export function rangeOf(text: string, words: string): Range {
  const document = TextDocument.create('', '', 0, text)
  const offset = text.indexOf(words)
  if (offset < 0) throw new Error(`Cannot find ${JSON.stringify(words)} in the text. Correct the test`)
  return { start: document.positionAt(offset), end: document.positionAt(offset + words.length) }
}

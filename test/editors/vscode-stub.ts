/** VS Code without its screen: as much of its interface as the extension and its client use. What the extension registers is kept; what the
 * user would see is said.
 */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { globMatcher } from '../../src/text/index.ts'
import {
  CancellationTokenSource,
  CodeAction,
  CodeActionKind,
  Diagnostic,
  Disposable,
  EventEmitter,
  namesOfTypes,
  Position,
  ProcessExecution,
  Range,
  Task,
  TextEdit,
  Uri,
  WorkspaceEdit,
} from './vscode-classes.ts'

type Command = (...given: unknown[]) => unknown

/** A text in the editor; each change makes a new one of the same name. */
interface Text {
  uri: Uri
  languageId: string
  fileName: string
  version: number
  isDirty: boolean
  isUntitled: boolean
  isClosed: boolean
  getText(): string
  save(): Promise<boolean>
}

interface Selector {
  scheme: string
  pattern?: string
  language?: string
}

/** What a task printed, and how it ended. */
interface Ran {
  name: string
  out: string
  code: number | null
  matcher: string
}

export interface Stub {
  /** What the extension gets for `vscode`. */
  api: object
  commands: Map<string, Command>
  /** The settings that were read, by their whole names. */
  asked: Set<string>
  /** Messages to the user, and what was opened. */
  said: string[]
  ran: Ran[]
  /** The item in the status bar; nothing while it is hidden. */
  statusBar(): string | undefined
  configure(values: Record<string, unknown>): Promise<void>
  trust(): Promise<void>
  open(name: string, languageId: string, text: string): void
  change(name: string, text: string): void
  textOf(name: string): string
  /** What is found in a file, once it fulfils a condition. */
  found(name: string, isMeant: (found: Diagnostic[]) => boolean): Promise<string[]>
}

export function stubOf(
  folder: string,
  { isTrusted = true, settings = {} }: { isTrusted?: boolean; settings?: object } = {},
): Stub {
  const uriOf = (name: string) => Uri.file(join(folder, name))
  const texts = new Map<string, Text>()
  const diagnostics = new Map<string, Diagnostic[]>()
  const actions: { selector: Selector[]; provider: { provideCodeActions: Command } }[] = []
  const events = new Map<string, EventEmitter>()
  const event = (name: string) => {
    if (!events.has(name)) events.set(name, new EventEmitter())
    return events.get(name)!
  }
  const values: Record<string, unknown> = { ...settings }
  const stub: Pick<Stub, 'commands' | 'asked' | 'said' | 'ran'> = { commands: new Map(), asked: new Set(), said: [], ran: [] }
  const say = async (...words: unknown[]) => void stub.said.push(words.map(String).join(' '))
  const nothing = () => new Disposable(() => {})

  const matches = (selector: Selector[], { uri, languageId }: Text) =>
    selector.some(
      ({ scheme, pattern, language }) =>
        scheme === uri.scheme &&
        (pattern === undefined || globMatcher([pattern])(uri.fsPath.slice(1))) &&
        (language === undefined || language === languageId),
    )
  const put = (uri: Uri, languageId: string, text: string) => {
    const document: Text = {
      uri,
      languageId,
      fileName: uri.fsPath,
      version: (texts.get(uri.toString())?.version ?? 0) + 1,
      isDirty: false,
      isUntitled: false,
      isClosed: false,
      getText: () => text,
      save: async () => true,
    }
    texts.set(uri.toString(), document)
    window.activeTextEditor = { document, selection: { active: new Position(0, 0) } }
    return document
  }
  const change = (uri: Uri, text: string) => {
    const before = texts.get(uri.toString())!
    const range = new Range(0, 0, before.getText().split('\n').length, 0)
    const document = put(uri, before.languageId, text)
    event('onDidChangeTextDocument').fire({ document, contentChanges: [{ range, text }] })
  }
  const applyEdit = async (edit: WorkspaceEdit) => {
    for (const [name, edits] of edit.edits) {
      const { uri, languageId, version, getText } = texts.get(name)!
      change(uri, TextDocument.applyEdits(TextDocument.create(name, languageId, version, getText()), edits))
    }
    return true
  }

  /** What the editor does itself. */
  const builtin: Record<string, Command> = {
    'editor.action.sourceAction': async (given) => {
      const { kind } = given as { kind: string }
      const document = window.activeTextEditor!.document
      const context = { only: new CodeActionKind(kind), diagnostics: [], triggerKind: 1 }
      for (const { provider } of actions.filter(({ selector }) => matches(selector, document))) {
        const whole = new Range(0, 0, 0, 0)
        const [action] = (await provider.provideCodeActions(
          document,
          whole,
          context,
          new CancellationTokenSource().token,
        )) as CodeAction[]
        if (action?.edit) await applyEdit(action.edit)
      }
    },
    'markdown.showPreview': (uri) => say('preview', uri),
    'workbench.action.openSettings': (name) => say('settings', name),
  }

  const channel = { logLevel: 1, onDidChangeLogLevel: nothing, show: () => say('output'), dispose: nothing }
  const bar = { text: '', isShown: false, show: () => true, hide: () => true, dispose: nothing }
  bar.show = () => (bar.isShown = true)
  bar.hide = () => (bar.isShown = false)

  const workspace = {
    isTrusted,
    workspaceFolders: [{ uri: Uri.file(folder), name: 'planets', index: 0 }],
    notebookDocuments: [],
    get textDocuments() {
      return [...texts.values()]
    },
    getConfiguration: (section?: string) => ({
      get: (name: string, usual?: unknown) => {
        const whole = section === undefined ? name : `${section}.${name}`
        stub.asked.add(whole)
        return values[whole] ?? usual
      },
    }),
    applyEdit,
    createFileSystemWatcher: () => ({ onDidCreate: nothing, onDidChange: nothing, onDidDelete: nothing, dispose: nothing }),
  }
  const window = {
    activeTextEditor: undefined as { document: Text; selection: { active: Position } } | undefined,
    visibleTextEditors: [],
    tabGroups: { all: [], onDidChangeTabs: nothing },
    createStatusBarItem: () => bar,
    createOutputChannel: () => new Proxy(channel, { get: (its, name) => its[name as keyof typeof its] ?? (() => {}) }),
    showErrorMessage: say,
    showWarningMessage: say,
    showInformationMessage: say,
    showQuickPick: async (items: string[]) => items[0],
  }
  const languages = {
    match: (selector: Selector[], document: Text) => (matches(selector, document) ? 10 : 0),
    getDiagnostics: (uri: Uri) => diagnostics.get(uri.toString()) ?? [],
    createDiagnosticCollection: () => ({
      set: (uri: Uri, found: Diagnostic[] = []) => {
        diagnostics.set(uri.toString(), found)
        event('onDidChangeDiagnostics').fire({ uris: [uri] })
      },
      delete: (uri: Uri) => diagnostics.delete(uri.toString()),
      clear: () => diagnostics.clear(),
      dispose: nothing,
    }),
    registerCodeActionsProvider: (selector: Selector[], provider: { provideCodeActions: Command }) => {
      actions.push({ selector, provider })
      return nothing()
    },
  }
  const commands = {
    registerCommand: (name: string, command: Command) => {
      stub.commands.set(name, command)
      return new Disposable(() => stub.commands.delete(name))
    },
    executeCommand: async (name: string, ...given: unknown[]) => {
      const command = stub.commands.get(name) ?? builtin[name]
      if (!command) throw new Error(`Cannot run the command ${name}: there is none`)
      return command(...given)
    },
  }
  const tasks = {
    executeTask: async ({ name, execution: { process: program, args, options }, problemMatchers }: Task) => {
      const { stdout, stderr, status } = spawnSync(program, args, {
        cwd: options.cwd,
        env: { ...process.env, ...options.env },
        encoding: 'utf8',
      })
      stub.ran.push({ name, out: stdout + stderr, code: status, matcher: problemMatchers })
    },
  }
  /** Its events exist; what else it can register needs no more than an end. */
  const namespace = (its: object) =>
    new Proxy(its, {
      get: (own, name) => {
        if (Reflect.has(own, name) || typeof name !== 'string') return Reflect.get(own, name)
        return name.startsWith('on') ? event(name).event : nothing
      },
    })

  return {
    ...stub,
    api: {
      ...namesOfTypes(),
      version: '1.140.0',
      env: { appName: 'planets', language: 'en' },
      workspace: namespace(workspace),
      window: namespace(window),
      languages: namespace(languages),
      commands: namespace(commands),
      tasks: namespace(tasks),
      ...{ CancellationTokenSource, CodeAction, CodeActionKind, Diagnostic, Disposable, EventEmitter, Position },
      ...{ ProcessExecution, Range, Task, TextEdit, Uri, WorkspaceEdit },
    },
    statusBar: () => (bar.isShown ? bar.text : undefined),
    async configure(changed) {
      Object.assign(values, changed)
      const affectsConfiguration = (name: string) => Object.keys(changed).includes(name)
      await Promise.all([...event('onDidChangeConfiguration').listeners].map((listen) => listen({ affectsConfiguration })))
    },
    async trust() {
      workspace.isTrusted = true
      await Promise.all([...event('onDidGrantWorkspaceTrust').listeners].map((listen) => listen(undefined)))
    },
    open(name, languageId, text) {
      event('onDidOpenTextDocument').fire(put(uriOf(name), languageId, text))
      event('onDidChangeActiveTextEditor').fire(window.activeTextEditor)
    },
    change: (name, text) => change(uriOf(name), text),
    textOf: (name) => texts.get(uriOf(name).toString())!.getText(),
    found: (name, isMeant) =>
      new Promise((resolve) => {
        const look = () => {
          const found = diagnostics.get(uriOf(name).toString())
          if (!found || !isMeant(found)) return
          listening.dispose()
          resolve(found.map(({ range, source, code, message }) => `${range.start.line}: ${source} ${code.value}: ${message}`))
        }
        const listening = event('onDidChangeDiagnostics').event(look)
        look()
      }),
  }
}

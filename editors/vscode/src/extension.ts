/** The extension for VS Code: a client of `goaldoc lsp`, which does the work. */
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { commands, type ExtensionContext, window, workspace } from 'vscode'
import { State as ClientState, LanguageClient, TransportKind } from 'vscode-languageclient/node'
import { check, explain, fixAll, ownProgram, pull, render } from './commands.ts'
import type { Program } from './program.ts'
import { readSettings } from './settings.ts'
import { openStatus, type Status } from './status.ts'

let client: LanguageClient | undefined

/** Which documents the editor tells the server about. */
type Filter = { scheme: string; pattern: string } | { scheme: string; language: string }

export async function activate(context: ExtensionContext): Promise<void> {
  const status = openStatus(context)
  const restart = async () => {
    await deactivate()
    await start(status)
  }
  const registered: Record<string, () => Promise<void> | void> = {
    'goaldoc.fixAll': fixAll,
    'goaldoc.explain': explain,
    'goaldoc.render': render,
    'goaldoc.pull': pull,
    'goaldoc.check': check,
    'goaldoc.restart': restart,
    'goaldoc.showOutput': () => client?.outputChannel.show(),
  }
  for (const [name, command] of Object.entries(registered)) context.subscriptions.push(commands.registerCommand(name, command))
  context.subscriptions.push(
    workspace.onDidGrantWorkspaceTrust(restart),
    workspace.onDidChangeConfiguration(async (change) => {
      const isOurs = ['path', 'projectCode', 'documents'].some((name) => change.affectsConfiguration(`goaldoc.${name}`))
      if (isOurs) await restart()
    }),
  )
  await start(status)
}

export async function deactivate(): Promise<void> {
  const stopping = client
  client = undefined
  await stopping?.dispose()
}

async function start(status: Status): Promise<void> {
  const documents = selectorOf(readSettings().documents)
  status.show({ name: 'starting' }, documents)
  const program = ownProgram()
  const why = await whyNot(program)
  if (why !== undefined) {
    status.show({ name: 'stopped', why }, documents)
    void askForPath(why)
    return
  }
  const started = clientOf(program, documents)
  client = started
  started.onDidChangeState(({ newState }) => {
    if (client !== started) return
    const version = started.initializeResult?.serverInfo?.version ?? ''
    if (newState === ClientState.Running) status.show({ name: 'running', version }, documents)
    if (newState === ClientState.Stopped) status.show({ name: 'stopped', why: 'goaldoc has stopped' }, documents)
  })
  try {
    await started.start()
  } catch (error) {
    // The client has told the user; what never ran cannot be stopped.
    client = undefined
    status.show(
      { name: 'stopped', why: `Cannot start goaldoc: ${error instanceof Error ? error.message : String(error)}` },
      documents,
    )
  }
}

function clientOf({ command, args, env }: Program, documentSelector: Filter[]): LanguageClient {
  const server = { command, args: [...args, 'lsp'], transport: TransportKind.stdio, options: { env: { ...process.env, ...env } } }
  const made: LanguageClient = new LanguageClient('goaldoc', 'goaldoc', server, {
    documentSelector,
    middleware: {
      window: {
        // The page of a rule is Markdown, and meant to be read.
        showDocument: async (params, token, next) => {
          if (!params.uri.endsWith('.md')) return next(params, token)
          await commands.executeCommand('markdown.showPreview', made.protocol2CodeConverter.asUri(params.uri))
          return { success: true }
        },
      },
    },
  })
  return made
}

/** Globs match at any depth, as those of `.gitignore`; a document that was never saved has no path. */
function selectorOf(globs: readonly string[]): Filter[] {
  const saved = globs.map((glob) => ({ scheme: 'file', pattern: /^(?:\*\*\/|\/)/.test(glob) ? glob : `**/${glob}` }))
  return [...saved, { scheme: 'untitled', language: 'restructuredtext' }]
}

/** Why a program cannot be started; nothing if it can. */
async function whyNot({ command, args, env }: Program): Promise<string | undefined> {
  try {
    await promisify(execFile)(command, [...args, '--version'], { env: { ...process.env, ...env } })
    return undefined
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    return `Cannot start goaldoc: ${code === 'ENOENT' ? `there is no program \`${command}\`` : message}`
  }
}

async function askForPath(why: string): Promise<void> {
  const open = 'Open Settings'
  const remedy = 'Install it in the project (`npm install --save-dev goaldoc`), or set `goaldoc.path`'
  const answer = await window.showErrorMessage(`${why}. ${remedy}`, open)
  if (answer === open) await commands.executeCommand('workbench.action.openSettings', 'goaldoc.path')
}

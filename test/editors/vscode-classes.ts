/** The classes of VS Code's interface that the extension and its client use. Other names of the interface, which come from its types, are
 * empty classes and numbers.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'

type Listener = (event: unknown) => unknown

export class EventEmitter {
  listeners = new Set<Listener>()
  event = (listener: Listener, self?: unknown) => {
    const bound = self === undefined ? listener : listener.bind(self)
    this.listeners.add(bound)
    return { dispose: () => this.listeners.delete(bound) }
  }
  fire(event?: unknown) {
    for (const listener of [...this.listeners]) listener(event)
  }
  dispose() {
    this.listeners.clear()
  }
}

export class Position {
  line: number
  character: number
  constructor(line: number, character: number) {
    this.line = line
    this.character = character
  }
  isBefore(other: Position) {
    return this.line < other.line || (this.line === other.line && this.character < other.character)
  }
}

export class Range {
  start: Position
  end: Position
  constructor(start: Position | number, end: Position | number, endLine?: number, endCharacter?: number) {
    this.start = typeof start === 'number' ? new Position(start, end as number) : start
    this.end = typeof start === 'number' ? new Position(endLine!, endCharacter!) : (end as Position)
  }
  contains(position: Position) {
    return !position.isBefore(this.start) && !this.end.isBefore(position)
  }
}

export class Uri {
  url: URL
  constructor(url: URL) {
    this.url = url
  }
  static parse = (text: string) => new Uri(new URL(text))
  static file = (path: string) => new Uri(pathToFileURL(path))
  get scheme() {
    return this.url.protocol.slice(0, -1)
  }
  get fsPath() {
    return fileURLToPath(this.url)
  }
  toString() {
    return this.url.href
  }
}

export class Diagnostic {
  declare source: string
  declare code: { value: string; target: Uri }
  range: Range
  message: string
  constructor(range: Range, message: string) {
    this.range = range
    this.message = message
  }
}

export class CodeActionKind {
  static Empty = new CodeActionKind('')
  value: string
  constructor(value: string) {
    this.value = value
  }
  append(part: string) {
    return new CodeActionKind(this.value ? `${this.value}.${part}` : part)
  }
}

export class CodeAction {
  declare edit?: WorkspaceEdit
  title: string
  constructor(title: string) {
    this.title = title
  }
}

export class WorkspaceEdit {
  edits = new Map<string, { range: Range; newText: string }[]>()
  set(uri: Uri, edits: [{ range: Range; newText: string }, unknown][]) {
    this.edits.set(
      uri.toString(),
      edits.map(([edit]) => edit),
    )
  }
}

export class TextEdit {
  range: Range
  newText: string
  constructor(range: Range, newText: string) {
    this.range = range
    this.newText = newText
  }
}

export class ProcessExecution {
  process: string
  args: string[]
  options: { env: Record<string, string>; cwd: string }
  constructor(process: string, args: string[], options: { env: Record<string, string>; cwd: string }) {
    this.process = process
    this.args = args
    this.options = options
  }
}

export class Task {
  name: string
  execution: ProcessExecution
  problemMatchers: string
  constructor(_: object, __: number, name: string, ___: string, execution: ProcessExecution, problemMatchers: string) {
    this.name = name
    this.execution = execution
    this.problemMatchers = problemMatchers
  }
}

export class Disposable {
  dispose: () => void
  constructor(dispose: () => void) {
    this.dispose = dispose
  }
}

export class CancellationTokenSource {
  token = { isCancellationRequested: false, onCancellationRequested: new EventEmitter().event }
  cancel() {}
  dispose() {}
}

/** The classes and numbers of the interface. */
export function namesOfTypes(): Record<string, unknown> {
  const types = readFileSync(createRequire(import.meta.url).resolve('@types/vscode/index.d.ts'), 'utf8')
  const classes = [...types.matchAll(/^\texport class (\w+)/gm)].map(([, name]) => [name!, class {}] as const)
  const enums = [...types.matchAll(/^\texport enum (\w+) \{(.*?)^\t\}/gms)].map(([, name, body]) => {
    const members = [...body!.matchAll(/^\t\t(\w+)(?: = (-?\d+))?,?$/gm)]
    return [name!, Object.fromEntries(members.map(([, member, number], at) => [member!, Number(number ?? at)]))] as const
  })
  return Object.fromEntries([...classes, ...enums])
}

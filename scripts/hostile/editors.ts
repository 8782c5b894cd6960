/** Hostile documents in an editor: everything that the language server is asked about them. */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { codeActions } from '../../src/lsp/code-actions.ts'
import { completions } from '../../src/lsp/completion.ts'
import { diagnosticOf } from '../../src/lsp/diagnostics.ts'
import { documentLinks } from '../../src/lsp/document-links.ts'
import { hover } from '../../src/lsp/hover.ts'
import { definition, references } from '../../src/lsp/navigation.ts'
import { documentSymbols, foldingRanges } from '../../src/lsp/outline.ts'
import { renamable, rename } from '../../src/lsp/rename.ts'
import { type OpenFile, openSession, type Session } from '../../src/lsp/session.ts'
import { hostileDocuments } from './documents.ts'
import type { Kind } from './kinds.ts'

const folder = join(import.meta.dirname, 'nowhere')
const uri = pathToFileURL(join(folder, 'telescopes.rst')).href
const start = { line: 0, character: 0 }

/** A session with one open file. */
function sessionWith(source: string): { session: Session; text: TextDocument } {
  const text = TextDocument.create(uri, 'restructuredtext', 1, source)
  const opened = { get: (name: string) => (name === uri ? text : undefined), all: () => [text] }
  return { session: openSession(folder, opened, {}), text }
}

type Request = (file: OpenFile, session: Session) => unknown

/** An answer at the start, in the middle and at the end. */
const places = (answer: (file: OpenFile, offset: number, session: Session) => unknown): Request => {
  return async (file, session) => {
    for (const part of [0, 0.5, 1]) await answer(file, Math.floor(file.source.length * part), session)
  }
}

/** The requests of editors. Those of a group arrive together. */
const requests: Record<string, readonly Request[]> = {
  opened: [
    (file) => file.findings.map((found) => diagnosticOf(found, uri, folder)),
    documentSymbols,
    foldingRanges,
    documentLinks,
  ],
  actions: [(file) => codeActions(file, { start, end: file.text.positionAt(file.source.length) }, { diagnostics: [] }, folder)],
  names: [
    places(hover),
    places(definition),
    places((file, offset, session) => references(file, offset, true, session)),
    places(completions),
    places(renamable),
    places((file, offset, session) => rename(file, offset, 'Venus', session)),
  ],
}

const names = [...new Set(hostileDocuments(64).map(({ name }) => name))]
const documentOf = (name: string, size: number) =>
  hostileDocuments(size)
    .find((input) => input.name === name)!
    .source()

const ofDocuments = Object.entries(requests).flatMap(([group, asked]) =>
  names.map(
    (name): Kind => ({
      name: `editor, ${group}: ${name}`,
      prepare(size) {
        const source = documentOf(name, size)
        const { session } = sessionWith(source)
        const open = async () => (await session.lint(uri))!
        // A version is linted once: an editor shows its findings before it asks for more.
        return [
          open,
          async () => {
            const file = await open()
            for (const request of asked) await request(file, session)
          },
        ]
      },
    }),
  ),
)

export const editorKinds: readonly Kind[] = ofDocuments

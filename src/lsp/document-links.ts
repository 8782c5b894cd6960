/** Links to files: `:doc:`, entries of toctrees, and the files of directives such as `include` and `image`. */
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { DocumentLink } from 'vscode-languageserver'
import { readToctrees } from '../lint/index.ts'
import { exists } from '../repository/index.ts'
import { linesOf } from '../text/index.ts'
import { mentionsIn } from './mentions.ts'
import { documentNamed } from './navigation.ts'
import { rangeBetween } from './place.ts'
import type { Look, Session } from './session.ts'

export function documentLinks(look: Look, session: Session): DocumentLink[] {
  if (look.kind !== 'document') return []
  const link = (offset: number, length: number, target: string | undefined): DocumentLink[] =>
    target === undefined ? [] : [{ range: rangeBetween(look.text, offset, offset + length), target }]
  const named = (name: string) => documentNamed(look, name, session)
  const documents = mentionsIn(look).flatMap(({ kind, name, offset }) =>
    kind === 'document' ? link(offset, name.length, named(name)) : [],
  )
  const lines = linesOf(look.source)
  const entries = readToctrees(look.source).flatMap((toctree) =>
    toctree.entries.flatMap(({ line, target, isPattern }) => {
      const { text, offset } = lines[line]!
      return isPattern ? [] : link(offset + text.lastIndexOf(target), target.length, named(target.replace(/\.rst$/, '')))
    }),
  )
  const files = [
    ...look.source.matchAll(/^([ \t]*\.\. (?:\|[^|\n]*\| )?(?:include|literalinclude|image|figure):: +)(\S+)[ \t]*$/gm),
  ].flatMap(({ index, 1: before, 2: path }) => link(index + before!.length, path!.length, fileNamed(look, path!, session)))
  return [...documents, ...entries, ...files]
}

/** The absolute path of a file that a document names; `/` stands for the folder of `conf.py`. */
function fileNamed(look: Look, path: string, session: Session): string | undefined {
  const folder = path.startsWith('/') ? session.workspace().sphinx.of(look.path)?.folder : dirname(look.path)
  const file = folder === undefined ? undefined : join(folder, path)
  return file !== undefined && exists(file) ? pathToFileURL(file).href : undefined
}

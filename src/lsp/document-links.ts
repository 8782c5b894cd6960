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
import type { OpenFile, Session } from './session.ts'

export function documentLinks(file: OpenFile, session: Session): DocumentLink[] {
  if (file.kind !== 'document' || file.isTooLong) return []
  const link = (offset: number, length: number, target: string | undefined): DocumentLink[] =>
    target === undefined ? [] : [{ range: rangeBetween(file.text, offset, offset + length), target }]
  const named = (name: string) => documentNamed(file, name, session)
  const documents = mentionsIn(file).flatMap(({ kind, name, offset }) =>
    kind === 'document' ? link(offset, name.length, named(name)) : [],
  )
  const lines = linesOf(file.source)
  const entries = readToctrees(file.source).flatMap((toctree) =>
    toctree.entries.flatMap(({ line, target, isPattern }) => {
      const { text, offset } = lines[line]!
      return isPattern ? [] : link(offset + text.lastIndexOf(target), target.length, named(target.replace(/\.rst$/, '')))
    }),
  )
  const files = [
    ...file.source.matchAll(/^([ \t]*\.\. (?:\|[^|\n]*\| )?(?:include|literalinclude|image|figure):: +)(\S+)[ \t]*$/gm),
  ].flatMap(({ index, 1: before, 2: path }) => link(index + before!.length, path!.length, fileNamed(file, path!, session)))
  return [...documents, ...entries, ...files]
}

/** The absolute path of a file that a document names; `/` stands for the folder of `conf.py`. */
function fileNamed(file: OpenFile, path: string, session: Session): string | undefined {
  const folder = path.startsWith('/') ? session.workspace().sphinx.of(file.path)?.folder : dirname(file.path)
  const target = folder === undefined ? undefined : join(folder, path)
  return target !== undefined && exists(target) ? pathToFileURL(target).href : undefined
}

/** Renames a team in document and model, or a target with all references to it. */
import type { Range, WorkspaceEdit } from 'vscode-languageserver'
import { stringify } from 'yaml'
import { columnWidth, type ElementNode } from '../rst/index.ts'
import type { Edit } from '../text/index.ts'
import { appendAll, once } from '../text/index.ts'
import { type Mention, mentionAt } from './mentions.ts'
import { allMentions, type PlacedMention } from './navigation.ts'
import { rangeBetween, textEdits } from './place.ts'
import { elementsBelow } from './reading.ts'
import { type OpenFile, pathOf, type Session } from './session.ts'

/** The range of the name to rename; `null` if there is none. */
export function renamable(file: OpenFile, offset: number): Range | null {
  const mention = mentionAt(file, offset)
  if (!mention || mention.kind === 'document') return null
  return rangeBetween(file.text, mention.offset, mention.endOffset)
}

/** The edits; `null` if there is no name, or if the new name is not possible. */
export async function rename(file: OpenFile, offset: number, newName: string, session: Session): Promise<WorkspaceEdit | null> {
  const mention = mentionAt(file, offset)
  const name = newName.trim().replace(/\s+/g, ' ')
  if (!mention || mention.kind === 'document' || name === '' || /[`<>:\\]|_$/.test(name)) return null
  const byFile = new Map<string, { text: PlacedMention['text']; edits: Edit[]; sections: () => Map<number, ElementNode> }>()
  for (const { text, mention: other } of await allMentions(file, mention, session)) {
    const its = text.uri === file.text.uri ? file : await session.lintPath(pathOf(text.uri, session.cwd))
    const edited = byFile.get(text.uri) ?? { text, edits: [], sections: once(() => sectionsOf(its!)) }
    const title = its && other.isDefinition ? titleEdits(its, edited.sections(), other, name) : undefined
    appendAll(edited.edits, title ?? [editOf(text, other, name)])
    byFile.set(text.uri, edited)
  }
  return {
    documentChanges: [...byFile.values()].map(({ text, edits }) => ({
      // A file that is not open has no version.
      textDocument: { uri: text.uri, version: session.versionOf(text.uri) },
      edits: textEdits(text, edits),
    })),
  }
}

function editOf(text: PlacedMention['text'], mention: Mention, name: string): Edit {
  const { offset, endOffset, bare } = mention
  if (/\.ya?ml$/.test(text.uri)) return { offset, endOffset, text: stringify(name).trimEnd() }
  if (bare && !/^[\p{L}\p{N}]+(?:[-._+:][\p{L}\p{N}]+)*$/u.test(name)) return { ...bare, text: `\`${name}\`_` }
  return { offset, endOffset, text: name }
}

/** The sections of a document, by the offsets of their titles. */
function sectionsOf(file: OpenFile): Map<number, ElementNode> {
  if (file.kind !== 'document') return new Map()
  return new Map(
    elementsBelow(file.reading().tree).flatMap((node): [number, ElementNode][] => {
      const [title] = node.children
      return node.type === 'section' && title ? [[title.position.start.offset, node]] : []
    }),
  )
}

/** The edits of a title and its adornment, whose length changes by the same number of columns. */
function titleEdits(
  file: OpenFile,
  sections: ReadonlyMap<number, ElementNode>,
  { offset, endOffset }: Mention,
  name: string,
): Edit[] | undefined {
  const { source, kind } = file
  if (kind !== 'document') return undefined
  const section = sections.get(offset)
  const adornment = section?.data?.adornment as { underline: { end: number } } | undefined
  if (!section || !adornment) return undefined
  const start = section.position.start.offset
  const room = columnWidth(name) - columnWidth(source.slice(offset, endOffset))
  const edits: Edit[] = [{ offset, endOffset, text: name }]
  for (const line of source.slice(start, adornment.underline.end).matchAll(/^([!-/:-@[-`{-~])\1*$/gm)) {
    const length = Math.max(1, line[0].length + room)
    const at = start + line.index
    if (length !== line[0].length) edits.push({ offset: at, endOffset: at + line[0].length, text: line[1]!.repeat(length) })
  }
  return edits
}

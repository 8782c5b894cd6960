/** Finds the definition of a name, and all references to it. */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Location } from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { documentOf } from '../repository/index.ts'
import { isSameMention, type Mention, mentionAt, mentionsIn, mentionsOfText } from './mentions.ts'
import { rangeBetween } from './place.ts'
import type { OpenFile, Session } from './session.ts'

/** A name, with its file. */
export interface PlacedMention {
  text: TextDocument
  mention: Mention
}

/** The definitions of the name at an offset. */
export async function definition(file: OpenFile, offset: number, session: Session): Promise<Location[]> {
  const mention = mentionAt(file, offset)
  if (!mention) return []
  if (mention.kind === 'document') {
    const uri = documentNamed(file, mention.name, session)
    const start = { line: 0, character: 0 }
    return uri === undefined ? [] : [{ uri, range: { start, end: start } }]
  }
  const all = await allMentions(file, mention, session)
  return all.filter((other) => other.mention.isDefinition && !(other.mention === mention)).map(locationOf)
}

export async function references(file: OpenFile, offset: number, withDefinition: boolean, session: Session): Promise<Location[]> {
  const mention = mentionAt(file, offset)
  const all = mention ? await allMentions(file, mention, session) : []
  return all.filter((other) => withDefinition || !other.mention.isDefinition || other.mention.kind === 'team').map(locationOf)
}

/** All places with the same meaning: in the file, in its model or document, and in other documents of its project. */
export async function allMentions(file: OpenFile, mention: Mention, session: Session): Promise<PlacedMention[]> {
  const here = mentionsIn(file).map((other) => ({ text: file.text, mention: other }))
  const elsewhere = mention.kind === 'team' ? await teamsOfPair(file, session) : namesOfProject(file, mention, session)
  return [...here, ...elsewhere].filter((other) => isSameMention(other.mention, mention))
}

async function teamsOfPair(file: OpenFile, session: Session): Promise<PlacedMention[]> {
  const path = file.kind === 'model' ? documentOf(file.path) : file.model?.path
  const other = path === undefined ? undefined : await session.lintPath(path)
  return other ? mentionsIn(other).map((mention) => ({ text: other.text, mention })) : []
}

function namesOfProject(file: OpenFile, { kind, name }: Mention, session: Session): PlacedMention[] {
  const { sphinx } = file.options
  const folder = session.workspace().sphinx.of(file.path)?.folder
  if (!sphinx || folder === undefined) return []
  if (kind !== 'target' || !sphinx.project.labels().has(name)) return []
  return sphinx.project.names().flatMap((document) => {
    const full = join(folder, sphinx.project.pathOf(document)!)
    const source = full === file.path ? undefined : session.textOf(full)
    if (!source?.toLowerCase().includes(name)) return []
    const text = TextDocument.create(pathToFileURL(full).href, 'restructuredtext', 0, source)
    const mentions = mentionsOfText(source)
    // In the document with the definition, every reference counts; in other documents only those to labels.
    const isDefined = mentions.some((mention) => mention.isLabel && mention.isDefinition && mention.name === name)
    return mentions.filter((mention) => isDefined || mention.isLabel).map((mention) => ({ text, mention }))
  })
}

/** The URL of the document that another document names. */
export function documentNamed(file: OpenFile, name: string, session: Session): string | undefined {
  const { sphinx } = file.options
  const folder = session.workspace().sphinx.of(file.path)?.folder
  const path = sphinx?.project.pathOf(resolved(sphinx.path, name))
  return path === undefined || folder === undefined ? undefined : pathToFileURL(join(folder, path)).href
}

/** The full name of a document, from its name in another document; `/` stands for the top. */
function resolved(from: string, name: string): string {
  return new URL(name, `file:///${from}`).pathname.slice(1)
}

function locationOf({ text, mention }: PlacedMention): Location {
  return { uri: text.uri, range: rangeBetween(text, mention.offset, mention.endOffset) }
}

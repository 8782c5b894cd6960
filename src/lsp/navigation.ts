/** Finds the definition of a name, and all references to it. */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Location } from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { documentOf } from '../repository/index.ts'
import { type Mention, meansSame, mentionAt, mentionsIn, mentionsOfText } from './mentions.ts'
import { rangeBetween } from './place.ts'
import type { Look, Session } from './session.ts'

/** A name, with its file. */
export interface PlacedMention {
  text: TextDocument
  mention: Mention
}

/** The definitions of the name at an offset. */
export async function definition(look: Look, offset: number, session: Session): Promise<Location[]> {
  const mention = mentionAt(look, offset)
  if (!mention) return []
  if (mention.kind === 'document') {
    const uri = documentNamed(look, mention.name, session)
    const start = { line: 0, character: 0 }
    return uri === undefined ? [] : [{ uri, range: { start, end: start } }]
  }
  const all = await allMentions(look, mention, session)
  return all.filter((other) => other.mention.isDefinition && !(other.mention === mention)).map(locationOf)
}

export async function references(look: Look, offset: number, withDefinition: boolean, session: Session): Promise<Location[]> {
  const mention = mentionAt(look, offset)
  const all = mention ? await allMentions(look, mention, session) : []
  return all.filter((other) => withDefinition || !other.mention.isDefinition || other.mention.kind === 'team').map(locationOf)
}

/** All places with the same meaning: in the file, in its model or document, and in other documents of its project. */
export async function allMentions(look: Look, mention: Mention, session: Session): Promise<PlacedMention[]> {
  const here = mentionsIn(look).map((other) => ({ text: look.text, mention: other }))
  const elsewhere = mention.kind === 'team' ? await teamsOfPair(look, session) : namesOfProject(look, mention, session)
  return [...here, ...elsewhere].filter((other) => meansSame(other.mention, mention))
}

async function teamsOfPair(look: Look, session: Session): Promise<PlacedMention[]> {
  const path = look.kind === 'model' ? documentOf(look.path) : look.model?.path
  const other = path === undefined ? undefined : await session.lookAtPath(path)
  return other ? mentionsIn(other).map((mention) => ({ text: other.text, mention })) : []
}

function namesOfProject(look: Look, { kind, name }: Mention, session: Session): PlacedMention[] {
  const { sphinx } = look.options
  const folder = session.workspace().sphinx.of(look.path)?.folder
  if (!sphinx || folder === undefined) return []
  if (kind !== 'target' || !sphinx.project.labels().has(name)) return []
  return sphinx.project.names().flatMap((document) => {
    const full = join(folder, sphinx.project.pathOf(document)!)
    const source = full === look.path ? undefined : session.textOf(full)
    if (!source?.toLowerCase().includes(name)) return []
    const text = TextDocument.create(pathToFileURL(full).href, 'restructuredtext', 0, source)
    const mentions = mentionsOfText(source)
    // In the document with the definition, every reference counts; in other documents only those to labels.
    const isDefined = mentions.some((mention) => mention.isLabel && mention.isDefinition && mention.name === name)
    return mentions.filter((mention) => isDefined || mention.isLabel).map((mention) => ({ text, mention }))
  })
}

/** The URL of the document that another document names. */
export function documentNamed(look: Look, name: string, session: Session): string | undefined {
  const { sphinx } = look.options
  const folder = session.workspace().sphinx.of(look.path)?.folder
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

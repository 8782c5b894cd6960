/** Completion. The line up to the cursor tells which kind of name is needed. */
import type { CompletionItem, CompletionItemKind } from 'vscode-languageserver'
import { usualLevel } from '../document/index.ts'
import { statuses } from '../goal/index.ts'
import { directiveNames, roleNames } from '../lint/index.ts'
import { columnWidth, directiveOptionNames } from '../rst/index.ts'
import { mentionsIn } from './mentions.ts'
import { teamAt } from './reading.ts'
import type { OpenFile } from './session.ts'

// Numbers of `CompletionItemKind`.
const kinds = { function: 3, field: 5, module: 9, value: 12, keyword: 14, file: 17, reference: 18 } as const satisfies Record<
  string,
  CompletionItemKind
>

interface Context {
  file: OpenFile
  offset: number
  /** The line up to the cursor. */
  before: string
}

interface Completer {
  /** Matches the line up to the cursor if this completer applies. */
  after: RegExp
  items(context: Context): CompletionItem[]
}

/** For documents; the first completer that applies is used. */
const inDocuments: readonly Completer[] = [
  { after: /:doc:`(?:[^`<]*<)?[^`<>]*$/, items: ({ file }) => listed(documentsOf(file), kinds.file) },
  { after: /:ref:`(?:[^`<]*<)?[^`<>]*$/, items: ({ file }) => listed(labelsOf(file), kinds.reference) },
  {
    after: /^\s*\.\. [\w:-]*$/,
    items: ({ file }) =>
      [...directiveNames(), ...(file.options.known?.directives ?? [])].map((name) => item(name, kinds.function, `${name}:: `)),
  },
  {
    after: /(?:^|[\s(]):[\w:-]*$/,
    items: ({ file, offset, before }) =>
      optionsAt(file, offset, before) ??
      [...roleNames, ...(file.options.known?.roles ?? [])].map((name) => item(name, kinds.function, `${name}:`)),
  },
  { after: /(?:^|[\s(])`[^`]*$/, items: ({ file }) => targetsOf(file).map((name) => item(name, kinds.reference, `${name}\`_`)) },
  // Entries of a team may be about one of its deliverables.
  { after: /^\s*[*+-] [\w.-]*$/, items: ({ file, offset }) => ownDeliverables(file, offset) },
  { after: /^[^\s.:*#-][^:]*$|^$/, items: (context) => [...labels(context), ...headings(context)] },
]

/** For models in YAML. */
const inModels: readonly Completer[] = [
  {
    after: /^\s*(?:- )?status:\s*[\w/-]*$/,
    items: () => listed(statuses, kinds.value),
  },
  {
    after: /^\s*- name:\s*\S*$/,
    items: (context) =>
      listed(isInDeliverables(context.file, context.offset) ? deliverablesOf(context.file) : unnamedTeams(context), kinds.module),
  },
]

export function completions(file: OpenFile, offset: number): CompletionItem[] {
  const { text } = file
  const position = text.positionAt(offset)
  const before = text.getText({ start: { line: position.line, character: 0 }, end: position })
  if (file.kind === 'python') return []
  const completer = (file.kind === 'model' ? inModels : inDocuments).find(({ after }) => after.test(before))
  return completer?.items({ file, offset, before }) ?? []
}

function item(label: string, kind: CompletionItemKind, insertText = label): CompletionItem {
  return { label, kind, ...(insertText === label ? {} : { insertText }) }
}

function listed(names: readonly string[], kind: CompletionItemKind): CompletionItem[] {
  return [...new Set(names)].map((name) => item(name, kind))
}

function documentsOf({ options: { sphinx } }: OpenFile): string[] {
  return sphinx ? sphinx.project.names().map((name) => `/${name}`) : []
}

function labelsOf(file: OpenFile): string[] {
  return [...(file.options.sphinx?.project.labels().keys() ?? []), ...targetsOf(file)]
}

function targetsOf(file: OpenFile): string[] {
  return mentionsIn(file).flatMap(({ kind, isDefinition, offset, endOffset }) =>
    kind === 'target' && isDefinition ? [file.source.slice(offset, endOffset)] : [],
  )
}

/** The options of the directive above the cursor, if there are only other options between them. */
function optionsAt({ source }: OpenFile, offset: number, before: string): CompletionItem[] | undefined {
  const indent = /^\s+(?=:)/.exec(before)?.[0].length
  if (indent === undefined) return undefined
  const above = source
    .slice(0, offset - before.length)
    .split(/\r?\n/)
    .slice(0, -1)
  const start = above.findLastIndex((line) => !/^\s+:[^:\s][^:]*:(?:\s|$)/.test(line))
  const [, margin = '', name] = /^(\s*)\.\. (?:\|[^|]*\| )?([\w:-]+)::(?:\s|$)/.exec(above[start] ?? '') ?? []
  if (name === undefined || indent <= margin.length) return undefined
  const given = above.slice(start + 1).map((line) => /:([^:]+):/.exec(line)![1])
  return directiveOptionNames(name)
    .filter((option) => !given.includes(option))
    .map((option) => item(option, kinds.field, `${option}: `))
}

/** The labels that the team's section does not contain yet. */
function labels({ file, offset }: Context): CompletionItem[] {
  const team = teamAt(file, offset)
  if (!team) return []
  const present = new Set(team.labelRanges.map(({ key }) => key))
  return Object.entries(file.reading().profile.labels).flatMap(([key, label]) =>
    present.has(key as 'planning') ? [] : [item(label, kinds.field, `${label}\n\n`)],
  )
}

function ownDeliverables(file: OpenFile, offset: number): CompletionItem[] {
  const team = teamAt(file, offset)
  const official = team && file.options.roster?.find(team.key)
  return (official?.deliverables ?? []).map(({ name }) => item(name, kinds.module, `${name}: `))
}

/** The titles that the document does not contain yet: sections of its profile and, between the teams, official teams. */
function headings({ file, offset }: Context): CompletionItem[] {
  const reading = file.reading()
  const { profile, sections, adornments } = reading
  const present = new Set(sections.map(({ key }) => key))
  const titled = (title: string, level: number) =>
    item(
      title,
      kinds.module,
      `${title}\n${(adornments[level] ?? profile.adornments[level] ?? '=').at(-1)!.repeat(columnWidth(title))}\n`,
    )
  const missing = profile.sections
    .filter(({ key }) => !present.has(key))
    .map((section) => titled(section.title, usualLevel(section, [...present], profile)))
  const teams = sections.find(({ key, heading }) => key === 'teams' && heading.end <= offset)
  if (!teams) return missing
  return [...missing, ...missingTeams(file).map((name) => titled(name, teams.level + 1))]
}

/** The official teams that the file does not contain. */
function missingTeams(file: OpenFile): string[] {
  const present = new Set(mentionsIn(file).flatMap(({ kind, name }) => (kind === 'team' ? [name] : [])))
  return (file.options.roster?.names ?? []).filter((name) => !present.has(name))
}

/** The official teams that the list at the cursor does not contain. A model with an empty name is invalid, so its lines are read
 * instead.
 */
function unnamedTeams({ file, before }: Context): string[] {
  const margin = /^\s*/.exec(before)![0].length
  const named = new Set(
    [...file.source.matchAll(/^( *)- name:(.*)$/gm)].flatMap(([, indent, name]) =>
      indent!.length === margin ? [name!.trim().replace(/^['"]|['"]$/g, '')] : [],
    ),
  )
  return (file.options.roster?.names ?? []).filter((name) => !named.has(name))
}

function deliverablesOf({ options: { roster } }: OpenFile): string[] {
  return (roster?.teams ?? []).flatMap(({ deliverables }) => deliverables.map(({ name }) => name))
}

/** Whether the nearest key above that is less indented is `deliverables`. */
function isInDeliverables({ source }: OpenFile, offset: number): boolean {
  const lines = source.slice(0, offset).split('\n')
  const indent = /^ */.exec(lines.at(-1)!)![0].length
  const above = lines.slice(0, -1).findLast((line) => /^ *\w+:\s*$/.test(line) && /^ */.exec(line)![0].length <= indent)
  return above?.trim() === 'deliverables:'
}

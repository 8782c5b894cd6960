/** docutils' own directives (*reStructuredText Directives*). */
import { admonitions } from './admonitions.ts'
import { classDirective, compound, container, quotes, rubric, sidebar, topic } from './containers.ts'
import { csvTable } from './csv-table.ts'
import type { Directive } from './directive.ts'
import { contents, footer, header, sectnum, targetNotes, title } from './document-parts.ts'
import { figure, image } from './images.ts'
import { include, raw } from './insertion.ts'
import { listTable } from './list-table.ts'
import { code, lineBlock, math, parsedLiteral } from './literal.ts'
import { meta } from './meta.ts'
import { defaultRole, role } from './roles.ts'
import { date, replace, unicode } from './substitutions.ts'
import { table } from './table.ts'
import { testDirective } from './test-directive.ts'

/** docutils' directives. Add one here: a record with its names, what it takes and what it does. */
const directives: readonly Directive[] = [
  ...admonitions,
  image,
  figure,
  topic,
  sidebar,
  rubric,
  ...quotes,
  compound,
  container,
  lineBlock,
  parsedLiteral,
  code,
  math,
  table,
  csvTable,
  listTable,
  contents,
  sectnum,
  header,
  footer,
  targetNotes,
  title,
  meta,
  include,
  raw,
  replace,
  unicode,
  date,
  classDirective,
  role,
  defaultRole,
  testDirective,
]

/** The directives by name. */
export const directivesByName: ReadonlyMap<string, Directive> = new Map(
  directives.flatMap((directive) => directive.names.map((name) => [name, directive] as const)),
)

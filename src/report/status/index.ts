/** Formats of `goaldoc status`: one file each. Add one here; the command and its help use this list. */
import { csv } from './csv.ts'
import { etherpad } from './etherpad.ts'
import type { StatusFormat } from './format.ts'
import { json } from './json.ts'
import { markdown } from './markdown.ts'
import { table } from './table.ts'

export const statusFormats: readonly StatusFormat[] = [table, json, csv, markdown, etherpad]

/** Statuses out: one file for each form. Add one here; the command and its help pick it up. */
import { csv } from './csv.ts'
import { etherpad } from './etherpad.ts'
import type { StatusFormat } from './format.ts'
import { json } from './json.ts'
import { markdown } from './markdown.ts'
import { table } from './table.ts'

export const statusFormats: readonly StatusFormat[] = [table, json, csv, markdown, etherpad]

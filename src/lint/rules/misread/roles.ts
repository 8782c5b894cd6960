import { openstack } from '../../../preset/index.ts'
import { escapePattern } from '../../../text/index.ts'
import type { Document } from '../../rule.ts'

/** Roles that are common in goal documents; the configuration can add more. */
export const commonRoles: readonly string[] = [
  'abbr',
  'code',
  'command',
  'doc',
  'download',
  'envvar',
  'file',
  'guilabel',
  'literal',
  'math',
  'numref',
  'option',
  'ref',
  ...Object.keys(openstack.roles),
  'strong',
  'emphasis',
  'term',
]

/** The names of the common roles and of those that the document may use besides, as an alternative of a regular expression. */
export function roleNames(document: Document): string {
  return document.remember(readRoleNames)
}

function readRoleNames({ known }: Document): string {
  return alternativesOf([...commonRoles, ...known.roles])
}

/** Names as an alternative of a regular expression, the longest first. */
export function alternativesOf(names: readonly string[]): string {
  return [...new Set(names)]
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .map(escapePattern)
    .join('|')
}

/** The roles that Sphinx adds. They are known only by name, because only Sphinx knows their meaning. The exceptions are `pep` and
 * `rfc`: docutils has them too, but reads them differently.
 */

import type { ProjectNames } from '../context.ts'
import { withoutUnknownDomain } from '../domains.ts'
import { resolveEscapes } from '../escapes.ts'
import { pepBase } from '../inline/numbered.ts'
import { decimal } from '../python.ts'
import { type Role, roleElement, roleError } from './role.ts'

const general =
  'abbr any command confval cve cwe dfn doc download envvar eq file guilabel index kbd keyword mailheader makevar manpage menuselection ' +
  'mimetype newsgroup numref option pep program ref regexp rfc samp term token'

/** The roles of each domain. `py:` may be omitted if Python is the default domain. */
const domains: Record<string, string> = {
  std: 'confval doc envvar keyword numref option ref term token',
  py: 'attr class const data deco exc func meth mod obj property type',
  c: 'data enum enumerator expr func macro member struct texpr type union var',
  cpp: 'any class concept enum enumerator expr func member struct t texpr type union var',
  js: 'attr class data func meth mod',
  rst: 'dir role',
  math: 'numref eq',
}

const generic: ReadonlySet<string> = new Set(general.split(' '))
const standard: ReadonlySet<string> = new Set(domains.std!.split(' '))

const known: ReadonlySet<string> = new Set([
  ...generic,
  ...domains.py!.split(' '),
  ...Object.entries(domains).flatMap(([domain, names]) => names.split(' ').map((name) => `${domain}:${name}`)),
])

/** The full name, with its domain, of a role of Sphinx; `undefined` if there is none. `name` is in lower case. A name without a
 * domain is looked up in the domain of the document (`default-domain`), then in `std`. `external:` refers to the inventory of
 * another project.
 */
export function sphinxRole(name: string, domain: string | null | undefined, project?: ProjectNames): string | undefined {
  const external = /^external(?:\+[^:]+)?:/.exec(name)
  if (external && (project?.extensions?.includes('sphinx.ext.intersphinx') ?? true))
    return known.has(name.slice(external[0].length)) ? name : undefined
  if (domain === undefined) return known.has(name) ? fullName(name, 'py') : undefined
  const short = withoutUnknownDomain(name)
  if (short === undefined) return undefined
  if (short.includes(':')) return known.has(short) ? short : undefined
  return fullName(short, domain)
}

function fullName(name: string, domain: string | null): string | undefined {
  if (name.includes(':')) return name
  if (domain !== null && known.has(`${domain}:${name}`)) return `${domain}:${name}`
  if (standard.has(name)) return `std:${name}`
  return generic.has(name) ? name : undefined
}

/** A role for numbered documents: `8`, `8#names` with a place in the document, `a text <8#names>` with its own text. */
function numbered(kind: 'PEP' | 'RFC', address: (number: string) => string): Role {
  return {
    options: ['class'],
    run(call, parser) {
      const explicit = /^([\s\S]+)(?<!\0)<([^<]*)>$/.exec(call.text)
      const target = resolveEscapes(explicit?.[2] ?? call.text)
      const hash = target.indexOf('#')
      const number = decimal(hash < 0 ? target : target.slice(0, hash))
      if (number === undefined) return roleError(call, parser, 3, `invalid ${kind} number ${target}`)
      const shown = explicit ? resolveEscapes(explicit[1]!.trimEnd()) : `${kind} ${target}`
      const refuri = address(number) + (hash < 0 ? '' : target.slice(hash))
      return roleElement(call, parser, 'reference', { refuri }, [parser.text(shown, call.textStart, call.textEnd)])
    },
  }
}

export const sphinxNumbered: Readonly<Record<string, Role>> = {
  pep: numbered('PEP', (number) => `${pepBase}pep-${number.padStart(4, '0')}/`),
  rfc: numbered('RFC', (number) => `https://datatracker.ietf.org/doc/html/rfc${number}.html`),
}

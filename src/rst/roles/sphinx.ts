/** The roles that Sphinx adds. Here they are known by name: what they mean is Sphinx' business, but for `pep` and
 * `rfc`, which docutils has too and reads otherwise. */
import { resolveEscapes } from '../escapes.ts'
import { pepBase } from '../inline/numbered.ts'
import { decimal } from '../python.ts'
import { made, type Role, refused } from './role.ts'

const general =
  'abbr any command confval cve cwe dfn doc download envvar eq file guilabel index kbd keyword mailheader makevar manpage menuselection ' +
  'mimetype newsgroup numref option pep program ref regexp rfc samp term token'

/** Domains, and what can be asked of each. Python's can be left out, where it is the default. */
const domains: Record<string, string> = {
  std: 'confval doc envvar keyword numref option ref term token',
  py: 'attr class const data deco exc func meth mod obj property type',
  c: 'data enum enumerator expr func macro member struct texpr type union var',
  cpp: 'any class concept enum enumerator expr func member struct t texpr type union var',
  js: 'attr class data func meth mod',
  rst: 'dir role',
  math: 'numref eq',
}

const known: ReadonlySet<string> = new Set([
  ...general.split(' '),
  ...domains.py!.split(' '),
  ...Object.entries(domains).flatMap(([domain, names]) => names.split(' ').map((name) => `${domain}:${name}`)),
])

/** Whether Sphinx has a role of this name, which is in lower case. `external:` asks another project's inventory. */
export function isSphinxRole(name: string): boolean {
  if (known.has(name)) return true
  const external = /^external(?:\+[^:]+)?:/.exec(name)
  return external !== null && known.has(name.slice(external[0].length))
}

/** `8`, `8#names`, `a text <8#names>`: numbered documents, with a place in them and a text of their own. */
function numbered(kind: 'PEP' | 'RFC', address: (number: string) => string): Role {
  return {
    options: ['class'],
    run(call, parser) {
      const explicit = /^([\s\S]+)(?<!\0)<([^<]*)>$/.exec(call.text)
      const target = resolveEscapes(explicit?.[2] ?? call.text)
      const hash = target.indexOf('#')
      const number = decimal(hash < 0 ? target : target.slice(0, hash))
      if (number === undefined) return refused(call, parser, 3, `invalid ${kind} number ${target}`)
      const shown = explicit ? resolveEscapes(explicit[1]!.trimEnd()) : `${kind} ${target}`
      const refuri = address(number) + (hash < 0 ? '' : target.slice(hash))
      return made(call, parser, 'reference', { refuri }, [parser.text(shown, call.textStart, call.textEnd)])
    },
  }
}

export const sphinxNumbered: Readonly<Record<string, Role>> = {
  pep: numbered('PEP', (number) => `${pepBase}pep-${number.padStart(4, '0')}/`),
  rfc: numbered('RFC', (number) => `https://datatracker.ietf.org/doc/html/rfc${number}.html`),
}

/** The roles that Sphinx adds. Here they are known by name: what they mean is Sphinx' business. */

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

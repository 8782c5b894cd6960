/** Sphinx's domains. A name has one in front (`py:function`), or means that of its document. */

/** Those whose names are looked for where nobody knows which domain a document has, in this order. */
export const domains = ['py', 'c', 'cpp', 'js'] as const

const all: ReadonlySet<string> = new Set([...domains, 'rst', 'std', 'math', 'citation', 'index', 'changeset'])

export function isDomain(name: string): boolean {
  return all.has(name)
}

/** Sphinx drops a domain that it does not have, once: `oslo.config:option` is `option`. Nothing where that leaves no name. */
export function withoutUnknownDomain(name: string): string | undefined {
  const colon = name.indexOf(':')
  if (colon < 0 || isDomain(name.slice(0, colon))) return name
  const rest = name.slice(colon + 1)
  return rest.includes(':') ? undefined : rest
}

/** Sphinx's domains. A name starts with one (`py:function`), or belongs to that of its document. */

/** The domains to try, in order, if the domain of a document is unknown. */
export const domains = ['py', 'c', 'cpp', 'js'] as const

const all: ReadonlySet<string> = new Set([...domains, 'rst', 'std', 'math', 'citation', 'index', 'changeset'])

export function isDomain(name: string): boolean {
  return all.has(name)
}

/** Sphinx drops an unknown domain once: `oslo.config:option` is `option`. `undefined` if no name is left. */
export function withoutUnknownDomain(name: string): string | undefined {
  const colon = name.indexOf(':')
  if (colon < 0 || isDomain(name.slice(0, colon))) return name
  const rest = name.slice(colon + 1)
  return rest.includes(':') ? undefined : rest
}

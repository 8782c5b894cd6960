/** The facts of Sphinx's directives and roles: descriptions of objects, terms, toctrees, files, and references to all of these. */
import { type ElementNode, innerText, isElement } from '../../rst/index.ts'
import { oneLine } from '../../text/index.ts'
import { describedObjects, type Scope, signaturesOf } from './objects.ts'
import { type CrossReference, type Range, rangeOf, type Walk } from './walk.ts'

/** The facts of a directive of Sphinx. Returns the scope of its content, if that changes. */
export function directiveFacts(node: ElementNode, range: Range, walk: Walk): Scope | undefined {
  const described = String(node.data!.described)
  const argument = String(node.attributes.argument ?? '')
  const reader = Object.hasOwn(readers, described) ? readers[described]! : undefined
  if (reader) return reader(node, range, walk, argument)
  const [domain, type] = described.includes(':') ? split(described) : ['std', described]
  if (!isDescription(domain, type, walk)) return undefined
  return addObjects(node, range, walk, domain, type, argument)
}

/** `py:function` → `py`, `function`; in `rst:directive:option`, only the first part is the domain. */
function split(described: string): [domain: string, type: string] {
  const colon = described.indexOf(':')
  return [described.slice(0, colon), described.slice(colon + 1)]
}

function isDescription(domain: string, type: string, { options }: Walk): boolean {
  if (domain !== 'std') return /^(?:py|js|c|cpp|rst)$/.test(domain) && !/^(?:alias|namespace|currentmodule)/.test(type)
  return ['envvar', 'option', 'cmdoption', 'confval'].includes(type) || (options.objectTypes?.has(type) ?? false)
}

function addObjects(
  node: ElementNode,
  range: Range,
  walk: Walk,
  domain: string,
  type: string,
  argument: string,
): Scope | undefined {
  const options = optionsOf(node)
  const isListed = options['no-index'] === undefined && options.noindex === undefined
  const scope = options.module === undefined ? walk.scope : { ...walk.scope, module: options.module.trim() }
  const kind = type === 'cmdoption' ? 'option' : type
  const line = node.position.start.line
  let inner: Scope | undefined
  for (const signature of signaturesOf(argument)) {
    for (const { inner: own, ...object } of describedObjects(domain, kind, signature, scope)) {
      inner ??= own
      const program = kind === 'option' ? { program: walk.scope.program } : {}
      if (isListed) walk.facts.objects.push({ domain, ...object, ...program, line, ...range })
    }
  }
  return inner
}

type Reader = (node: ElementNode, range: Range, walk: Walk, argument: string) => Scope | undefined

const readers: Record<string, Reader> = {
  'py:module': addModule('py'),
  'js:module': addModule('js'),
  'py:currentmodule'(_, __, walk, argument) {
    walk.scope = { ...walk.scope, module: argument === 'None' ? undefined : argument.trim(), within: undefined }
    return undefined
  },
  program(_, __, walk, argument) {
    const program = argument.trim().split(/\s+/).join('-')
    walk.scope = { ...walk.scope, program: program === 'None' ? undefined : program }
    return undefined
  },
  'c:namespace': setNamespace,
  'cpp:namespace': setNamespace,
  'c:namespace-push': setNamespace,
  'cpp:namespace-push': setNamespace,
  'c:namespace-pop': leaveNamespace,
  'cpp:namespace-pop': leaveNamespace,
  'default-domain': (_, __, walk) => {
    walk.scope = { ...walk.scope, namespace: undefined }
    return undefined
  },
  productionlist(node, range, walk, argument) {
    const [head = '', ...rules] = argument.split('\n')
    const group = head.includes(':') || head.trim() === '' ? '' : `${head.trim()}:`
    for (const rule of head.includes(':') ? [head, ...rules] : rules) {
      const name = /^\s*([^\s:]+)\s*:/.exec(rule)?.[1]
      if (name !== undefined)
        walk.facts.objects.push({ domain: 'std', type: 'token', name: group + name, line: node.position.start.line, ...range })
    }
    return undefined
  },
  glossary(node, _, walk) {
    for (const list of node.children.filter(isElement))
      for (const item of list.children.filter(isElement))
        for (const term of item.children.filter(isElement)) {
          if (term.type !== 'term') continue
          const name = innerText(term).split(' : ')[0]!.trim()
          walk.facts.objects.push({ domain: 'std', type: 'term', name, line: term.position.start.line, ...rangeOf(walk, term) })
        }
    return undefined
  },
  toctree(node, range, walk) {
    const isGlob = node.attributes.glob !== undefined
    const body = walk.at ? '' : walk.source.slice(range.start, range.end)
    const toctree = ++walk.toctrees
    for (const line of linesIn(innerText(node))) {
      const at = body.indexOf(line)
      const target = (/^.*<([^<>]*)>$/s.exec(line)?.[1] ?? line).trim()
      const place = at < 0 ? range : { start: range.start + at, end: range.start + at + line.length }
      walk.facts.toctree.push({ target, isGlob: isGlob && /[*?[\]]/.test(target), toctree, ...place })
    }
    return undefined
  },
  'c:alias': addAliases('c'),
  'cpp:alias': addAliases('cpp'),
  literalinclude: addFile('literalinclude'),
  graphviz: addFile('graphviz'),
}

function addModule(domain: 'py' | 'js'): Reader {
  return (node, range, walk, argument) => {
    const name = argument.trim()
    walk.scope = { ...walk.scope, module: name, within: undefined }
    const options = optionsOf(node)
    if (options['no-index'] === undefined && options.noindex === undefined)
      walk.facts.objects.push({ domain, type: 'module', name, line: node.position.start.line, ...range })
    return undefined
  }
}

function setNamespace(...[, , walk, argument]: Parameters<Reader>): undefined {
  const name = argument.trim()
  walk.scope = { ...walk.scope, namespace: /^(?:NULL|0|nullptr)$/.test(name) ? undefined : name }
  return undefined
}

function leaveNamespace(...[, , walk]: Parameters<Reader>): undefined {
  walk.scope = { ...walk.scope, namespace: undefined }
  return undefined
}

function addAliases(domain: 'c' | 'cpp'): Reader {
  return (_, range, { facts, scope }, argument) => {
    for (const target of signaturesOf(argument))
      facts.references.push({ role: `${domain}:alias`, target, text: target, hasText: false, scope, ...range })
    return undefined
  }
}

function addFile(by: string): Reader {
  return (node, range, { facts }, argument) => {
    if (argument !== '') facts.files.push({ by, path: oneLine(argument), options: optionsOf(node), ...range })
    return undefined
  }
}

function optionsOf(node: ElementNode): Record<string, string> {
  return (node.data?.options ?? {}) as Record<string, string>
}

function linesIn(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

/** The reference of an interpreted text; `undefined` if its role refers to nothing. */
export function crossReferenceOf(node: ElementNode, range: Range, walk: Walk): CrossReference | undefined {
  const role = roleOf(node, walk)
  if (role === undefined) return undefined
  const { start, end } = node.position
  const source = walk.source.slice(start.offset, end.offset)
  const written = /^(?::[\w:+.-]+:)?`([\s\S]*)`(?::[\w:+.-]+:)?$/.exec(source)?.[1]
  if (written === undefined || written.startsWith('!')) return undefined
  const explicit = /^([\s\S]+)(?<!\\)<([^<]*)>$/.exec(written)
  const target = oneLine((explicit?.[2] ?? written).replace(/\\(.)/gs, '$1'))
  const text = oneLine((explicit?.[1] ?? written).replace(/\\(.)/gs, '$1'))
  return { role, target, hasText: explicit !== null, text, scope: walk.scope, ...range }
}

function roleOf(node: ElementNode, { options, source }: Walk): string | undefined {
  const role = node.data?.role
  if (typeof role === 'string') return role
  const isDefault = node.type === 'title_reference' && source[node.position.start.offset] === '`'
  return isDefault ? options.defaultRole : undefined
}

/** The object of a description (`.. py:function:: observe(target)`): the name under which roles find it. */
import { smallest } from '../../text/index.ts'

/** The scope of a description or a role: what Sphinx puts before incomplete names. */
export interface Scope {
  /** `py:module`, `js:module`. */
  module?: string | undefined
  /** The class around it, in `py` and `js`. */
  within?: string | undefined
  /** The namespace around it, in `c` and `cpp`. */
  namespace?: string | undefined
  /** The program that options belong to. */
  program?: string | undefined
}

export interface DescribedObject {
  type: string
  name: string
  /** What distinguishes it from other objects with its name: the parameters of a C++ function. */
  parameters?: string
  /** A second name of an object: an enumerator is also known without its enumeration. */
  isAlias?: true
  /** The scope of the description's content. */
  inner?: Scope
}

type Describe = (signature: string, type: string, scope: Scope) => DescribedObject[]

/** `Telescope.point[T](ra) -> bool`: the name, split at its last dot. */
function pythonName(signature: string): { before: string; own: string } | undefined {
  const whole = /^[\w.]*\w/u.exec(signature)?.[0]
  if (whole === undefined) return undefined
  let rest = signature.slice(whole.length).trim()
  if (rest.startsWith('[')) rest = rest.slice(rest.indexOf(']') + 1).trim()
  const afterParameters = rest.slice(rest.lastIndexOf(')') + 1).trim()
  const isCall =
    rest.startsWith('(') &&
    rest.includes(')') &&
    (afterParameters === '' || afterParameters.startsWith('->') || rest.includes('->'))
  if (rest !== '' && !isCall) return undefined
  const dot = whole.lastIndexOf('.') + 1
  return { before: whole.slice(0, dot), own: whole.slice(dot) }
}

const python: Describe = (signature, type, scope) => {
  const parts = pythonName(type === 'type' ? beforeAny(signature, '=').trim() : signature)
  if (!parts) return []
  const { before, own } = parts
  const { module, within } = scope
  const isWhole = within !== undefined && (before === `${within}.` || before.startsWith(`${within}.`))
  const name = within === undefined || isWhole ? before + own : `${within}.${before}${own}`
  const isClass = type === 'class' || type === 'exception'
  const outer = before === '' ? within : before.slice(0, -1)
  return [
    {
      type,
      name: module === undefined ? name : `${module}.${name}`,
      inner: { ...scope, within: isClass ? name : outer },
    },
  ]
}

const javaScript: Describe = (signature, type, scope) => {
  const [, own] = /^\s*([\w$.]+)\s*(?:\(.*)?$/s.exec(signature) ?? []
  if (own === undefined) return []
  const name = scope.within === undefined ? own : `${scope.within}.${own}`
  return [{ type, name: scope.module === undefined ? name : `${scope.module}.${name}`, inner: { ...scope, within: name } }]
}

/** A text up to the first of some characters. */
function beforeAny(text: string, marks: string): string {
  const at = [...marks].map((mark) => text.indexOf(mark)).filter((found) => found >= 0)
  return at.length === 0 ? text : text.slice(0, smallest(at))
}

/** The name at the end of a text: `A::point` of `bool A::point`. */
function nameAtEnd(text: string): string | undefined {
  let from = text.length
  while (from > 0 && /[\w~:]/.test(text[from - 1]!)) from--
  const name = text.slice(from).replace(/^:+/, '')
  return /^[A-Za-z_~]/.test(name) ? name : undefined
}

/** A function of C or C++: `bool point(int) const`, `A operator+(A)`. */
function declaredFunction(text: string): { name: string; parameters: string } | undefined {
  const operator = /\boperator\b/.exec(text)?.index
  const from = operator === undefined ? 0 : text.startsWith('()', operator + 8) ? operator + 10 : operator + 8
  const open = text.indexOf('(', from)
  const close = text.lastIndexOf(')')
  if (open < 0 || close < open) return undefined
  const head = text.slice(0, open).trim()
  const name = operator === undefined ? nameAtEnd(head) : (nameAtEnd(head.slice(0, operator)) ?? '') + head.slice(operator)
  return name === undefined ? undefined : { name, parameters: parametersOf(text.slice(open + 1, close)) }
}

/** The identifier in a C or C++ declaration, without its types. */
function declared(signature: string, type: string): { name: string; parameters?: string } | undefined {
  let text = withoutTemplates(signature.replace(/\s+/g, ' ').trim())
  if (['class', 'struct', 'union', 'enum', 'enum-class', 'enum-struct', 'enumerator', 'concept', 'macro'].includes(type)) {
    text = text.replace(/^(?:(?:public|protected|private|final) )+/, '')
    const [name] = /^[A-Za-z_][\w:]*/.exec(text) ?? []
    return name === undefined ? undefined : { name }
  }
  if (type === 'type' && /^[\w:]+(?: =|$)/.test(text)) return { name: /^[\w:]+/.exec(text)![0] }
  if (type === 'function') return declaredFunction(text)
  const name = nameAtEnd(withoutBits(beforeAny(text, '={[').trim()))
  return name === undefined ? undefined : { name }
}

/** Without the width of a bit field: `int open : 1`. */
function withoutBits(text: string): string {
  const colon = text.lastIndexOf(':')
  return colon > 0 && text[colon - 1] !== ':' && /^\s*\d+$/.test(text.slice(colon + 1)) ? text.slice(0, colon).trimEnd() : text
}

/** Only the types: names of parameters do not distinguish overloads. */
function parametersOf(text: string): string {
  return text
    .split(',')
    .map((part) => {
      // White space is already reduced to single spaces.
      const parts = beforeAny(part, '=').trim().split(' ')
      return (parts.length > 1 && /^\w+$/.test(parts.at(-1)!) ? parts.slice(0, -1) : parts).join(' ')
    })
    .join(', ')
}

/** Without text between angle brackets, and without `template`. */
function withoutTemplates(text: string): string {
  let depth = 0
  let kept = ''
  for (const character of text) {
    if (character === '<') depth++
    if (depth === 0) kept += character
    if (character === '>' && depth > 0) depth--
  }
  return kept.replace(/^\s*(?:template\s*)+/, '').trim()
}

const cLike =
  (separator: string): Describe =>
  (signature, type, scope) => {
    const found = declared(signature, type)
    if (!found) return []
    const name = scope.namespace === undefined ? found.name : scope.namespace + separator + found.name
    const { parameters } = found
    const isValue = type === 'member' || type === 'var'
    const outer = scope.namespace?.split(separator).slice(0, -1)
    const alias: DescribedObject[] =
      type === 'enumerator' && outer ? [{ type, name: [...outer, found.name].join(separator), isAlias: true }] : []
    return [
      ...alias,
      {
        type: isValue ? 'member' : type,
        name,
        ...(parameters === undefined ? {} : { parameters }),
        inner: { ...scope, namespace: name },
      },
    ]
  }

const markup: Describe = (signature, type, scope) => {
  const end = signature.startsWith('..') ? signature.indexOf('::') : -1
  const name = end < 0 ? signature.trim() : signature.slice(2, end).trim()
  if (type !== 'directive:option') return [{ type, name, inner: { ...scope, within: name } }]
  return [{ type, name: scope.within === undefined ? name : `${scope.within}:${name}` }]
}

/** `-f FILE, --file FILE`. */
const options: Describe = (signature, type) =>
  signature.split(', ').flatMap((part) => {
    const [, name] = /^((?:\/|--|-|\+)?[^\s=]+)/.exec(part.trim()) ?? []
    return name === undefined ? [] : [{ type, name }]
  })

const standard: Describe = (signature, type) => [{ type, name: signature.trim().replace(/\s+/g, ' ') }]

const domains: Readonly<Record<string, Describe>> = {
  py: python,
  js: javaScript,
  c: cLike('.'),
  cpp: cLike('::'),
  rst: markup,
  std: standard,
}

/** No real signature is longer, and the time of the patterns grows with the length. */
const longest = 1000

/** The objects of a signature; `undefined` if Sphinx cannot read it either. */
export function describedObjects(domain: string, type: string, signature: string, scope: Scope): DescribedObject[] {
  if (signature.length > longest) return []
  if (domain === 'std' && type === 'option') return options(signature, type, scope)
  return domains[domain]?.(signature, type, scope) ?? []
}

/** The signatures of an argument: one per line; a backslash joins lines. */
export function signaturesOf(argument: string): string[] {
  return argument
    .replace(/\\\n\s*/g, '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

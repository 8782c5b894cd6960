/** Looks up the target of a role among the objects of a project, like Sphinx. */
import { repr } from '../../rst/index.ts'
import { appendAll } from '../../text/index.ts'
import { type Match, patternsWithin } from '../redirect-patterns.ts'
import type { ObjectPlace, SphinxProject } from './project.ts'
import { objectKey, resolvePath } from './project.ts'
import type { CrossReference } from './walk.ts'

/** An error in a reference: Sphinx's message, the text, and similar names. */
export interface LookupProblem {
  sphinx: string
  /** `undefined` if the object exists with another type. */
  missing?: { kind: string; name: string; known: () => readonly string[] }
  /** The roles for which the name exists, if it is ambiguous. */
  several?: readonly string[]
  /** The types that do not match, for a C++ object. */
  clash?: { role: string; type: string }
}

/** Roles of `std` whose target Sphinx always checks. Roles of labels, terms and documents have rules of their own. */
const strict = new Set(['std:option', 'std:keyword', 'std:confval', 'any'])

const withOwnRules = new Set(['std:doc', 'std:numref', 'std:ref', 'std:term'])

/** The error in a reference; `undefined` if its object exists, or Sphinx does not check it. */
export function lookUp(reference: CrossReference, project: SphinxProject, document: string): LookupProblem | undefined {
  const { conf } = project
  const role = roleOf(reference.role, project)
  const { target } = reference
  const [domain, type] = role === 'any' ? (['', 'any'] as const) : splitRole(role)
  if (withOwnRules.has(role)) return undefined
  if (type === 'option') return option(reference, project)
  if (role === 'any') return anything(reference, project, document)
  if (role === 'std:keyword') {
    if (
      project
        .labels()
        .get(target.toLowerCase())
        ?.some(({ hasTitle }) => hasTitle)
    )
      return undefined
    return {
      sphinx: `unknown keyword: ${repr(target)} [ref.keyword]`,
      missing: { kind: 'keyword', name: target, known: () => [] },
    }
  }
  if (domain === 'math' || role === 'std:eq') {
    if (project.objects().has(`math:${target}`)) return undefined
    return {
      sphinx: `equation not found: ${target} [ref.eq]`,
      missing: { kind: 'equation', name: target, known: () => namesOf(project, 'math', 'equation') },
    }
  }
  const find = finders[domain]
  // Expressions are not names.
  if (!find || type === 'expr' || type === 'texpr') return undefined
  const plain = plainName(domain, target)
  const found = find(plain, type, reference, project)
  if (found.length > 0) return domain === 'cpp' ? clashOf(found, type) : undefined
  if (type === 'alias') {
    const language = domain === 'c' ? 'C' : 'C++'
    const known = () =>
      [...project.objects().keys()].filter((key) => key.startsWith(`${domain}:`)).map((key) => key.slice(domain.length + 1))
    return {
      sphinx: `Could not find ${language} declaration for alias '${target}'.`,
      missing: { kind: 'declaration', name: target, known },
    }
  }
  if (!strict.has(role) && !conf.nitpicky) return undefined
  if (isIgnored(`${domain}:${type}`, plain, project) || isBuiltIn(domain, type, plain)) return undefined
  const shown = domain === 'std' ? `'${reference.role.replace(/^std:/, '')}'` : `${domain}:${type}`
  const types = typesOfRole[type]?.split(' ') ?? [type]
  return {
    sphinx: `${shown} reference target not found: ${plain} [ref.${type}]`,
    missing: { kind: kindNames[type] ?? type, name: plain, known: () => types.flatMap((one) => namesOf(project, domain, one)) },
  }
}

/** A role with its domain; roles of the project's own objects are in `std`. */
function roleOf(role: string, { conf }: SphinxProject): string {
  if (conf.objectTypes.has(role)) return `std:${conf.objectTypes.get(role)}`
  return role === 'eq' || role === 'math:numref' ? 'math:eq' : role
}

function splitRole(role: string): [string, string] {
  const colon = role.indexOf(':')
  return [role.slice(0, colon), role.slice(colon + 1)]
}

/** The types of objects that a role finds, if they have other names. */
const typesOfRole: Readonly<Record<string, string>> = {
  func: 'function method',
  meth: 'method function',
  attr: 'attribute property',
  exc: 'exception class',
  class: 'class exception struct',
  const: 'data',
  mod: 'module',
  dir: 'directive',
  obj: 'function class method attribute data module',
  var: 'var member',
}

const roleOfType: Readonly<Record<string, string>> = {
  attribute: 'attr',
  directive: 'dir',
  exception: 'exc',
  function: 'func',
  method: 'meth',
  module: 'mod',
}

const kindNames: Readonly<Record<string, string>> = {
  attr: 'attribute',
  confval: 'configuration value',
  const: 'constant',
  deco: 'decorator',
  dir: 'directive',
  envvar: 'environment variable',
  exc: 'exception',
  func: 'function',
  meth: 'method',
  mod: 'module',
  obj: 'object',
  var: 'variable',
}

function namesOf(project: SphinxProject, domain: string, type: string): string[] {
  return [...project.objects().values()].flatMap((places) =>
    places.filter((place) => place.domain === domain && place.type === type).map(({ name }) => name),
  )
}

/** A name without prefixes that only change how it is displayed. */
function plainName(domain: string, target: string): string {
  const name = domain === 'std' || domain === 'rst' ? target : target.replace(/^~/, '')
  return /^(?:py|js|c|cpp)$/.test(domain) ? name.replace(/\(\)$/, '') : name
}

type Find = (name: string, type: string, reference: CrossReference, project: SphinxProject) => readonly ObjectPlace[]

const first = (project: SphinxProject, keys: readonly (string | undefined)[]) => {
  for (const key of keys) {
    const found = key === undefined ? undefined : project.objects().get(key)
    if (found) return found
  }
  return []
}

const joined = (separator: string, ...parts: (string | undefined)[]) =>
  parts.every((part) => part !== undefined) ? parts.join(separator) : undefined

const inModules =
  (domain: 'py' | 'js'): Find =>
  (target, _, { scope }, project) => {
    const { module, within } = scope
    const isLoose = target.startsWith('.')
    const name = target.replace(/^\./, '')
    const keys = [name, joined('.', within, name), joined('.', module, name), joined('.', module, within, name)]
    const found = first(
      project,
      keys.map((key) => key && `${domain}:${key}`),
    )
    if (found.length > 0 || !isLoose || domain === 'js') return found
    return [...project.objects()]
      .filter(([key]) => key.startsWith('py:') && key.endsWith(`.${name}`))
      .flatMap(([, places]) => places)
  }

function beforeMark(text: string, mark: string): string {
  const at = text.indexOf(mark)
  return at < 0 ? text : text.slice(0, at)
}

/** From the current namespace outwards. */
const inNamespaces =
  (domain: 'c' | 'cpp', separator: string): Find =>
  (target, _, { scope }, project) => {
    const name = beforeMark(beforeMark(target.replace(/^(?:struct|union|enum|class) /, ''), '('), '<').trim()
    const around = scope.namespace?.split(separator) ?? []
    const keys = around.map((__, at) => `${domain}:${[...around.slice(0, around.length - at), name].join(separator)}`)
    return first(project, [...keys, `${domain}:${name}`])
  }

const finders: Readonly<Record<string, Find>> = {
  py: inModules('py'),
  js: inModules('js'),
  c: inNamespaces('c', '.'),
  cpp: inNamespaces('cpp', '::'),
  rst: (name, type, _, project) => first(project, [`rst:${type === 'dir' ? 'directive' : type}:${name}`]),
  std: (name, type, _, project) => first(project, [`std:${type}:${name}`]),
}

/** The types that each C++ role may refer to. */
const cppTypes: Readonly<Record<string, readonly string[]>> = {
  class: ['class', 'struct', 'templateParam'],
  struct: ['class', 'struct', 'templateParam'],
  union: ['union', 'templateParam'],
  func: ['function'],
  member: ['member', 'functionParam', 'templateParam'],
  var: ['member', 'functionParam', 'templateParam'],
  type: ['class', 'struct', 'union', 'enum', 'enum-class', 'enum-struct', 'type', 'function', 'templateParam'],
  concept: ['concept'],
  enum: ['enum', 'enum-class', 'enum-struct'],
  enumerator: ['enumerator'],
}

/** Names for several types that Sphinx does not distinguish. */
const cppNames: Readonly<Record<string, string>> = { struct: 'class', 'enum-class': 'enum', 'enum-struct': 'enum' }

function clashOf(found: readonly ObjectPlace[], role: string): LookupProblem | undefined {
  const allowed = Object.hasOwn(cppTypes, role) ? cppTypes[role]! : undefined
  if (!allowed || found.some(({ type }) => allowed.includes(type))) return undefined
  const type = cppNames[found[0]!.type] ?? found[0]!.type
  return { sphinx: `cpp:${role} targets a ${type} (${found[0]!.name}).`, clash: { role: `cpp:${role}`, type } }
}

function isIgnored(role: string, name: string, { conf }: SphinxProject): boolean {
  if (conf.undecided.has('nitpicky') || conf.undecided.has('nitpick_ignore') || conf.undecided.has('nitpick_ignore_regex'))
    return true
  if (conf.nitpickIgnore.some(([ignored, of]) => ignored === role && of === name)) return true
  return nitpickPatternsOf(conf).some(([isRole, isName]) => isRole(role) !== undefined && isName(name) !== undefined)
}

const nitpickPatterns = new WeakMap<object, [Match, Match][]>()

/** The patterns of `nitpick_ignore_regex`, which match the whole text. One that is not tried counts as a match, so that nothing is reported
 * which Sphinx ignores.
 */
function nitpickPatternsOf(conf: SphinxProject['conf']): [Match, Match][] {
  const known = nitpickPatterns.get(conf)
  if (known) return known
  const { matcher } = patternsWithin()
  const whole = (pattern: string) => matcher(`^(?:${pattern})$`)
  const patterns = conf.nitpickIgnoreRegex.map(([role, name]): [Match, Match] => [whole(role), whole(name)])
  nitpickPatterns.set(conf, patterns)
  return patterns
}

/** Python's own classes and exceptions. */
const pythonOwn =
  /^(?:bool|bytearray|bytes|classmethod|complex|dict|enumerate|filter|float|frozenset|int|list|map|memoryview|None|object|property|range|reversed|set|slice|staticmethod|str|super|tuple|type|zip|(?:typing\.)?[A-Z]\w*(?:Error|Exception|Warning)|typing\..+|BaseException|Exception|Warning|KeyboardInterrupt|StopIteration|StopAsyncIteration|SystemExit|GeneratorExit|[A-Z]\w*ExceptionGroup)$/

function isBuiltIn(domain: string, type: string, name: string): boolean {
  return domain === 'py' && /^(?:class|obj|exc)$/.test(type) && pythonOwn.test(name)
}

/** `turn --fast`: an option of a program. A reference may include its value. */
function option({ target, scope }: CrossReference, project: SphinxProject): LookupProblem | undefined {
  const key = (program: string | undefined, name: string) =>
    objectKey({ domain: 'std', type: 'option', name, ...(program === undefined ? {} : { program }) })
  const words = target.split(/\s+/)
  const candidates: [string | undefined, string][] = [[scope.program, target]]
  for (let at = 1; at < words.length; at++) candidates.push([words.slice(0, at).join('-'), words.slice(at).join(' ')])
  for (const [program, name] of [...candidates])
    for (const mark of ['=', '[=', ' ']) if (name.includes(mark)) candidates.push([program, name.slice(0, name.indexOf(mark))])
  if (candidates.some(([program, name]) => project.objects().has(key(program, name)))) return undefined
  return {
    sphinx: `unknown option: ${repr(target)} [ref.option]`,
    missing: { kind: 'option', name: target, known: () => namesOf(project, 'std', 'option') },
  }
}

/** The role `any` searches every domain. */
function anything(reference: CrossReference, project: SphinxProject, document: string): LookupProblem | undefined {
  const { target } = reference
  const isLabel = project
    .labels()
    .get(target.toLowerCase())
    ?.some(({ hasTitle }) => hasTitle)
  if (project.has(resolvePath(document, target)) || isLabel) return undefined
  const objects = [...project.objects().values()].flat()
  const isStandard = objects.some(
    ({ domain, name, type }) => domain === 'std' && type !== 'option' && sameName(name, target, type),
  )
  const isOption = option(reference, project) === undefined
  if (isStandard || isOption) return undefined
  const name = target.replace(/\(\)$/, '')
  const found = (['c', 'cpp', 'js', 'py'] as const).flatMap((domain) => {
    const [place] = finders[domain]!(plainName(domain, name), 'any', reference, project)
    return place ? [place] : []
  })
  for (const type of ['directive', 'role']) appendAll(found, project.objects().get(`rst:${type}:${target}`)?.slice(0, 1) ?? [])
  if (found.length === 1) return undefined
  if (found.length > 1) {
    const roles = found.map(({ domain, type }) => `:${domain}:${roleOfType[type] ?? type}:\`${target}\``)
    const sphinx = `more than one target found for 'any' cross-reference '${target}': could be ${roles.join(' or ')} [ref.any]`
    return { sphinx, several: roles }
  }
  if (project.conf.nitpickIgnore.some(([role, of]) => role === 'any' && of === target)) return undefined
  return {
    sphinx: `'any' reference target not found: ${target} [ref.any]`,
    missing: { kind: 'object', name: target, known: () => [...project.labels().keys(), ...objects.map((object) => object.name)] },
  }
}

function sameName(name: string, target: string, type: string): boolean {
  return type === 'term' ? name.toLowerCase() === target.toLowerCase() : name === target
}

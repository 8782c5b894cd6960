/** Roles: what interpreted text is made into. Depends on nothing but the parser's context and the tree. */
import type { Parser } from '../context.ts'
import { type ElementNode, isElement } from '../tree.ts'
import { canonicalRoleName } from './languages.ts'
import { made, type Role, type RoleOptions } from './role.ts'
import { sphinxNumbered, sphinxRole } from './sphinx.ts'
import { inline, standardRoles, unimplemented } from './standard.ts'

export type { Role, RoleOption, RoleOptions } from './role.ts'

/** The roles of one document. */
export interface Roles {
  /**
   * Finds a role by the name that the author typed; the default role by an empty one. The messages say where it was looked for in
   * vain; `line` is docutils' for them, `at` the source offsets that they are about. Without a role the caller reports an error.
   */
  lookUp(name: string, line: number, at: { start: number; end: number }): { role?: Role; messages: ElementNode[] }
  /** Makes a role known from here on; its name counts in lower case. */
  register(name: string, role: Role): void
  /** Sets the default role; without one, docutils' own, `title-reference`, is back. */
  setDefault(role?: Role): void
}

/** A role made from another (or from none) by the `role` directive. Options that are given replace those of the base. */
export function customRole(base: Role | undefined, options: RoleOptions): Role {
  const role = base ?? inline
  return {
    options: role.options,
    run: (call, parser) => role.run({ ...call, options: { ...options, ...call.options } }, parser),
  }
}

/** A role of Sphinx or of the project: an `inline` with its name as class. `role` is its name with its domain. */
const knownByName = (role: string): Role => ({
  options: ['class'],
  run(call, parser) {
    const outcome = made(call, parser, 'inline', { classes: [call.name] })
    for (const node of outcome.nodes) if (isElement(node)) node.data = { role }
    return outcome
  },
})

/** The roles of a new document. */
export function createRoles(parser: Pick<Parser, 'options' | 'docutils' | 'message' | 'aboutDocument'>): Roles {
  const { options, docutils, aboutDocument } = parser
  const local = new Map<string, Role>()
  const original = standardRoles.get('title-reference')!
  let byDefault = original
  return {
    lookUp(name, line, at) {
      if (name === '') return { role: byDefault, messages: [] }
      const lowerCase = name.toLowerCase()
      const found = local.get(lowerCase) ?? namedRole(name, lowerCase)
      if (found) return { role: found, messages: [] }
      const { canonical, searched } = canonicalRoleName(name, options.languageCode, docutils)
      const messages = searched.length > 0 ? [parser.message(1, searched.join('\n'), line, at)] : []
      const role = standardRoles.get(canonical)
      // docutils remembers what it found: the next time it has nothing to tell.
      if (role) local.set(lowerCase, role)
      return { role, messages }
    },
    register(name, role) {
      local.set(name.toLowerCase(), role)
    },
    setDefault(role) {
      byDefault = role ?? original
    },
  }

  /** A role that the project named, or that Sphinx has, where docutils can do nothing with the name. */
  function namedRole(name: string, lowerCase: string): Role | undefined {
    if (options.sphinx && Object.hasOwn(sphinxNumbered, lowerCase)) return sphinxNumbered[lowerCase]
    const ofDocutils = standardRoles.get(canonicalRoleName(name, 'en', docutils).canonical)
    if (ofDocutils && ofDocutils !== unimplemented) return undefined
    const { roles } = options.known
    if (roles.has(name) || roles.has(lowerCase)) return knownByName(lowerCase)
    const own = options.sphinx ? sphinxRole(lowerCase, aboutDocument.domain, options.project) : undefined
    return own === undefined ? undefined : knownByName(own)
  }
}

/** Roles, which convert interpreted text to nodes. Depends only on the parser's context and the tree. */
import type { Parser } from '../context.ts'
import { type ElementNode, isElement } from '../tree.ts'
import { canonicalRoleName } from './languages.ts'
import { type Role, type RoleOptions, roleElement } from './role.ts'
import { sphinxNumbered, sphinxRole } from './sphinx.ts'
import { inline, standardRoles, unimplemented } from './standard.ts'

export type { Role, RoleOption, RoleOptions } from './role.ts'

/** The roles of one document. */
export interface Roles {
  /** Finds a role by its name as written; an empty name means the default role. If no role is found, the caller reports an error.
   * The messages tell where docutils has searched; `line` is docutils' line for them, `at` their source offsets.
   */
  lookUp(name: string, line: number, at: { start: number; end: number }): { role?: Role; messages: ElementNode[] }
  /** Defines a role for the rest of the document. Names are case-insensitive. */
  register(name: string, role: Role): void
  /** Sets the default role; without an argument, docutils' own default, `title-reference`. */
  setDefault(role?: Role): void
}

/** A role that the `role` directive makes, from a base role or from none. Its options replace those of the base. */
export function customRole(base: Role | undefined, options: RoleOptions): Role {
  const role = base ?? inline
  return {
    options: role.options,
    run: (call, parser) => role.run({ ...call, options: { ...options, ...call.options } }, parser),
  }
}

/** A role of Sphinx or of the project. It makes an `inline` with its name as class; `role` is the name with its domain. */
const knownByName = (role: string): Role => ({
  options: ['class'],
  run(call, parser) {
    const outcome = roleElement(call, parser, 'inline', { classes: [call.name] })
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
      // docutils remembers the role, and reports the search only once.
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

  /** A role of the project or of Sphinx, if docutils has no usable role of this name. */
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

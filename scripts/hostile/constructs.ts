/** Every directive and every role, repeated. */
import { lint } from '../../src/lint/index.ts'
import { directivesByName } from '../../src/rst/directives/standard.ts'
import { sphinxDirectiveNames } from '../../src/rst/index.ts'
import { standardRoles } from '../../src/rst/roles/standard.ts'
import type { Kind } from './kinds.ts'

const directives = [...new Set([...directivesByName.keys(), ...sphinxDirectiveNames()])].sort()
const roles = [...standardRoles.keys(), 'doc', 'ref', 'term', 'pep', 'rfc', 'download', 'menuselection', 'py:func', 'repo'].sort()

/** The forms of a directive: with an argument, an option and a list; with text alone; without anything. */
const bodies: Record<string, string> = {
  'in full': ' mars\n   :class: moon\n\n   * - Hubble\n     - Kepler\n\n',
  'with text': '\n\n   Hubble sees Mars.\n\n',
  empty: '\n\n',
}

function kind(name: string, text: string): Kind {
  return {
    name: `lint: ${name}`,
    prepare(size) {
      const source = text.repeat(Math.ceil(size / text.length))
      return () => lint(source, { path: 'goals/orbit/telescopes.rst' })
    },
  }
}

export const constructKinds: readonly Kind[] = [
  ...directives.flatMap((name) =>
    Object.entries(bodies).map(([form, body]) => kind(`directive ${name}, ${form}`, `.. ${name}::${body}`)),
  ),
  ...roles.flatMap((name) => [
    kind(`role ${name}`, `:${name}:\`mars\` `),
    kind(`role ${name}, with a target`, `:${name}:\`the planet <mars>\`\n`),
  ]),
]

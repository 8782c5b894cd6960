/** A bundler plugin that delays the examples of rules until they are used: `wrong: [goalWith(…)]` becomes `get wrong() { return
 * [goalWith(…)] }`. Otherwise each start of the command would build 400 documents, which takes 4 ms.
 */
import type { Plugin } from 'rolldown'
import { parseAst } from 'rolldown/parseAst'

interface Node {
  type: string
  start: number
  end: number
  [key: string]: unknown
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string'

/** The properties `wrong` and `right` of objects that have both: their range and their value. */
function findExamples(node: Node, found: { property: Node; value: Node; name: string }[] = []) {
  if (node.type === 'ObjectExpression') {
    const properties = (node.properties as Node[]).filter(
      ({ key, value, shorthand }) => isNode(key) && isNode(value) && !shorthand && (key.name === 'wrong' || key.name === 'right'),
    )
    if (properties.length === 2) {
      for (const property of properties)
        found.push({ property, value: property.value as Node, name: String((property.key as Node).name) })
      return found
    }
  }
  for (const child of Object.values(node).flat()) if (isNode(child)) findExamples(child, found)
  return found
}

/** The code of a rule's file, with its examples in getters. */
export function withLateExamples(code: string): string {
  const found = findExamples(parseAst(code, { lang: 'ts' }) as unknown as Node)
  let text = code
  for (const { property, value, name } of found.sort((a, b) => b.property.start - a.property.start)) {
    const getter = `get ${name}() { return ${code.slice(value.start, value.end)} }`
    text = text.slice(0, property.start) + getter + text.slice(property.end)
  }
  return text
}

/** The plugin for the rules below a folder. */
export function lateExamples(rules: string): Plugin {
  return {
    name: 'late-examples',
    transform: {
      order: 'pre',
      handler: (code, id) =>
        id.startsWith(rules) && id.endsWith('.ts') ? { code: withLateExamples(code), moduleType: 'ts' } : null,
    },
  }
}

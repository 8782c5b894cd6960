/** Makes small changes to a module that its tests should notice, and builds the module with several of them, each behind a
 * switch.
 */
import { parseAst } from 'rolldown/parseAst'

/** The kinds of changes. A sample has the same number of each kind. */
export const kinds = ['comparison', 'boolean', 'arithmetic', 'number', 'string', 'statement', 'condition', 'return'] as const
export type Kind = (typeof kinds)[number]

/** One change: the text from `offset` to `endOffset` becomes `text`. */
export interface Mutant {
  kind: Kind
  offset: number
  endOffset: number
  text: string
  /** The range that the switch replaces: the text of the change, or the whole statement that starts with it. */
  span: { offset: number; endOffset: number; isStatement: boolean }
}

type Node = { type: string; start: number; end: number } & Record<string, unknown>

const otherOperator: Record<string, [Kind, string]> = {
  '<': ['comparison', '<='],
  '<=': ['comparison', '<'],
  '>': ['comparison', '>='],
  '>=': ['comparison', '>'],
  '===': ['comparison', '!=='],
  '!==': ['comparison', '==='],
  '&&': ['boolean', '||'],
  '||': ['boolean', '&&'],
  '+': ['arithmetic', '-'],
  '-': ['arithmetic', '+'],
  '*': ['arithmetic', '/'],
  '/': ['arithmetic', '*'],
  '%': ['arithmetic', '*'],
  '+=': ['arithmetic', '-='],
  '-=': ['arithmetic', '+='],
  '++': ['arithmetic', '--'],
  '--': ['arithmetic', '++'],
}

const withoutCode = new Set(['ImportDeclaration', 'ExportAllDeclaration', 'ImportExpression', 'TaggedTemplateExpression'])
const aroundCode = new Set(['TSAsExpression', 'TSSatisfiesExpression', 'TSNonNullExpression'])

/** All possible changes of a module, in the order of its text. */
export function mutantsOf(source: string): Mutant[] {
  const found: Mutant[] = []
  let statement: Node | undefined

  function add(node: Node, kind: Kind, text: string) {
    const { start: offset, end: endOffset } = node
    const around = statement?.start === offset ? statement : node
    found.push({ kind, offset, endOffset, text, span: { offset, endOffset: around.end, isStatement: around === statement } })
  }

  /** A change of the operator of a node; `after` is the end of its first operand. */
  function operator(node: Node, after: number) {
    const [kind, other] = otherOperator[node.operator as string] ?? []
    if (!kind) return
    const at = source.indexOf(node.operator as string, after)
    add(node, kind, source.slice(node.start, at) + other + source.slice(at + (node.operator as string).length, node.end))
  }

  function change(node: Node) {
    const textOf = (part: unknown) => source.slice((part as Node).start, (part as Node).end)
    const argument = node.argument as Node | undefined
    switch (node.type) {
      case 'BinaryExpression':
      case 'LogicalExpression':
      case 'AssignmentExpression': {
        const sides = [node.left, node.right] as Node[]
        // Joining strings with `+` is not arithmetic.
        if (sides.some((side) => side.type === 'TemplateLiteral' || typeof side.value === 'string')) {
          if ((node.operator as string).startsWith('+')) return
        }
        return operator(node, sides[0]!.end)
      }
      case 'UpdateExpression':
        return operator(node, node.prefix ? node.start : argument!.end)
      case 'UnaryExpression':
        if (node.operator === '!') add(node, 'boolean', textOf(argument))
        return
      case 'Literal':
        if (typeof node.value === 'boolean') add(node, 'boolean', String(!node.value))
        if (typeof node.value === 'number') add(node, 'number', String(node.value + 1))
        if (typeof node.value === 'string') add(node, 'string', node.value === '' ? "'mutant'" : "''")
        return
      case 'TemplateLiteral':
        return add(node, 'string', '``')
      case 'ExpressionStatement':
      case 'ThrowStatement':
      case 'ContinueStatement':
        statement = node
        return add(node, 'statement', '')
      case 'IfStatement':
      case 'ConditionalExpression':
        return add(node.test as Node, 'condition', `!(${textOf(node.test)})`)
      case 'ReturnStatement':
        if (argument && textOf(argument) !== 'undefined') add(argument, 'return', 'undefined')
        return
      case 'ArrowFunctionExpression':
        if (node.expression && textOf(node.body) !== 'undefined') add(node.body as Node, 'return', 'undefined')
    }
  }

  function visit(node: Node) {
    if (withoutCode.has(node.type) || (node.type === 'ExportNamedDeclaration' && node.source)) return
    if (node.type.startsWith('TS') && !aroundCode.has(node.type)) return
    change(node)
    for (const [name, value] of Object.entries(node)) {
      if (name === 'key' && !node.computed) continue
      for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) visit(child)
    }
  }
  visit(parseAst(source, { lang: 'ts' }) as unknown as Node)
  return found.sort((a, b) => a.offset - b.offset || a.endOffset - b.endOffset)
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string' && 'start' in value
}

/** Whether two changes overlap; these cannot be built into one module. */
export function overlap(a: Mutant, b: Mutant): boolean {
  return a.span.offset < b.span.endOffset && b.span.offset < a.span.endOffset
}

/** The module with its changes; each one takes effect if `globalThis.mutant(ID)` returns true. */
export function weave(source: string, mutants: readonly { id: number; mutant: Mutant }[]): string {
  let result = source
  for (const { id, mutant } of [...mutants].sort((a, b) => b.mutant.offset - a.mutant.offset)) {
    const { span } = mutant
    const now = source.slice(span.offset, span.endOffset)
    const changed = mutant.text + source.slice(mutant.endOffset, span.endOffset)
    const is = `globalThis.mutant(${id})`
    const text = span.isStatement ? `{ if (${is}) { ${changed} } else { ${now} } }` : `(${is} ? (${changed}) : (${now}))`
    result = result.slice(0, span.offset) + text + result.slice(span.endOffset)
  }
  return result
}

/** What Sphinx says of the content of its own directives, beyond their signatures. */
import { type ElementNode, isElement } from '../tree.ts'

type Check = (node: ElementNode) => string | undefined

const isList: Check = (node) => {
  const elements = node.children.filter((child) => !isElement(child) || child.type !== 'comment')
  const [only] = elements
  const isOneList = elements.length === 1 && isElement(only!) && only.type === 'bullet_list'
  return isOneList ? undefined : `.. ${node.type} content is not a list`
}

const checks: Readonly<Record<string, Check>> = {
  acks: isList,
  hlist: isList,
  only: ({ attributes }) => {
    const expression = String(attributes.argument ?? '')
    return isTagExpression(expression) ? undefined : `exception while evaluating only directive expression: ${expression}`
  },
}

/** The problem of a directive's content; nothing where it has none. */
export function contentProblem(node: ElementNode): string | undefined {
  return Object.hasOwn(checks, node.type) ? checks[node.type]!(node) : undefined
}

/** Whether a text is a condition on tags: names with `and`, `or`, `not` and parentheses between them. */
export function isTagExpression(text: string): boolean {
  const tokens = text.match(/[A-Za-z_]\w*|[()]|\S/g) ?? []
  let at = 0
  const operand = (): boolean => {
    while (tokens[at] === 'not') at++
    const token = tokens[at++]
    if (token === '(') return expression() && tokens[at++] === ')'
    return token !== undefined && /^[A-Za-z_]\w*$/.test(token) && !/^(?:and|or|not)$/.test(token)
  }
  const expression = (): boolean => {
    if (!operand()) return false
    while (tokens[at] === 'and' || tokens[at] === 'or') {
      at++
      if (!operand()) return false
    }
    return true
  }
  return expression() && at === tokens.length
}

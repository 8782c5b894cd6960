/** Sphinx's checks of its own directives beyond their signatures: of their content, and of options that depend on it. */
import { type ElementNode, isElement } from '../tree.ts'
import { tagProblem } from './tag-expression.ts'

type Check = (node: ElementNode) => readonly (string | undefined)[]

const oneBulletList: Check = (node) => {
  const elements = node.children.filter((child) => !isElement(child) || child.type !== 'comment')
  const [only] = elements
  const isOneList = elements.length === 1 && isElement(only!) && only.type === 'bullet_list'
  return isOneList ? [] : [`.. ${node.type} content is not a list`]
}

const codeBlock: Check = (node) => {
  const lines = textOf(node).split('\n')
  const { 'emphasize-lines': emphasized, dedent } = optionsOf(node)
  const width = Number.parseInt(dedent ?? '0', 10)
  const isTooWide = lines.some((line) => line.slice(0, width).trim() !== '')
  return [
    emphasized === undefined ? undefined : lineNumbersProblem(emphasized, lines.length),
    isTooWide ? 'non-whitespace stripped by dedent' : undefined,
  ]
}

/** Sphinx's error for line numbers such as `1,3-5,8-` of a text with `count` lines; `undefined` if they are valid. In an open
 * range, the first or last line is meant.
 */
export function lineNumbersProblem(spec: string, count: number): string | undefined {
  let last = 0
  for (const part of spec.split(',')) {
    const numbers = part.split('-').map((number) => number.trim())
    const [from, to] = numbers
    const isRange =
      numbers.length <= 2 && numbers.every((number) => /^\d*$/.test(number)) && numbers.some((number) => number !== '')
    const start = Number(from || 1)
    const end = to === undefined ? start : Number(to || Math.max(start, count))
    if (!isRange || start > end) return `invalid line number spec: '${spec}'`
    last = Math.max(last, end)
  }
  return last > count ? `line number spec is out of range(1-${count}): '${spec}'` : undefined
}

const graphviz: Check = (node) => {
  const hasContent = node.children.length > 0
  const hasFile = node.attributes.argument !== undefined
  if (hasContent && hasFile) return ['Graphviz directive cannot have both content and a filename argument']
  return [hasContent || hasFile ? undefined : 'Ignoring "graphviz" directive without content.']
}

/** The number of parts of an entry, by kind; other kinds accept any number. */
const partsOfEntry: Readonly<Record<string, number>> = { pair: 2, triple: 3, see: 2, seealso: 2 }

const index: Check = ({ attributes }) =>
  String(attributes.argument ?? '')
    .split('\n')
    .map((line) => {
      const [kind = '', ...more] = line.trim().replace(/^!/, '').split(':')
      const wanted = Object.hasOwn(partsOfEntry, kind.trim()) ? partsOfEntry[kind.trim()]! : 0
      const value = more.join(':').trim()
      const parts = value.split(';').map((part) => part.trim())
      const isWhole = wanted === 0 || (parts.length >= wanted && parts.every((part) => part !== ''))
      return isWhole ? undefined : `invalid ${kind.trim()} index entry '${value}'`
    })

/** The flags of Python's doctest. */
const doctestFlags = new Set(
  'DONT_ACCEPT_TRUE_FOR_1 DONT_ACCEPT_BLANKLINE NORMALIZE_WHITESPACE ELLIPSIS SKIP IGNORE_EXCEPTION_DETAIL REPORT_UDIFF REPORT_CDIFF REPORT_NDIFF REPORT_ONLY_FIRST_FAILURE FAIL_FAST'.split(
    ' ',
  ),
)

const doctest: Check = (node) => {
  const { options, pyversion } = optionsOf(node)
  const said = (options ?? '').split(',').map((part) => {
    const flag = part.trim()
    if (flag === '') return undefined
    if (!/^[+-]/.test(flag)) return `missing '+' or '-' in '${flag}' option.`
    return doctestFlags.has(flag.slice(1)) ? undefined : `'${flag.slice(1)}' is not a valid option.`
  })
  const isVersion = pyversion === undefined || /^\s*(?:(?:[<>=!~]=|[<>]|===)\s*\d[\w.*+!-]*\s*(?:,\s*|$))+$/.test(pyversion)
  return [...said, isVersion ? undefined : `'${pyversion}' is not a valid pyversion option`]
}

const literalInclude: Check = (node) => {
  const options = optionsOf(node)
  const has = (name: string) => options[name] !== undefined
  const pairs = [
    ['lineno-match', 'lineno-start'],
    ['lineno-match', 'append'],
    ['lineno-match', 'prepend'],
    ['start-after', 'start-at'],
    ['end-before', 'end-at'],
    ['diff', 'pyobject'],
    ['diff', 'lineno-start'],
    ['diff', 'lineno-match'],
    ['diff', 'lines'],
    ['diff', 'start-after'],
    ['diff', 'end-before'],
    ['diff', 'start-at'],
    ['diff', 'end-at'],
  ] as const
  const clash = pairs.find(([a, b]) => has(a) && has(b))
  return [clash && `Cannot use both "${clash[0]}" and "${clash[1]}" options`]
}

const checks: Readonly<Record<string, Check>> = {
  acks: oneBulletList,
  hlist: oneBulletList,
  'code-block': codeBlock,
  sourcecode: codeBlock,
  literalinclude: literalInclude,
  graphviz,
  index,
  doctest,
  testoutput: doctest,
  testcode: doctest,
  only({ attributes }) {
    const problem = tagProblem(String(attributes.argument ?? ''))
    return [problem && `exception while evaluating only directive expression: ${problem}`]
  },
}

/** Sphinx's warnings about the content of a directive whose arguments and options are valid. */
export function contentProblems(node: ElementNode, name: string): string[] {
  const check = Object.hasOwn(checks, name) ? checks[name]! : undefined
  return check ? check(node).filter((said) => said !== undefined) : []
}

function optionsOf(node: ElementNode): Record<string, string | undefined> {
  return (node.data?.options ?? {}) as Record<string, string>
}

function textOf(node: ElementNode): string {
  return node.children.map((child) => (isElement(child) ? textOf(child) : child.value)).join('')
}

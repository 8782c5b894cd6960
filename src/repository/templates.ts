/** Reads, checks and compiles the Handlebars templates of a project's own profile. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { findUnreadableTemplate, type Profile, suggest, type Template, templateFields } from '../document/index.ts'
import { longestTemplate, tooLong } from '../text/index.ts'
import { cannot } from './errors.ts'
import { readText } from './files.ts'
import { placeAt } from './places.ts'
import { valueErrorAt } from './value-error.ts'

/** A template as it was read. */
export interface TemplateFile {
  name: string
  shown: string
  text: string
  tree: hbs.AST.Program
  template: Template
}

/** The templates of a folder, compiled without HTML escapes: RST is not HTML. */
export async function readTemplates(folder: string, shown: string): Promise<TemplateFile[]> {
  const { default: Handlebars } = await import('handlebars')
  return readdirSync(folder)
    .filter((file) => file.endsWith('.hbs'))
    .sort()
    .map((file) => {
      const path = `${shown}/${file}`
      const text = readText(join(folder, file), path)
      const excess = tooLong(text, longestTemplate)
      if (excess) throw cannot(`use ${path}`, excess)
      const name = file.slice(0, -'.hbs'.length)
      try {
        const tree = Handlebars.parse(text)
        if (loopsIn(tree) > mostLoops) throw new Error(`Too many loops in loops; at most ${mostLoops} levels`)
        return { name, shown: path, text, tree, template: Handlebars.compile(text, { noEscape: true }) as Template }
      } catch (error) {
        throw valueErrorAt(path, text, [malformed(text, error)], { cause: error })
      }
    })
}

/** Levels of loops in loops: nine levels over a team's values are millions of rounds. The built-in templates have one. */
const mostLoops = 3

/** How deep loops are nested. */
function loopsIn({ body }: hbs.AST.Program): number {
  let most = 0
  for (const statement of body) {
    if (statement.type !== 'BlockStatement') continue
    const { path, program, inverse } = statement as hbs.AST.BlockStatement
    const own = path.type === 'PathExpression' && (path as hbs.AST.PathExpression).original === 'each' ? 1 : 0
    for (const inner of [program, inverse]) if (inner) most = Math.max(most, own + loopsIn(inner))
  }
  return most
}

/** The error of Handlebars for a template, with its line. */
function malformed(text: string, error: unknown) {
  const { message, lineNumber, column, hash } = error as Error & {
    lineNumber?: number
    column?: number
    hash?: { loc?: { first_line: number; first_column: number } }
  }
  const line = lineNumber ?? hash?.loc?.first_line ?? Number(/on line (\d+)/.exec(message)?.[1] ?? 1)
  const said = message
    .split('\n')
    .at(-1)!
    .replace(/ - \d+:\d+$/, '')
  const reason = said.endsWith("got 'EOF'") ? 'a block or an expression is not closed' : said
  return { ...placeOf(text, { line, column: column ?? hash?.loc?.first_column ?? 0 }), message: `Malformed template: ${reason}` }
}

/** Converts a position of Handlebars: lines from 1, columns from 0. */
function placeOf(text: string, { line, column }: { line: number; column: number }) {
  const lines = text.split('\n')
  const start = lines.slice(0, line - 1).reduce((sum, before) => sum + before.length + 1, 0)
  const offset = Math.min(start + column, text.length)
  return placeAt(text, offset, Math.max(offset, Math.min(start + (lines[line - 1]?.length ?? 0), text.length)))
}

interface Found {
  line: number
  column: number
  message: string
}

/** How many values each built-in helper of Handlebars takes. */
const helpers: Readonly<Record<string, number>> = { if: 1, unless: 1, each: 1, with: 1, lookup: 2 }

/** Checks the templates of a profile against each other and against the data that fills them. `inherited` are the names of the templates
 * from the profile that it extends.
 * @throws {CannotError} with the place of each mistake of the first template that has any
 */
export function checkTemplates(files: readonly TemplateFile[], inherited: readonly string[]): void {
  const names = [...new Set([...Object.keys(templateFields), ...inherited, ...files.map((file) => file.name)])]
  const used = new Map(files.map((file) => [file.name, partialsOf(file.tree)]))
  for (const file of files) {
    const found = mistakesOf(file, names)
    if (!Object.hasOwn(templateFields, file.name) && !inherited.includes(file.name)) {
      if (![...used.values()].some((partials) => partials.includes(file.name)))
        found.push({
          line: 1,
          column: 0,
          message: suggest('Unused template', file.name, Object.keys(templateFields)),
        })
    }
    const circle = circleFrom(file.name, used)
    if (circle)
      found.push({
        line: 1,
        column: 0,
        message: `Template that includes itself: ${circle.map((name) => `\`${name}\``).join(', ')}`,
      })
    if (found.length > 0)
      throw valueErrorAt(
        file.shown,
        file.text,
        found.map(({ message, ...at }) => ({ ...placeOf(file.text, at), message })),
      )
  }
}

/** Checks that the text of the templates can be read back; otherwise each rendering would add it again.
 * @throws {CannotError} with the place of the text that cannot be read
 */
export function checkReadable(files: readonly TemplateFile[], profile: Profile, parent: Profile): void {
  const found = findUnreadableTemplate(profile, parent)
  if (!found) return
  const partials = (name: string): string[] => [
    name,
    ...files.filter((file) => file.name === name).flatMap((file) => partialsOf(file.tree).flatMap(partials)),
  ]
  const names = partials(found.template)
  const file = names.map((name) => files.find((one) => one.name === name)).find((one) => one !== undefined) ?? files[0]!
  const text = names
    .flatMap((name) => files.filter((one) => one.name === name))
    .flatMap((one) => textsOf(one.tree).map((node) => ({ file: one, node })))
    .sort((a, b) => Number(b.node.isBeside) - Number(a.node.isBeside))[0]
  const mistake = ({ shown, text }: TemplateFile, at: { line: number; column: number }, message: string) =>
    valueErrorAt(shown, text, [{ ...placeOf(text, at), message }])
  const start = { line: 1, column: 0 }
  if (found.missing) throw mistake(file, start, `Template does not write \`${found.missing}\``)
  if (!text)
    throw mistake(file, start, 'goaldoc cannot read the documents of this template back; put a blank line between the values')
  throw mistake(
    text.file,
    text.node,
    'goaldoc cannot tell this text from the values around it; put it in a paragraph or comment of its own',
  )
}

/** The text of a template, with its first line, and whether a value stands on the same line. */
function textsOf(tree: hbs.AST.Program): { line: number; column: number; isBeside: boolean }[] {
  const found: { line: number; column: number; isBeside: boolean }[] = []
  walk(tree, (node) => {
    const { body } = node as { body?: hbs.AST.Statement[] }
    for (const [index, statement] of (body ?? []).entries()) {
      if (statement.type !== 'ContentStatement') continue
      const text = (statement as hbs.AST.ContentStatement).value
      if (text.trim() === '') continue
      const lines = text.split('\n')
      const isBeforeValue = index < body!.length - 1 && lines.at(-1)!.trim() !== ''
      const isBehindValue = index > 0 && lines[0]!.trim() !== ''
      const at = isBehindValue ? 0 : isBeforeValue ? lines.length - 1 : lines.findIndex((line) => line.trim() !== '')
      const indent = lines[at]!.length - lines[at]!.trimStart().length
      const { line, column } = statement.loc.start
      found.push({ line: line + at, column: (at === 0 ? column : 0) + indent, isBeside: isBeforeValue || isBehindValue })
    }
  })
  return found
}

function circleFrom(name: string, used: ReadonlyMap<string, readonly string[]>): string[] | undefined {
  const follow = (at: string, way: readonly string[]): string[] | undefined => {
    for (const next of used.get(at) ?? []) {
      if (next === name) return [...way, next]
      if (way.includes(next)) continue
      const circle = follow(next, [...way, next])
      if (circle) return circle
    }
    return undefined
  }
  return follow(name, [name])
}

/** The names of the partials that a template includes. */
function partialsOf(tree: hbs.AST.Program): string[] {
  const names: string[] = []
  walk(tree, (node) => {
    if (isPartial(node) && node.name.type === 'PathExpression') names.push((node.name as hbs.AST.PathExpression).original)
  })
  return names
}

type PartialNode = hbs.AST.PartialStatement | hbs.AST.PartialBlockStatement

function isPartial(node: hbs.AST.Node): node is PartialNode {
  return node.type === 'PartialStatement' || node.type === 'PartialBlockStatement'
}

function mistakesOf(file: TemplateFile, names: readonly string[]): Found[] {
  const found: Found[] = []
  // A project's own partial gets all data of the template that includes it.
  const fields = templateFields[file.name] ?? [...new Set(Object.values(templateFields).flat())]
  const params = new Set<string>()
  const report = (node: hbs.AST.Node, message: string) => found.push({ ...node.loc.start, message })
  const value = (node: hbs.AST.Expression) => {
    if (node.type !== 'PathExpression') return
    const { data, parts, original } = node as hbs.AST.PathExpression
    if (data || parts.length === 0 || params.has(String(parts[0]))) return
    const known = [...fields, ...params]
    const strange = parts.map(String).find((part, at) => !known.includes(part) && !(at > 0 && part === 'length'))
    if (strange !== undefined) report(node, suggest('Unknown value', original, known))
  }
  const call = (node: hbs.AST.MustacheStatement | hbs.AST.BlockStatement | hbs.AST.SubExpression) => {
    const name = (node.path as hbs.AST.PathExpression).original
    node.params.forEach(value)
    for (const pair of node.hash?.pairs ?? []) value(pair.value)
    if (Object.hasOwn(helpers, name)) {
      const wanted = helpers[name]!
      if (node.params.length !== wanted)
        report(node, `Helper \`${name}\` has ${node.params.length} values; it takes ${wanted === 1 ? 'one' : 'two'}`)
    } else if (node.params.length > 0 || node.type === 'SubExpression')
      report(node, suggest('Unknown helper', name, Object.keys(helpers)))
    else value(node.path as hbs.AST.PathExpression)
  }
  walk(file.tree, (node) => {
    if (isPartial(node)) {
      if (node.name.type !== 'PathExpression') report(node, 'Partial with an expression for its name; write the name')
      else {
        const name = (node.name as hbs.AST.PathExpression).original
        if (!names.includes(name)) report(node, suggest('Unknown partial', name, names))
      }
      node.params.forEach(value)
    } else if (node.type === 'BlockStatement') {
      const { program } = node as hbs.AST.BlockStatement
      for (const param of program?.blockParams ?? []) params.add(param)
      call(node as hbs.AST.BlockStatement)
    } else if (node.type === 'MustacheStatement') call(node as hbs.AST.MustacheStatement)
    else if (node.type === 'SubExpression') call(node as hbs.AST.SubExpression)
    else if (node.type.startsWith('Decorator')) report(node, 'Inline partial; move it to a template file of its own')
  })
  return found
}

/** Every statement and every expression that is called, in order. */
function walk(node: hbs.AST.Node, visit: (node: hbs.AST.Node) => void): void {
  visit(node)
  const { body, params, program, inverse } = node as {
    body?: hbs.AST.Node[]
    params?: hbs.AST.Node[]
    program?: hbs.AST.Node
    inverse?: hbs.AST.Node
  }
  const called = (params ?? []).filter((param) => param.type === 'SubExpression')
  for (const inner of [...called, ...(body ?? []), program, inverse]) if (inner) walk(inner, visit)
}

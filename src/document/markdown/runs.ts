/** Splits a Markdown sentence into runs of text with one mark each.
 *
 * RST has no marks inside marks. Of several marks, the most important one is kept (see `order`); all words are kept.
 */

import type { Nodes, PhrasingContent } from 'mdast'
import { appendAll } from '../../text/index.ts'
import { type Mark, type Run, type Surroundings, writeRuns } from '../plain.ts'
import { footnoteName, imageName, report, uri, type Writing } from './writing.ts'

/** The runs of a paragraph, by line: Markdown's hard line breaks end a line. */
export function linesOf(nodes: readonly PhrasingContent[], writing: Writing): Run[][] {
  const lines: Run[][] = [[]]
  for (const run of merged(flattened(nodes, writing, { mark: 'text' }))) {
    if (run === lineBreak) lines.push([])
    else appendAll(lines.at(-1)!, withSpaceOutside(run))
  }
  return lines.map((line) => tidied(merged(line))).filter((line, _, all) => line.length > 0 || all.length > 1)
}

/** Adjacent runs with the same mark are joined. */
function merged(runs: readonly Run[]): Run[] {
  const all: Run[] = []
  for (const run of runs) {
    const last = all.at(-1)
    const joins = last && last.mark === run.mark && last.url === run.url && ![last, run].includes(lineBreak) && !isName(run)
    if (joins) all[all.length - 1] = { ...last, text: last.text + run.text }
    else all.push(run)
  }
  return all
}

const lineBreak: Run = { mark: 'text', text: '\n' }

/** A reference name is never joined with its neighbour. */
function isName({ mark }: Run): boolean {
  return mark === 'substitution_reference' || mark === 'footnote_reference'
}

/** Marks, from the first to be dropped to the last. */
const order: readonly Mark[] = ['text', 'emphasis', 'strong', 'literal', 'reference']

function stronger(outer: Omit<Run, 'text'>, mark: Mark): Omit<Run, 'text'> {
  return order.indexOf(mark) > order.indexOf(outer.mark) ? { mark } : outer
}

function flattened(nodes: readonly PhrasingContent[], writing: Writing, outer: Omit<Run, 'text'>): Run[] {
  return nodes.flatMap((node): Run[] => {
    switch (node.type) {
      case 'text':
        return [{ ...outer, text: node.value }]
      case 'inlineCode':
        return [{ ...stronger(outer, 'literal'), text: node.value }]
      case 'emphasis':
      case 'strong':
        return flattened(node.children, writing, stronger(outer, node.type))
      case 'link':
        return link(node, node.url, node.title, node.children, writing)
      case 'linkReference': {
        const { url = '', title } = writing.definition(node.identifier) ?? {}
        return link(node, url, title, node.children, writing)
      }
      case 'image':
      case 'imageReference': {
        const name = imageName(node, writing, outer.url)
        return name === undefined ? [] : [{ mark: 'substitution_reference', text: name }]
      }
      case 'footnoteReference':
        return [{ mark: 'footnote_reference', text: `#${footnoteName(node.identifier, writing)}` }]
      case 'break':
        return [lineBreak]
      case 'delete':
        report(writing, node, 'reStructuredText has no strikethrough; say it in words')
        return []
      case 'html':
        report(writing, node, 'HTML cannot be written as reStructuredText; use Markdown')
        return []
      default:
        report(writing, node as Nodes, `\`${(node as Nodes).type}\` cannot be written as reStructuredText`)
        return []
    }
  })
}

function link(
  node: Nodes,
  url: string,
  title: string | null | undefined,
  children: readonly PhrasingContent[],
  writing: Writing,
): Run[] {
  if (title) report(writing, node, 'The title of a link cannot be written as reStructuredText; move it into the text')
  const target = uri(url)
  if (target === '') {
    report(writing, node, 'A link needs a URL')
    return []
  }
  const runs = flattened(children, writing, { mark: 'reference', url: target })
  return runs.some(({ text }) => text.trim() !== '') ? runs : [{ mark: 'reference', url: target, text: url }]
}

/** White space goes between marks, not inside them. */
function withSpaceOutside(run: Run): Run[] {
  if (run.mark === 'text' || isName(run)) return [run]
  const [text, rest] = [run.text.trim(), run.text.trimStart()]
  const [before, after] = [run.text.slice(0, run.text.length - rest.length), rest.slice(text.length)]
  const space = (text: string): Run[] => (text === '' ? [] : [{ mark: 'text', text }])
  return text === '' ? space(before) : [...space(before), { ...run, text }, ...space(after)]
}

/** A line without white space at its ends; inside, line breaks are the only one. */
function tidied(line: readonly Run[]): Run[] {
  const runs = line.map((run) => ({ ...run, text: run.text.replace(/(?<!\s)\s*\n\s*/g, '\n').replace(/\t/g, ' ') }))
  runs.forEach((run, index) => {
    const before = runs[index - 1]
    if (!before || /\s$/.test(before.text)) run.text = run.text.trimStart()
  })
  const last = runs.findLast(({ text }) => text !== '')
  if (last) last.text = last.text.trimEnd()
  const kept = runs.filter(({ text }) => text !== '')
  return kept.length < runs.length && kept.length > 0 ? tidied(kept) : kept
}

/** The lines of a paragraph: one line is a paragraph, several are a line block. */
export function writeLines(node: Nodes, lines: readonly Run[][], writing: Writing, surroundings: Surroundings): string {
  if (lines.length === 0) return ''
  const texts = lines.map((line) =>
    lines.length === 1 ? writeRuns(line, surroundings) : line.length === 0 ? '' : writeRuns(line.map(onOneLine), 'line'),
  )
  if (texts.some((text) => text === undefined)) {
    report(writing, node, 'reStructuredText reads this markup differently; put spaces around it')
    return ''
  }
  return lines.length === 1 ? (texts[0] as string) : texts.map((text) => `| ${text}`.trimEnd()).join('\n')
}

export function onOneLine(run: Run): Run {
  return { ...run, text: run.text.replaceAll('\n', ' ') }
}

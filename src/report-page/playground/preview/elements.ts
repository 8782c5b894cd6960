/** Converts docutils' elements to HTML: one entry for each. Other elements show their name and their content. */
import { type AttributeValue, type ElementNode, inlineElements } from '../../../rst/index.ts'
import { type Html, html, trusted } from '../../html.ts'

/** The context of an element. */
export interface Where {
  parent: string
  /** The number of sections around it. */
  depth: number
  isHead: boolean
}

/** Returns the HTML of an element around its content. */
type Draw = (inside: Html, node: ElementNode, where: Where) => Html

function tag(name: string): Draw {
  return (inside) => html`${trusted(`<${name}>`)}${inside}${trusted(`</${name}>`)}`
}

const bare: Draw = (inside) => inside
const nothing: Draw = () => html``
/** The content with the name of the element, for elements that a published page does not show. */
const labelled: Draw = (inside, { type }) =>
  html`<div class="labelled"><small>${type.replaceAll('_', ' ')}</small>${inside}</div>`
/** Like `labelled`, for elements within a line. */
const word: Draw = (inside, { type }) => html`<span class="labelled"><small>${type.replaceAll('_', ' ')}</small>${inside}</span>`
const group: Draw = (inside) => html`<div>${inside}</div>`
const note: Draw = (inside, { type }) => html`<div class="note"><small>${type}</small>${inside}</div>`
/** A literal block may be wider than the page; with a focus, it can be scrolled by keyboard. */
const code: Draw = (inside) => html`<pre tabindex="0" role="group" aria-label="Literal block">${inside}</pre>`

const admonitions = 'attention caution danger error hint important note tip warning admonition topic sidebar'

/** Add the HTML of an element here. */
const drawn: Readonly<Record<string, Draw>> = {
  document: bare,
  section: tag('section'),
  title,
  subtitle: tag('p'),
  rubric: (inside) => html`<p class="title">${inside}</p>`,
  paragraph: tag('p'),
  compound: group,
  container: group,
  transition: () => html`<hr>`,
  block_quote: tag('blockquote'),
  attribution: (inside) => html`<p>— ${inside}</p>`,
  bullet_list: tag('ul'),
  enumerated_list: (inside, { attributes: { start, enumtype } }) =>
    html`<ol start="${String(start ?? 1)}" type="${enumerators[String(enumtype)] ?? '1'}">${inside}</ol>`,
  list_item: tag('li'),
  definition_list: tag('dl'),
  definition_list_item: group,
  term: tag('dt'),
  classifier: (inside) => html`<dd class="classifier">${inside}</dd>`,
  definition: tag('dd'),
  field_list: tag('dl'),
  field: group,
  field_name: tag('dt'),
  field_body: tag('dd'),
  option_list: tag('dl'),
  option_list_item: group,
  option_group: (inside) => html`<dt class="options">${inside}</dt>`,
  option: (inside) => html`<code>${inside}</code> `,
  option_string: bare,
  option_argument: (inside, { attributes: { delimiter } }) => html`${String(delimiter ?? '')}${inside}`,
  description: tag('dd'),
  line_block: (inside) => html`<div class="line-block">${inside}</div>`,
  line: (inside) => html`<div>${inside}<br></div>`,
  literal_block: code,
  doctest_block: code,
  math_block: code,
  raw: labelled,
  comment: labelled,
  substitution_definition: labelled,
  footnote: labelled,
  citation: labelled,
  label: (inside) => html`<b>[${inside}]</b>`,
  figure: tag('figure'),
  caption: tag('figcaption'),
  legend: group,
  image: (_, { attributes: { uri, alt } }) => html`<span class="labelled"><small>image</small>${String(alt ?? uri)}</span>`,
  table: (inside) => html`<div class="scroll" tabindex="0" role="group" aria-label="Table"><table>${inside}</table></div>`,
  tgroup: bare,
  colspec: nothing,
  thead: tag('thead'),
  tbody: tag('tbody'),
  row: tag('tr'),
  entry: cell,
  emphasis: tag('em'),
  strong: tag('strong'),
  literal: tag('code'),
  math: tag('code'),
  subscript: tag('sub'),
  superscript: tag('sup'),
  title_reference: tag('cite'),
  abbreviation: tag('abbr'),
  inline: tag('span'),
  generated: bare,
  target,
  reference,
  footnote_reference: (inside) => html`<sup class="link">[${inside}]</sup>`,
  citation_reference: (inside) => html`<span class="link">[${inside}]</span>`,
  substitution_reference: (inside) => html`<span class="link">|${inside}|</span>`,
  problematic: (inside) => html`<mark>${inside}</mark>`,
  system_message: message,
  ...Object.fromEntries(admonitions.split(' ').map((name) => [name, note])),
}

export function draw(inside: Html, node: ElementNode, where: Where): Html {
  const known = Object.hasOwn(drawn, node.type) ? drawn[node.type] : undefined
  return (known ?? (inlineElements.has(node.type) ? word : labelled))(inside, node, where)
}

const enumerators: Readonly<Record<string, string>> = {
  arabic: '1',
  loweralpha: 'a',
  upperalpha: 'A',
  lowerroman: 'i',
  upperroman: 'I',
}

function listed(names: AttributeValue | undefined): string {
  return Array.isArray(names) ? names.join(', ') : ''
}

/** Levels start lower, because the page has headings of its own. */
function title(inside: Html, _: ElementNode, { parent, depth }: Where): Html {
  if (parent === 'table') return html`<caption>${inside}</caption>`
  if (parent !== 'section') return html`<p class="title">${inside}</p>`
  return tag(`h${Math.min(depth + 2, 6)}`)(inside, _, { parent, depth, isHead: false })
}

function cell(inside: Html, { attributes: { morecols, morerows } }: ElementNode, { isHead }: Where): Html {
  const span = html` colspan="${Number(morecols ?? 0) + 1}" rowspan="${Number(morerows ?? 0) + 1}"`
  return isHead ? html`<th${span}>${inside}</th>` : html`<td${span}>${inside}</td>`
}

/** Targets that docutils adds after a reference are not shown. */
function target(inside: Html, { children, attributes: { names, refuri } }: ElementNode, { parent }: Where): Html {
  if (children.length > 0) return inside
  if (inlineElements.has(parent) || /^(?:paragraph|title|term|line|caption|field_name)$/.test(parent)) return html``
  return html`<p class="labelled"><small>target</small>${listed(names)}${refuri === undefined ? '' : ` → ${String(refuri)}`}</p>`
}

/** Only addresses of pages and mail addresses become links. */
function reference(inside: Html, { attributes: { refuri } }: ElementNode): Html {
  if (typeof refuri !== 'string' || !/^(?:https?|mailto):/i.test(refuri)) return html`<span class="link">${inside}</span>`
  return html`<a href="${refuri}" target="_blank" rel="noreferrer">${inside}</a>`
}

const severities = ['info', 'info', 'warning', 'error', 'error']

function message(inside: Html, { attributes: { level, line, type }, position: { start, end } }: ElementNode): Html {
  return html`<div class="finding is-${severities[Number(level)]}">
<p><button type="button" class="place" data-from="${start.offset}" data-to="${end.offset}">${line === undefined ? 'place' : `line ${line}`}</button> <b>docutils: ${String(type)}</b></p>
${inside}
</div>`
}

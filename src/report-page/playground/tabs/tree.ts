/** The tree of docutils' parser in docutils' pseudo-XML. */
import { toPseudoXml } from '../../../rst/index.ts'
import { html } from '../../html.ts'
import type { Tab } from './tab.ts'

export const tree: Tab = {
  name: 'tree',
  title: 'Tree',
  show: (analysis) => html`<pre class="tree">${toPseudoXml(analysis.tree)}</pre>`,
}

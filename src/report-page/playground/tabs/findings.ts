/** The findings, each with its place and rule. */
import { type Diagnostic, rules } from '../../../lint/index.ts'
import { type Html, html } from '../../html.ts'
import { inCode } from '../in-code.ts'
import type { Tab } from './tab.ts'

export const findings: Tab = {
  name: 'findings',
  title: 'Findings',
  show({ diagnostics }) {
    if (diagnostics.length === 0) return html`<p>Nothing found.</p>`
    const rest = diagnostics.length - most
    return html`<ol class="findings">${diagnostics.slice(0, most).map(finding)}</ol>${rest > 0 ? html`<p>And ${rest} more.</p>` : undefined}`
  },
}

/** More findings would make the page too slow. */
const most = 1000

function finding(
  { severity, line, column, offset, endOffset, message, ruleId, fix, related, docutils }: Diagnostic,
  index: number,
): Html {
  const rule = rules.find(({ name }) => name === ruleId)
  const second = (related ?? []).filter(({ path }) => path === undefined)
  return html`<li class="finding is-${severity}">
<p><button type="button" class="place" data-from="${offset}" data-to="${endOffset}">${line}:${column}</button> <b>${severity}</b> <span class="message">${inCode(message)}</span></p>
${second.map((place) => html`<p class="aside"><button type="button" class="place" data-from="${place.offset}" data-to="${place.endOffset}">${place.line}:${place.column}</button> ${inCode(place.message)}</p>`)}
${fix && html`<p class="aside"><button type="button" class="fix" data-fix="${index}">${inCode(fix.title)}</button>${fix.safe ? '' : ' (unsafe: look at the result)'}</p>`}
${docutils && html`<p class="aside">docutils${docutils.line === undefined ? '' : `, line ${docutils.line}`}: ${docutils.message}</p>`}
${rule && html`<details><summary><code>${ruleId}</code></summary><p>${inCode(rule.what)}. ${inCode(rule.why)}</p></details>`}
</li>`
}

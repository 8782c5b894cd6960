/** Sentences of goaldoc as markup. */
import { type Html, html } from '../html.ts'

/** The text, with what stands in backticks as code. Text that has backticks itself stands in more of them, as in Markdown. */
export function inCode(text: string): Html {
  const runs = [...text.matchAll(/`+/g)]
  const parts: (Html | string)[] = []
  let at = 0
  for (let first = 0; first < runs.length; first++) {
    const { 0: ticks, index } = runs[first]!
    const last = runs.findIndex((run, other) => other > first && run[0] === ticks)
    if (last < 0) continue
    const code = text.slice(index + ticks.length, runs[last]!.index)
    parts.push(text.slice(at, index), html`<code>${isPadded(code) ? code.slice(1, -1) : code}</code>`)
    at = runs[last]!.index + ticks.length
    first = last
  }
  return html`${parts}${text.slice(at)}`
}

/** Whether code has a space at both ends, which separates its own backticks from those around it. */
function isPadded(code: string): boolean {
  return code.length > 2 && code.startsWith(' ') && code.endsWith(' ') && code.includes('`')
}

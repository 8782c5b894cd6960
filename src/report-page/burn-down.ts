/** How the work of a goal went down: a plot, and its numbers beside it. */
import { scaleLinear, scaleUtc } from 'd3-scale'
import { area, curveStepAfter, line } from 'd3-shape'
import { statuses } from '../goal/index.ts'
import type { HistoryPoint } from './data.ts'
import { type Html, html } from './html.ts'
import type { NamedPageGoal } from './named.ts'
import { openIn, rounded, scrollable, totalOf } from './words.ts'

const [width, height] = [440, 230]
const margin = { top: 12, right: 14, bottom: 26, left: 32 }

const series = [
  { name: 'teams', className: 'plot-teams', countIn: ({ counts }: HistoryPoint) => totalOf(counts) },
  { name: 'left to do', className: 'plot-open', countIn: ({ counts }: HistoryPoint) => openIn(counts) },
  { name: 'unanswered', className: 'plot-silent', countIn: ({ counts }: HistoryPoint) => counts.unanswered },
] as const

export function burnDown(goal: NamedPageGoal, day: string): Html {
  const { id, name, history, status } = goal
  const [first] = history
  const last = history.at(-1)
  if (!first || !last) return html``
  // A goal that is over ends with its last change; the others stand as they are until today.
  const end = status.isOver || last.day > day ? last.day : day
  const legend = series.map(
    (one) =>
      html`<li><svg class="key" viewBox="0 0 24 8" aria-hidden="true"><path class="${one.className}" d="M0 4H24"/></svg>${one.name}</li>`,
  )
  const figure = html`<figure>
${plot(history, end, { id, title: `Burn-down of ${name}` })}
<figcaption><ul class="legend">${legend}</ul></figcaption>
</figure>`
  return html`<h3 id="${id}-burn-down">Burn-down</h3>
<div class="beside">
${first.day === end ? undefined : figure}
${scrollable(`Numbers of the burn-down of ${name}`, numbers(goal))}
</div>
`
}

function plot(history: readonly HistoryPoint[], end: string, { id, title }: { id: string; title: string }): Html {
  const first = history[0]!
  const last = history.at(-1)!
  const points = last.day < end ? [...history, { ...last, day: end }] : history
  const x = scaleUtc([dateOf(first.day), dateOf(end)], [margin.left, width - margin.right])
  const most = Math.max(1, ...points.map(({ counts }) => totalOf(counts)))
  const y = scaleLinear([0, most], [height - margin.bottom, margin.top]).nice(5)
  const xOf = (point: HistoryPoint) => rounded(x(dateOf(point.day)))
  const curves = series.map(({ className, countIn }) => {
    const path = line<HistoryPoint>(xOf, (point) => rounded(y(countIn(point)))).curve(curveStepAfter)
    return html`<path class="${className}" d="${path(points) ?? ''}"/>`
  })
  const open = area<HistoryPoint>(xOf, rounded(y(0)), (point) => rounded(y(openIn(point.counts)))).curve(curveStepAfter)
  const yTicks = y.ticks(5).filter(Number.isInteger)
  const xTicks = x.ticks(4)
  const said = `On ${first.day}, ${openIn(first.counts)} of ${totalOf(first.counts)} teams had something left to do; on ${end}, ${openIn(last.counts)} of ${totalOf(last.counts)}.`
  return html`<svg class="plot" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="${id}-plot-title ${id}-plot-text">
<title id="${id}-plot-title">${title}</title>
<desc id="${id}-plot-text">${said}</desc>
${yTicks.map(
  (
    tick,
  ) => html`<path class="plot-grid" d="M${margin.left} ${rounded(y(tick))}H${width - margin.right}"/><text class="plot-number" x="${margin.left - 6}" y="${rounded(y(tick)) + 4}">${tick}</text>
`,
)}${xTicks.map(
  (
    tick,
  ) => html`<path class="plot-tick" d="M${rounded(x(tick))} ${height - margin.bottom}v5"/><text class="plot-day" x="${rounded(x(tick))}" y="${height - 6}">${dayText(tick, x.domain())}</text>
`,
)}<path class="plot-area" d="${open(points) ?? ''}"/>
${curves}
</svg>`
}

function dateOf(day: string): Date {
  return new Date(`${day}T00:00:00Z`)
}

/** A tick of the axis: what tells it from its neighbours. */
function dayText(tick: Date, [start, end]: readonly Date[]): string {
  const days = (end!.getTime() - start!.getTime()) / 86_400_000
  const text = tick.toISOString()
  return days > 4 * 365 ? text.slice(0, 4) : days > 120 ? text.slice(0, 7) : text.slice(5, 10)
}

function numbers({ id, history }: NamedPageGoal): Html {
  const kinds = statuses.filter((status) => history.some(({ counts }) => counts[status] > 0))
  const rows = history.map(
    ({ day, by, counts }) =>
      html`<tr><th scope="row">${day}</th><td class="number">${totalOf(counts)}</td><td class="number">${openIn(counts)}</td>${kinds.map((status) => html`<td class="number">${counts[status]}</td>`)}<td>${by ?? 'the files now'}</td></tr>
`,
  )
  return html`<table id="${id}-numbers" aria-labelledby="${id}-burn-down">
<thead><tr><th scope="col">Day</th><th scope="col">Teams</th><th scope="col">Left to do</th>${kinds.map((status) => html`<th scope="col">${status}</th>`)}<th scope="col">Changed by</th></tr></thead>
<tbody>
${rows}</tbody>
</table>`
}

/** The burn-down of a goal: a plot, and its numbers next to it. */
import { scaleLinear, scaleUtc } from 'd3-scale'
import { area, curveStepAfter, line } from 'd3-shape'
import { statuses } from '../goal/index.ts'
import { largest } from '../text/index.ts'
import type { HistoryPoint } from './data.ts'
import { type Html, html } from './html.ts'
import type { NamedPageGoal } from './named.ts'
import { openTeams, rounded, scrollable, totalOf } from './words.ts'

const [width, height] = [440, 230]
const margin = { top: 12, right: 14, bottom: 26, left: 32 }

const series = [
  { name: 'teams', className: 'plot-teams', countIn: ({ counts }: HistoryPoint) => totalOf(counts) },
  { name: 'left to do', className: 'plot-open', countIn: ({ counts }: HistoryPoint) => openTeams(counts) },
  { name: 'unanswered', className: 'plot-silent', countIn: ({ counts }: HistoryPoint) => counts.unanswered },
] as const

export function burnDown(goal: NamedPageGoal, day: string): Html {
  const { id, name, history, status } = goal
  const [first] = history
  const last = history.at(-1)
  if (!first || !last) return html``
  const isLong = first.day !== last.day || (!status.isOver && last.day < day)
  const legend = series.map(
    (one) =>
      html`<li><svg class="key" viewBox="0 0 24 8" aria-hidden="true"><path class="${one.className}" d="M0 4H24"/></svg>${one.name}</li>`,
  )
  const figure = () => html`<figure>
${plot(history, endOf(goal, day), { id, title: `Burn-down of ${name}` })}
<figcaption><ul class="legend">${legend}</ul></figcaption>
</figure>`
  return html`<h3 id="${id}-burn-down">Burn-down</h3>
<div class="beside">
${isLong ? figure() : undefined}
${scrollable(`Numbers of the burn-down of ${name}`, numbers(goal))}
</div>
`
}

/** The end of a plot: for a goal that is over, shortly after its last change; for others, today. */
function endOf({ history, status }: NamedPageGoal, day: string): Date {
  const [first, last] = [dateOf(history[0]!.day), dateOf(history.at(-1)!.day)]
  const shortlyAfter = new Date(last.getTime() + (last.getTime() - first.getTime()) / 30)
  const today = dateOf(day)
  return status.isOver || today < shortlyAfter ? shortlyAfter : today
}

function plot(history: readonly HistoryPoint[], end: Date, { id, title }: { id: string; title: string }): Html {
  const first = history[0]!
  const last = history.at(-1)!
  const x = scaleUtc([dateOf(first.day), end], [margin.left, width - margin.right])
  const most = Math.max(1, largest(history.map(({ counts }) => totalOf(counts))))
  const y = scaleLinear([0, most], [height - margin.bottom, margin.top]).nice(5)
  const points = [...history.map((point) => ({ ...point, at: x(dateOf(point.day)) })), { ...last, at: x(end) }]
  const curves = series.map(({ className, countIn }) => {
    const path = line<PlotPoint>(
      ({ at }) => rounded(at),
      (point) => rounded(y(countIn(point))),
    ).curve(curveStepAfter)
    return html`<path class="${className}" d="${path(points) ?? ''}"/>`
  })
  const open = area<PlotPoint>(
    ({ at }) => rounded(at),
    rounded(y(0)),
    (point) => rounded(y(openTeams(point.counts))),
  ).curve(curveStepAfter)
  const left = margin.left
  const [bottom, right] = [height - margin.bottom, width - margin.right]
  const yTicks = y
    .ticks(5)
    .filter(Number.isInteger)
    .map((tick) => {
      const at = rounded(y(tick))
      return html`<path class="plot-grid" d="M${left} ${at}H${right}"/><text class="plot-number" x="${left - 6}" y="${at + 4}">${tick}</text>
`
    })
  const xTicks = x.ticks(4).map((tick) => {
    const at = rounded(x(tick))
    return html`<path class="plot-tick" d="M${at} ${bottom}v5"/><text class="plot-day" x="${at}" y="${height - 6}">${dayText(tick, x.domain())}</text>
`
  })
  const said = `On ${first.day}, ${openTeams(first.counts)} of ${totalOf(first.counts)} teams had something left to do; on ${last.day}, ${openTeams(last.counts)} of ${totalOf(last.counts)}.`
  return html`<svg class="plot" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="${id}-plot-title ${id}-plot-text">
<title id="${id}-plot-title">${title}</title>
<desc id="${id}-plot-text">${said}</desc>
${yTicks}${xTicks}<path class="plot-area" d="${open(points) ?? ''}"/>
${curves}
</svg>`
}

interface PlotPoint extends HistoryPoint {
  /** The distance from the left. */
  at: number
}

function dateOf(day: string): Date {
  return new Date(`${day}T00:00:00Z`)
}

/** The label of a tick: the part of the date in which it differs from its neighbours. */
function dayText(tick: Date, [start, end]: readonly Date[]): string {
  const days = (end!.getTime() - start!.getTime()) / 86_400_000
  const text = tick.toISOString()
  return days > 4 * 365 ? text.slice(0, 4) : days > 120 ? text.slice(0, 7) : text.slice(5, 10)
}

function numbers({ id, history }: NamedPageGoal): Html {
  const kinds = statuses.filter((status) => history.some(({ counts }) => counts[status] > 0))
  const rows = history.map(
    ({ day, by, counts }) =>
      html`<tr><th scope="row" class="day">${day}</th><td class="number">${totalOf(counts)}</td><td class="number">${openTeams(counts)}</td>${kinds.map((status) => html`<td class="number">${counts[status]}</td>`)}<td class="day">${by ?? 'the files now'}</td></tr>
`,
  )
  return html`<table id="${id}-numbers" class="numbers" aria-labelledby="${id}-burn-down">
<thead><tr><th scope="col">Day</th><th scope="col" class="number">Teams</th><th scope="col" class="number">Left to do</th>${kinds.map((status) => html`<th scope="col" class="number">${status}</th>`)}<th scope="col">Changed by</th></tr></thead>
<tbody>
${rows}</tbody>
</table>`
}

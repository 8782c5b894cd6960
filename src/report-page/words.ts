/** Words and elements that several parts of the page share. */
import type { Status } from '../goal/index.ts'
import { statuses } from '../goal/index.ts'
import { isSettled, type StatusCounts } from '../report/index.ts'
import { type Html, html } from './html.ts'

export function totalOf(counts: StatusCounts): number {
  return statuses.reduce((sum, status) => sum + counts[status], 0)
}

/** The number of teams that still have to answer or to finish. */
export function openTeams(counts: StatusCounts): number {
  return statuses.reduce((sum, status) => sum + (isSettled(status) ? 0 : counts[status]), 0)
}

export const openStatuses = statuses.filter((status) => !isSettled(status))
/** The statuses in the order of a progress bar: settled ones first, so that the bar grows from its start. */
export const inBarOrder = [...statuses].reverse().sort((a, b) => Number(isSettled(b)) - Number(isSettled(a)))

/** The CSS class of a status. */
export function classOf(status: Status): string {
  return `is-${status.replace('/', '')}`
}

/** A table cell that is sorted by the order of the statuses. */
export function statusCell(status: Status, text: string = status): Html {
  return html`<td class="status ${classOf(status)}" data-status="${status}" data-value="${statuses.indexOf(status)}">${text}</td>`
}

/** The progress of a goal as a bar, with the numbers in words next to it. */
export function progressBar(counts: StatusCounts): Html {
  const total = totalOf(counts)
  let done = 0
  const parts = inBarOrder.flatMap((status) => {
    const width = total === 0 ? 0 : (counts[status] / total) * 100
    const x = done
    done += width
    return width === 0 ? [] : [html`<rect class="${classOf(status)}" x="${rounded(x)}" width="${rounded(width)}" height="10"/>`]
  })
  return html`<svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">${parts}</svg>`
}

export function rounded(value: number): number {
  return Math.round(value * 100) / 100
}

/** A table in a scrollable element, which can be reached by keyboard. */
export function scrollable(label: string, table: Html): Html {
  return html`<div class="scroll" role="region" aria-label="${label}" tabindex="0">${table}</div>`
}

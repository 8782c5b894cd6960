/** How the page writes what several of its parts show. */
import type { Status } from '../goal/index.ts'
import { statuses } from '../goal/index.ts'
import { isSettled, type StatusCounts } from '../report/index.ts'
import { type Html, html } from './html.ts'

export function totalOf(counts: StatusCounts): number {
  return statuses.reduce((sum, status) => sum + counts[status], 0)
}

/** How many teams have something left to answer or to do. */
export function openIn(counts: StatusCounts): number {
  return statuses.reduce((sum, status) => sum + (isSettled(status) ? 0 : counts[status]), 0)
}

export const openStatuses = statuses.filter((status) => !isSettled(status))
/** What is settled, then what is left: so a bar grows from its beginning. */
export const inBarOrder = [...statuses].reverse().sort((a, b) => Number(isSettled(b)) - Number(isSettled(a)))

/** The name of a status in classes of the style sheet. */
export function classOf(status: Status): string {
  return `is-${status.replace('/', '')}`
}

/** A cell that sorts by the order of the statuses. */
export function statusCell(status: Status, text: string = status): Html {
  return html`<td class="status ${classOf(status)}" data-status="${status}" data-value="${statuses.indexOf(status)}">${text}</td>`
}

/** How far a goal has come, as a bar; the numbers stand beside it in words. */
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

/** A table that is wider or longer than its place; the keyboard reaches it to scroll. */
export function scrollable(label: string, table: Html): Html {
  return html`<div class="scroll" role="region" aria-label="${label}" tabindex="0">${table}</div>`
}

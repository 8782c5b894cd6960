/** A checklist for an issue: a checkbox for each team, ticked if it has nothing left to do. */
import { printableIn } from '../../text/index.ts'
import { addressInMarkdown, codeInMarkdown, escapedMarkdown } from '../markup.ts'
import { commitInWords, countsInWords, isSettled, nameOf, type StatusFormat, shownDeliverables } from './format.ts'
import type { DeliverableStatus } from './schema.ts'

export const markdown: StatusFormat = {
  name: 'markdown',
  format(report) {
    return printableIn(report.goals)
      .map((goal) => {
        const items = goal.teams.flatMap((team) => [itemOf(team), ...shownDeliverables(team).map((one) => `  ${itemOf(one)}`)])
        const missing = goal.missing.map((name) => `- [ ] ${escapedMarkdown(name)}: unanswered, without a section`)
        const summary = `${codeInMarkdown(goal.path)}, ${countsInWords(goal.counts)}`
        return [`## ${escapedMarkdown(nameOf(goal))}`, '', summary, '', ...items, ...missing, ''].join('\n')
      })
      .join('\n')
  },
}

function itemOf({ name, status, since, changes }: DeliverableStatus): string {
  const when = since ? ` since ${escapedMarkdown(commitInWords(since))}` : ''
  const proof =
    changes?.url === undefined
      ? ''
      : ` ([${[changes.state, changes.day].filter(Boolean).join(' ')}](${addressInMarkdown(changes.url)}))`
  return `- [${isSettled(status) ? 'x' : ' '}] ${escapedMarkdown(name)}: ${status}${when}${proof}`
}

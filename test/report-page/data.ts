/** Data for a page: two goals, a current one and one that is over. */
import type { StatusCounts } from '../../src/report/index.ts'
import type { PageGoal } from '../../src/report-page/index.ts'

function countsOf(some: Partial<StatusCounts>): StatusCounts {
  return { unanswered: 0, 'n/a': 0, planned: 0, 'in-progress': 0, partial: 0, done: 0, 'not-doing': 0, ...some }
}

/** The texts of a page that come from documents and git; `text` makes each. */
export function goalsWith(text: (name: string) => string): PageGoal[] {
  const said = (day: string, by: string) => ({ day, by: text(by), commit: '0123456789012345678901234567890123456789' })
  return [
    {
      status: {
        path: text('goals/2027/star-catalog.rst'),
        title: text('One star catalog'),
        release: text('2027.1'),
        isOver: false,
        counts: countsOf({ planned: 1, done: 1, unanswered: 1 }),
        teams: [
          {
            name: text('Hubble'),
            status: 'planned',
            since: said('2027-03-01', 'Halley'),
            last: said('2027-03-02', 'Vera'),
            deliverables: [{ name: text('mirror'), status: 'done' }],
          },
          { name: text('Kepler'), status: 'done', deliverables: [] },
          { name: text('Spitzer'), status: 'unanswered', since: said('2027-02-01', 'Halley'), deliverables: [] },
        ],
        missing: [text('Webb')],
      },
      history: [
        { day: '2027-02-01', by: text('Halley'), counts: countsOf({ unanswered: 3 }) },
        { day: '2027-03-01', by: text('Halley'), counts: countsOf({ unanswered: 2, planned: 1 }) },
        { day: '2027-03-09', counts: countsOf({ planned: 1, done: 1, unanswered: 1 }) },
      ],
    },
    {
      status: {
        path: text('goals/completed/2026/quiet-domes.rst'),
        title: text('Quiet domes'),
        isOver: true,
        counts: countsOf({ done: 1, 'not-doing': 1 }),
        teams: [
          { name: text('Hubble'), status: 'not-doing', deliverables: [] },
          { name: text('Kepler'), status: 'done', deliverables: [] },
        ],
        missing: [],
      },
      history: [{ day: '2026-03-01', by: text('Halley'), counts: countsOf({ done: 1, 'not-doing': 1 }) }],
    },
    {
      status: { path: text('goals/1.rst'), title: '', isOver: false, counts: countsOf({}), teams: [], missing: [] },
      history: [],
    },
  ]
}

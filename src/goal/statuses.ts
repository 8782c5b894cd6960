/** The statuses, from nothing said to nothing left to do. */
export const statuses = ['unanswered', 'n/a', 'planned', 'in-progress', 'partial', 'done', 'not-doing'] as const
export type Status = (typeof statuses)[number]

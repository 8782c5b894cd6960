/** The statuses, from no answer to finished. */
export const statuses = ['unanswered', 'n/a', 'planned', 'in-progress', 'partial', 'done', 'not-doing'] as const
export type Status = (typeof statuses)[number]

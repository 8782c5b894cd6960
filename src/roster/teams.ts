/** The result of both readers of a team list. */

/** A deliverable as written in the list. */
export interface ListedDeliverable {
  name: string
  repositories: string[]
  /** The place of the name: 0-based UTF-16 offsets, the end exclusive. */
  offset: number
  endOffset: number
}

/** A team as written in the list. */
export interface ListedTeam {
  name: string
  deliverables: ListedDeliverable[]
  offset: number
  endOffset: number
}

/** A team list that cannot be read; line and column are 1-based, the offset is 0-based. */
export class RosterError extends Error {
  override name = 'RosterError'
  /** One sentence without a full stop. */
  readonly reason: string
  readonly line: number
  readonly column: number
  readonly offset: number
  constructor(reason: string, source: string, offset: number) {
    const before = source.slice(0, offset)
    const line = before.split('\n').length
    super(`line ${line}: ${reason}`)
    this.reason = reason
    this.offset = offset
    this.line = line
    this.column = offset - before.lastIndexOf('\n')
  }
}

/** The official team list: teams in order, their deliverables and repositories, and what old names mean today. */

export { type ChangeEvidence, evidenceFor, type GoalEvidence, type TeamEvidence } from './changes/evidence.ts'
export { type Change, readChanges } from './changes/read.ts'
export { type Contact, readContacts } from './contacts.ts'
export { formerTeams } from './legacy.ts'
export { loadRoster } from './load.ts'
export { readRoster } from './read.ts'
export { goalsBeginOn, numberOfCycle, releaseNumber, releaseOf } from './releases.ts'
export type { Roster, RosterMatch, RosterOptions, RosterTeam } from './roster.ts'
export { RosterError } from './teams.ts'

/** Documents and a list of teams for the examples of rules. */
import { emptyTeam, goalWith, teamsWith } from '../goal/examples.ts'

export { emptyTeam }

export const roster = `Hubble:
  deliverables:
    hubble:
      repos:
      - observatory/hubble
    python-hubbleclient:
      repos:
      - observatory/python-hubbleclient
kepler:
  deliverables:
    kepler:
      repos:
      - observatory/kepler
Ground Control:
  deliverables:
    antenna:
      repos:
      - observatory/antenna
spitzer:
  deliverables:
    spitzer:
      repos:
      - observatory/spitzer
`

export const all = ['Ground Control', 'Hubble', 'kepler', 'spitzer']

/** A goal with these teams: a name stands for a team without an answer. */
export function goalOfTeams(...teams: string[]): string {
  return goalWith({ teams: teamsWith(...teams.map((team) => (team.includes('\n') ? team : emptyTeam(team)))) })
}

/** A team with text. */
export function team(name: string, text: string): string {
  return `${name}\n${'-'.repeat(name.length)}\n\n${text}\n`
}

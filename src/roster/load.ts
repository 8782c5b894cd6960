/** Reads a roster synchronously. */
import { readFully } from './full.ts'
import { readQuickly } from './quick.ts'
import { type Roster, type RosterOptions, rosterOf } from './roster.ts'

/** The official teams of a `reference/projects.yaml`: name → `deliverables` → name → `repos`. Other keys are ignored. Throws a
 * `RosterError` with the line if the text is not a team list.
 */
export function loadRoster(projectsYaml: string, options?: RosterOptions): Roster {
  const teams = readQuickly(projectsYaml)
  return rosterOf(projectsYaml, teams !== undefined && teams.length > 0 ? teams : readFully(projectsYaml), options)
}

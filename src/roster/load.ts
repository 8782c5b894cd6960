/** Reads a roster at once. */
import { readFully } from './full.ts'
import { readQuickly } from './quick.ts'
import { type Roster, type RosterOptions, rosterOf } from './roster.ts'

/** The official teams of a `reference/projects.yaml`: name → `deliverables` → name → `repos`. Other keys do not matter.
 * Throws a `RosterError` with the line where it is no such list. */
export function loadRoster(projectsYaml: string, options?: RosterOptions): Roster {
  const teams = readQuickly(projectsYaml)
  return rosterOf(projectsYaml, teams !== undefined && teams.length > 0 ? teams : readFully(projectsYaml), options)
}

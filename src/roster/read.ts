/** Reads a roster without loading a YAML parser, where that is possible. */
import { readQuickly } from './quick.ts'
import { type Roster, type RosterOptions, rosterOf } from './roster.ts'

/** The same as `loadRoster`, for callers that start cold: the YAML parser is loaded only for a list that needs one. */
export async function readRoster(projectsYaml: string, options?: RosterOptions): Promise<Roster> {
  const teams = readQuickly(projectsYaml)
  if (teams !== undefined && teams.length > 0) return rosterOf(projectsYaml, teams, options)
  const { readFully } = await import('./full.ts')
  return rosterOf(projectsYaml, readFully(projectsYaml), options)
}

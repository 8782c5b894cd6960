/** The configurations, team lists and Sphinx projects of a run. */
import { type ConfigurationOptions, type Configurations, openConfigurations } from './configuration.ts'
import { openRosters, type Rosters } from './rosters.ts'
import { openSphinxProjects, type SphinxProjects } from './sphinx.ts'

/** What the documents of a run share; each file is read once. */
export interface Workspace {
  configurations: Configurations
  rosters: Rosters
  sphinx: SphinxProjects
}

export interface WorkspaceOptions extends ConfigurationOptions {
  /** A team list to use instead of those in the repositories. */
  teams?: string
}

export function openWorkspaceIn(cwd: string, { teams, ...options }: WorkspaceOptions = {}): Workspace {
  return {
    configurations: openConfigurations(cwd, options),
    rosters: openRosters(cwd, teams),
    sphinx: openSphinxProjects(),
  }
}

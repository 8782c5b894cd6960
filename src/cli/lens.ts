/** What is needed to read, write or lint a document and its model, apart from the official teams. */
import type { Profile } from '../document/index.ts'
import type { Goal } from '../goal/index.ts'
import { type LintOptions, settingsFor } from '../lint/index.ts'
import { allProfiles, ownProfiles, profileNamed } from '../repository/index.ts'
import type { Io } from './io.ts'
import type { Pair, Workspace } from './workspace.ts'

export interface Lens {
  /** The profile that the model or the configuration names. */
  profile?: Profile
  profiles: readonly Profile[]
}

export async function lensOf(
  pair: Pair,
  goal: Goal,
  workspace: Workspace,
  io: Io,
): Promise<{ lens: Lens; lint: LintOptions; names: { directives: string[]; roles: string[] } }> {
  const configuration = await workspace.configurations.of(pair.document)
  const path = configuration.nameOf(pair.document)
  const resolved = settingsFor(configuration.config, path)
  const name = goal.profile ?? resolved.profile
  const own = await ownProfiles(configuration, io.cwd, pair.document)
  const lens = {
    ...(name === undefined ? {} : { profile: await profileNamed(name, own, configuration, io.cwd, pair.document) }),
    profiles: allProfiles(own),
  }
  const sphinx = workspace.sphinx.of(pair.document)
  const known = sphinx && !sphinx.place ? { directives: sphinx.conf.directives, roles: sphinx.conf.roles } : undefined
  const names = {
    directives: [...resolved.known.directives, ...(sphinx?.conf.directives ?? [])],
    roles: [...resolved.known.roles, ...(sphinx?.conf.roles ?? [])],
  }
  return {
    lens,
    names,
    lint: {
      path,
      config: configuration.config,
      ...lens,
      ...(sphinx?.place ? { sphinx: sphinx.place } : {}),
      ...(known ? { known } : {}),
    },
  }
}

/** Collects everything that is known about a document when it is linted: configuration, teams, model, Sphinx project and earlier
 * version. The command line and the language server both use this, so that they report the same.
 */
import {
  eraOf,
  fileKind,
  type Linter,
  type LintOptions,
  lint,
  type PathSettings,
  type RuleLevel,
  settingsFor,
} from '../lint/index.ts'
import type { EarlierVersions } from './earlier-versions.ts'
import { includeReader } from './includes.ts'
import { isUnusable } from './model-findings.ts'
import { isPythonPath } from './model-paths.ts'
import type { LoadedModel, loadModel } from './models.ts'
import { allProfiles, originalTemplateOf, ownProfiles, profileNamed } from './profiles.ts'
import type { GoalsSite } from './site-facts.ts'
import type { Workspace } from './workspace.ts'

/** The options for preparing documents. */
export interface Preparation {
  workspace: Workspace
  cwd: string
  /** Settings of rules that take precedence over the configuration. */
  settings: Record<string, RuleLevel>
  /** Only these rules. */
  only?: string[]
  /** The function that loads models; without it, documents are linted without their models. */
  load?: typeof loadModel
  earlier: EarlierVersions
  /** The repository of the goals, if the whole repository is checked. */
  site?: GoalsSite
}

export interface PreparedText {
  options: LintOptions
  linter: Linter
  /** The model of the document, if there is one. If it is invalid, the lint options do not contain it. */
  model?: LoadedModel
}

/** Prepares a document and its model, if there is one. Paths are absolute. */
export async function prepareText(
  { document, model: modelPath }: { document: string; model?: string },
  { workspace, cwd, settings, only, load, earlier, site }: Preparation,
): Promise<PreparedText> {
  const configuration = await workspace.configurations.of(document)
  const path = configuration.nameOf(document)
  const { config } = configuration
  const kind = fileKind(document)
  const around = site && document.startsWith(site.root) ? { site } : {}
  if (kind !== 'document')
    return { options: { path, kind, config, settings, ...(only ? { only } : {}), ...around }, linter: lint }
  const resolved: PathSettings = settingsFor(config, path)
  const isPython = isPythonPath(document)
  const era = eraOf(path, today())
  const roster = await workspace.rosters.of(document, resolved.roster, era)
  const sphinx = workspace.sphinx.of(document)
  const options: LintOptions = {
    path,
    era,
    config,
    settings,
    ...(only ? { only } : {}),
    ...(roster ? { roster } : {}),
    ...around,
  }
  options.read = includeReader(document, sphinx?.folder)
  const before = isPython ? undefined : earlier.of(document)
  if (before) options.before = before
  if (sphinx?.place) options.sphinx = sphinx.place
  else if (sphinx) options.known = { directives: sphinx.conf.directives, roles: sphinx.conf.roles }
  const model = modelPath !== undefined && load ? await load(modelPath, cwd, configuration) : undefined
  const goal = model && !isUnusable(model) ? model.goal! : undefined
  if (model && goal) options.model = { goal, path: model.shown }
  const name = goal?.profile ?? resolved.profile
  const own = await ownProfiles(configuration, cwd, document)
  if (own.size > 0) options.profiles = allProfiles(own)
  if (name !== undefined) options.profile = await profileNamed(name, own, configuration, cwd, document)
  else if (!goal && !isPython) {
    const template = await originalTemplateOf(document, configuration)
    if (template) options.template = template
  }
  // The grammar of Python is loaded only for Python files.
  const linter = isPython ? (await import('../lint/index.ts')).lintPython : lint
  return { options, linter, ...(model ? { model } : {}) }
}

function today(): string {
  return new Date().toISOString().slice(0, 10)
}

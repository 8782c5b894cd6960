/** What `goaldoc init` would do to a repository: files that are missing, and what to add by hand to those that are there.
 * Nothing that exists is ever overwritten, except for the schemas of another version; a second run finds nothing left to do. */
import { join, relative } from 'node:path'
import { goalJsonSchema } from '../goal/index.ts'
import { configJsonSchema } from '../lint/index.ts'
import { configurationNames } from './configuration.ts'
import { exists, isFolder, readBytes, readText } from './files.ts'
import { git, gitLine } from './git.ts'
import { goalsFolder } from './model-paths.ts'
import { usualRoster } from './rosters.ts'
import { schemaFolder } from './schema.ts'
import { firstConfiguration } from './wiring/configuration.ts'
import { githubWorkflow } from './wiring/github.ts'
import { gitlabTemplate } from './wiring/gitlab.ts'
import { hookConfiguration } from './wiring/hook.ts'
import { mergeAttributes, mergeDriver } from './wiring/merge-driver.ts'
import type { WiringOptions } from './wiring/options.ts'
import { toxEnvironment, zuulJob, zuulPlaybook } from './wiring/zuul.ts'
import { writeText } from './writing.ts'

/** The parts that can be set up, in the order of the questions. */
const initParts = ['configuration', 'hook', 'ci', 'merge-driver'] as const
export type InitPart = (typeof initParts)[number]

/** Where the repository is hosted, according to its files and remotes. */
type Forge = 'github' | 'gitlab' | 'zuul'

export type InitStep =
  /** A file to create. */
  | { kind: 'create'; path: string; text: string }
  /** A file that goaldoc generated, with outdated content. */
  | { kind: 'renew'; path: string; text: string }
  /** Lines to append to a file. */
  | { kind: 'append'; path: string; lines: string[] }
  /** An entry of the git configuration of this clone. */
  | { kind: 'git-config'; key: string; value: string }
  /** A file that exists and must be edited by hand. */
  | { kind: 'advise'; path: string; text: string }

export interface InitPlan {
  part: InitPart
  /** Its purpose, as the end of a question. */
  title: string
  steps: InitStep[]
}

export interface InitOptions {
  version: string
  /** The address of goaldoc's own repository, for the hook. */
  hookRepository?: string
}

/** The forge that a repository is on. */
function forgeOf(root: string): Forge | undefined {
  const has = (...names: string[]) => names.some((name) => exists(join(root, name)))
  if (has('.zuul.yaml', 'zuul.yaml', '.zuul.d', 'zuul.d', '.gitreview')) return 'zuul'
  if (has('.gitlab-ci.yml', '.gitlab')) return 'gitlab'
  if (has('.github')) return 'github'
  const remotes = gitLine(root, 'remote', '-v') ?? ''
  return /[@/.]gitlab\b/.test(remotes)
    ? 'gitlab'
    : /[@/.]github\b/.test(remotes)
      ? 'github'
      : /review\.|opendev/.test(remotes)
        ? 'zuul'
        : undefined
}

/** The remaining steps for the repository at `root`, part by part; a finished part has no steps. */
export function planInit(root: string, options: InitOptions): InitPlan[] {
  const folder = goalsFolder(root)
  const goals = folder ? relative(root, folder).replaceAll('\\', '/') || '.' : 'goals'
  const facts = { ...options, goals, isNode: exists(join(root, 'package.json')), repository: options.hookRepository }
  const forge = forgeOf(root)
  return [
    { part: 'configuration', title: 'a configuration', steps: configurationSteps(root) },
    {
      part: 'hook',
      title: 'the pre-commit hooks',
      steps: createOrAdvise(root, '.pre-commit-config.yaml', hookConfiguration(facts)),
    },
    {
      part: 'ci',
      title: forge
        ? `the CI job for ${{ github: 'GitHub Actions', gitlab: 'GitLab CI', zuul: 'Zuul' }[forge]}`
        : 'the CI job (goaldoc could not tell the CI system of this repository)',
      steps: ciSteps(root, forge, facts),
    },
    { part: 'merge-driver', title: 'the git merge driver', steps: mergeDriverSteps(root, goals) },
  ]
}

function configurationSteps(root: string): InitStep[] {
  const schemas = [
    ...createOrRenew(root, `${schemaFolder}/goal.schema.json`, `${JSON.stringify(goalJsonSchema(), null, 2)}\n`),
    ...createOrRenew(root, `${schemaFolder}/config.schema.json`, `${JSON.stringify(configJsonSchema(), null, 2)}\n`),
  ]
  if (configurationNames.some((name) => exists(join(root, name)))) return schemas
  const teams = exists(join(root, usualRoster)) ? usualRoster : undefined
  const text = firstConfiguration({
    schema: `./${schemaFolder}/config.schema.json`,
    ...(teams ? { teams } : {}),
  })
  return [{ kind: 'create', path: 'goaldoc.config.yaml', text }, ...schemas]
}

function ciSteps(root: string, forge: Forge | undefined, facts: WiringOptions): InitStep[] {
  switch (forge) {
    case 'github':
      return create(root, '.github/workflows/goaldoc.yml', githubWorkflow(facts))
    case 'gitlab': {
      const include = 'include:\n  - local: .gitlab/goaldoc.yml\n'
      return [
        ...create(root, '.gitlab/goaldoc.yml', gitlabTemplate(facts)),
        ...createOrAdvise(root, '.gitlab-ci.yml', include, '.gitlab/goaldoc.yml'),
      ]
    }
    case 'zuul': {
      const folder = ['zuul.d', '.zuul.d'].find((name) => isFolder(join(root, name)))
      const file = ['zuul.yaml', '.zuul.yaml'].find((name) => exists(join(root, name)))
      const job = zuulJob(facts)
      return [
        ...(folder ? create(root, `${folder}/goaldoc.yaml`, job) : createOrAdvise(root, file ?? '.zuul.yaml', job)),
        ...create(root, 'playbooks/goaldoc/post.yaml', zuulPlaybook()),
        ...createOrAdvise(root, 'tox.ini', toxEnvironment(facts), 'testenv:goaldoc'),
      ]
    }
    default:
      return []
  }
}

function mergeDriverSteps(root: string, goals: string): InitStep[] {
  const present = exists(join(root, '.gitattributes'))
    ? readText(join(root, '.gitattributes'), '.gitattributes').split(/\r?\n/)
    : []
  const missing = mergeAttributes(goals).filter((line) => !present.includes(line))
  const steps: InitStep[] = missing.length > 0 ? [{ kind: 'append', path: '.gitattributes', lines: missing }] : []
  for (const [key, value] of mergeDriver) {
    if (gitLine(root, 'config', '--local', '--get', key) !== value) steps.push({ kind: 'git-config', key, value })
  }
  return steps
}

function create(root: string, path: string, text: string): InitStep[] {
  return exists(join(root, path)) ? [] : [{ kind: 'create', path, text }]
}

/** A file that belongs to goaldoc. */
function createOrRenew(root: string, path: string, text: string): InitStep[] {
  const file = join(root, path)
  if (!exists(file)) return [{ kind: 'create', path, text }]
  return readText(file, path) === text ? [] : [{ kind: 'renew', path, text }]
}

/** An existing file is not changed: if it does not mention goaldoc, the text to add is shown. */
function createOrAdvise(root: string, path: string, text: string, mark = 'goaldoc'): InitStep[] {
  const file = join(root, path)
  if (!exists(file)) return [{ kind: 'create', path, text }]
  return readBytes(file, path).includes(mark) ? [] : [{ kind: 'advise', path, text }]
}

/** Runs a step; advice is only printed, so this does nothing for it. */
export function doInitStep(root: string, step: InitStep): void {
  const path = 'path' in step ? join(root, step.path) : ''
  if (step.kind === 'create' || step.kind === 'renew') writeText(path, step.text, step.path, { withFolders: true })
  else if (step.kind === 'append') {
    const before = exists(path) ? readText(path, step.path) : ''
    writeText(path, `${before}${before && !before.endsWith('\n') ? '\n' : ''}${step.lines.join('\n')}\n`, step.path)
  } else if (step.kind === 'git-config') git(root, 'config', '--local', step.key, step.value)
}

/** `goaldoc init`: sets a repository up. */
import {
  cannot,
  distrustedRepository,
  doInitStep,
  type InitPart,
  type InitPlan,
  type InitStep,
  isDistrusted,
  planInit,
  workTree,
} from '../repository/index.ts'
import type { Arguments, Command } from './command.ts'
import type { Io } from './io.ts'
import { packageVersion } from './version.ts'

export const init: Command = {
  name: 'init',
  describe:
    'Sets up a repository: the configuration and the schemas for editors, the pre-commit hooks, the CI job (GitHub, GitLab or Zuul), and the git merge driver.\nOn a terminal, it asks before each part. goaldoc is installed from PyPI, or from npm if there is a package.json. It never overwrites a file of yours, and renews the schemas of an older version: it is safe to run again.',
  positionals: [],
  options: {
    yes: { type: 'boolean', alias: 'y', describe: 'Do not ask; set up all parts except the merge driver' },
    'merge-driver': { type: 'boolean', describe: 'Set up the merge driver; without --yes, only the merge driver' },
    'dry-run': { type: 'boolean', describe: 'Show what would be done, without doing it' },
    'hook-repository': {
      type: 'string',
      value: 'URL',
      describe: 'The repository of the hooks (default: PyPI, or npm with a package.json)',
      isRare: true,
    },
  },
  examples: [
    ['goaldoc init', 'Ask before each part'],
    ['goaldoc init --yes --dry-run', 'Show what would be done'],
    ['goaldoc init --merge-driver', 'Make git merge goals by team'],
  ],
  async run(args, io) {
    const root = workTree(io.cwd)
    if (!root && isDistrusted(io.cwd)) throw cannot('set up goaldoc', distrustedRepository.why, distrustedRepository.remedy)
    if (!root) throw cannot('set up goaldoc', 'this is not a git repository', 'Run it in a checkout, or run `git init` first')
    const hookRepository = args['hook-repository'] as string | undefined
    const plans = planInit(root, { version: packageVersion(), ...(hookRepository ? { hookRepository } : {}) })
    for (const plan of await chosen(plans, args, io)) {
      if (plan.steps.length === 0) io.err(`Nothing to do for ${plan.title}\n`)
      for (const step of plan.steps) {
        if (!args['dry-run']) doInitStep(root, step)
        tell(step, args['dry-run'] === true, io)
      }
    }
    return 0
  },
}

async function chosen(plans: InitPlan[], args: Arguments, io: Io): Promise<InitPlan[]> {
  const flagged: InitPart[] = [
    ...(args.yes ? (['configuration', 'hook', 'ci'] as const) : []),
    ...(args['merge-driver'] ? (['merge-driver'] as const) : []),
  ]
  if (flagged.length > 0) return plans.filter(({ part }) => flagged.includes(part))
  if (args['dry-run']) return plans
  if (!io.isInteractive)
    throw cannot(
      'ask what to set up',
      'there is no terminal',
      'Pass --yes, or pass --merge-driver to set up only the merge driver',
    )
  const wanted: InitPlan[] = []
  for (const plan of plans) {
    if (plan.steps.length === 0) continue
    const answer = (await io.ask(`Set up ${plan.title}? [Y/n] `)).trim().toLowerCase()
    if (answer === '' || answer.startsWith('y')) wanted.push(plan)
  }
  return wanted
}

function tell(step: InitStep, isDry: boolean, io: Io): void {
  const indented = (text: string) => text.replace(/^(?=.)/gm, '    ')
  switch (step.kind) {
    case 'create':
      io.out(`${isDry ? 'Would write' : 'Wrote'} ${step.path}\n`)
      return
    case 'renew':
      io.out(`${isDry ? 'Would renew' : 'Renewed'} ${step.path}\n`)
      return
    case 'append':
      io.out(`${isDry ? 'Would add to' : 'Added to'} ${step.path}:\n${indented(step.lines.join('\n'))}\n`)
      return
    case 'git-config':
      io.out(`${isDry ? 'Would set' : 'Set'} git config ${step.key}: ${step.value}\n`)
      return
    case 'advise':
      io.out(`${step.path} exists and is not changed. Add this by hand:\n\n${indented(step.text)}\n`)
  }
}

/** The end of a run on standard error: what was checked, what was skipped, and which commands repair it. */
import type { Goal } from '../goal/index.ts'
import type { LintOptions } from '../lint/index.ts'
import { plural, type Result } from '../report/index.ts'
import { isPythonPath, usualRoster } from '../repository/index.ts'
import type { Inspection, Subject } from './inspect.ts'
import { printUnreadHistory, quoted } from './workspace.ts'

/** A document that was linted, as in the report. */
export interface InspectedDocument {
  subject: Subject
  options: LintOptions
  /** The goal that its model states, if it has a model. */
  goal?: Goal
  result: Result
}

export interface InspectionRun {
  inspected: readonly InspectedDocument[]
  /** Without the findings in the baseline. */
  results: readonly Result[]
  /** How many findings the change did not cause. */
  older: number
  /** Whether nothing failed and nothing differs. */
  isComplete: boolean
}

/** Prints the conclusion, unless `--quiet` is given or a hook runs. Hooks do print the number of older findings. */
export async function printConclusion(run: InspectionRun, inspection: Inspection): Promise<void> {
  const { args, io } = inspection
  if (args.quiet) return
  const { older, isComplete, inspected } = run
  if (older > 0) io.err(`${plural(older, 'older finding')} elsewhere; \`goaldoc lint\` shows ${older === 1 ? 'it' : 'them'}\n`)
  const drifted = inspected.filter(({ result }) => result.diagnostics.some(({ ruleId }) => ruleId.startsWith('drift/')))
  if (drifted.length > 0) {
    // It knows all of merging, which most runs do not need.
    const { repairCommands } = await import('./repair-commands.ts')
    for (const command of drifted.flatMap(repairCommands)) io.err(`${command}\n`)
  }
  for (const command of rendering(run.results)) io.err(`${command}\n`)
  if (args.hook) return
  printUnreadHistory(io)
  for (const [template, documents] of inspection.workspace.configurations.templates.unknown)
    io.err(`${unknownVersionOf(template, documents.size)}\n`)
  if (isComplete && run.results.every(({ diagnostics }) => diagnostics.length === 0)) io.err(`${successOf(run, inspection)}\n`)
  if (hasUncheckedTeams(inspected, inspection))
    io.err(`Teams were not checked: there is no ${usualRoster}, and neither --teams nor the configuration names a team list\n`)
}

/** The commands that write what is missing or not current. */
function rendering(results: readonly Result[]): string[] {
  const has = ({ diagnostics }: Result, rule: string) => diagnostics.some(({ ruleId }) => ruleId === rule)
  return results.flatMap((result) => {
    const { path } = result
    if (has(result, 'repository/missing-document')) return [`To write the document of ${path}: goaldoc render ${quoted(path)}`]
    return has(result, 'repository/stale-index') ? [`To update the index in ${path}: goaldoc render`] : []
  })
}

function unknownVersionOf(template: string, documents: number): string {
  const [were, are] = documents === 1 ? ['was', 'it is'] : ['were', 'they are']
  const when = `when ${plural(documents, 'document')} ${were} added`
  return `git does not know how ${template} was ${when}; ${are} judged by the template of today`
}

/** *Checked 42 documents and 3 models against 61 teams: no findings*. */
function successOf({ inspected, older, results }: InspectionRun, { changes }: Inspection): string {
  if (changes && inspected.length === 0) return 'Nothing to check: no document changed'
  const isKnown = older > 0 || results.some((result, index) => result.diagnostics !== inspected[index]?.result.diagnostics)
  const noun = inspected.some(({ subject }) => isPythonPath(subject.document)) ? 'file' : 'document'
  const documents = inspected.filter(({ options }) => (options.kind ?? 'document') === 'document')
  const models = inspected.filter(({ goal }) => goal !== undefined).length
  const rosters = [...new Set(inspected.flatMap(({ options }) => options.roster ?? []))]
  const teams = rosters.length > 1 ? `the teams of ${rosters.length} releases` : plural(rosters[0]?.names.length ?? 0, 'team')
  return [
    `Checked ${plural(documents.length, changes ? `changed ${noun}` : noun)}`,
    models > 0 ? ` and ${plural(models, 'model')}` : '',
    rosters.length > 0 ? ` against ${teams}` : '',
    `: no ${isKnown ? 'new ' : ''}findings`,
  ].join('')
}

/** The heading above the teams, in all kinds of goals. */
const teamsHeading = /^ *(?:Project )?Teams[ \t]*\r?\n([!-/:-@[-`{-~])\1\1/m

/** Whether there are teams that no rule could check. */
function hasUncheckedTeams(inspected: readonly InspectedDocument[], { only }: Inspection): boolean {
  if (only && !only.some((name) => name.startsWith('team/'))) return false
  return inspected.some(({ options, result }) => !options.roster && teamsHeading.test(result.source))
}

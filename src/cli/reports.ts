/** Chooses the formats of reports, and where each is written. */
import { resolve } from 'node:path'
import { type Diagnostic, rules } from '../lint/index.ts'
import { type Format, formats, type Result, statistics } from '../report/index.ts'
import { cannot, pageOf, shownPath, writeText } from '../repository/index.ts'
import { appendAll } from '../text/index.ts'
import type { Arguments } from './command.ts'
import type { Inspection } from './inspect.ts'
import type { Io } from './io.ts'
import { packageVersion } from './version.ts'

interface Target {
  format: Format
  /** An absolute path; absent for standard output. */
  file?: string
}

/** The formats of the flags, e.g. `pretty` and `sarif:out.sarif`. Without a flag, the format depends on where goaldoc runs. */
export function formatFlags(args: Arguments, io: Io): Target[] {
  const flags = (args.format as string[] | undefined) ?? (args.statistics ? [] : ['auto'])
  const counted: Target[] = args.statistics ? [{ format: statistics }] : []
  const targets = flags.flatMap((flag): Target[] => {
    const [name, ...rest] = flag.split(':') as [string, ...string[]]
    const file = rest.join(':')
    if (name === 'auto') return automatic(io)
    const format = formats.find((candidate) => candidate.name === name)
    if (!format) throw unknownFormat(name)
    if (file === '' && rest.length > 0)
      throw cannot(`write the format \`${name}\``, 'the file is missing', `Write \`${name}:FILE\``)
    return [{ format, ...(file ? { file: resolve(io.cwd, file) } : {}) }]
  })
  appendAll(targets, counted)
  const printed = targets.filter(({ file }) => file === undefined)
  if (printed.length > 1) {
    const names = printed.map(({ format }) => format.name)
    throw cannot(
      `print ${names.join(' and ')}`,
      'both would go to standard output',
      `Write one to a file: --format ${names[1]}:FILE`,
    )
  }
  return targets
}

/** Whether a report says how a finding can be fixed. */
export function fixShownBy(args: Arguments, io: Io): (found: Diagnostic) => boolean {
  const targets = formatFlags(args, io).filter(({ format }) => format.showsFixes)
  return ({ fix, severity }) =>
    fix !== undefined && targets.some(({ file }) => file !== undefined || !args.quiet || severity === 'error')
}

function named(name: string): Format {
  return formats.find((format) => format.name === name)!
}

/** GitHub reads annotations from the output; GitLab reads its report from a file that the job names. */
function automatic(io: Io): Target[] {
  if (io.env.GITHUB_ACTIONS === 'true') return [{ format: named('github') }]
  if (io.env.GITLAB_CI === 'true')
    return [{ format: named('pretty') }, { format: named('gitlab'), file: resolve(io.cwd, 'gl-code-quality-report.json') }]
  return [{ format: named('pretty') }]
}

function unknownFormat(name: string): Error {
  const names = [...formats.map((format) => format.name), 'auto']
  return cannot(
    `use the format \`${name}\``,
    'it does not exist',
    `Use one of ${names.map((known) => `\`${known}\``).join(', ')}`,
  )
}

/** Prints and writes the reports. Formats for people print nothing if there are no findings. */
export async function printReports(results: readonly Result[], { args, io, memory, load }: Inspection): Promise<void> {
  const isOutputTaken = args.fix === true && args._.includes('-')
  const whole = shownResults(results, args)
  const shown = memory?.fresh(whole) ?? whole
  for (const { format, file } of formatFlags(args, io)) {
    const options = {
      color: file === undefined && io.colour,
      ...(file === undefined && io.links ? { pageOf } : {}),
      all: args.all === true,
      // `goaldoc check`, which compares models, has no `--fix`.
      ...(load ? { fixCommand: 'goaldoc lint --fix' } : {}),
      quiet: args.quiet === true,
      rules,
      // Most formats do not contain the version.
      get version() {
        return packageVersion()
      },
    }
    const text = format.format(file === undefined ? shown : results, options)
    if (file !== undefined) writeText(file, text, shownPath(file, io.cwd), { withFolders: true })
    else if (isOutputTaken) io.err(text, true)
    else io.out(text)
  }
}

/** The findings to print: only errors with `--quiet`; in a hook, no files that only have infos. */
function shownResults(results: readonly Result[], args: Arguments): readonly Result[] {
  if (args.quiet)
    return results.map((result) => ({
      ...result,
      diagnostics: result.diagnostics.filter(({ severity }) => severity === 'error'),
    }))
  return args.hook ? results.filter(({ diagnostics }) => diagnostics.some(({ severity }) => severity !== 'info')) : results
}

/** Writes the files of a command in `share/`: the manual page and the completions. Both are generated from the declarations of
 * the commands.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { optionsOf } from '../src/cli/arguments.ts'
import type { Command, Option } from '../src/cli/command.ts'
import { commands } from '../src/cli/commands.ts'
import { completionFor, shells } from '../src/cli/completion.ts'
import { optionRow, usageOf } from '../src/cli/help.ts'
import { packageVersion } from '../src/cli/version.ts'

/** The folder in which each shell looks for completions. */
const places = {
  bash: 'bash-completion/completions/goaldoc',
  zsh: 'zsh/site-functions/_goaldoc',
  fish: 'fish/vendor_completions.d/goaldoc.fish',
} as const satisfies Record<(typeof shells)[number], string>

/** Returns the files that it writes. */
export async function writeShare(folder: string): Promise<string[]> {
  const texts = new Map([['man/man1/goaldoc.1', await manualPage()]])
  for (const shell of shells) texts.set(places[shell], await completionFor(shell))
  return [...texts].map(([name, text]) => {
    const file = join(folder, name)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
    return file
  })
}

/** The manual page, in the macros of man(7). */
export async function manualPage(): Promise<string> {
  const loaded: string[] = []
  // One after another: modules that import each other are not ready for each other when they are loaded at once.
  for (const { load, summary } of commands) loaded.push(section(await load(), summary))
  return `.TH GOALDOC 1 "" "goaldoc ${packageVersion()}" "User Commands"
.SH NAME
goaldoc \\- keep community\\-goal documents honest
.SH SYNOPSIS
.B goaldoc
.I COMMAND
.RI [ options ]
.SH DESCRIPTION
goaldoc keeps community goals as models in YAML or TypeScript, writes their reStructuredText documents, and lints these documents as
strictly as docutils and Sphinx do.
.SH COMMANDS
${loaded.join('')}.SH EXIT STATUS
.TP
.B 0
No findings.
.TP
.B 1
Findings, or models and documents that differ.
.TP
.B 2
The job could not be done: a wrong option, a wrong configuration, a file that cannot be read, or nothing that matched.
.SH ENVIRONMENT
.TP
.B NO_COLOR
Print no colours.
.TP
.B GOALDOC_NO_CODE
Run no TypeScript of the repository: a model or configuration in TypeScript is an error.
.SH FILES
.TP
.I goaldoc.config.yaml
The configuration, also as
.I goaldoc.config.json
or
.IR goaldoc.config.ts .
It is looked for in the folder of a document, and upwards.
`
}

function section(command: Command, summary: string): string {
  const items = (rows: readonly (readonly [string, string])[]) =>
    rows.map(([name, text]) => `.TP\n.B ${roff(name)}\n${roff(text)}\n`).join('')
  const options: [string, Option][] = Object.entries(optionsOf(command))
  return `.SS ${roff(usageOf(command))}
${(command.describe ?? `${summary}.`).split('\n').map(roff).join('\n.PP\n')}
${items(command.positionals.map(({ name, describe }) => [name, describe]))}${items(options.map(optionRow))}.PP
Examples:
${items(command.examples)}`
}

/** A line of text in roff, with everything escaped that would be a request, an escape or a typographic hyphen. */
function roff(text: string): string {
  return text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replaceAll('…', '...')
    .replace(/^(?=[.'])/gm, '\\&')
}

/** Workflow commands that GitHub shows as annotations on the changed lines. */
import type { Severity } from '../lint/index.ts'
import { type Format, printableResults } from './format.ts'

const commands: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'notice' }

export const github: Format = {
  name: 'github',
  description: 'Annotations in GitHub Actions',
  format: (results) =>
    printableResults(results)
      .flatMap(({ path, diagnostics }) =>
        diagnostics.map((found) => {
          const properties = {
            file: path,
            line: found.line,
            endLine: found.endLine,
            // GitHub shows columns only if the finding is on one line.
            ...(found.endLine === found.line ? { col: found.column, endColumn: found.endColumn } : {}),
            title: found.ruleId,
          }
          const list = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(String(value))}`)
          return `::${commands[found.severity]} ${list.join(',')}::${escapeMessage(found.message)}\n`
        }),
      )
      .join(''),
}

function escapeMessage(text: string): string {
  return text.replaceAll('%', '%25')
}

function escapeProperty(text: string): string {
  return escapeMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}

/** Converts findings to diagnostics of the protocol. */
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Diagnostic as ProtocolDiagnostic } from 'vscode-languageserver'
import type { Diagnostic, Severity } from '../lint/index.ts'
import { rangeOf } from './place.ts'

// The numbers of `DiagnosticSeverity`: 1 error, 2 warning, 3 information.
const severityNumbers = { error: 1, warning: 2, info: 3 } as const satisfies Record<Severity, number>

/** A finding in the file `uri`; paths of second places are relative to `cwd`. `page` is the URL of the page of its rule. */
export function diagnosticOf(found: Diagnostic, uri: string, cwd: string, page?: string): ProtocolDiagnostic {
  const { ruleId, severity, message, related } = found
  return {
    range: rangeOf(found),
    severity: severityNumbers[severity],
    source: 'goaldoc',
    code: ruleId,
    ...(page === undefined ? {} : { codeDescription: { href: page } }),
    message,
    ...(related
      ? {
          relatedInformation: related.map((place) => ({
            location: {
              uri: place.path === undefined ? uri : pathToFileURL(resolve(cwd, place.path)).href,
              range: rangeOf(place),
            },
            message: place.message,
          })),
        }
      : {}),
  }
}

/** The diagnostic, on the first line, for an error that prevents linting, e.g. in the configuration. */
export function failureOf(error: Error & { detail?: string }): ProtocolDiagnostic {
  const start = { line: 0, character: 0 }
  const message = error.detail ? `${error.message}\n${error.detail}` : error.message
  return { range: { start, end: start }, severity: severityNumbers.error, source: 'goaldoc', message }
}

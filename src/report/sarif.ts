/** SARIF 2.1.0, for code-scanning services. */
import type { Diagnostic, Severity } from '../lint/index.ts'
import type { Place } from '../text/index.ts'
import { jsonOf } from '../text/index.ts'
import { type Format, fingerprintsOf, type ReportOptions, type Result, uriOf } from './format.ts'

const levels: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'note' }

export const sarif: Format = {
  name: 'sarif',
  description: 'SARIF 2.1.0, for code scanning',
  showsFixes: true,
  format(results, options = {}) {
    const ids = [
      ...new Set([
        ...(options.rules ?? []).map((rule) => rule.name),
        ...results.flatMap((result) => result.diagnostics.map((found) => found.ruleId)),
      ]),
    ]
    const run = {
      tool: {
        driver: {
          name: 'goaldoc',
          ...(options.version ? { semanticVersion: options.version } : {}),
          rules: ids.map((id) => ruleOf(id, options)),
        },
      },
      columnKind: 'utf16CodeUnits',
      results: results.flatMap((result) => resultsOf(result, ids)),
    }
    const log = { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] }
    return jsonOf(log)
  },
}

function ruleOf(id: string, options: ReportOptions) {
  const rule = options.rules?.find((candidate) => candidate.name === id)
  if (!rule) return { id }
  return {
    id,
    shortDescription: { text: rule.what },
    fullDescription: { text: `${rule.what}. ${rule.why}` },
    help: { text: `${rule.why} \`goaldoc explain ${id}\` says more.` },
    defaultConfiguration: rule.severity === 'off' ? { enabled: false } : { level: levels[rule.severity] },
  }
}

function resultsOf(result: Result, ids: readonly string[]) {
  const fingerprints = fingerprintsOf(result)
  return result.diagnostics.map((found, index) => ({
    ruleId: found.ruleId,
    ruleIndex: ids.indexOf(found.ruleId),
    level: levels[found.severity],
    message: { text: found.message },
    locations: [{ physicalLocation: physical(result.path, found) }],
    ...(found.related?.length
      ? {
          relatedLocations: found.related.map((place, id) => ({
            id,
            physicalLocation: physical(place.path ?? result.path, place),
            message: { text: place.message },
          })),
        }
      : {}),
    ...(found.fix ? { fixes: [fixOf(result, found.fix)] } : {}),
    partialFingerprints: { 'goaldoc/v1': fingerprints[index] },
    ...(found.docutils ? { properties: { docutils: found.docutils } } : {}),
  }))
}

function physical(path: string, place: Place) {
  return {
    artifactLocation: { uri: uriOf(path) },
    region: {
      startLine: place.line,
      startColumn: place.column,
      endLine: place.endLine,
      endColumn: place.endColumn,
      charOffset: place.offset,
      charLength: place.endOffset - place.offset,
    },
  }
}

function fixOf(result: Result, fix: NonNullable<Diagnostic['fix']>) {
  const replacements = fix.edits.map((edit) => ({
    deletedRegion: { charOffset: edit.offset, charLength: edit.endOffset - edit.offset },
    ...(edit.text ? { insertedContent: { text: edit.text } } : {}),
  }))
  return { description: { text: fix.title }, artifactChanges: [{ artifactLocation: { uri: uriOf(result.path) }, replacements }] }
}

/** JUnit XML: a suite for each file, a failure for each finding. */
import type { Format, Result } from './format.ts'
import { escapeXml } from './xml.ts'

export const junit: Format = {
  name: 'junit',
  description: 'JUnit XML, for test dashboards',
  format: (results) => `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n${results.map(suite).join('')}</testsuites>\n`,
}

/** The strictest JUnit schema requires a time and a host; real ones would make every report different. */
const unknownRun = 'timestamp="1970-01-01T00:00:00" hostname="localhost" time="0"'

function suite(result: Result, id: number): string {
  const path = escapeXml(result.path)
  const cases = result.diagnostics.map(({ ruleId, message, line, column, severity }) => {
    const name = escapeXml(`${ruleId} ${line}:${column}`)
    const failure = `<failure message="${escapeXml(message)}" type="${severity}">${escapeXml(`${result.path}:${line}:${column}`)}</failure>`
    return `    <testcase name="${name}" classname="${path}" time="0">${failure}</testcase>\n`
  })
  // A file without findings is a passed test; without a test it would look as if it was not linted.
  if (cases.length === 0) cases.push(`    <testcase name="goaldoc" classname="${path}" time="0"/>\n`)
  const counts = `tests="${cases.length}" failures="${result.diagnostics.length}" errors="0"`
  return `  <testsuite name="${path}" package="goaldoc" id="${id}" ${counts} ${unknownRun}>\n    <properties/>\n${cases.join('')}    <system-out/>\n    <system-err/>\n  </testsuite>\n`
}

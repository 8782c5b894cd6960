/** What `lint` passes on from docutils is what docutils says: the fixtures of the linter, judged by docutils itself. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { type DocutilsMessage, lint } from '../../src/lint/index.ts'
import { askDocutils, governanceNames, installedVersions, whyNoDocutils } from '../conformance/oracle.ts'

const why = whyNoDocutils()
if (why) console.warn(`skipped: the linter beside docutils, for ${why}`)

const folder = join(import.meta.dirname, '../fixtures/lint')
const isInProject = (file: string) => {
  const settings = join(folder, file.replace(/\.rst$/, '.yaml'))
  return existsSync(settings) && 'project' in parse(readFileSync(settings, 'utf8'))
}
const documents = (readdirSync(folder, { recursive: true }) as string[])
  // Those in a project are Sphinx's to judge, and read files that docutils does not get.
  .filter((file) => file.endsWith('.rst') && !isInProject(file))
  .sort()
  .map((file) => ({ name: file, source: readFileSync(join(folder, file), 'utf8').replace(/^\.\. expect:[\s\S]*/m, '') }))

/** Substitutions that Sphinx defines, which the stubs of the oracle do not. */
const fromSphinx = /^Undefined substitution referenced: "(?:version|release|today)"\.$/

describe.skipIf(why).each(why ? (['0.19'] as const) : installedVersions())('docutils %s', (version) => {
  it('says the same about every fixture', () => {
    const verdicts = askDocutils('verdict', documents, { sphinx: true, known: governanceNames, version })
    const wrong = documents.flatMap(({ name, source }, index) => {
      const verdict = verdicts[index]!
      const theirs =
        'crash' in verdict
          ? [verdict.crash]
          : verdict.flatMap(([line, level, message]) => (level > 1 && !fromSphinx.test(message) ? [`${line} ${level}`] : []))
      const ours = lint(source, { docutils: version })
        // A finding about the cause of several messages has the others in its data.
        .flatMap(({ docutils, data }) => [docutils, ...((data?.docutils ?? []) as DocutilsMessage[])])
        .flatMap((message) => (message && message.level > 1 ? [`${message.line ?? null} ${message.level}`] : []))
      return JSON.stringify(theirs.sort()) === JSON.stringify(ours.sort()) ? [] : [{ name, theirs, ours }]
    })
    expect(wrong).toEqual([])
  })
})

/** The linter on real documents, where they are: see `CONTRIBUTING.md`. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fixAll, isFixable, lint } from '../../src/lint/index.ts'
import { loadRoster } from '../../src/roster/index.ts'

const corpus = join(import.meta.dirname, '../../../shared/corpus')
const isThere = existsSync(join(corpus, 'index.json'))
const read = (file: string) => readFileSync(join(corpus, file), 'utf8')
const versions: { file: string; path: string; document: string; roster: string | null }[] = isThere
  ? JSON.parse(read('index.json'))
  : []
const optionsOf = ({ path, roster }: (typeof versions)[number]) => ({
  path,
  ...(roster ? { roster: loadRoster(read(roster)) } : {}),
})

if (!isThere) console.warn('skipped: the linter on real documents, for ../shared/corpus is not there')

describe.skipIf(!isThere)('the seed document', () => {
  it('has exactly the known defects', () => {
    const found = lint(read('seed.rst'), {
      path: 'goals/pike/deploy-api-in-wsgi.rst',
      roster: loadRoster(read('seed.projects.yaml')),
    })
    expect(found.map(({ line, ruleId, data }) => [line, ruleId, ...(data?.team ? [data.team] : [])].join(' '))).toEqual([
      '1 style/editor-line',
      '41 misread/glued-list',
      '51 goal/review-note',
      '73 goal/review-note',
      '88 goal/placeholder',
      '310 team/unknown OpenStack UX',
      '455 team/missing storlets',
    ])
  })
})

describe.skipIf(!isThere)('published versions', () => {
  /** What was found wrong and is wrong, by rule: how many different findings there are in the documents, each judged by hand. A
   * change here wants a look at what came or went. */
  const judged: Record<string, number> = {
    'misread/accidental-blockquote': 2,
    'misread/accidental-definition': 3,
    'misread/default-role': 1,
    'misread/glued-list': 3,
    'misread/label-glued': 2,
    'misread/merged-lines': 2,
    'misread/pseudo-list': 1,
    'rst/blank-line': 3,
    'rst/title-underline': 1,
    'team/case': 1,
    'team/deliverable': 2,
    'team/label': 1,
  }

  it('have only findings that were reviewed by hand', () => {
    const found = new Map<string, Set<string>>()
    for (const version of versions) {
      for (const { ruleId, message, document, data } of lint(read(version.file), optionsOf(version)).map((diagnostic) => ({
        ...diagnostic,
        document: version.document,
      }))) {
        expect(data?.failed).toBeUndefined()
        const messages = found.get(ruleId) ?? new Set()
        found.set(ruleId, messages.add(`${document} ${message}`))
      }
    }
    // How many teams were missing or unknown differs from list to list; the rest of these families is judged.
    const counts = [...found].filter(
      ([name]) => /^(?:rst|misread|team)\//.test(name) && !/\/(?:missing|unknown|unanswered)$/.test(name),
    )
    expect(Object.fromEntries(counts.map(([name, messages]) => [name, messages.size]).sort())).toEqual(judged)
  })

  it('stay fixed, and change only on the lines of the findings', () => {
    for (const version of versions.filter((_, index) => index % 5 === 0)) {
      const source = read(version.file)
      const options = optionsOf(version)
      const { source: fixed, diagnostics } = fixAll(source, options)
      expect(diagnostics.filter((diagnostic) => isFixable(diagnostic))).toEqual([])
      expect(fixAll(fixed, options).source).toBe(fixed)
      const named = new Set(
        lint(source, options)
          .filter((diagnostic) => isFixable(diagnostic))
          .flatMap(({ fix }) =>
            fix!.edits.flatMap((edit) =>
              [edit.offset, edit.endOffset].map((offset) => source.slice(0, offset).split('\n').length),
            ),
          ),
      )
      const kept = new Set(fixed.split('\n'))
      const lost = source.split('\n').flatMap((line, index) => (kept.has(line) ? [] : [index + 1]))
      expect(lost.filter((line) => !named.has(line))).toEqual([])
    }
  })
})

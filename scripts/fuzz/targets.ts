/** The targets of the fuzzer, each with the laws of the blueprint that every text must keep. */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { mergeDocuments, readGoal } from '../../src/document/index.ts'
import { parseModel, stringifyModel, updateModel } from '../../src/goal/index.ts'
import { type Config, type LintOptions, lint, readBaseline, resolveConfig, validateConfig } from '../../src/lint/index.ts'
import { codeActions } from '../../src/lsp/code-actions.ts'
import { completions } from '../../src/lsp/completion.ts'
import { hover } from '../../src/lsp/hover.ts'
import { editsBetween } from '../../src/lsp/minimal-edits.ts'
import { definition, references } from '../../src/lsp/navigation.ts'
import { documentSymbols, foldingRanges } from '../../src/lsp/outline.ts'
import { rename } from '../../src/lsp/rename.ts'
import { openSession } from '../../src/lsp/session.ts'
import { readYamlValue } from '../../src/repository/value-error.ts'
import { readFully } from '../../src/roster/full.ts'
import { loadRoster, RosterError } from '../../src/roster/index.ts'
import { readQuickly } from '../../src/roster/quick.ts'
import { parseRst, toPseudoXml } from '../../src/rst/index.ts'
import { applyEdits, isSame } from '../../src/text/index.ts'
import { throughYaml, unchanged } from '../../test/document/laws.ts'
import { fixLaws } from '../../test/lint/laws.ts'
import { brokenLaw } from '../../test/rst/laws.ts'

export interface Target {
  name: string
  /** The language of the texts; `three` means three versions for a merge. */
  language: 'rst' | 'yaml' | 'three'
  /** The law that a text breaks, in words; `undefined` if it keeps all laws. An exception breaks the law that nothing is thrown.
   */
  broken(text: string): string | undefined | Promise<string | undefined>
}

const everyRule: LintOptions = { config: { rules: { 'style/*': 'on', 'team/*': 'on', 'goal/*': 'on', 'link/*': 'on' } } }

/** The three versions of a merge are in one text, separated by form feeds. */
export const versionEnd = '\f'

export const targets: readonly Target[] = [
  {
    name: 'parser',
    language: 'rst',
    broken(text) {
      const tree = parseRst(text)
      toPseudoXml(tree)
      return brokenLaw(tree, text)
    },
  },
  { name: 'linter', language: 'rst', broken: (text) => misplaced(text, {}) ?? misplaced(text, everyRule) },
  { name: 'suppressions', language: 'rst', broken: suppressed },
  {
    name: 'fixes',
    language: 'rst',
    broken(text) {
      const { breaches } = fixLaws([{ source: text }], everyRule, { docutils: false })
      return breaches[0] && `${breaches[0].law} (${breaches[0].rules.join(' ')}) ${breaches[0].detail.slice(0, 100)}`
    },
  },
  {
    name: 'lens',
    language: 'rst',
    broken(text) {
      const { goal } = readGoal(text)
      const names = (goal.teams ?? []).map(({ name }) => name)
      // `import` rejects such a document, with the places of its sections.
      const isTwice = parseModel(stringifyModel(goal)).diagnostics.some(({ ruleId }) => ruleId === 'model/duplicate-team')
      const laws = [unchanged([{ source: text }]), ...(isTwice && names.length > 1 ? [] : [throughYaml([{ source: text }])])]
      return laws.flatMap((law) => law.broken.map((detail) => `${law.name}: ${detail}`))[0]
    },
  },
  { name: 'merge', language: 'three', broken: mergedWrong },
  {
    name: 'YAML',
    language: 'yaml',
    broken(text) {
      const { goal, diagnostics } = parseModel(text)
      for (const { line, column, offset } of diagnostics)
        if (line < 1 || column < 1 || offset < 0 || offset > text.length) return 'a mistake has a place in the text'
      if (!goal || diagnostics.length > 0) return undefined
      if (!isSame(parseModel(stringifyModel(goal)).goal, goal)) return 'parseModel(stringifyModel(g)).goal equals g'
      return updateModel(text, goal) === text ? undefined : 'updateModel(y, parseModel(y).goal) === y'
    },
  },
  { name: 'configuration', language: 'yaml', broken: configured },
  {
    name: 'team list',
    language: 'yaml',
    broken(text) {
      try {
        return misread(text)
      } catch (error) {
        // Callers of this function show the message as a sentence.
        if (error instanceof RosterError) return undefined
        throw error
      }
    },
  },
  { name: 'language server', language: 'rst', broken: served },
]

function misread(list: string): string | undefined {
  const roster = loadRoster(list, { aliases: { mars: 'hubble' }, renamed: { venus: 'Kepler' }, retired: ['pluto'] })
  const quick = readQuickly(list)
  if (quick !== undefined && quick.length > 0 && !isSame(quick, readFully(list))) return 'both readers read the same'
  for (const { name, line, offset, endOffset } of roster.teams) {
    if (line < 1 || offset < 0 || endOffset < offset || endOffset > list.length) return 'a team has a place in the list'
    if (roster.team(name) === undefined || roster.match(name).kind !== 'official') return 'each team is official'
    for (const other of [name.toUpperCase(), `${name}x`, 'mars', 'venus', 'pluto', ...roster.projects]) {
      roster.nearest(other)
      roster.find(other)
      roster.deliverable(other)
    }
  }
  return undefined
}

function misplaced(text: string, options: LintOptions): string | undefined {
  let before = 0
  for (const { ruleId, offset, endOffset, line, column } of lint(text, options)) {
    if (offset < 0 || endOffset < offset || endOffset > text.length || line < 1 || column < 1) return `${ruleId} is in the text`
    if (offset < before) return `findings are in order: ${ruleId}`
    before = offset
  }
  return undefined
}

/** Suppressions remove findings, and add only findings about themselves. */
function suppressed(text: string): string | undefined {
  const bare = new Set(lint(text.replaceAll('goaldoc:', 'goaldoc;')).map(({ ruleId }) => ruleId))
  const fresh = lint(text).find(({ ruleId }) => !ruleId.startsWith('suppression/') && !bare.has(ruleId))
  return fresh && `a comment adds no finding: ${fresh.ruleId}`
}

function mergedWrong(text: string): string | undefined {
  const [base = '', ours = '', theirs = ''] = text.split(versionEnd)
  mergeDocuments(base, ours, theirs)
  const one = (law: string, left: string, right: string, wanted: string) => {
    const merged = mergeDocuments(base, left, right)
    return merged.undecided === 0 && merged.text === wanted ? undefined : law
  }
  return (
    one('what only we changed is ours', ours, base, ours) ??
    one('what only they changed is theirs', base, theirs, theirs) ??
    one('what both changed alike is that', ours, ours, ours)
  )
}

async function configured(text: string): Promise<string | undefined> {
  let value: unknown
  try {
    value = await readYamlValue(text, 'goaldoc.config.yaml')
  } catch (error) {
    if (error instanceof Error && error.name === 'CannotError') return undefined
    throw error
  }
  readBaseline(value)
  if (validateConfig(value ?? {}).length > 0) return undefined
  const config = (value ?? {}) as Config
  resolveConfig(config, 'goals/mars.rst')
  lint('Mars\n====\n\n* Hubble\n', { path: 'goals/mars.rst', config })
  return ({} as { polluted?: unknown }).polluted === undefined ? undefined : 'no prototype is changed'
}

const folder = mkdtempSync(join(tmpdir(), 'goaldoc-fuzz-'))
let version = 0

async function served(text: string): Promise<string | undefined> {
  const uri = pathToFileURL(join(folder, 'mars.rst')).href
  const document = TextDocument.create(uri, 'restructuredtext', ++version, text)
  const session = openSession(folder, { get: () => document, all: () => [document] }, {})
  const file = await session.lint(uri)
  if (!file) return 'a document is linted'
  const symbols = JSON.stringify([documentSymbols(file), foldingRanges(file)])
  if (symbols.includes('-1')) return 'an outline is in the text'
  for (const part of [0, 0.3, 0.5, 0.8, 1]) {
    const offset = Math.floor(text.length * part)
    const at = document.positionAt(offset)
    completions(file, offset)
    await hover(file, offset, session)
    await definition(file, offset, session)
    await references(file, offset, true, session)
    await rename(file, offset, 'Venus', session)
    codeActions(file, { start: at, end: at }, { diagnostics: [] }, folder)
  }
  const other = text.split('\n').reverse().join('\n')
  return applyEdits(text, editsBetween(text, other)) === other ? undefined : 'editsBetween(a, b) makes b of a'
}

/** Hostile rosters, configurations, baselines, suppressions, globs, Python files, and input of the language server and the page.
 */
import { mergeDocuments, mergeModels, openDocument } from '../../src/document/index.ts'
import {
  findingsOfChange,
  fixAll,
  lint,
  lintPython,
  makeBaseline,
  matchBaseline,
  readConf,
  readRedirects,
  redirectOf,
  resolveConfig,
  validateConfig,
} from '../../src/lint/index.ts'
import { editsBetween } from '../../src/lsp/minimal-edits.ts'
import { reportPage } from '../../src/report-page/index.ts'
import { goalStatus } from '../../src/repository/statuses.ts'
import { changesBetween, unifiedDiff } from '../../src/repository/unified-diff.ts'
import { loadRoster, readChanges, readContacts } from '../../src/roster/index.ts'
import { globMatcher, patternMatcher } from '../../src/text/index.ts'
import type { Kind } from './kinds.ts'

const lines = (line: (index: number) => string, count: number) =>
  Array.from({ length: Math.ceil(count) }, (_, index) => line(index)).join('\n')
const repeat = (text: string, size: number) => text.repeat(Math.ceil(size / text.length))
const path = 'goals/orbit/telescopes.rst'
const goal = (teams: string) =>
  `Goal\n====\n\nGerrit Topic\n============\n\n\`\`a\`\`\n\nProject Teams\n=============\n\n${teams}`
const section = (name: string, entry = '') =>
  `${name}\n${'-'.repeat(name.length)}\n\nPlanning Artifacts:\n\n${entry}Completion Artifacts:\n`
const sections = (name: (index: number) => string, size: number) => goal(lines((i) => section(name(i)), size / 75))

const rosters: Record<string, (size: number) => string> = {
  'many teams': (size) => `${lines((i) => `mars${i}: {}`, size / 13)}\n`,
  'many deliverables': (size) =>
    `mars:\n  deliverables:\n${lines((i) => `    moon${i}:\n      repos:\n      - sky/moon${i}`, size / 45)}\n`,
  'one deliverable, many repositories': (size) =>
    `mars:\n  deliverables:\n    moon:\n      repos:\n${lines((i) => `      - sky/moon${i}`, size / 20)}\n`,
  'in flow style': (size) => `${lines((i) => `mars${i}: {deliverables: {moon${i}: {repos: [sky/moon${i}]}}}`, size / 55)}\n`,
  'duplicate teams': (size) => repeat('mars: {}\n', size),
  faults: (size) => repeat('a: b: c\n', size),
  comments: (size) => `mars: {}\n${repeat('# a\n', size)}`,
  'long name': (size) => `${repeat('mars', size)}: {}\n`,
  'names alike': (size) => `${lines((i) => `observatory-of-mars-${i}: {}`, size / 30)}\n`,
}

const globs: Record<string, string> = {
  stars: `${'*a'.repeat(50)}*b`,
  'double stars': `${'**/'.repeat(50)}b`,
  braces: `${'{a,b}'.repeat(50)}c`,
  'many states': `${'*[ab]'.repeat(12)}${'?'.repeat(12)}`,
  questions: `${'?*'.repeat(50)}b`,
  classes: `${'[a-z]*'.repeat(30)}b`,
}

const configOf = (size: number): Record<string, (size: number) => unknown> => ({
  'many overrides': () => ({
    overrides: Array.from({ length: size / 60 }, (_, i) => ({ files: [`mars${i}/*`], rules: { 'style/tab': 'off' } })),
  }),
  'unknown keys': () => Object.fromEntries(Array.from({ length: size / 16 }, (_, i) => [`mars${i}`, 1])),
  'unknown rules': () => ({ rules: Object.fromEntries(Array.from({ length: size / 24 }, (_, i) => [`style/mars${i}`, 'off'])) }),
  'many known directives': () => ({ known: { directives: Array.from({ length: size / 12 }, (_, i) => `mars${i}`) } }),
  'many known targets': () => ({ known: { targets: Array.from({ length: size / 12 }, (_, i) => `mars${i}`) } }),
  'many aliases': () => ({
    roster: { aliases: Object.fromEntries(Array.from({ length: size / 24 }, (_, i) => [`mars${i}`, `moon${i}`])) },
  }),
  'renames in a chain': () => ({
    roster: { renamed: Object.fromEntries(Array.from({ length: size / 24 }, (_, i) => [`mars${i}`, `mars${i + 1}`])) },
  }),
})

function kind(name: string, prepare: (size: number) => () => unknown): Kind {
  return { name, prepare }
}

/** An error that says what is wrong with a list is an answer. */
function unlessFaulty(read: () => unknown): void {
  try {
    read()
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'RosterError') throw error
  }
}

/** What the commands `lint` and `ask` do with a list. */
const ofRosters = Object.entries(rosters).map(
  ([name, build]): Kind => ({
    name: `roster ${name}`,
    prepare(size) {
      const yaml = build(size)
      const document = sections((i) => `mars${i}`, 2000)
      return [
        () => unlessFaulty(() => lint(document, { path, roster: loadRoster(yaml) })),
        () => unlessFaulty(() => [loadRoster(yaml), readContacts(yaml)]),
      ]
    },
  }),
)

const ofTeams = [
  kind('teams as in a list', (size) => {
    const roster = loadRoster(`${lines((i) => `mars${i}: {}`, size / 75)}\n`)
    const document = sections((i) => `mars${i}`, size)
    return () => lint(document, { path, roster })
  }),
  kind('teams that no list knows', (size) => {
    const roster = loadRoster(`${lines((i) => `observatory of mars ${i}: {}`, size / 75)}\n`)
    const document = sections((i) => `observatory of venus ${i}`, size)
    return () => lint(document, { path, roster })
  }),
  kind('teams in the reverse order', (size) => {
    const count = Math.ceil(size / 75)
    const roster = loadRoster(`${lines((i) => `mars${i}: {}`, count)}\n`)
    const document = sections((i) => `mars${count - i}`, size)
    return () => lint(document, { path, roster })
  }),
  kind('teams of which each third is out of order', (size) => {
    const count = Math.ceil(size / 75)
    const name = (i: number) => `mars${String(i).padStart(6, '0')}`
    const roster = loadRoster(`${lines((i) => `${name(i)}: {}`, count)}\n`)
    const document = sections((i) => name(i % 3 ? i : count - i), size)
    return () => lint(document, { path, roster })
  }),
  kind('teams missing at the place of each', (size) => {
    const roster = loadRoster(`${lines((i) => `mars${String(i).padStart(6, '0')}: {}`, size / 75)}\n`)
    const document = sections((i) => `mars${String(2 * i).padStart(6, '0')}`, size / 2)
    return () => lint(document, { path, roster })
  }),
  kind('teams missing', (size) => {
    // Longer lists are refused.
    const roster = loadRoster(`${lines((i) => `mars${i}: {}`, Math.min(size, 450_000) / 13)}\n`)
    const document = sections((i) => `mars${i}`, 1000)
    return () => lint(document, { path, roster })
  }),
  kind('projects that no list knows', (size) => {
    // Longer lists are refused.
    const count = Math.min(size, 450_000) / 90
    const roster = loadRoster(
      `mars:\n  deliverables:\n${lines((i) => `    moonlight${i}:\n      repos:\n      - sky/moon${i}`, count)}\n`,
    )
    const document = `${goal(section('mars'))}\nCurrent State / Anticipated Impact\n==================================\n\nThese have a mirror:\n\n${lines((i) => `* monlight${i}`, size / 26)}\n`
    return () => lint(document, { path, roster })
  }),
  kind('status and page of many teams', (size) => {
    const document = sections((i) => `mars${i}`, size)
    const roster = loadRoster(`${lines((i) => `mars${i}: {}`, size / 75)}\n`)
    return () => {
      const status = goalStatus(
        { shown: path, document: openDocument(document) },
        { lens: {}, era: { isOver: false } as never, roster },
      )
      reportPage({ day: '2026-01-01', goals: [{ status, history: [] }] })
    }
  }),
  kind('page of many goals', (size) => {
    const document = openDocument(goal(section('mars')))
    const status = goalStatus({ shown: path, document }, { lens: {}, era: { isOver: false } as never })
    const goals = Array.from({ length: Math.ceil(size / 200) }, (_, i) => ({
      status: { ...status, name: `goal ${i}` },
      history: [],
    }))
    return () => reportPage({ day: '2026-01-01', goals })
  }),
]

const ofConfigurations = Object.keys(configOf(100)).map((name) =>
  kind(`configuration ${name}`, (size) => {
    const config = configOf(size)[name]!(size) as never
    const document = `${goal(lines((i) => section(`mars${i}`), 20))}\n${lines((i) => `mars${i}x_\n\n.. mars${i}x::\n`, 100)}`
    return () => {
      if (validateConfig(config).length > 0) return
      resolveConfig(config, path)
      lint(document, { path, config })
    }
  }),
)

const ofGlobs = Object.entries(globs).map(([kindName, glob]) =>
  kind(`glob ${kindName}`, (size) => {
    const nameOf =
      kindName === 'many states'
        ? (i: number) => (i * 2 ** 20).toString(2).replaceAll('0', 'a').replaceAll('1', 'b').padStart(90, 'ab')
        : (i: number) => `${'a'.repeat(90)}${i}`
    const files = Array.from({ length: Math.ceil(size / 100) }, (_, i) => `goals/${nameOf(i)}`)
    return () => {
      const [matches, sphinx] = [globMatcher([glob]), patternMatcher(glob)]
      return files.filter((file) => matches(file) || sphinx(file))
    }
  }),
)

const faulty = (size: number) => lines((i) => `mars${i}\tvenus\n`, size / 14)

const ofFindings = [
  kind('baseline, all known', (size) => {
    const source = faulty(size)
    const file = { path, source, diagnostics: lint(source, { path }) }
    return () => matchBaseline([file], makeBaseline([file]))
  }),
  kind('baseline, equal findings', (size) => {
    const source = repeat('a\tb\n\n', size)
    const file = { path, source, diagnostics: lint(source, { path }) }
    return () => matchBaseline([file], makeBaseline([file]))
  }),
  kind('baseline, many files', (size) => {
    const source = 'a\tb\n'
    const diagnostics = lint(source, { path })
    const files = Array.from({ length: Math.ceil(size / 100) }, (_, i) => ({ path: `goals/${i}.rst`, source, diagnostics }))
    return () => matchBaseline(files, makeBaseline(files))
  }),
  kind('baseline, files moved', (size) => {
    const source = 'a\tb\n'
    const diagnostics = lint(source, { path })
    const files = Array.from({ length: Math.ceil(size / 100) }, (_, i) => ({ path: `goals/${i}.rst`, source, diagnostics }))
    const baseline = makeBaseline(files.map((file) => ({ ...file, path: `old/${file.path}` })))
    return () => matchBaseline(files, baseline, () => false)
  }),
  kind('baseline larger than what is found', (size) => {
    const source = 'a\tb\n'
    const file = { path, source, diagnostics: lint(source, { path }) }
    const keys = Array.from({ length: Math.ceil(size / 16) }, (_, i) => `key${i}`)
    return () => matchBaseline([file], { version: 2, files: { [path]: { 'style/tab': keys } } })
  }),
  kind('baseline of a long line', (size) => {
    const source = `${repeat('mars\tvenus ', size)}\n`
    const file = { path, source, diagnostics: lint(source, { path }) }
    return () => matchBaseline([file], makeBaseline([file]))
  }),
  kind('changes on each second line', (size) => {
    const source = faulty(size)
    const diagnostics = lint(source, { path })
    const ranges = Array.from({ length: Math.ceil(size / 28) }, (_, i) => ({ start: 4 * i + 1, end: 4 * i + 1 }))
    return () => findingsOfChange({ source, diagnostics }, ranges, source, () => diagnostics)
  }),
  kind('document before a change', (size) => {
    const before = { name: 'HEAD', source: `== ==\n${repeat('a  b\n', size)}== ==\n` }
    return () => lint(goal(section('mars')), { path, before })
  }),
  kind('include of one file', (size) => {
    const text = `== ==\n${repeat('a  b\n', size)}== ==\n`
    return () => lint('.. include:: a.inc\n\nmars_\n', { path, read: () => text })
  }),
  kind('include of files that include each other', (size) => {
    const count = Math.ceil(size / 1000)
    const read = (name: string) => lines((i) => `.. include:: ${name}${i % 10}\n`, Math.min(40, count))
    return () => lint(`${lines((i) => `.. include:: a${i}\n`, count)}\nmars_\n`, { path, read })
  }),
  kind('fixes of changes on each second line', (size) => {
    const source = faulty(size)
    const before = source.replaceAll('mars1', 'venus')
    const ranges = Array.from({ length: Math.ceil(size / 28) }, (_, i) => ({ start: 4 * i + 1, end: 4 * i + 1 }))
    const change = { ranges, before: { source: before, diagnostics: lint(before, { path }) } }
    return () => fixAll(source, { path, unsafe: true }, lint, change)
  }),
  kind('suppressions of each finding', (size) => {
    const source = repeat('.. goaldoc: ignore-next style/tab -- a\n\na\tb\n\n', size)
    return () => lint(source, { path })
  }),
  kind('suppressions nested', (size) => {
    const source = `${repeat('.. goaldoc: ignore-start style/tab -- a\n\n', size / 2)}${repeat('a\tb\n\n', size / 2)}`
    return () => lint(source, { path })
  }),
  kind('suppressions opened and closed', (size) => {
    const source = repeat('.. goaldoc: ignore-start style/tab -- a\n\na\tb\n\n.. goaldoc: ignore-end style/tab\n\n', size)
    return () => lint(source, { path })
  }),
  kind('suppressions of the file', (size) => {
    const source = `${repeat('.. goaldoc: ignore-file style/tab -- a\n\n', size / 2)}${repeat('a\tb\n\n', size / 2)}`
    return () => lint(source, { path })
  }),
  kind('suppressions of many rules', (size) => {
    const source = `.. goaldoc: ignore-file ${repeat('style/tab ', Math.min(size, 9000))}\n\n${repeat('a\tb\n\n', size)}`
    return () => lint(source, { path })
  }),
]

const ofOthers = [
  kind('conf.py of assignments', (size) => {
    const source = lines((i) => `mars${i} = ['a', 'b'] + mars${i - 1}`, size / 34)
    return () => readConf(source)
  }),
  kind('conf.py of values that double', (size) => {
    const source = `mars = ['a', 'b']\nvenus = 'ab'\n${repeat('mars = mars + mars\nvenus += venus\n', size)}`
    return () => readConf(source)
  }),
  kind('conf.py of branches', (size) => {
    const source = lines((i) => `if mars:\n    extensions = ['mars${i}']`, size / 42)
    return () => readConf(source)
  }),
  kind('conf.py of brackets', (size) => {
    const source = `extensions = ${'['.repeat(size)}`
    return () => readConf(source)
  }),
  kind('conf.py of extensions', (size) => {
    const source = `extensions = [${lines((i) => `  'mars${i}',`, size / 14)}]\n`
    return () => readConf(source)
  }),
  kind('conf.py of additions', (size) => {
    const source = repeat('extensions += ["a"]\n', size)
    return () => readConf(source)
  }),
  kind('redirects', (size) => {
    const text = lines((i) => `redirect 301 /mars${i} /mars${i + 1}`, size / 34)
    return () => redirectOf(readRedirects(text), '/venus')
  }),
  kind('Python, docstrings', (size) => {
    const source = lines((i) => `def mars${i}():\n    """Mars *open"""\n`, size / 38)
    return () => lintPython(source, { path: 'mars.py' })
  }),
  kind('Python, one docstring', (size) => {
    const source = `"""\n${repeat('Mars *open\n\n', size)}"""\n`
    return () => lintPython(source, { path: 'mars.py' })
  }),
  kind('Python, a docstring with a fix on each line', (size) => {
    const source = `"""Mars\n\n${repeat('Mars.\n* Venus\n\n', size)}"""\n`
    return () => lintPython(source, { path: 'mars.py' })
  }),
  kind('Python, brackets', (size) => {
    const source = repeat('(', size)
    return () => lintPython(source, { path: 'mars.py' })
  }),
  kind('Python, words between brackets that never close', (size) => {
    const source = repeat('[(a {b, ', size)
    return () => lintPython(source, { path: 'mars.py' })
  }),
  kind('Python, errors', (size) => {
    const source = repeat('"""a" ', size)
    return () => lintPython(source, { path: 'mars.py' })
  }),
  kind('changes of Gerrit', (size) => {
    const change = (i: number) => ({
      project: `sky/moon${i}`,
      subject: 'Mars',
      status: 'NEW',
      _number: i,
      updated: '2026-01-01 00:00:00',
      topic: 'a',
    })
    const text = JSON.stringify(Array.from({ length: Math.ceil(size / 110) }, (_, i) => change(i)))
    return () => readChanges(text, 'https://planets.example')
  }),
  kind('merge of many teams', (size) => {
    const base = sections((i) => `mars${i}`, size)
    const ours = base.replaceAll('Planning Artifacts:\n', 'Planning Artifacts:\n\n* http://a.b/c\n')
    const theirs = base.replaceAll('Completion Artifacts:\n', 'Completion Artifacts:\n\n* http://a.b/d\n')
    return () => mergeDocuments(base, ours, theirs)
  }),
  kind('merge of models, all entries different', (size) => {
    const text = (name: string) => `title: Mars\nreferences:\n${lines((i) => `  - ${name} ${i}`, size / 14)}\n`
    const [base, ours, theirs] = [text('mars'), text('venus'), text('earth')]
    return () => mergeModels(base, ours, theirs)
  }),
  kind('merge of models, each entry changed', (size) => {
    const text = (name: string) =>
      `title: Mars\ncurrent:\n${lines((i) => `  - {intro: '*a*', projects: [${name}${i % 7}]}`, size / 38)}\n`
    const [base, ours, theirs] = [text('mars'), text('venus'), text('earth')]
    return () => mergeModels(base, ours, theirs)
  }),
  kind('merge of lines, all different', (size) => {
    const text = (name: string) => `Mars\n====\n\n${lines((i) => `${name} ${i}\n`, size / 12)}`
    const [base, ours, theirs] = [text('mars'), text('venus'), text('earth')]
    return () => mergeDocuments(base, ours, theirs)
  }),
  kind('merge of lines, in another order', (size) => {
    const text = (step: number) => `Mars\n====\n\n${lines((i) => `mars ${(i * step) % 9973}\n`, size / 12)}`
    return () => mergeDocuments(text(1), text(7), text(11))
  }),
  kind('diff of texts, all different', (size) => {
    const [before, after] = [lines((i) => `mars ${i}`, size / 11), lines((i) => `venus ${i * 7}`, size / 11)]
    return () => unifiedDiff('mars.rst', before, after)
  }),
  kind('diff of texts, in another order', (size) => {
    const text = (step: number) => lines((i) => `mars ${(i * step) % 9973}`, size / 11)
    return async () => (await unifiedDiff('mars.rst', text(1), text(7))) + changesBetween(text(1), text(7)).length
  }),
  kind('editor: edits between versions', (size) => {
    const [before, after] = [lines((i) => `mars ${i}`, size / 11), lines((i) => `venus ${i * 7}`, size / 11)]
    return () => editsBetween(before, after)
  }),
]

export const otherKinds: readonly Kind[] = [...ofRosters, ...ofTeams, ...ofConfigurations, ...ofGlobs, ...ofFindings, ...ofOthers]

/** Lints the examples of rules: for tests, documentation pages and `goaldoc explain`. */
import { loadRoster } from '../roster/index.ts'
import type { LintOptions } from './lint.ts'
import type { Example, Rule } from './rule.ts'
import { fileKind, type Site } from './site.ts'
import { readConf } from './sphinx/conf.ts'
import { resolvePath, type SphinxProject, sphinxProject } from './sphinx/project.ts'

/** How an example is linted: with only its rule, which is on. */
export function optionsOfExample(rule: Rule, example: Example): LintOptions {
  const { path = 'goals/orbit/telescopes.rst', roster, project, site, before, model, text } = example
  return {
    path,
    settings: { [rule.name]: { severity: 'on', ...example.options } },
    // Rules about suppressions check the findings of another rule.
    only: [rule.name, ...(rule.runsLast ? ['style/tab'] : [])],
    ...(roster ? { roster: loadRoster(roster, { path: 'reference/projects.yaml', ...example.rosterOptions }) } : {}),
    ...(project ? { sphinx: { project: projectOfFiles({ ...project, [path]: text }), path } } : {}),
    ...(site ? { site: siteOfExample(site), kind: fileKind(path) } : {}),
    ...(before === undefined ? {} : { before: { name: 'HEAD', source: before } }),
    ...(model ? { model: { goal: model, path: 'goals/orbit/telescopes.yaml' } } : {}),
  }
}

/** A repository without a prefix in its addresses. */
export function siteOfExample({ pages, redirects, staleIndexes = [], withoutDocument = [] }: NonNullable<Example['site']>): Site {
  return {
    prefix: '',
    goals: 'goals',
    pages: new Set(pages),
    hasFile: () => false,
    ...(redirects === undefined ? {} : { redirects: { path: '.htaccess', text: redirects } }),
    staleIndexes: new Set(staleIndexes),
    withoutDocument: new Set(withoutDocument),
  }
}

/** A Sphinx project of given files, by their paths. */
export function projectOfFiles(files: Readonly<Record<string, string>>): SphinxProject {
  const conf = readConf(files['conf.py'] ?? '', (name) => files[`${name.replaceAll('.', '/')}.py`])
  return sphinxProject(conf, {
    documents: () => Object.keys(files).filter((path) => conf.sourceSuffix.some((ending) => path.endsWith(ending))),
    text: (path) => files[path],
    exists: (path, from) => resolvePath(from, path) in files,
    isIgnored: () => false,
  })
}

/** Makes invisible characters visible: `·` for a space at the end of a line, `→` for a tab, code points for others. */
export function visibleText(text: string): string {
  return text
    .replace(/(?<![ \t])[ \t]+$/gm, (spaces) => spaces.replaceAll(' ', '·'))
    .replaceAll('\t', '→')
    .replace(
      /[\r\u00a0\u200b\ufeff]/g,
      (character) => `⟨U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}⟩`,
    )
}

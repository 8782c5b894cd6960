/** The guards behind the promises of SECURITY.md. `npm run guards` removes them one by one. */
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the texts are pieces of code

/** A piece of a file, and what stands there without the guard. */
export interface Guard {
  file: string
  /** Occurs once in the file. */
  text: string
  without: string
}

const guard = (file: string, text: string, without = ''): Guard => ({ file, text, without })

const code = guard('src/repository/typescript.ts', 'if (!isCodeAllowed)', 'if (false)')
const readBoundary = guard('src/repository/files.ts', 'if (outside)', 'if (false)')
const includeBoundary = guard('src/repository/includes.ts', 'root === undefined || isOutside(file, root)', 'root === undefined')
const levels = guard('src/text/limits.ts', 'parser.stack.length > mostLevels + 2', 'false')
const lengths = guard('src/text/limits.ts', 'text.length > most ?', 'false ?')
const strayPath = (text: string, without: string) => guard('src/repository/configuration.ts', text, without)
const format = (name: string, text: string, without: string) => guard(`src/report/${name}.ts`, text, without)
const template = (text: string) => guard('src/repository/templates.ts', text, 'void 0')

/** The guards of a promise, by the title of its test. */
export const guards: Readonly<Record<string, readonly Guard[]>> = {
  '--no-code and GOALDOC_NO_CODE refuse to run it': [
    code,
    guard('src/cli/workspace.ts', 'code !== false && '),
    guard('src/cli/workspace.ts', ' && !env.GOALDOC_NO_CODE'),
  ],
  'the language server with --no-code refuses to run it': [
    code,
    guard('src/cli/lsp.ts', 'configurationOptions(args, io)', '{ isCodeAllowed: true }'),
    guard('src/lsp/session.ts', 'let workspace = openWorkspaceIn(cwd, options)', 'let workspace = openWorkspaceIn(cwd, {})'),
  ],
  'no CI job runs TypeScript from a pull request': [
    guard('action.yml', 'if [ "$GOALDOC_CODE" != true ]; then export GOALDOC_NO_CODE=1; fi', 'true'),
    ...['ci/github.yml', 'ci/node/github.yml', 'ci/gitlab.yml', 'ci/node/gitlab.yml'].map((file) =>
      guard(file, "GOALDOC_NO_CODE: '1'", "GOALDOC_NO_CODE: ''"),
    ),
    guard('ci/tox.ini', 'GOALDOC_NO_CODE = 1', 'GOALDOC_NO_CODE ='),
  ],
  'names of files are not options of the hooks': [
    ...['lint --changed --hook', 'lint --changed --hook --fix', 'check --changed --hook', 'render --hook'].map((entry) =>
      guard('.pre-commit-hooks.yaml', `goaldoc ${entry}\n  args: [--no-code, '--']`, `goaldoc ${entry}\n  args: [--no-code]`),
    ),
    ...['ci/pre-commit-config.yaml', 'ci/node/pre-commit-config.yaml'].map((file) =>
      guard(file, "--fix\n        args: [--no-code, '--']", '--fix\n        args: [--no-code]'),
    ),
  ],
  'names of files are not options of the merge driver': [guard('src/repository/wiring/merge-driver.ts', '%Y -- %O', '%Y %O')],
  'a configuration that another user put into a shared folder is not used: %s': [
    guard('src/repository/configuration.ts', 'load(unplanted(file, cwd))', 'load(file)'),
  ],
  'compiled code is not cached in a folder that others can write to': [
    guard('src/repository/typescript.ts', 'fsCache: false', 'fsCache: true'),
  ],
  'the compile cache is in a folder of the user': [
    guard('src/cli/compile-cache.ts', "env.HOME && join(env.HOME, '.cache')", "'/tmp'"),
  ],
  'a folder that only looks like a git repository is not used as one': [
    guard('src/repository/git.ts', "'safe.bareRepository=explicit'", "'safe.bareRepository=all'"),
  ],
  'git does not take file names and revisions for options': [
    guard(
      'src/repository/git.ts',
      "return gitLine(folder, 'rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`) || undefined",
      'return name',
    ),
    guard('src/repository/versions.ts', "'HEAD',\n    '--',\n    below", "'HEAD',\n    below"),
  ],
  'settings and programs in the configuration of git change no output, and the programs do not run': [
    ...['core.fsmonitor=false', 'i18n.logOutputEncoding=UTF-8', 'log.diffMerges=separate', 'log.showRoot=true'],
    'log.showSignature=false',
  ].map((setting) => guard('src/repository/git.ts', `  '${setting}',\n`)),
  'in a folder that is not trusted, nothing that it contains is run': [
    guard('editors/vscode/src/program.ts', 'folder !== undefined && isTrusted ?', 'folder !== undefined ?'),
    guard('editors/vscode/src/program.ts', 'isTrusted && projectCode ?', 'projectCode ?'),
    guard('editors/vscode/package.json', '"goaldoc.path",\n        "goaldoc.projectCode"', '"goaldoc.projectCode"'),
  ],
  'allows only its own style and script, and names nothing in the network': [
    guard('src/report-page/shell.ts', "`script-src '${script.hash}'`", '"script-src \'unsafe-inline\'"'),
  ],
  'reads nothing outside of the repository, and writes nothing': [
    guard('src/cli/mcp-server.ts', 'if (isOutside(resolve(cwd, path), root)) throw', 'if (false) throw'),
  ],
  'a template reaches only the values of its goal: %s': [
    template("report(node, suggest('Unknown value', original, known))"),
    template("report(node, suggest('Unknown helper', name, Object.keys(helpers)))"),
    template("report(node, suggest('Unknown partial', name, names))"),
    template("report(node, 'Partial with an expression for its name; write the name')"),
    template("report(node, 'Inline partial; move it to a template file of its own')"),
  ],
  'a configuration whose `%s` is outside of the repository is an error': [
    strayPath("[[['extends'], bases] as Named]", '[]'),
    strayPath("bases.map((base, index): Named => [['extends', index], base])", '[]'),
    strayPath("[['profiles'], profiles],", ''),
    strayPath("[['baseline'], baseline],", ''),
    strayPath('isTemplatePath(profile) ? profile : undefined],\n    typeof', 'undefined],\n    typeof'),
    strayPath("[[...at, 'roster'], roster]", "[[...at, 'roster'], undefined]"),
    strayPath("[[...at, 'roster', 'file'], roster?.file]", "[[...at, 'roster', 'file'], undefined]"),
  ],
  'a model whose template is outside of the repository is an error': [
    guard('src/repository/profiles.ts', 'if (isOutside(key, repositoryRoot(home))) return undefined'),
  ],
  'a link out of the repository that is %s is not read': [readBoundary],
  'a directive does not show a file outside of the repository: %s': [includeBoundary],
  'an include reads only within the repository': [includeBoundary],
  'the settings and the extensions are read only within the repository': [
    guard('src/repository/includes.ts', 'isOutside(path, root) ? undefined : '),
  ],
  'the documents are read, and files looked for, only within the repository': [
    guard('src/repository/sphinx.ts', ' || isOutside(real, root)'),
    guard('src/repository/sphinx.ts', 'isOutside(file, root) || '),
  ],
  'writing to %s behind a link out of the repository is refused': [
    guard('src/repository/writing.ts', 'if (outside)', 'if (false)'),
    guard('src/repository/boundary.ts', 'return withoutLinks(resolve(path))', 'return resolve(path)'),
  ],
  'another repository that a link leads to is neither read nor written': [
    guard('src/repository/boundary.ts', ' && !isLinkedFromOutside(folder)'),
  ],
  'the folder of git is neither read nor written': [
    guard('src/repository/boundary.ts', 'gitFolder.test(real.slice(top.length))', 'false'),
    guard('src/repository/boundary.ts', '$)/i', '$)/'),
  ],
  'an edit made by another program in the meantime is kept': [
    guard('src/repository/writing.ts', 'options.before !== undefined && ', 'false && '),
    guard('src/repository/writing.ts', '    check()\n'),
  ],
  'an edit made by another program while several files are written is kept': [
    guard('src/repository/file-edits.ts', 'isOurs() && ', ''),
    guard('src/repository/file-edits.ts', 'if (isOurs()) rmSync(path)', 'rmSync(path)'),
    guard('src/repository/file-edits.ts', 'if (readTextIfThere(path, shown) !== before) throw changed(shown)'),
    guard('src/repository/file-edits.ts', "before: '', withFolders", 'withFolders'),
  ],
  'a read-only file is not replaced': [guard('src/repository/writing.ts', 'status && (status.mode & 0o222) === 0', 'false')],
  'temporary files of killed runs are removed, those of running ones are kept': [
    guard('src/repository/writing.ts', 'of === name && !isRunning', 'of === name && isRunning'),
    guard('src/repository/writing.ts', '  sweep(folder, name)\n', '\n'),
  ],
  'findings as %s contain no control characters and no commands': [
    format('pretty', 'printableResults(given)', 'given'),
    format('github', 'printableResults(results)', 'results'),
    format('compact', 'printableResults(results)', 'results'),
    format('xml', '.replace(controlCharacters, ', ".replace('\\u0000', "),
    format('xml', `.replace(/[&<>"'\\t\\n\\r]/g, `, '.replace(/[&<>\\t\\n\\r]/g, '),
    format(
      'frame',
      'printable(lines[number - 1]!.slice(shift, shift + widest))',
      'lines[number - 1]!.slice(shift, shift + widest)',
    ),
    format('format', ".replace(/^(?=\\s*:)/, './')", ''),
    guard('src/text/printable.ts', '.replace(controlCharacters, escaped)', '.replace(controlCharacters, (one) => one)'),
  ],
  'the status as %s contains no control characters': [
    format('status/table', 'printableIn(report)', 'report'),
    format('status/csv', 'printableIn(goals)', 'goals'),
    format('status/markdown', 'printableIn(report.goals)', 'report.goals'),
    format('status/etherpad', 'printableIn(goals)', 'goals'),
  ],
  'mails to teams without an answer contain no control characters': [format('ask/ask', 'return printableIn({', 'return ({')],
  'reports of changes contain no control characters': [format('changes/format', 'return printableIn(goals)', 'return goals')],
  'the status in Markdown has no markup of others': [
    format('status/markdown', '${escapedMarkdown(name)}: unanswered', '${name}: unanswered'),
    format('status/markdown', 'codeInMarkdown(goal.path)', '`\\`${goal.path}\\``'),
    format('status/markdown', 'addressInMarkdown(changes.url)', 'changes.url'),
    format('markup', '|&(?=#?\\w{1,40};)', ''),
  ],
  'changes in Markdown have no markup of others': [
    format('changes/format', 'codeInMarkdown(text)', '`\\`${text}\\``'),
    format('changes/format', 'code: escapedMarkdown,', 'code: (text) => text,'),
    format('markup', '|^[-+]|(?<=^\\d{1,9})[.)]', ''),
  ],
  'no cell of the status as CSV is a formula, whatever separates the cells': [
    format('status/csv', "`'${cell}`", 'cell'),
    format('status/csv', '[",;\\r\\n]', '[",\\r\\n]'),
  ],
  'pages contain no control characters and no foreign markup': [
    guard('src/report-page/html.ts', ".replace(controlCharacters, '\\ufffd')"),
    guard('src/report-page/html.ts', 'references[character]!', 'character'),
  ],
  'text of a repository cannot control the terminal or the CI runner': [
    guard('src/cli/main.ts', 'isPainted ? text : withoutCommands(printableLines(text))', 'text'),
    guard('src/repository/value-error.ts', 'printable(problem.message)', 'problem.message'),
    guard('src/repository/errors.ts', 'printable(withShortValues(message))', 'withShortValues(message)'),
    guard('src/repository/files.ts', ".replace(/[\\0-\\x1f\\x7f-\\x9f]/g, '\\ufffd')"),
  ],
  'addresses that are no files of this machine stop no answer': [
    guard(
      'src/lsp/session.ts',
      "path.includes('\\0') ? undefined : path\n  } catch {",
      "path.includes('\\0') ? undefined : path\n  } catch (error) {\n    throw error",
    ),
    guard('src/lsp/session.ts', "path.includes('\\0') ? undefined : path", 'path'),
  ],
  'hostile YAML is an error with a place: %s': [
    guard('src/goal/full-yaml.ts', 'if (--budget < 0) return null', 'budget--'),
    guard('src/goal/full-yaml.ts', 'if (open.has(target)) return null'),
    guard('src/text/simple-yaml.ts', " || key === '__proto__'"),
    guard('src/text/limits.ts', "logLevel: 'error', "),
    guard(
      'src/goal/full-yaml.ts',
      'Object.defineProperty(value, key, { value: visit(pair.value), enumerable: true, configurable: true, writable: true })',
      'value[key] = visit(pair.value)',
    ),
  ],
  'hostile JSON is an error with a place': [
    guard('src/lint/baseline.ts', 'if (!isRecord(rules) || !Object.values(rules).every(isKeys))', 'if (false)'),
  ],
  'the time of every regular expression grows with its text, not with the square of it': [
    guard(
      'src/cli/main.ts',
      'const [name, ...rest] = argv',
      'const [name, ...rest] = argv.map((word) => word.replace(/\\s+$/, ""))',
    ),
  ],
  'too many levels of `%s` are an error, as often as they are read': [levels],
  'a model that is too long is not read': [lengths],
  'a document is too long by its lines to docutils, by its characters, and by its marks': [
    guard('src/lint/rules/style/document-length.ts', 'if (length > characters)', 'if (false)'),
    guard('src/lint/rules/style/document-length.ts', 'if (lines) return', 'if (false) return'),
    guard('src/lint/rules/style/document-length.ts', 'return beyond && { ...beyond', 'return undefined && { ...beyond!'),
  ],
  'too many words and marks are an error with a place': [guard('src/text/limits.ts', '--left < 0', 'false')],
  '%s refuses a document that is too large, and writes nothing': [
    guard('src/repository/errors.ts', 'excess === undefined ? undefined : new CannotError', 'true ? undefined : new CannotError'),
    guard('src/cli/import.ts', 'const excess = notRead(shown, source)', 'const excess = undefined as Error | undefined'),
    guard('src/cli/pull.ts', 'if (excess) throw excess'),
    guard('src/repository/profile-files.ts', 'if (excess) throw excess'),
  ],
  'a document that is too large is an error, and the others are read': [
    guard(
      'src/cli/goals.ts',
      'document === undefined ? undefined : notRead(pair.shown, document)',
      'undefined as Error | undefined',
    ),
  ],
  'diff refuses a document that was too large %s, and compares the others': [
    guard('src/repository/revisions.ts', 'if (sides[0])', 'if (false)'),
  ],
  'a file that is too long has only that finding': [guard('src/lint/python/index.ts', 'if (long.length > 0) return long')],
  'a document that would be too large to be checked is not written': [
    guard('src/document/render.ts', 'if (excess) throw', 'if (false) throw'),
  ],
  'the marks in all Markdown of a goal are counted together': [
    guard('src/document/markdown/index.ts', 'room.marks < 0', 'false'),
  ],
  'a pattern that may take forever matches nothing': [
    guard('src/lint/redirect-patterns.ts', '!expression || steps > mostSteps ||', '!expression ||'),
  ],
  'patterns match until all of them have taken their steps': [guard('src/lint/redirect-patterns.ts', 'left -= steps', 'void 0')],
  'typing errors in the names of teams are looked for until a limit of comparisons': [
    guard('src/lint/teams.ts', 'if (found.comparisons >= mostComparisons) return undefined'),
  ],
  'a stored agreement that is damaged is as good as none': [
    guard('src/repository/agreements.ts', 'if (!goal || issues.length > 0) return undefined', 'if (!goal) return undefined'),
    guard('src/repository/agreements.ts', "typeof found.document !== 'string' || ", ''),
  ],
  'patterns with many stars and braces are matched quickly': [
    guard('src/text/globs.ts', 'if (done.length > mostAlternatives) return [glob]'),
    guard(
      'src/text/globs.ts',
      'return (path) => {\n    let state = start\n',
      `return (path) => {
    const from = (at: number, index: number): boolean => {
      const { take, skip } = steps[index] ?? {}
      if (!take) return at === path.length
      if (skip && from(at, index + skip)) return true
      const by = at < path.length ? take(path[at]!) : undefined
      return by !== undefined && from(at + 1, index + by)
    }
    if (path) return from(0, 0)
    let state = start
`,
    ),
  ],
  'a path that is not a regular file is an error': [
    guard('src/repository/ignored.ts', 'isFile(file) ?', 'lstatSync(file, { throwIfNoEntry: false }) ?'),
    guard(
      'src/repository/init.ts',
      'readBytes(file, path).includes(mark)',
      "process.getBuiltinModule('fs').readFileSync(file).includes(mark)",
    ),
    guard('src/repository/files.ts', 'if (statSync(path).isFIFO())', 'if (false)'),
    guard(
      'src/repository/files.ts',
      'return exists(path) && statSync(path).isDirectory()',
      'return statSync(path).isDirectory()',
    ),
  ],
}

/** What commands say to mistakes: one line that names the fault and the remedy, exit code 2, and no file is touched. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Io } from '../../src/cli/io.ts'
import { readGoal } from '../../src/document/index.ts'
import { stringifyModel } from '../../src/goal/index.ts'
import { type Folder, folder, projects, telescopes } from './run.ts'

const document = 'goals/one-star-catalog.rst'
const model = 'goals/one-star-catalog.yaml'
const list = 'reference/projects.yaml'
const { goal } = readGoal(telescopes)
const yaml = stringifyModel(goal)
const usual = { [document]: telescopes, [model]: yaml, [list]: projects }
const inTypeScript = {
  [document]: telescopes,
  'goals/one-star-catalog.ts': `export default ${JSON.stringify(goal)}\n`,
  [list]: projects,
}

/** The files below a folder, with their text. */
function contents({ path }: Folder): Record<string, string> {
  const names = readdirSync(path, { recursive: true, encoding: 'utf8' })
  const files = names.filter((name) => !name.startsWith('.git') && statSync(join(path, name)).isFile())
  return Object.fromEntries(files.sort().map((name) => [name, readFileSync(join(path, name), 'utf8')]))
}

interface Mistake {
  args: string[]
  err: string
  /** Whether the folder is no git repository, or one without a commit. */
  without?: 'git' | 'commit'
  /** Instead of the usual files. */
  files?: Record<string, string>
  io?: Partial<Io> & { input?: string }
  code?: number
  out?: string
}

const mistakes: Mistake[] = [
  // new
  {
    args: ['new', 'dome/clocks', '--yes'],
    err: 'Cannot call a goal `dome/clocks`: it is not a file name. Use letters, digits and hyphens, e.g. dome-clocks.\n',
  },
  {
    args: ['new', 'dome-clocks', '--yes', '--answer', 'Every dome needs a clock'],
    err: `Cannot take the answer \`Every dome needs a clock\`: it does not start with a key of the profile. Keys are ${['title', 'summary', 'description', 'checklist 1', 'checklist 2', 'criteria', 'champions', 'tracking', 'gerrit', 'references'].map((key) => `\`${key}\``).join(', ')}.\n`,
  },
  {
    args: ['new', 'dome-clocks', '--yes', '--answer', 'comets=many'],
    err: expect.stringContaining('Cannot take the answer `comets=many`: it does not start with a key of the profile. Keys are '),
  },
  {
    args: ['new', 'dome-clocks', '--yes', '--profile', model],
    err: `Cannot use the profile \`${model}\`: it is not a document. Name a document (.rst) or a profile.\n`,
  },
  // import
  {
    args: ['import', '-', document],
    err: 'Cannot import: standard input is one document. Name `-` alone.\n',
  },
  {
    args: ['import', model, '--force'],
    err: `Cannot import ${model}: it is a model or a configuration, not a document. Name a document, such as goals/mars/orbit.rst.\n`,
  },
  {
    args: ['import', 'goals', '--stdout'],
    files: { ...usual, 'goals/dome-clocks.rst': telescopes },
    err: 'Too many documents for `--stdout`; name only one\n',
  },
  {
    args: ['import', 'goals', '-o', 'all.yaml'],
    files: { ...usual, 'goals/dome-clocks.rst': telescopes },
    err: 'Too many documents for `--output`; name only one\n',
  },
  {
    args: ['import', 'goals'],
    files: { 'goals/readme.txt': 'Stars.\n' },
    err: 'Cannot import: no file matched. Check the paths, `.gitignore`, and `ignores` in the configuration.\n',
  },
  {
    args: ['import', document],
    err: `Cannot write ${model}: it exists. Update it with \`goaldoc pull\`, or overwrite it with --force.\n`,
  },
  {
    args: ['import', document, '-o', 'stars.yaml', '--profile', 'team-artefacts'],
    err: 'Cannot use the profile `team-artefacts`: it does not exist. The closest name is `team-artifacts`. Use one of `team-artifacts`, `champion`, `checklist`.\n',
  },
  // lint and check
  {
    args: ['diff', 'HEAD'],
    without: 'commit',
    err: 'Cannot compare with HEAD: there is no commit yet. Commit what there is first.\n',
  },
  {
    args: ['lint', '--unsafe'],
    err: 'Cannot use --unsafe alone: it chooses which fixes are applied. Add `--fix` or `--diff`.\n',
  },
  {
    args: ['lint', '-f', 'json:'],
    err: 'Cannot write the format `json`: the file is missing. Write `json:FILE`.\n',
  },
  // An error of what all documents share is told once.
  ...[['lint'], ['check'], ['status'], ['teams', 'check']].map((args) => ({
    args,
    files: { ...usual, 'goals/dome-clocks.rst': telescopes, [list]: 'hubble: {\nkepler: {}\n' },
    err: `Cannot use ${list}: it has an error.\n${list}:1:9  Bracket that is not closed; write \`}\` where it ends\n> 1 | hubble: {\n    |         ^\n  2 | kepler: {}\n`,
    out: '',
  })),
  {
    args: ['lint', '-', document],
    err: 'Cannot lint: standard input is one document. Name `-` alone.\n',
  },
  {
    args: ['lint'],
    files: { 'stars.rst': telescopes },
    err: 'Cannot find goals: there is no folder `goals` here. Name documents, models or folders as arguments.\n',
  },
  {
    args: ['lint', document, '--baseline', 'stars.json'],
    files: { ...usual, 'stars.json': '[]' },
    err: expect.stringMatching(/^Cannot use the baseline stars\.json: .+\. Replace it with --update-baseline\.\n$/),
  },
  {
    args: ['lint', document, '--baseline', 'stars.json'],
    err: 'Cannot read stars.json: there is no such file. Write it with --update-baseline.\n',
  },
  {
    args: ['lint', document],
    files: { ...usual, 'goaldoc.config.yaml': 'roster: stars.yaml\n' },
    err: 'Cannot read stars.yaml: there is no such file. Check `roster` in the configuration.\n',
  },
  ...[
    ['0.20', '0.2'],
    ['"0.18"', '0.18'],
  ].map(([text, value]) => ({
    args: ['lint', document],
    files: { ...usual, 'goaldoc.config.yaml': `docutils: ${text}\n` },
    err: expect.stringContaining(
      `Invalid value \`${value}\`; use one of \`0.19\`, \`0.20\`, \`0.21\`, \`0.22\`, \`0.23\`${text === '0.20' ? ', in quotes' : ''}\n`,
    ),
  })),
  // render and pull
  {
    args: ['render', '--stdout'],
    files: { ...usual, 'goals/dome-clocks.yaml': yaml },
    err: 'Too many models for `--stdout`; name only one\n',
  },
  {
    args: ['render', document],
    files: { [document]: telescopes },
    err: `Cannot render: ${document} has no model beside it. Make one with \`goaldoc import ${document}\`.\n`,
  },
  {
    args: ['render', document, 'stars.txt'],
    files: { [document]: telescopes, 'stars.txt': '' },
    err: `Skipped stars.txt: it is neither a model nor a document\nCannot render: ${document} has no model beside it. Make one with \`goaldoc import ${document}\`.\n`,
  },
  {
    args: ['pull', document],
    files: { [document]: telescopes },
    err: `Cannot pull: ${document} has no model beside it. Make one with \`goaldoc import ${document}\`.\n`,
  },
  {
    args: ['pull', 'goals'],
    files: { [document]: telescopes, 'goals/dome-clocks.rst': telescopes },
    err: 'Cannot pull: none of the 2 documents has a model beside it. Make models with `goaldoc import`.\n',
  },
  {
    args: ['pull'],
    files: { 'goals/dome-clocks.yaml': yaml },
    err: 'Cannot pull: goals/dome-clocks.yaml has no document beside it. Write it with `goaldoc render goals/dome-clocks.yaml`.\n',
  },
  // goals by name
  {
    args: ['status', 'one-moon-catalog-of-all-rings'],
    err: 'Cannot find the goal `one-moon-catalog-of-all-rings`: there is no such file or folder, and no goal of that name. The goals here are `one-star-catalog`.\n',
  },
  {
    args: ['status', 'one-star-catalogue'],
    err: 'Cannot find the goal `one-star-catalogue`: there is no such file or folder, and no goal of that name. The nearest name is `one-star-catalog`.\n',
  },
  {
    args: ['status', 'one-star-catalog'],
    files: { 'goals/a/one-star-catalog.rst': telescopes, 'goals/b/one-star-catalog.rst': telescopes },
    err: 'Cannot find the goal `one-star-catalog`: there are several, `goals/a/one-star-catalog.rst` and `goals/b/one-star-catalog.rst`. Name one of these paths.\n',
  },
  {
    args: ['move', 'goals', 'selected'],
    files: { ...usual, 'goals/dome-clocks.rst': telescopes },
    err: 'Cannot move goals: it is 2 goals. Name one of them.\n',
  },
  {
    args: ['move', 'one-star-catalog', 'selected', '--date', 'May', '--reason', 'All agree.'],
    err: 'Cannot use --date May: it is not a date. Write it as YYYY-MM-DD.\n',
  },
  {
    args: ['ask', 'one-star-catalog', '--date', 'May'],
    err: 'Cannot use --date May: it is not a date. Write it as YYYY-MM-DD.\n',
  },
  // models with errors
  ...(
    [
      ['status', 'goals', '--changes', 'changes.json', '--write'],
      ['set', 'one-star-catalog', '--team', 'hubble', '--status', 'done'],
      ['move', 'one-star-catalog', 'selected'],
      ['teams', 'sync'],
    ] satisfies string[][]
  ).map((args) => ({
    args,
    files: { ...usual, [model]: `${yaml}stars: many\n`, 'changes.json': '[]' },
    err: expect.stringMatching(/Unknown key `stars`/),
    out: '',
  })),
  // teams and changes
  {
    args: ['teams', 'list'],
    err: 'Cannot do `goaldoc teams list`: there is no such action. Use `check` or `sync`.\n',
  },
  {
    args: ['teams', 'chekc'],
    err: 'Cannot do `goaldoc teams chekc`: there is no such action. Use `goaldoc teams check`.\n',
  },
  {
    args: ['teams', 'check'],
    files: { [document]: telescopes },
    err: `Cannot compare the teams of ${document}: there is no ${list}. Name a list with \`--teams\`.\n`,
  },
  {
    args: ['status', '--changes', 'changes.json'],
    files: { [document]: telescopes, 'changes.json': '[]' },
    err: `Cannot find the teams of the changes for ${document}: there is no ${list}. Name a list with \`--teams\`.\n`,
  },
  ...['write', 'diff', 'dry-run'].map((flag) => ({
    args: ['status', `--${flag}`],
    err: `Cannot use --${flag}: there are no changes. Give them with \`--changes FILE\`.\n`,
  })),
  {
    args: ['set', document, '--team', 'hubble', '--deliverable', 'hubble'],
    err: 'Cannot set anything: nothing to set was given. Give `--status`, `--reason`, `--planning` or `--completion`.\n',
  },
  {
    args: ['set', document, '--team', 'hubble', '--completion', 'done soon'],
    err: 'Cannot use --completion done soon: it is not a URL. Give one such as https://review.example.org/117.\n',
  },
  {
    args: ['set', document, '--team', 'neptune-observers', '--status', 'done'],
    files: { [document]: telescopes },
    err: 'Cannot set neptune-observers: there is no such team. Check the name.\n',
  },
  {
    args: ['set', document, '--deliverable', 'rings-of-neptune', '--status', 'done'],
    files: { [document]: telescopes },
    err: expect.stringMatching(/^Cannot .*`?rings-of-neptune`?.*\. Name its team with `--team`\.\n$/),
  },
  {
    args: ['set', document, '--team', 'kepler', '--status', 'done'],
    files: { ...usual, [model]: stringifyModel({ ...goal, teams: goal.teams!.filter(({ name }) => name !== 'kepler') }) },
    err: `Cannot set kepler: it is in ${document} and not in ${model}. Take it in with \`goaldoc pull\`.\n`,
  },
  {
    args: ['set', document, '--team', 'kepler', '--status', 'done', '--commit'],
    without: 'commit',
    err: 'Cannot commit: there is no commit yet to add one to. Commit what there is first.\n',
  },
  {
    args: ['set', document, '--team', 'kepler', '--status', 'done', '--commit'],
    without: 'git',
    err: 'Cannot commit: this is not a git repository. Run it in a checkout, or without `--commit`.\n',
  },
  // models in TypeScript
  {
    args: ['set', document, '--team', 'kepler', '--status', 'done'],
    files: inTypeScript,
    err: 'Cannot edit goals/one-star-catalog.ts: a TypeScript model is not rewritten. Edit it by hand, then run `goaldoc render`.\n',
  },
  {
    args: ['move', document, 'selected', '--reason', 'All agree.'],
    files: inTypeScript,
    err: 'Cannot edit goals/one-star-catalog.ts: a TypeScript model is not rewritten. Leave `--reason` away, or add the reason by hand.\n',
  },
  // the state to move to
  ...(
    [
      ['photosynthesis', 'Cannot move to photosynthesis: .+\\. Write `proposed`, `selected` or `completed/RELEASE`\\.'],
      ['selectd', 'Cannot move to selectd: .+\\. The nearest name is `selected`\\.'],
      ['completed', 'Cannot move to completed: the release is missing\\. Write `completed/RELEASE`\\.'],
      ['proposed/epoxy', 'Cannot move to proposed/epoxy: a proposed goal has no release\\. Write `proposed`\\.'],
      [
        'completed/photosynthesis',
        'Cannot move to completed/photosynthesis: `photosynthesis` is not a release\\. Releases have names and numbers, such as `epoxy` and `2025\\.1`\\.',
      ],
      ['completed/epoxi', 'Cannot move to completed/epoxi: `epoxi` is not a release\\. The nearest name is `epoxy`\\.'],
      ['completed/epoxy/stars', 'Cannot move to completed/epoxy/stars: .+'],
    ] satisfies [string, string][]
  ).map(([state, err]) => ({ args: ['move', document, state], err: expect.stringMatching(new RegExp(`^${err}\\n$`)) })),
  {
    args: ['move', 'stars.rst', 'selected'],
    files: { 'stars.rst': telescopes },
    err: 'Cannot move stars.rst: it is in no folder `goals`. Name a goal below one.\n',
  },
  // diff and report
  {
    args: ['diff', 'HEAD'],
    files: { 'stars.rst': telescopes },
    err: 'Cannot compare goals: there is no folder `goals` here. Run it in the repository of the goals.\n',
  },
  // rules
  {
    args: ['explain', 'team/moon-phases-of-jupiter'],
    err: 'Unknown rule `team/moon-phases-of-jupiter`; `goaldoc rules` lists all rules\n',
  },
  { args: ['explain', 'team/ordre'], err: 'Unknown rule `team/ordre`; did you mean `team/order`?\n' },
]

test.each(mistakes.map((mistake) => [`goaldoc ${mistake.args.join(' ')}`, mistake] as const))(
  '%s',
  async (_, { args, err, files = usual, io = {}, code = 2, out = '', without }) => {
    const place = folder(files)
    if (without !== 'git') place.git('init', '-q')
    if (without === undefined) {
      place.git('add', '-A')
      place.git('commit', '-qm', 'Stars')
    }
    const before = contents(place)
    expect(await place.goaldoc(args, io)).toEqual({ code, out, err })
    expect(contents(place)).toEqual(before)
  },
)

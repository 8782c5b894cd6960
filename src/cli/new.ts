/** `goaldoc new`: creates a model and its document from the answers to the questions of the profile. */
import { type DraftOptions, draftGoal, draftQuestions, type Profile, readGoal } from '../document/index.ts'
import { type Goal, stringifyModel } from '../goal/index.ts'
import { eraOf, settingsFor } from '../lint/index.ts'
import {
  cannot,
  exists,
  goalsFolder,
  ownProfiles,
  profileNamed,
  readText,
  rememberAgreement,
  renderModel,
  schemaFor,
  shownPath,
  templateFileName,
  workTree,
  writeText,
} from '../repository/index.ts'
import type { Arguments, Command } from './command.ts'
import { absolutePath } from './input.ts'
import type { Io } from './io.ts'
import type { Answers } from './questions.ts'
import { openWorkspace, quoted, type Workspace } from './workspace.ts'

export const newGoal: Command = {
  name: 'new',
  describe:
    'Writes the model and the document of a new goal, from goals/template.rst or from a profile.\nOn a terminal, it asks for the text of each section. Sections without an answer get a placeholder, which `goaldoc check` reports.',
  positionals: [{ name: 'SLUG', describe: 'The name of the files, e.g. dome-clocks', isRequired: true }],
  options: {
    title: { type: 'string', value: 'TEXT', describe: 'The title' },
    summary: { type: 'string', value: 'TEXT', describe: 'What the goal is, and why' },
    champion: { type: 'string', value: 'NAME', describe: 'The champion, e.g. Vera Rubin (vrubin)' },
    topic: { type: 'string', value: 'TOPIC', describe: 'The Gerrit topic (default: the slug)' },
    answer: { type: 'string', value: 'KEY=TEXT', many: true, describe: 'The text of another section, by its key' },
    cycle: { type: 'string', value: 'RELEASE', describe: 'Write to goals/RELEASE/ instead of goals/proposed/' },
    folder: { type: 'string', value: 'DIR', describe: 'Write to this folder' },
    profile: { type: 'string', value: 'NAME', describe: 'A profile, or the path to a template or an older goal' },
    yes: { type: 'boolean', alias: 'y', describe: 'Do not ask' },
  },
  examples: [
    ['goaldoc new dome-clocks', 'Answer the questions'],
    ["goaldoc new dome-clocks --yes --champion 'Vera Rubin (vrubin)'", 'Create a goal without questions'],
    ['goaldoc new dome-lamps --profile goals/2026.1/dome-clocks.rst', 'Start with the sections of an older goal'],
  ],
  async run(args, io) {
    const slug = args._[0]!
    if (!/^[a-z0-9][a-z0-9._-]*$/i.test(slug))
      throw cannot(`call a goal \`${slug}\``, 'it is not a file name', 'Use letters, digits and hyphens, e.g. dome-clocks')
    const workspace = openWorkspace(args, io)
    const base = absolutePath(`${folderOf(args, io)}/${slug}`, io)
    const [document, model] = [`${base}.rst`, `${base}.yaml`]
    for (const path of [document, model])
      if (exists(path)) throw cannot(`make ${shownPath(path, io.cwd)}`, 'it exists', 'Choose another name')
    const profile = await profileFor(document, args, workspace, io)
    const draft: DraftOptions = { slug, profile, checklist: checklistOf(profile, io) }
    const { answers, isCancelled } = await answersTo(draft, args, io)
    const again = `Nothing was written. To continue with your answers: ${commandWith(answers, args)}\n`
    if (isCancelled) {
      io.err(again)
      return 2
    }
    try {
      const goal = draftGoal(draft, answers, await teamsFor(document, workspace))
      await write({ document, model }, goal, profile, io)
    } catch (error) {
      if (!args.yes && !exists(model)) io.err(again)
      throw error
    }
    return 0
  },
}

/** Options for answers that are not given by `--answer`. */
const flags = { title: 'title', summary: 'summary', champions: 'champion', gerrit: 'topic' } as const

/** The command that was called, with the answers as options. */
function commandWith(answers: Readonly<Record<string, string>>, args: Arguments): string {
  const kept = (['cycle', 'folder', 'profile'] as const).flatMap((name) =>
    typeof args[name] === 'string' ? [`--${name}`, quoted(args[name])] : [],
  )
  const given = Object.entries(answers).flatMap(([key, value]) => {
    if (value === '') return []
    const flag = flags[key as keyof typeof flags]
    return flag ? [`--${flag}`, quoted(value)] : ['--answer', quoted(`${key}=${value}`)]
  })
  return ['goaldoc new', quoted(args._[0]!), ...kept, ...given].join(' ')
}

/** `goals/proposed`, or the folder of a release if the repository has one. */
function folderOf(args: Arguments, io: Io): string {
  if (typeof args.folder === 'string') return args.folder
  const goals = shownPath(goalsFolder(io.cwd) ?? absolutePath('goals', io), io.cwd)
  if (typeof args.cycle !== 'string') return `${goals}/proposed`
  const selected = `${goals}/selected/${args.cycle}`
  return exists(absolutePath(selected, io)) ? selected : `${goals}/${args.cycle}`
}

/** The requested profile, otherwise that of the configuration, the repository's template, or the newest. */
async function profileFor(document: string, args: Arguments, workspace: Workspace, io: Io): Promise<Profile> {
  const configuration = await workspace.configurations.of(document)
  const usual = `goals/${templateFileName}`
  const root = workTree(io.cwd) ?? io.cwd
  const name =
    (args.profile as string | undefined) ??
    settingsFor(configuration.config, configuration.nameOf(document)).profile ??
    (exists(`${root}/${usual}`) ? usual : 'checklist')
  return profileNamed(name, await ownProfiles(configuration, io.cwd), configuration, io.cwd)
}

/** The questions in the checklist of a template. */
function checklistOf(profile: Profile, io: Io): string[] {
  const path = `${workTree(io.cwd) ?? io.cwd}/${profile.name}`
  if (!profile.name.endsWith('.rst') || !exists(path)) return []
  const { checklist } = readGoal(readText(path), { profile }).goal
  return Array.isArray(checklist) ? checklist.map(({ question }) => question) : []
}

async function answersTo(draft: DraftOptions, args: Arguments, io: Io): Promise<Answers> {
  const given: Record<string, string> = {}
  for (const [key, flag] of Object.entries(flags)) if (typeof args[flag] === 'string') given[key] = args[flag]
  const questions = draftQuestions(draft)
  for (const text of (args.answer as string[] | undefined) ?? []) {
    const [, key = text, value] = /^([^=]+)=(.*)$/s.exec(text) ?? []
    if (value === undefined || !questions.some((question) => question.key === key))
      throw cannot(
        `take the answer \`${text}\``,
        'it does not start with a key of the profile',
        `Keys are ${questions.map((question) => `\`${question.key}\``).join(', ')}`,
      )
    given[key] = value
  }
  if (args.yes) return { answers: given, isCancelled: false }
  if (!io.isInteractive) throw cannot('ask for the goal', 'there is no terminal', 'Pass --yes, and the answers as options')
  const { askAll } = await import('./questions.ts')
  const asked = await askAll(questions.filter(({ key }) => !(key in given)))
  return { ...asked, answers: { ...given, ...asked.answers } }
}

async function teamsFor(document: string, workspace: Workspace): Promise<string[]> {
  const configuration = await workspace.configurations.of(document)
  const path = configuration.nameOf(document)
  const roster = await workspace.rosters.of(document, settingsFor(configuration.config, path).roster, eraOf(path))
  return roster?.teams.map(({ name }) => name) ?? []
}

async function write(paths: { document: string; model: string }, goal: Goal, profile: Profile, io: Io): Promise<void> {
  const [document, model] = [shownPath(paths.document, io.cwd), shownPath(paths.model, io.cwd)]
  const text = await renderModel(goal, { existing: undefined, isFresh: true, profile, profiles: [profile] }, model)
  writeText(paths.model, stringifyModel(goal, schemaFor(paths.model)), model, { withFolders: true })
  writeText(paths.document, text, document)
  rememberAgreement(paths, text, goal)
  const open = text.match(/\bTODO: /g)?.length ?? 0
  const rest = open > 0 ? ` ${open} ${open === 1 ? 'place is' : 'places are'} marked TODO.` : ''
  const look = open > 0 ? 'To see what is still missing' : 'To check it'
  io.err(`Wrote ${model} and ${document}.${rest} ${look}: goaldoc check ${quoted(model)}\n`)
}

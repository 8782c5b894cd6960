/** Plans the move of a goal to another state: all edits are computed before anything is written. */
import { basename, dirname, join, relative, sep } from 'node:path'
import { type DocumentOptions, readGoal, updateDocument } from '../../document/index.ts'
import { type Goal, isWholeDocument, updateModel } from '../../goal/index.ts'
import { openstack } from '../../preset/index.ts'
import { releaseOf } from '../../roster/index.ts'
import { byText, nearest } from '../../text/index.ts'
import { discover } from '../discovery.ts'
import { cannot } from '../errors.ts'
import type { FileEdit } from '../file-edits.ts'
import { exists, inFileStyleOf, isFolder, readText, readTextIfThere, shownPath } from '../files.ts'
import { currentIndexes } from '../index-pages.ts'
import { goalsFolder, looksLikeModel } from '../model-paths.ts'
import type { LoadedModel } from '../models.ts'
import type { SphinxProjects } from '../sphinx.ts'
import { type LinkMove, moveLinks } from './links.ts'
import { moveRedirects, moveRedirectTests } from './redirects.ts'
import { type Site, siteOf } from './site.ts'
import { moveInToctrees, type Pages } from './toctrees.ts'

export interface GoalMove {
  document: string
  model?: LoadedModel | undefined
  lens: DocumentOptions
  /** `proposed`, `selected`, `selected/RELEASE` or `completed/RELEASE`. */
  state: string
  /** The reason and the day (YYYY-MM-DD) of the move, for a line in the document. */
  reason?: { text: string; day: string } | undefined
  cwd: string
  sphinx: SphinxProjects
}

export interface PlannedMove {
  edits: FileEdit[]
  /** The path of the document in messages, before and after. */
  from: string
  to: string
  /** What the user has to do about the old address of a published page; absent if the edits contain a redirect. */
  withoutRedirect?: string
}

/** A text of the repository before and after the move; absent if there is no such file. */
interface Text {
  path: string
  before?: string
  after?: string
}

export async function planMove(move: GoalMove): Promise<PlannedMove> {
  const { document, model, cwd } = move
  const goals = goalsFolder(dirname(document))
  const from = shownPath(exists(document) ? document : model!.path, cwd)
  if (goals === undefined) throw cannot(`move ${from}`, 'it is in no folder `goals`', 'Name a goal below one')
  const folder = join(goals, folderOf(move.state, goals))
  const moves = new Map([document, ...(model ? [model.path] : [])].map((path) => [path, join(folder, basename(path))]))
  if (dirname(document) === folder) throw cannot(`move ${from}`, `it is in ${shownPath(folder, cwd)} already`)
  for (const [, path] of moves)
    if (exists(path)) throw cannot(`move ${from}`, `there is a file ${shownPath(path, cwd)} already`, 'Rename one of them first')
  const texts = await readTexts(goals, cwd)
  const site = siteOf(
    goals,
    move.sphinx,
    [...texts.values()].flatMap(({ before }) => before ?? []),
  )
  const names = { before: site.nameOf(document)!, after: site.nameOf(moves.get(document)!)! }
  moveFiles(texts, moves, move)
  moveAllLinks(texts, moves, site, names)
  movePages(texts, site, goals, names)
  renewIndexes(texts, site, goals)
  const withoutRedirect = moveAddresses(texts, site, names, cwd)
  const edits = editsOf(texts, moves, cwd)
  return { edits, from, to: shownPath(moves.get(exists(document) ? document : model!.path)!, cwd), ...withoutRedirect }
}

/** The folder of a state below the goals. A release is found under any of its names. */
function folderOf(state: string, goals: string): string {
  const [stage, release, ...more] = state.replace(/\/$/, '').split('/') as [string, ...string[]]
  const isKnown = ['proposed', 'selected', 'completed'].includes(stage)
  const meant = isKnown ? undefined : nearest(stage, ['proposed', 'selected', 'completed'])
  if (!isKnown || more.length > 0)
    throw cannot(
      `move to ${state}`,
      'it is not a state of a goal',
      meant ? `The nearest name is \`${meant}\`` : 'Write `proposed`, `selected` or `completed/RELEASE`',
    )
  if (release === undefined) {
    if (stage === 'completed') throw cannot('move to completed', 'the release is missing', 'Write `completed/RELEASE`')
    return stage
  }
  if (stage === 'proposed') throw cannot(`move to ${state}`, 'a proposed goal has no release', 'Write `proposed`')
  const known = releaseOf(release)
  const spellings = known ? [known.number, known.name, release] : [release]
  const there = spellings.find((name) => name !== undefined && isFolder(join(goals, stage, name)))
  if (!known && !there) {
    const near = nearest(
      release.toLowerCase(),
      openstack.releases.flatMap(({ name, number }) => [name, ...(number ? [number] : [])]),
    )
    throw cannot(
      `move to ${state}`,
      `\`${release}\` is not a release`,
      near ? `The nearest name is \`${near}\`` : 'Releases have names and numbers, such as `epoxy` and `2025.1`',
    )
  }
  return join(stage, there ?? release.toLowerCase())
}

/** The texts of all files that may contain a link to a goal. */
async function readTexts(goals: string, cwd: string): Promise<Map<string, Text>> {
  const { repositoryRoot } = await import('../boundary.ts')
  const root = repositoryRoot(goals) ?? dirname(goals)
  const files = await discover([root], { cwd, endings: ['.rst', '.md', '.yaml', '.yml', '.ts'] })
  return new Map(
    files.flatMap(({ path, shown }) => {
      if (path.endsWith('.ts') && !looksLikeModel(path)) return []
      try {
        const before = readText(path, shown)
        return [[path, { path, before, after: before }] as const]
      } catch {
        // Files that are not UTF-8 are not modified.
        return []
      }
    }),
  )
}

function moveFiles(texts: Map<string, Text>, moves: ReadonlyMap<string, string>, move: GoalMove): void {
  for (const [path, to] of moves) {
    const text = texts.get(path)
    const before = text?.before ?? readTextIfThere(path)
    if (before === undefined) continue
    texts.set(path, { path, before })
    texts.set(to, { path: to, after: withReason(path, before, move) })
  }
}

/** The text of the document or model with a dated line at the end of the goal's text. If the model does not state that text, only
 * the document gets the line.
 */
function withReason(path: string, before: string, { model, lens, state, reason }: GoalMove): string {
  if (!reason) return before
  const line = wrapped(`Moved to ${state} on ${reason.day}: ${reason.text.trim()}`)
  const step = (goal: Goal): Goal => ({ ...goal, summary: withParagraph(goal.summary, line) })
  if (path !== model?.path) return updateDocument(before, step(readGoal(before, lens).goal), lens)
  const { goal } = model
  if (!goal || (goal.summary === undefined && !isWholeDocument(goal))) return before
  if (model.kind === 'typescript')
    throw cannot(`edit ${model.shown}`, 'a TypeScript model is not rewritten', 'Leave `--reason` away, or add the reason by hand')
  return updateModel(before, step(goal))
}

function withParagraph(summary: Goal['summary'], line: string): NonNullable<Goal['summary']> {
  const joined = (text: string | undefined) => (text?.trim() ? `${text.trimEnd()}\n\n${line}` : line)
  return typeof summary === 'object' ? { markdown: joined(summary.markdown) } : joined(summary)
}

/** Lines of at most 79 characters. */
function wrapped(text: string): string {
  return text
    .split(/\s+/)
    .reduce<string[]>((lines, word) => {
      const last = lines.at(-1)
      if (last === undefined || last.length + 1 + word.length > 79) lines.push(word)
      else lines[lines.length - 1] = `${last} ${word}`
      return lines
    }, [])
    .join('\n')
}

function moveAllLinks(
  texts: Map<string, Text>,
  moves: ReadonlyMap<string, string>,
  { nameOf, prefix, host }: Site,
  names: { before: string; after: string },
): void {
  const move: LinkMove = { moved: new Map([[names.before, names.after]]), prefix, host }
  const slug = basename(names.before)
  const own = new Set(moves.values())
  for (const text of texts.values()) {
    if (text.after === undefined || !(own.has(text.path) || text.after.includes(slug))) continue
    const isPage = text.path.endsWith('.rst') || looksLikeModelText(text.path, own)
    const name = nameOf(text.path)?.replace(/\.(?:yaml|yml|ts)$/, '')
    const page = own.has(text.path) ? names : name === undefined || !isPage ? undefined : { before: name, after: name }
    text.after = moveLinks(text.after, page, move)
    if (own.has(text.path)) text.after = moveSchema(text.after, text.path, moves)
  }
}

function looksLikeModelText(path: string, own: ReadonlySet<string>): boolean {
  return own.has(path) || (!path.endsWith('.md') && exists(path) && looksLikeModel(path))
}

/** The path of the schema in a YAML model is relative to the model. */
function moveSchema(text: string, path: string, moves: ReadonlyMap<string, string>): string {
  const from = [...moves].find(([, to]) => to === path)![0]
  return text.replace(/(\$schema=)(\.{1,2}\/\S+)/, (_, before: string, schema: string) => {
    const file = join(dirname(from), schema)
    return before + relative(dirname(path), file).split(sep).join('/')
  })
}

/** Updates the toctrees, which know documents by their names. */
function movePages(
  texts: Map<string, Text>,
  { nameOf, root }: Site,
  goals: string,
  names: { before: string; after: string },
): void {
  const paths = new Map<string, string>()
  const pages: Pages = new Map()
  for (const { path, after } of texts.values()) {
    const name = path.endsWith('.rst') ? nameOf(path) : undefined
    if (name === undefined) continue
    paths.set(name, path)
    if (after !== undefined) pages.set(name, after)
  }
  const folder = dirname(nameOf(join(goals, 'index.rst')) ?? relative(root, join(goals, 'index')))
  const before = new Set(pages.keys())
  moveInToctrees({ pages, goals: folder }, names.before, names.after)
  for (const [name, after] of pages) {
    const path = paths.get(name) ?? join(goals, `${relative(folder, name)}.rst`)
    texts.set(path, { path, ...texts.get(path), after })
    before.delete(name)
  }
  for (const name of before) delete texts.get(paths.get(name)!)!.after
}

function renewIndexes(texts: Map<string, Text>, { nameOf, isPublished }: Site, goals: string): void {
  const all = new Map([...texts.values()].flatMap(({ path, after }) => (after === undefined ? [] : [[path, after] as const])))
  const today = new Date().toISOString().slice(0, 10)
  const nameIn = (path: string) => (isPublished ? nameOf(path) : undefined)
  for (const [path, after] of currentIndexes(all, { folder: goals, nameOf: nameIn, today })) texts.get(path)!.after = after
}

function moveAddresses(texts: Map<string, Text>, site: Site, names: { before: string; after: string }, cwd: string) {
  const { prefix, redirects, tests, isPublished } = site
  const addresses = { from: `${prefix}/${names.before}.html`, to: `${prefix}/${names.after}.html` }
  if (redirects === undefined) {
    // Without a Sphinx project, nobody knows whether there is a page.
    if (!isPublished && tests === undefined) return {}
    const remedy = "For redirects, put a folder with a .htaccess into Sphinx's `html_extra_path`"
    return { withoutRedirect: `No redirect from ${addresses.from}: there is no .htaccess. ${remedy}.` }
  }
  const before = readTextIfThere(redirects)
  const after = moveRedirects(before ?? '', addresses, shownPath(redirects, cwd))
  texts.set(redirects, { path: redirects, after, ...(before === undefined ? {} : { before }) })
  if (tests !== undefined) {
    const old = readText(tests)
    texts.set(tests, { path: tests, before: old, after: moveRedirectTests(old, addresses, after) })
  }
  return {}
}

/** The edits, one for each file; moving a file and changing it is one edit. */
function editsOf(texts: ReadonlyMap<string, Text>, moves: ReadonlyMap<string, string>, cwd: string): FileEdit[] {
  const origins = new Map([...moves].map(([from, to]) => [to, from]))
  const edits: FileEdit[] = []
  for (const { path, before, after } of texts.values()) {
    const shown = shownPath(path, cwd)
    const from = origins.get(path)
    if (moves.has(path) || before === after) continue
    if (from !== undefined) {
      const old = texts.get(from)!.before!
      edits.push({
        path,
        shown,
        before: old,
        after: inFileStyleOf(old, after!),
        from: { path: from, shown: shownPath(from, cwd) },
      })
    } else
      edits.push({
        path,
        shown,
        before: before ?? '',
        after: after ?? '',
        ...(before === undefined ? { isNew: true } : {}),
        ...(after === undefined ? { isGone: true } : {}),
      })
  }
  // Moved files come first, and the document before its model.
  return edits.sort((a, b) => Number(b.from !== undefined) - Number(a.from !== undefined) || byText(a.path, b.path))
}

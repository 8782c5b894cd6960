/** Finds the goals that differ between two revisions: which files are the same goal, and their content on both sides. */
import { dirname, join } from 'node:path'
import { type DocumentOptions, openDocument } from '../document/index.ts'
import { type Goal, type ModelDiagnostic, parseModel } from '../goal/index.ts'
import { byText, printable, withShortValues } from '../text/index.ts'
import { notRead } from './errors.ts'
import { byteOrderMark, readTextIfThere, shownPath } from './files.ts'
import { git, inWorkTree, textAt } from './git.ts'
import { whyNotAGoal } from './goal-pages.ts'
import { documentOf, isDocumentPath, isModelPath, modelEndings } from './model-paths.ts'
import { goalOfFiles } from './statuses.ts'

/** A goal at one of the revisions. */
interface GoalSide {
  /** The path of the document in messages. */
  shown: string
  goal: Goal
  lens: DocumentOptions
}

/** A goal before and after; one of them is absent if the goal was added or removed. */
interface GoalPair {
  before?: GoalSide
  after?: GoalSide
}

export interface ChangedGoals {
  pairs: GoalPair[]
  /** Documents that are too large to be read: their messages, and whether `after` is too large or only `before`. */
  unread: UnreadFile[]
  /** Models with errors: only the document beside each was compared. */
  faulty: UnreadFile[]
}

interface UnreadFile {
  /** The document in messages. */
  shown: string
  message: string
  isAfter: boolean
}

/** Returns the options for reading a document (absolute path). `profile` is the name that its model states. */
export type LensOf = (document: string, profile?: string) => Promise<DocumentOptions>

/** The goals below a folder whose files differ between two revisions; if the second one is omitted, it is the work tree. */
export async function changedGoals(
  goals: string,
  { from, to }: { from: string; to: string | undefined },
  cwd: string,
  lensOf: LensOf,
): Promise<ChangedGoals> {
  const place = inWorkTree(join(goals, 'index.rst'))
  const found: ChangedGoals = { pairs: [], unread: [], faulty: [] }
  if (!place) return found
  const { root } = place
  const textOf = (name: string, at: string | undefined) =>
    at === undefined ? readTextIfThere(join(root, name)) : textAt(root, name, at)
  for (const { before, after } of pairsOf(root, dirname(place.name), from, to)) {
    const sides = [
      { name: after, at: to, isAfter: true },
      { name: before, at: from, isAfter: false },
    ].flatMap(({ name, at, isAfter }) => {
      if (name === undefined) return []
      const read = (other: string) => textOf(other, at)
      const document = { name, text: read(name) }
      return [document, modelOf(name, read)].flatMap((file) => {
        const excess = file?.text && notRead(shownPath(join(root, file.name), cwd), file.text)
        return excess ? [{ shown: shownPath(join(root, name), cwd), message: excess.message, isAfter }] : []
      })
    })
    if (sides[0]) {
      found.unread.push(sides[0])
      continue
    }
    // Both versions are read with the current configuration.
    const lens = (profile?: string) => lensOf(join(root, (after ?? before)!), profile)
    const sideOf = async (name: string | undefined, at: string | undefined) => {
      if (name === undefined) return undefined
      const shown = shownPath(join(root, name), cwd)
      const { side, fault } = await sideFrom(name, (other) => textOf(other, at), lens, shown)
      if (fault) {
        const where = `${shownPath(join(root, fault.name), cwd)}:${fault.line}:${fault.column}`
        const when = at === undefined ? '' : ` as of ${at.slice(0, 9)}`
        const message = printable(withShortValues(`${where}: not used${when}: ${fault.message}`))
        found.faulty.push({ shown, message, isAfter: at === to })
      }
      return side
    }
    const [left, right] = [await sideOf(before, from), await sideOf(after, to)]
    if (left || right) found.pairs.push({ ...(left ? { before: left } : {}), ...(right ? { after: right } : {}) })
  }
  return found
}

/** The model of a document, if it has one. TypeScript models of earlier revisions are not run. */
function modelOf(document: string, textOf: (name: string) => string | undefined): { name: string; text: string } | undefined {
  const stem = document.slice(0, -'.rst'.length)
  for (const ending of modelEndings.filter((one) => one !== '.ts')) {
    const text = textOf(stem + ending)
    if (text !== undefined) return { name: stem + ending, text }
  }
  return undefined
}

async function sideFrom(
  document: string,
  textOf: (name: string) => string | undefined,
  lensOf: (profile?: string) => Promise<DocumentOptions>,
  shown: string,
): Promise<{ side?: GoalSide; fault?: ModelDiagnostic & { name: string } }> {
  const source = textOf(document)
  const file = modelOf(document, textOf)
  const parsed = (lens: DocumentOptions) => file && parseModel(file.text.replace(byteOrderMark, ''), lens)
  const usual = await lensOf()
  const first = parsed(usual)
  const stated = first?.goal?.profile
  const lens = stated === undefined ? usual : await lensOf(stated)
  const { goal: model, diagnostics = [] } = (stated === undefined ? first : parsed(lens)) ?? {}
  const fault = file && diagnostics[0] ? { fault: { ...diagnostics[0], name: file.name } } : {}
  if (source === undefined && model === undefined) return fault
  const said = source === undefined ? {} : { document: openDocument(source, lens) }
  const goal = goalOfFiles({ ...said, ...(model ? { model } : {}) })
  return source !== undefined && whyNotAGoal(document, source, goal) ? {} : { side: { shown, goal, lens }, ...fault }
}

/** Pairs of document names, one for each side, including the documents of changed models. */
function pairsOf(root: string, below: string, from: string, to: string | undefined): { before?: string; after?: string }[] {
  const options = ['--name-status', '--find-renames=40%', '-l0', '--no-ext-diff', '-z']
  const diff = git(root, 'diff', ...options, from, ...(to === undefined ? [] : [to]), '--', below)
  const words = (diff?.toString('utf8') ?? '').split('\0')
  const renamed = new Map<string, string>()
  const [gone, come, changed] = [new Set<string>(), new Set<string>(), new Set<string>()]
  for (let at = 0; at + 1 < words.length; ) {
    const status = words[at++]![0]
    const [name, other] = [words[at++]!, status === 'R' || status === 'C' ? words[at++]! : '']
    if (status === 'R' && isDocumentPath(other)) renamed.set(name, other)
    else if (status === 'R' && isModelPath(other)) changed.add(documentOf(other))
    else if (isDocumentPath(name)) (status === 'D' ? gone : status === 'A' ? come : changed).add(name)
    else if (isModelPath(name)) changed.add(documentOf(name))
  }
  if (to === undefined) for (const name of untracked(root, below)) if (isDocumentPath(name)) come.add(name)
  const moved = new Set(renamed.values())
  // git does not detect the move of a document that was also rewritten; files with the same name are the same goal.
  for (const name of gone) {
    const same = [...come].filter((other) => baseOf(other) === baseOf(name))
    if (same.length !== 1) continue
    renamed.set(name, same[0]!)
    moved.add(same[0]!)
    gone.delete(name)
    come.delete(same[0]!)
  }
  const stay = [...changed].filter((name) => !moved.has(name) && !gone.has(name) && !come.has(name))
  const pairs: { before?: string; after?: string }[] = [
    ...[...renamed].map(([before, after]) => ({ before, after })),
    ...stay.map((name) => ({ before: name, after: name })),
    ...[...gone].map((before) => ({ before })),
    ...[...come].map((after) => ({ after })),
  ]
  return pairs.sort((a, b) => byText((a.after ?? a.before)!, (b.after ?? b.before)!))
}

function baseOf(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1)
}

function untracked(root: string, below: string): string[] {
  const names = git(root, 'ls-files', '--others', '--exclude-standard', '-z', '--', below)
  return (names?.toString('utf8') ?? '').split('\0').filter((name) => name !== '')
}

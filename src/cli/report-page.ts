/** `goaldoc report -o DIR`: one page of all goals. */
import { dirname, join } from 'node:path'
import { type PageGoal, reportPage } from '../report-page/index.ts'
import {
  cachedPastAnswers,
  gitLine,
  goalHistory,
  goalStatus,
  type Histories,
  openHistories,
  shownPath,
  writeText,
} from '../repository/index.ts'
import type { Arguments } from './command.ts'
import { loadNamedGoals, type NamedGoal } from './goals.ts'
import { absolutePath } from './input.ts'
import type { Io } from './io.ts'
import { packageVersion } from './version.ts'
import { openWorkspace } from './workspace.ts'

export async function writePage(args: Arguments, io: Io): Promise<number> {
  const workspace = openWorkspace(args, io)
  const { goals: named, isBroken } = await loadNamedGoals(args._, 'make a report', workspace, io)
  const histories = openHistories()
  const day = new Date().toISOString().slice(0, 10)
  const goals = named.map((one) => pageGoal(one, histories, day))
  const [first] = named
  const commit = first && gitLine(dirname(first.pair.document), 'rev-parse', '--short', 'HEAD')
  const page = reportPage({ day, ...(commit ? { commit } : {}), goals })
  const file = absolutePath(join(String(args.output), 'index.html'), io)
  writeText(file, page, shownPath(file, io.cwd), { withFolders: true })
  io.err(`Wrote ${shownPath(file, io.cwd)}\n`)
  return isBroken ? 2 : 0
}

function pageGoal({ pair, files, lens, era, roster }: NamedGoal, histories: Histories, day: string): PageGoal {
  const isModel = files.document === undefined
  const path = isModel ? pair.model! : pair.document
  const history = histories.of(path)
  const past = cachedPastAnswers(path, isModel, history, lens, packageVersion())
  const status = goalStatus(files, { lens, era, roster, history, past })
  return { status, history: goalHistory(past, { day, counts: status.counts }) }
}

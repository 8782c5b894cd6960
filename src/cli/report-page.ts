/** `goaldoc report -o DIR`: one page of all goals. */
import { join } from 'node:path'
import { type PageGoal, reportPage } from '../report-page/index.ts'
import {
  type FileHistory,
  gitLine,
  goalHistory,
  goalStatus,
  keptPastAnswers,
  openHistories,
  shownPath,
  writeText,
} from '../repository/index.ts'
import type { Arguments } from './command.ts'
import { goalsNamed, type NamedGoal } from './goals.ts'
import { absolutePath } from './input.ts'
import type { Io } from './io.ts'
import { packageVersion } from './version.ts'
import { openWorkspace } from './workspace.ts'

export async function writePage(args: Arguments, io: Io): Promise<number> {
  const workspace = openWorkspace(args, io)
  const { goals: named, isBroken } = await goalsNamed(args._, 'make a report', workspace, io)
  const histories = openHistories()
  const goals = named.map((one) =>
    pageGoal(one, histories.of(one.files.document === undefined ? one.pair.model! : one.pair.document)),
  )
  const commit = gitLine(io.cwd, 'rev-parse', '--short', 'HEAD')
  const page = reportPage({ day: new Date().toISOString().slice(0, 10), ...(commit ? { commit } : {}), goals })
  const file = absolutePath(join(String(args.output), 'index.html'), io)
  writeText(file, page, shownPath(file, io.cwd), { withFolders: true })
  io.err(`Wrote ${shownPath(file, io.cwd)}\n`)
  return isBroken ? 2 : 0
}

function pageGoal({ pair, files, lens, era, roster }: NamedGoal, history: FileHistory | undefined): PageGoal {
  const isModel = files.document === undefined
  const past = keptPastAnswers(isModel ? pair.model! : pair.document, isModel, history, lens, packageVersion())
  return { status: goalStatus(files, { lens, era, roster, history, past }), history: goalHistory(past) }
}

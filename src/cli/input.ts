/** Paths, dates and standard input. */
import { resolve } from 'node:path'
import { cannot, decode } from '../repository/index.ts'
import type { Arguments } from './command.ts'
import type { Io } from './io.ts'

/** Standard input as text. */
export function readInput(io: Io): string {
  return decode(io.stdin(), 'standard input')
}

/** Makes a path absolute, relative to the working directory of the command. */
export function absolutePath(path: string, io: Io): string {
  return resolve(io.cwd, path)
}

/** The day of `--date` (YYYY-MM-DD); today if it is not given. */
export function dayOf({ date }: Arguments): string {
  const day = date === undefined ? new Date().toISOString().slice(0, 10) : String(date)
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) throw cannot(`use --date ${day}`, 'it is not a date', 'Write it as YYYY-MM-DD')
  return day
}

/** Paths and standard input as commands take them. */
import { resolve } from 'node:path'
import { decode } from '../repository/index.ts'
import type { Io } from './io.ts'

/** Standard input as text. */
export function readInput(io: Io): string {
  return decode(io.stdin(), 'standard input')
}

/** A path relative to where the command runs, as an absolute one. */
export function absolutePath(path: string, io: Io): string {
  return resolve(io.cwd, path)
}

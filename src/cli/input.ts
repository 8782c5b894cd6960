/** Paths and standard input. */
import { resolve } from 'node:path'
import { decode } from '../repository/index.ts'
import type { Io } from './io.ts'

/** Standard input as text. */
export function readInput(io: Io): string {
  return decode(io.stdin(), 'standard input')
}

/** Makes a path absolute, relative to the working directory of the command. */
export function absolutePath(path: string, io: Io): string {
  return resolve(io.cwd, path)
}

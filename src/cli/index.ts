/** The command line: one file per command, which parses, calls and prints. No logic. */
export { commands } from './commands.ts'
export { exitCodes, main } from './main.ts'

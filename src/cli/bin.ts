#!/usr/bin/env node
/** The executable: as little as possible before the command runs. */
import module from 'node:module'

// Node 22.8 and newer keep compiled code between runs.
;(module as { enableCompileCache?: () => void }).enableCompileCache?.()

const { main } = await import('./main.ts')
const { processIo } = await import('./io.ts')
const argv = process.argv.slice(2)
process.exitCode = await main(argv, processIo(argv))

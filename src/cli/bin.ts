#!/usr/bin/env node
/** The executable: as little as possible before the command runs. */
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { keepCompiledCode } from './compile-cache.ts'

keepCompiledCode(dirname(fileURLToPath(import.meta.url)))

// Imported only now, so that the cache holds for it.
void import('./run.ts').then(({ run }) => run(process.argv.slice(2)))

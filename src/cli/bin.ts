#!/usr/bin/env node
/** The executable: does as little as possible before the command runs. */
import { keepCompiledCode } from './compile-cache.ts'

keepCompiledCode(import.meta.dirname)

// Imported only now, so that the compile cache covers it.
void import('./run.ts').then(({ run }) => run(process.argv.slice(2)))

/** Runs the command on the Node of the executable, and stores the code that V8 compiles: `learn.cjs FOLDER ARGUMENT…`, where
 * FOLDER contains the files of the package. Results of earlier runs are kept.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Script } from 'node:vm'
import { embedded } from './loader.ts'

const [folder] = process.argv.splice(2, 1)
const scripts = new Map<string, Script>()

process.once('exit', () => {
  for (const [name, script] of scripts) writeFileSync(join(folder!, `${name}.compiled`), script.createCachedData())
})

embedded(
  (name) => {
    const file = join(folder!, name)
    return {
      source: readFileSync(file, 'utf8'),
      compiled: existsSync(`${file}.compiled`) ? readFileSync(`${file}.compiled`) : Buffer.alloc(0),
    }
  },
  (name, script) => {
    // Each run starts with the functions of the earlier ones, so that two builds are identical.
    if (script.cachedDataRejected) throw new Error(`Cannot use the compiled code of ${name}: V8 rejects it`)
    scripts.set(name, script)
  },
)('./dist/bin.cjs')

/** Makes V8 accept code that was compiled with other flags (`learning.ts`): `accept.cjs FOLDER`, run on the Node of the
 * executable without flags.
 *
 * The flags affect only which functions are kept, not the code itself, but V8 compares a hash of all flags.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { scriptOf } from './loader.ts'

/** The bytes of the hash: it follows the magic number, the version and the length of the source, which have 32 bits each. */
const [start, end] = [12, 16]

const hash = scriptOf('any.js', '', Buffer.alloc(0)).createCachedData().subarray(start, end)
for (const name of readdirSync(process.argv[2]!, { recursive: true, encoding: 'utf8' })) {
  if (!name.endsWith('.compiled')) continue
  const file = join(process.argv[2]!, name)
  const compiled = readFileSync(file)
  hash.copy(compiled, start)
  const script = scriptOf(file, readFileSync(file.replace(/\.compiled$/, ''), 'utf8'), compiled)
  if (script.cachedDataRejected) throw new Error(`Cannot use the compiled code of ${name}: V8 rejects it`)
  writeFileSync(file, compiled)
}

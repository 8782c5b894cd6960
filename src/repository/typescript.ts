/** Loads models and configurations in TypeScript through jiti, which is loaded only if there is one. */
import { createRequire } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { JitiOptions } from 'jiti'
import { once } from '../text/index.ts'
import { cannot } from './errors.ts'

const own = once(() => createRequire(import.meta.filename))

/** The default export of a TypeScript file, awaited. `goaldoc` in its imports resolves to this package, installed or not.
 * @throws {CannotError} where code may not run
 */
export async function loadTypeScript(path: string, shown: string, isCodeAllowed: boolean): Promise<unknown> {
  if (!isCodeAllowed)
    throw cannot(`load ${shown}`, 'it is code, and --no-code or GOALDOC_NO_CODE forbids running code', 'Write it as YAML')
  // Uses `require`, because code from the compile cache cannot call `import()`.
  const { createJiti } = own()('jiti') as typeof import('jiti')
  // A cache of compiled code in a shared folder is code that others can write.
  const jiti = createJiti(path, { ...thisPackage(), moduleCache: false, fsCache: false })
  let module: Record<string, unknown>
  try {
    module = await jiti.import<Record<string, unknown>>(path)
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    const [first, ...rest] = message.replaceAll(path, shown).split('\n') as [string, ...string[]]
    throw cannot(`load ${shown}`, first.replace(/\.$/, '') || 'it throws an error', undefined, {
      detail: rest.join('\n').trim(),
      cause: error,
    })
  }
  if (!('default' in module)) throw cannot(`load ${shown}`, 'it has no default export', 'End it with `export default`')
  return await module.default
}

/** What an import of `goaldoc` resolves to in a model: this package, as its source, as the built files, or as the files in the
 * executable.
 */
function thisPackage(): JitiOptions {
  // In the executable, modules have paths below that of the executable.
  if (import.meta.url.startsWith(`${pathToFileURL(process.execPath).href}/`))
    return { virtualModules: { goaldoc: own()('goaldoc'), 'goaldoc/rst': own()('goaldoc/rst') } }
  const isSource = import.meta.url.endsWith('.ts')
  return { alias: { goaldoc: isSource ? fileURLToPath(new URL('../index.ts', import.meta.url)) : own().resolve('goaldoc') } }
}

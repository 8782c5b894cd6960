/** Loads models and configurations in TypeScript through jiti, which is loaded only if there is one. */
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { cannot } from './errors.ts'

/** The default export of a TypeScript file, awaited. `goaldoc` in its imports resolves to this package, installed or not. */
export async function loadTypeScript(path: string, shown: string): Promise<unknown> {
  // Uses `require`, because code from the compile cache cannot call `import()`.
  const { createJiti } = createRequire(import.meta.url)('jiti') as typeof import('jiti')
  const jiti = createJiti(import.meta.url, { alias: { goaldoc: thisPackage() }, moduleCache: false })
  let module: Record<string, unknown>
  try {
    module = await jiti.import<Record<string, unknown>>(path)
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    const [first, ...rest] = message.replaceAll(path, shown).split('\n')
    throw cannot(`load ${shown}`, (first ?? 'it throws an error').replace(/\.$/, ''), undefined, {
      detail: rest.join('\n').trim(),
      cause: error,
    })
  }
  if (!('default' in module)) throw cannot(`load ${shown}`, 'it has no default export', 'End it with `export default`')
  return await module.default
}

/** The entry of this package: its source, or the built file. */
function thisPackage(): string {
  const isSource = import.meta.url.endsWith('.ts')
  return isSource ? fileURLToPath(new URL('../index.ts', import.meta.url)) : createRequire(import.meta.url).resolve('goaldoc')
}

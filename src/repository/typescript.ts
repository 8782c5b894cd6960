/** TypeScript models and configuration, through jiti; it is loaded only when one is met. */
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { cannot } from './errors.ts'

/** What a TypeScript file exports by default, awaited. `goaldoc` in its imports is this package, installed beside it or not. */
export async function loadTypeScript(path: string, shown: string): Promise<unknown> {
  // `require`, since code that was compiled in an earlier run cannot `import()`.
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

/** The entry of this package: its source beside this file, or what the package exports once it is built. */
function thisPackage(): string {
  const isSource = import.meta.url.endsWith('.ts')
  return isSource ? fileURLToPath(new URL('../index.ts', import.meta.url)) : createRequire(import.meta.url).resolve('goaldoc')
}

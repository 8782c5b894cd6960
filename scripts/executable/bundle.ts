/** Bundles a module with all its imports into one file. */
import { rolldown } from 'rolldown'

/** Writes `NAME.cjs` for each entry; modules that several entries share go to `chunks/`. */
export async function bundle(input: Record<string, string>, dir: string): Promise<void> {
  const made = await rolldown({ input, platform: 'node', external: [/^node:/], checks: { ineffectiveDynamicImport: false } })
  await made.write({ dir, format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: 'chunks/[name].cjs', minify: true })
  await made.close()
}

/** Makes one file of a module and all that it imports. */
import { rolldown } from 'rolldown'

/** Writes `NAME.cjs` for each entry; what several of them need goes to `chunks/`. */
export async function bundle(input: Record<string, string>, dir: string): Promise<void> {
  const made = await rolldown({ input, platform: 'node', external: [/^node:/], checks: { ineffectiveDynamicImport: false } })
  await made.write({ dir, format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: 'chunks/[name].cjs', minify: true })
  await made.close()
}

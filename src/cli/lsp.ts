/** `goaldoc lsp`: the language server. */
import type { Command } from './command.ts'
import { packageVersion } from './version.ts'
import { configurationOptions } from './workspace.ts'

export const lsp: Command = {
  name: 'lsp',
  describe:
    'Runs the language server for an editor: findings as you type, fixes, completion, hover, rename. The editor starts it; docs/editors.md shows how.',
  positionals: [],
  options: {
    stdio: { type: 'boolean', describe: 'Use standard input and output; this is the default and the only choice' },
  },
  examples: [
    ['goaldoc lsp --stdio', 'Serve one editor until it ends'],
    ['goaldoc lsp --stdio --no-code', 'Serve an editor in a folder that is not trusted'],
  ],
  async run(args, io) {
    const { serve } = await import('../lsp/index.ts')
    return serve(io.cwd, packageVersion(), configurationOptions(args, io))
  },
}

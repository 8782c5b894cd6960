/** `goaldoc mcp`: the engine as tools for AI assistants. It only reads, and never writes. */
import type { Command } from './command.ts'

export const mcp: Command = {
  name: 'mcp',
  describe:
    'Runs a server of the Model Context Protocol for an assistant: it lints a text, explains a rule, reads a goal, and says how far teams are and who is silent. It reads files of this repository alone, and writes none. The assistant starts it; docs/editors.md shows how.',
  positionals: [],
  options: {
    stdio: { type: 'boolean', describe: 'Speak over standard input and output; the only way there is, and the default' },
  },
  examples: [
    ['goaldoc mcp', 'Serve one assistant until it ends'],
    ['goaldoc mcp --no-code', 'Serve an assistant in a folder that is not trusted'],
  ],
  async run(args, io) {
    const { serveTools } = await import('./mcp-server.ts')
    return serveTools(args, io)
  },
}

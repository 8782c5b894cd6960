/** `goaldoc mcp`: the engine as tools for AI assistants. It only reads, and never writes. */
import type { Command } from './command.ts'

export const mcp: Command = {
  name: 'mcp',
  describe:
    'Runs a server of the Model Context Protocol for an assistant: it lints a text, explains a rule, reads a goal, and lists the status of teams and those without an answer. It only reads files of this repository, and writes none. The assistant starts it; docs/editors.md shows how.',
  positionals: [],
  options: {
    stdio: { type: 'boolean', describe: 'Use standard input and output; this is the default and the only choice' },
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

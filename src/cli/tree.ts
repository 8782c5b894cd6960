/** `goaldoc tree`: the tree of a document. */
import { notRead, readText } from '../repository/index.ts'
import { parseRst, toPseudoXml } from '../rst/index.ts'
import type { Command } from './command.ts'
import { absolutePath, readInput } from './input.ts'
import { show } from './io.ts'

export const treeFormats = ['pseudoxml', 'json'] as const

export const tree: Command = {
  name: 'tree',
  positionals: [{ name: 'FILE', describe: 'A document, or `-` for standard input', isRequired: true }],
  options: {
    format: {
      type: 'string',
      alias: 'f',
      value: 'FORMAT',
      choices: treeFormats,
      describe: 'pseudoxml (default), as docutils prints it, or json, with positions',
    },
  },
  examples: [['goaldoc tree goals/mars/orbit.rst', 'Print the pseudo-XML of a document']],
  async run(args, io) {
    const [file = '-'] = args._
    const source = file === '-' ? readInput(io) : readText(absolutePath(file, io), file)
    const path = file === '-' ? '<stdin>' : file
    const excess = notRead(path, source)
    if (excess) throw excess
    const document = parseRst(source, { path })
    show(io, args.format === 'json' ? `${JSON.stringify(document, null, 2)}\n` : toPseudoXml(document))
    return 0
  },
}

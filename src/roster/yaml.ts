/** Parses a team list as YAML. */
import { Composer, type Document, isCollection, Lexer, Parser, visit, type YAMLError, YAMLParseError } from 'yaml'
import { parseYaml } from '../text/index.ts'
import { RosterError } from './teams.ts'

/** The YAML document of a team list. Throws a `RosterError` if the text is too long or not YAML. */
export function listDocument(projectsYaml: string, options: { uniqueKeys: boolean }): Document.Parsed {
  const library = { Composer, Lexer, Parser, YAMLParseError }
  const { document, excess } = parseYaml(library, projectsYaml, { ...options, prettyErrors: false })
  if (excess) throw new RosterError(excess.reason, projectsYaml, excess.offset)
  const error = document.errors[0]
  if (error !== undefined) throw new RosterError(reasonOf(error), projectsYaml, Math.min(error.pos[0], projectsYaml.length))
  // The parser reports an alias without an anchor only when it is resolved, and without its place.
  const anchors = new Set<string>()
  visit(document, {
    Node(_, node) {
      if (node.anchor !== undefined) anchors.add(node.anchor)
    },
    Pair(_, { key }) {
      if (isCollection(key)) throw new RosterError('a key is a list or a mapping', projectsYaml, key.range![0])
    },
    Alias(_, { source, range }) {
      if (!anchors.has(source)) throw new RosterError(`unknown alias \`${source}\``, projectsYaml, range![0])
    },
  })
  return document
}

function reasonOf({ code, message }: YAMLError): string {
  if (code === 'MULTIPLE_DOCS') return 'a second document starts here'
  return message.split('\n')[0]!.replace(/\.$/, '')
}

/** Parses a team list as YAML. */
import { Composer, type Document, isCollection, Lexer, Parser, visit, YAMLParseError } from 'yaml'
import { parseYaml, sentence, yamlFaults, yamlSentence } from '../text/index.ts'
import { RosterError } from './teams.ts'

/** The YAML document of a team list. Throws a `RosterError` if the text is too long or not YAML. */
export function listDocument(projectsYaml: string, options: { uniqueKeys: boolean }): Document.Parsed {
  const library = { Composer, Lexer, Parser, YAMLParseError }
  const { document, excess } = parseYaml(library, projectsYaml, { ...options, prettyErrors: false })
  if (excess) throw new RosterError(sentence(excess.reason), projectsYaml, excess.offset)
  const [fault] = yamlFaults({ visit }, document, projectsYaml)
  if (fault) throw new RosterError(yamlSentence(fault), projectsYaml, fault.offset)
  // The parser reports an alias without an anchor only when it is resolved, and without its place.
  const anchors = new Set<string>()
  visit(document, {
    Node(_, node) {
      if (node.anchor !== undefined) anchors.add(node.anchor)
    },
    Pair(_, { key }) {
      if (isCollection(key)) throw new RosterError('Key that is a list or a mapping', projectsYaml, key.range![0])
    },
    Alias(_, { source, range }) {
      if (!anchors.has(source)) throw new RosterError(`Unknown alias \`${source}\``, projectsYaml, range![0])
    },
  })
  return document
}

/** Parses a team list as YAML. */
import { type Document, isCollection, Parser, parseDocument, visit, type YAMLError } from 'yaml'
import { longestYaml, tooDeepAt, tooLong } from '../text/index.ts'
import { RosterError } from './teams.ts'

/** The YAML document of a team list. Throws a `RosterError` if the text is too long or not YAML. */
export function listDocument(projectsYaml: string, options: { uniqueKeys: boolean }): Document.Parsed {
  const long = tooLong(projectsYaml, longestYaml)
  if (long) throw new RosterError(long, projectsYaml, longestYaml)
  const deep = tooDeepAt(new Parser().parse(projectsYaml))
  if (deep !== undefined) throw new RosterError('too many levels of nesting', projectsYaml, deep)
  // With `silent`, a second document would be ignored.
  const document = parseDocument(projectsYaml, { ...options, prettyErrors: false, logLevel: 'error' })
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

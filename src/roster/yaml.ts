/** Parses a team list as YAML. */
import { type Document, parseDocument, visit, type YAMLError } from 'yaml'
import { longestYaml, tooLong } from '../text/index.ts'
import { RosterError } from './teams.ts'

/** The YAML document of a team list. Throws a `RosterError` if the text is too long or not YAML. */
export function listDocument(projectsYaml: string, options: { uniqueKeys: boolean }): Document.Parsed {
  const long = tooLong(projectsYaml, longestYaml)
  if (long) throw new RosterError(long, projectsYaml, longestYaml)
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
    Alias(_, { source, range }) {
      if (!anchors.has(source)) throw new RosterError(`unknown alias \`${source}\``, projectsYaml, range![0])
    },
  })
  return document
}

function reasonOf({ code, message }: YAMLError): string {
  if (code === 'MULTIPLE_DOCS') return 'a second document starts here'
  // The YAML parser is recursive: thousands of nested brackets overflow its stack.
  if (code === 'RESOURCE_EXHAUSTION') return 'too many levels of nesting'
  return message.split('\n')[0]!.replace(/\.$/, '')
}

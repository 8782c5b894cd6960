/** The YAML parser, as all of this room uses it. */
import { parseDocument } from 'yaml'

/** Parses YAML. Duplicate keys are found in `full-yaml.ts`, which knows both places.
 *
 * The parser does not know that CR alone ends a line; offsets are the same with LF in its place.
 */
export function readYaml(yaml: string) {
  return parseDocument(yaml.replace(/\r(?!\n)/g, '\n'), {
    uniqueKeys: false,
    prettyErrors: false,
    strict: true,
    version: '1.2',
    schema: 'core',
    // With `silent`, a second document would be ignored.
    logLevel: 'error',
    keepSourceTokens: true,
  })
}

/** The YAML parser, as all of this room uses it. */
import { Composer, Lexer, Parser, YAMLParseError } from 'yaml'
import { parseYaml } from '../text/index.ts'

/** Parses YAML, unless it is beyond a limit. Duplicate keys are found in `full-yaml.ts`, which knows both places.
 *
 * The parser does not know that CR alone ends a line; offsets are the same with LF in its place. `keepSourceTokens` is for edits: the tokens
 * take as much memory as the tree.
 */
export function readYaml(yaml: string, { keepSourceTokens = false } = {}): ReturnType<typeof parseYaml> {
  return parseYaml({ Composer, Lexer, Parser, YAMLParseError }, yaml.replace(/\r(?!\n)/g, '\n'), {
    uniqueKeys: false,
    prettyErrors: false,
    strict: true,
    version: '1.2',
    schema: 'core',
    keepSourceTokens,
  })
}

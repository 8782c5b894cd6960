import { siblingOf } from '../../prose.ts'
import { defineRule } from '../../rule.ts'

/** Lines that are code: prompts, commands, settings, statements. Python's prompt is missing because docutils recognizes it.
 * Commands that are also English verbs need an argument that no sentence contains.
 */
const code = [
  /^(?:\$ [\w./~]|#!\/)/,
  /^(?:sudo|tox|wget|curl|apt-get|docker|kubectl|podman) +[\w./-]+/,
  /^(?:pip3?|npm|yum|dnf|apt|gem|conda|easy_install) +(?:install|uninstall|update|run|ci)\b/,
  /^git +(?:add|am|branch|checkout|cherry-pick|clone|commit|config|diff|fetch|log|merge|pull|push|rebase|remote|reset|review|rm|show|stash|status|tag)\b/,
  /^(?:make|cd|export|python[\d.]*|openstack|source) +(?:-|\S*[/=_.~$]\S)/,
  /^(?:import [\w.]+|from [\w.]+ import .+|def \w+\(.*\):|class \w+(?:\(.*\))?:)$/,
  /^\[[a-z][\w:.-]*\]$/i,
  /^(?=\w*_)\w+ ?= ?\S+$/,
  /^[{}]$/,
]

/** Whether a line ends like a sentence of several words. */
const isSentence = (line: string) =>
  /\p{Ll}[.!?]$/u.test(line) &&
  line
    .split(' ')
    .slice(0, -3)
    .some((word) => /\p{L}\p{Ll}[,;]?$/u.test(word))

export const literalBlockMissing = defineRule({
  name: 'misread/literal-block-missing',
  severity: 'warning',
  what: 'Code in an indented block below a line that ends with one colon',
  why: 'With one colon, the block is a block quote: lines are joined, and asterisks and backticks become markup. With two colons, it is a literal block.',
  wrong: ['Open the dome:\n\n  $ dome --open\n  $ dome --status\n'],
  right: ['Open the dome::\n\n  $ dome --open\n  $ dome --status\n', 'As Galileo said:\n\n  And yet it moves.\n'],
  fixes: 'unsafe',
  check(context) {
    for (const found of context.all('block_quote')) {
      const paragraph = siblingOf(found, -1)
      if (paragraph?.type !== 'paragraph') continue
      const end =
        paragraph.position.start.offset +
        context.source.slice(paragraph.position.start.offset, paragraph.position.end.offset).trimEnd().length
      if (!/(?<!:):$/.test(context.source.slice(paragraph.position.start.offset, end))) continue
      // Code that is marked up as code is correct in a block quote.
      if (!found.node.children.every((child) => /^(?:paragraph|.*_list|block_quote)$/.test(child.type))) continue
      const { start, end: endOfBlock } = found.node.position
      const line = context.lines[context.lineAt(start.offset)]!
      const text = context.source.slice(line.offset, endOfBlock.offset)
      const [first] = text.trim().split(/\r\n?|\n/)
      if (!code.some((shape) => shape.test(first!.trimEnd())) || text.split('\n').some(isSentence)) continue
      context.report({
        offset: end - 1,
        endOffset: end,
        message: 'Block of code after a single `:`; write `::`',
        related: [{ offset: start.offset, endOffset: line.end, message: 'The block' }],
        fix: { title: 'Write `::`', safe: false, edits: [{ offset: end, endOffset: end, text: ':' }] },
      })
    }
  },
})

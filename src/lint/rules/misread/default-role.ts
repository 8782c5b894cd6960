import { defineRule } from '../../rule.ts'
import { alternativesOf, commonRoles } from './roles.ts'
import { isMeantAsLink, singleBackticks } from './single-backticks.ts'

const roleBefore = new RegExp(`(?<![\\w:])(?:${alternativesOf(commonRoles)}):$`)

export const defaultRole = defineRule({
  name: 'misread/default-role',
  severity: 'warning',
  what: 'Text in single backticks',
  why: 'docutils reads it as the title of a work and shows it in italics. Code needs two backticks, a link needs an underscore, and a role needs its name.',
  wrong: [{ text: 'Call `open_dome()` first.\n' }],
  right: [
    { text: 'Call ``open_dome()`` first, as :title:`Sidereus Nuncius` says.\n' },
    { text: '.. default-role:: code\n\nCall `open_dome()` first.\n' },
  ],
  fixes: 'some',
  check(context) {
    // Whoever sets a default role knows what single backticks do.
    if (/^\s*\.\. default-role\s?::/m.test(context.source)) return
    const conf = context.sphinx?.project.conf
    if (conf && (conf.defaultRole !== undefined || conf.undecided.has('default_role'))) return
    for (const backticked of singleBackticks(context)) {
      const { offset, endOffset, text } = backticked
      // One that goes on over its end is `misread/markup-swallowed`.
      if (text.includes('`')) continue
      if (/<[^<>]+>$/.test(text) || isMeantAsLink(context, backticked)) continue
      // A role that lacks a colon has its own rule.
      if (roleBefore.test(context.source.slice(Math.max(0, offset - 40), offset))) continue
      const isCode = /[/_.(){}=<>$#*|\\-]|^\S+$/.test(text) && !/^\s|\s$|`/.test(text)
      context.report({
        offset,
        endOffset,
        message: `Single backticks around \`${text}\`; use two for code, or a role`,
        data: { actual: text },
        fix: isCode
          ? {
              title: 'Use two backticks',
              safe: /[/_.(){}=$]/.test(text) && !/\\/.test(text),
              edits: [
                { offset, endOffset: offset + 1, text: '``' },
                { offset: endOffset - 1, endOffset, text: '``' },
              ],
            }
          : undefined,
      })
    }
  },
})

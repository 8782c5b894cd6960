import { numberOfCycle, releaseNumber, releases } from '../../../roster/index.ts'
import { nearest } from '../../../text/index.ts'
import { paragraphsOf } from '../../prose.ts'
import { defineRule } from '../../rule.ts'
import { goalWith } from './examples.ts'

export const releaseName = defineRule({
  name: 'goal/release-name',
  severity: 'warning',
  what: 'A release that does not exist, or one by the letters it had before its name',
  why: 'The folder of a goal says in which release it was completed, and links are made of it. `AA-cycle` was understood for half a year.',
  wrong: [
    { text: goalWith(), path: 'goals/completed/victora/telescopes.rst', title: 'A folder that is no release' },
    {
      text: goalWith({ references: 'References\n==========\n\nThis is for the AA-cycle.\n' }),
      title: 'Letters instead of a name',
    },
  ],
  right: [
    { text: goalWith(), path: 'goals/completed/victoria/telescopes.rst' },
    { text: goalWith(), path: 'goals/completed/2024.1/telescopes.rst' },
  ],
  options: { releases: { type: 'strings', default: [], description: 'Further names of releases' } },
  fixes: 'unsafe',
  check(context) {
    if (!context.isGoal) return
    const known = [...releases.map(({ name }) => name), ...context.options.releases.map((name) => name.toLowerCase())]
    const folder = /(?:^|\/)goals\/completed\/([^/]+)\/[^/]+$/.exec(context.path.replaceAll('\\', '/'))?.[1]
    if (folder && !known.includes(folder.toLowerCase()) && !releaseNumber.test(folder)) {
      const near = nearest(folder, known)
      const title = context.reading.title
      context.report({
        offset: title?.start ?? 0,
        endOffset: title?.end ?? Math.min(1, context.source.length),
        message: `Unexpected release \`${folder}\` in the path, expected ${near ? `\`${near}\`` : 'the name or number of a release'}`,
        data: { actual: folder, ...(near ? { expected: near } : {}) },
      })
    }
    for (const { node } of paragraphsOf(context)) {
      const { start, end } = node.position
      for (const match of context.source
        .slice(start.offset, end.offset)
        .matchAll(/\b([A-Z])\1(?=[- ](?:cycle|release|series)\b)/g)) {
        const offset = start.offset + match.index
        if (context.isLiteral(offset)) continue
        const number = numberOfCycle(match[1]!)
        context.report({
          offset,
          endOffset: offset + 2,
          message: `Unexpected release \`${match[0]}\`, expected \`${number}\``,
          data: { actual: match[0], expected: number },
          fix: { title: `Write \`${number}\``, safe: false, edits: [{ offset, endOffset: offset + 2, text: number }] },
        })
      }
    }
  },
})

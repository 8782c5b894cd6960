import { openstack } from '../../../preset/index.ts'
import { numberOfCycle, releaseNumber } from '../../../roster/index.ts'
import { nearest } from '../../../text/index.ts'
import { paragraphsOf } from '../../prose.ts'
import { defineRule } from '../../rule.ts'
import { goalWith } from './examples.ts'

/** Letters of a release. Most documents have none, so that their paragraphs are not searched. */
const lettersOfCycle = /([A-Z])\1[- ](?:cycle|release|series)\b/

export const releaseName = defineRule({
  name: 'goal/release-name',
  severity: 'warning',
  what: 'A release that does not exist, or that is named by its letters (`AA-cycle`)',
  why: 'The folder of a goal says in which release it was completed, and is part of its links. Letters such as `AA-cycle` were used only until the release had its name.',
  wrong: [
    { text: goalWith(), path: 'goals/completed/victora/telescopes.rst', title: 'A folder that is not a release' },
    {
      text: goalWith({ references: 'References\n==========\n\nThis is for the AA-cycle.\n' }),
      title: 'Letters instead of a name',
    },
  ],
  right: [
    { text: goalWith(), path: 'goals/completed/victoria/telescopes.rst' },
    { text: goalWith(), path: 'goals/completed/2024.1/telescopes.rst' },
  ],
  options: { releases: { type: 'strings', default: [], description: 'More release names' } },
  fixes: 'unsafe',
  check(context) {
    if (!context.isGoal) return
    const known = [...openstack.releases.map(({ name }) => name), ...context.options.releases.map((name) => name.toLowerCase())]
    const folder = /(?:^|\/)goals\/completed\/([^/]+)\/[^/]+$/.exec(context.path.replaceAll('\\', '/'))?.[1]
    if (folder && !known.includes(folder.toLowerCase()) && !releaseNumber.test(folder)) {
      const near = nearest(folder, known)
      const title = context.reading.title
      context.report({
        offset: title?.start ?? 0,
        endOffset: title?.end ?? Math.min(1, context.source.length),
        message: `Unknown release \`${folder}\` in the path${near ? `; did you mean \`${near}\`?` : ''}`,
        data: { actual: folder, ...(near ? { expected: near } : {}) },
      })
    }
    if (!lettersOfCycle.test(context.source)) return
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
          message: `Release \`${match[0]}\` is now called \`${number}\``,
          data: { actual: match[0], expected: number },
          fix: { title: `Write \`${number}\``, safe: false, edits: [{ offset, endOffset: offset + 2, text: number }] },
        })
      }
    }
  },
})

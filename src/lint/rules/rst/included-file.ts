import { oneLine } from '../../../text/index.ts'
import { defineRule } from '../../rule.ts'
import { includedPlace } from '../place-of-fact.ts'
import { project } from '../sphinx/examples.ts'
import { findingOf, firstLineOf, quoted } from './docutils-rule.ts'

/** Messages about names that an extension may define that goaldoc does not know. */
const unknownName = /^Unknown (?:directive type|interpreted text role) /

export const includedFile = defineRule({
  name: 'rst/included-file',
  severity: 'error',
  what: 'A warning or error of docutils in a file that the document includes, or a file that is not read because of a limit',
  why: 'The fault is on every page that includes the file. The second place is the one in the file. What a file beyond the limits defines is not known.',
  wrong: [{ text: '.. include:: /moons.txt\n', project: { ...project, 'moons.txt': 'The *moons.\n' } }],
  right: [{ text: '.. include:: /moons.txt\n', project: { ...project, 'moons.txt': 'The *moons*.\n' } }],
  check(context) {
    const isComplete = context.sphinx?.project.conf.isComplete ?? true
    for (const message of context.messages) {
      const { inside } = message
      if (!inside || (!isComplete && unknownName.test(message.message))) continue
      const { text: _, ...place } = firstLineOf(context, message)
      context.report({
        ...findingOf(message, {
          ...place,
          message: `Line ${inside.line} of included file ${quoted(inside.path)}: ${oneLine(message.message.split('\n')[0]!).replace(/[.:]$/, '')}`,
          data: { included: inside },
        }),
        related: [includedPlace(inside, context)],
      })
    }
    const reported = new Set<number>()
    for (const { start, end, inside, path, why } of context.unreadIncludes) {
      if (reported.has(start)) continue
      reported.add(start)
      const { text: _, ...place } = firstLineOf(context, { offset: start, endOffset: end })
      context.report({
        ...place,
        message: `Included file ${quoted(path)} not read: ${why}`,
        ...(inside ? { data: { included: inside }, related: [includedPlace(inside, context)] } : {}),
        isUnsure: true,
      })
    }
  },
})

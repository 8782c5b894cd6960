import { defineRule } from '../../rule.ts'

/** git's markers at the start, in the middle and at the end. The underline of a title can look the same, but has no text after
 * it.
 */
const start = /^<{7,} \S/
const middle = /^(?:={7,}|\|{7,}(?: .*)?)$/
const end = /^>{7,} \S/

export const conflictMarker = defineRule({
  name: 'style/conflict-marker',
  severity: 'error',
  what: 'Conflict markers that a merge left in the file',
  why: 'Both sides of the conflict are in the document, and nobody has decided between them. docutils reads the markers as text or as title underlines, so whole sections can disappear.',
  wrong: [
    'Point every telescope\n=====================\n\n<<<<<<< HEAD\nTo the north.\n=======\nTo the south.\n>>>>>>> night-shift\n',
  ],
  right: ['Point every telescope\n=====================\n\nTo the north, and in winter to the south.\n'],
  check(context) {
    const { lines, source } = context
    if (!source.includes('<<<<<<< ') && !source.includes('>>>>>>> ')) return
    const placeOf = (at: number) => ({ offset: lines[at]!.offset, endOffset: lines[at]!.offset + lines[at]!.text.length })
    const conflicts: number[][] = []
    let open: number[] | undefined
    for (const [index, { text }] of lines.entries()) {
      if (start.test(text)) {
        open = [index]
        conflicts.push(open)
      } else if (open !== undefined && middle.test(text)) open.push(index)
      else if (end.test(text)) {
        if (open === undefined) conflicts.push([index])
        else open.push(index)
        open = undefined
      }
    }
    if (conflicts.length === 0) return
    const marked = new Set(conflicts.flat())
    // docutils' messages about the markers are not faults of their own.
    for (const message of context.messages) {
      if (marked.has(message.firstLine) || marked.has(message.lastLine)) context.claimed.add(message)
    }
    for (const [first, ...others] of conflicts) {
      context.report({
        ...placeOf(first!),
        message: 'Conflict marker of a merge; resolve the conflict and remove the markers',
        related: others.map((at) => ({ ...placeOf(at), message: 'The same conflict' })),
      })
    }
  },
})

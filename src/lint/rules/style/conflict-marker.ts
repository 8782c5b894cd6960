import { defineRule } from '../../rule.ts'

/** What git puts at the start, in the middle and at the end. A title can be underlined with any of these, but not followed by a label. */
const start = /^<{7,} \S/
const middle = /^(?:={7,}|\|{7,}(?: .*)?)$/
const end = /^>{7,} \S/

export const conflictMarker = defineRule({
  name: 'style/conflict-marker',
  severity: 'error',
  what: 'Conflict markers that a merge left behind',
  why: 'Both sides of the conflict are in the document, and nobody has decided which is right. docutils takes the markers for text and adornments of titles, so that whole sections can go missing.',
  wrong: [
    {
      text: 'Point every telescope\n=====================\n\n<<<<<<< HEAD\nTo the north.\n=======\nTo the south.\n>>>>>>> night-shift\n',
    },
  ],
  right: [{ text: 'Point every telescope\n=====================\n\nTo the north, and in winter to the south.\n' }],
  check(context) {
    const { lines } = context
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
    // What docutils makes of the markers is no fault of its own.
    for (const message of context.messages) {
      if (marked.has(message.firstLine) || marked.has(message.lastLine)) context.claimed.add(message)
    }
    for (const [first, ...others] of conflicts) {
      context.report({
        ...placeOf(first!),
        message: 'Conflict marker of a merge; decide what of both sides stays, and remove the markers',
        related: others.map((at) => ({ ...placeOf(at), message: 'The same conflict' })),
      })
    }
  },
})

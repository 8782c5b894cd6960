import { largestDocument, linesBeyond, marksBeyond } from '../../../text/index.ts'
import { defineRule } from '../../rule.ts'

interface Limits {
  /** Lines. */
  max: number
  characters: number
  marks: number
}

export const documentLength = defineRule({
  name: 'style/document-length',
  severity: 'error',
  what: 'A document that is too long to check',
  why: 'No other rule checks it, so that a huge or hostile file cannot block the linter. Split the document, or increase `max`, `characters` or `marks`.',
  wrong: [
    { text: 'Hubble\n\nKepler\n\nGaia\n', options: { max: 4 } },
    { text: 'Hubble, Kepler and Gaia\n', options: { characters: 20 } },
    { text: '*Hubble* and **Kepler**\n', options: { marks: 3 } },
  ],
  right: ['Hubble\n\nKepler\n\nGaia\n'],
  options: {
    max: { type: 'integer', default: largestDocument.lines, minimum: 1, description: 'The maximum number of lines' },
    characters: {
      type: 'integer',
      default: largestDocument.characters,
      minimum: 1,
      description: 'The maximum number of characters',
    },
    marks: {
      type: 'integer',
      default: largestDocument.marks,
      minimum: 1,
      description:
        'The maximum number of marks (`*`, `` ` ``, `_`, `|`, `:`, `[`, `]` and `<`); equal ones in a row count as one',
    },
  },
  check(context) {
    const { source, options } = context
    if (context.isBeforeTooLong) {
      const message = 'Earlier version too long; what the change removed is not reported'
      context.report({ offset: 0, endOffset: 0, message, data: { isEarlier: true }, isUnsure: true })
    }
    const excess = excessOf(source, options)
    if (!excess) return
    const { offset, endOffset, count, unit, most } = excess
    context.report({
      offset,
      endOffset: offset + source.slice(offset, endOffset).trimEnd().length,
      message: `Document too long: ${count} ${unit}, at most ${most} are checked; no other rule was applied`,
    })
  },
})

/** The end of what is read of a document that is so long that no other rule checks it; `undefined` for others. */
export function endIfTooLong(source: string, options: Readonly<Record<string, unknown>> = {}): number | undefined {
  const { max, characters, marks } = options
  return excessOf(source, {
    max: typeof max === 'number' ? max : largestDocument.lines,
    characters: typeof characters === 'number' ? characters : largestDocument.characters,
    marks: typeof marks === 'number' ? marks : largestDocument.marks,
  })?.endOffset
}

/** The first line, character or mark beyond the limits. */
function excessOf(source: string, { max, characters, marks }: Limits) {
  const { length } = source
  if (length > characters)
    return { offset: characters, endOffset: characters + 1, count: length, unit: 'characters', most: characters }
  const lines = linesBeyond(source, max)
  if (lines) return { ...lines, unit: 'lines', most: max }
  const beyond = marksBeyond(source, marks)
  return beyond && { ...beyond, unit: 'marks', most: marks }
}

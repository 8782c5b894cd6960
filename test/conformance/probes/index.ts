/** Documents as a test suite would have them: every directive with every option, every role, settings and transforms, with values
 * that are right and wrong, in all places where they may and may not stand.
 */
import fc from 'fast-check'
import type { ParseOptions } from '../../../src/rst/index.ts'
import type { Sample } from '../oracle.ts'
import { adornments, enumerators, gridRows, optionLists, tableRows } from './blocks.ts'
import { directive } from './directives.ts'
import { frontMatter, notes, transforms } from './documents.ts'
import { inlineEdges, roles } from './inline.ts'
import { inPlace } from './places.ts'

const kinds = {
  directives: fc.array(directive, { minLength: 1, maxLength: 2 }).map((blocks) => blocks.join('\n\n')),
  roles,
  inline: inlineEdges,
  enumerators,
  titles: fc
    .array(fc.oneof(adornments, adornments, fc.constantFrom('Text', '', '* Io')), { minLength: 1, maxLength: 4 })
    .map((blocks) => blocks.join('\n')),
  options: optionLists,
  fields: frontMatter,
  notes,
  transforms,
  tables: fc.oneof(tableRows, gridRows),
} as const satisfies Record<string, fc.Arbitrary<string>>

/** Blocks that say something about the start or the end of a document only there. */
const unplaced = new Set(['fields', 'transforms', 'notes'])

const settings: fc.Arbitrary<ParseOptions> = fc.oneof(
  { weight: 6, arbitrary: fc.constant({}) },
  {
    weight: 1,
    arbitrary: fc.record(
      {
        pepReferences: fc.boolean(),
        rfcReferences: fc.boolean(),
        tabWidth: fc.constantFrom(1, 4, 8),
        trimFootnoteReferenceSpace: fc.boolean(),
        rawEnabled: fc.boolean(),
        characterLevelInlineMarkup: fc.boolean(),
        idPrefix: fc.constantFrom('', 'id-', '天'),
        autoIdPrefix: fc.constantFrom('id', '%', 'auto-'),
        lineLengthLimit: fc.constantFrom(10, 40, 10_000),
        languageCode: fc.constantFrom('en', 'de', 'fr', 'es'),
      },
      { requiredKeys: [] },
    ),
  },
)

/** So many documents, the same for the same seed; equally many of each kind. */
export function probes(count: number, seed: number): Sample[] {
  const each = Math.ceil(count / Object.keys(kinds).length)
  return Object.entries(kinds).flatMap(([kind, block]) => {
    const place = unplaced.has(kind) ? fc.constant(inPlace[0]!) : fc.constantFrom(...inPlace)
    const made = fc.tuple(block, place, settings, fc.constantFrom('\n', '\n', '\n\nEnd.\n', ''))
    return fc.sample(made, { numRuns: each, seed }).map(([text, placed, options, end], index) => ({
      source: placed(text) + end,
      name: `${kind} ${index}`,
      kind,
      options,
    }))
  })
}

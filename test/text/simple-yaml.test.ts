import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseDocument } from 'yaml'
import { readSimpleYaml } from '../../src/text/index.ts'
import '../seed.ts'

/** What the YAML parser reads; `undefined` for a text with errors or duplicate keys. */
function read(text: string): { value: unknown } | undefined {
  const document = parseDocument(text, { version: '1.2', schema: 'core', logLevel: 'error' })
  return document.errors.length > 0 ? undefined : { value: document.toJS() }
}

const model = `# yaml-language-server: $schema=../goal.schema.json
---
title: Chart every comet   # all of them
summary: >-
  Every observatory sends
  its comets.

  To one chart.


  'Now'
note: |
  * first

    * second: inside
# between
gerrit:

  topic: chart-comets
  'hashtags': ["sky, wide", 'it', comets]
checklist: []
layout: {}
empty:
level: 3
whole: true
since: 2017-01-12
release: 2025.1 or 2025.2
url: https://planets.example/a#b
text: 'it''s "here": #1'
other: "line\\nand \\"quotes\\" \\\\"
:teams:
`.replace(':teams:', 'teams:')

const teams = `- name: hubble
  planning:
  - https://planets.example/1
  -
    - name: deep
  - ":repo:\`sky/chart\`"
  completion:
      - |-
        Done.
-   name: mauna kea
    note: ~x
`.replace('~x', 'x~')

describe('YAML in the common form', () => {
  it('is read as by the YAML parser', () => {
    const text = model + teams
    expect(readSimpleYaml(text)).toEqual(read(text))
    expect(JSON.stringify(readSimpleYaml(text))).toBe(JSON.stringify(read(text)))
    expect(readSimpleYaml(text)?.value).toMatchObject({
      summary: "Every observatory sends its comets.\nTo one chart.\n\n'Now'",
      note: '* first\n\n  * second: inside\n',
      empty: null,
      teams: [{ planning: ['https://planets.example/1', [{ name: 'deep' }], ':repo:`sky/chart`'] }, { note: 'x~' }],
    })
  })

  it.each([
    ['nothing', ''],
    ['a scalar', 'mars\n'],
    ['no line break at the end', 'planet: mars'],
    ['an anchor', 'planet: &red mars\n'],
    ['an alias', 'planet: *red\n'],
    ['a tag', 'planet: !red mars\n'],
    ['a tab', 'planet:\tmars\n'],
    ['a carriage return', 'planet: mars\r\n'],
    ['a space at the end', 'planet: mars \n'],
    ['text on two lines', 'planet: mars\n  and moons\n'],
    ['a quote that goes on', 'planet: "mars\n  and moons"\n'],
    ['text behind a quote', "planet: 'mars' red\n"],
    ['an escape of YAML', 'planet: "\\x41"\n'],
    ['a mapping in brackets', 'planet: { name: mars }\n'],
    ['a list in brackets with numbers', 'orbits: [1, 2]\n'],
    ['a digit in the header of a block', 'planet: |2\n    mars\n'],
    ['a block that begins with an empty line', 'planet: |\n\n  mars\n'],
    ['a block that is indented less further on', 'planet: |\n    mars\n  moons\n'],
    ['a folded block with indented lines', 'planet: >\n  mars\n    moons\n'],
    ['an empty block', 'planet: |\nstar: sun\n'],
    ['a duplicate key', 'planet: mars\nplanet: venus\n'],
    ['the key of all prototypes', '__proto__: mars\n'],
    ['a key with spaces', 'red planet: mars\n'],
    ['a key that is a constant', 'null: mars\n'],
    ['a number with a point', 'release: 2025.1\n'],
    ['a number in another base', 'orbit: 0x1f\n'],
    ['a number that begins with a zero', 'orbit: 007\n'],
    ['two documents', 'planet: mars\n---\nplanet: venus\n'],
    ['the end of a document', 'planet: mars\n...\n'],
    ['a second key on the line', 'planet: mars: red\n'],
    ['a key that is indented less', '  planet: mars\nstar: sun\n'],
    ['a key that is indented more', 'planets:\n  mars: red\n    venus: white\n'],
    ['a list beside keys', 'planet: mars\n- venus\n'],
    ['levels without end', Array.from({ length: 40 }, (_, level) => `${' '.repeat(level)}planet:\n`).join('')],
  ])('is not: %s', (_, text) => {
    expect(readSimpleYaml(text)).toBeUndefined()
  })

  it('is the same for the YAML parser, or is left to it, after any change of a few characters', () => {
    const change = fc.tuple(
      fc.nat(model.length + teams.length),
      fc.nat(3),
      fc.constantFrom(
        ...[
          '',
          ' ',
          '  ',
          '\n',
          ': ',
          '- ',
          '#',
          ' # ',
          '"',
          "'",
          '|',
          '>',
          '|-\n',
          '[',
          ']',
          ', ',
          '{}',
          '&',
          '*',
          '!',
          '?',
          '%',
          '~',
          '-',
          ':',
          '.',
          '0',
          '1e3',
          '\\',
        ],
        ...[
          'null',
          'true',
          'a: b\n',
          '- a\n',
          '---\n',
          '...\n',
          '\n\n',
          '\t',
          '\r',
          'é',
          '\u2028',
          '\ufeff',
          '<<: a\n',
          '__proto__: 1\n',
          '    ',
        ],
      ),
    )
    let simple = 0
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), (changes) => {
        const text = changes.reduce((made, [at, length, by]) => made.slice(0, at) + by + made.slice(at + length), model + teams)
        const quick = readSimpleYaml(text)
        if (!quick) return
        simple++
        expect(JSON.stringify(quick)).toBe(JSON.stringify(read(text)))
      }),
      { numRuns: 2000 },
    )
    expect(simple).toBeGreaterThan(300)
  })
})

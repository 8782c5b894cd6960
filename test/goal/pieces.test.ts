/** The pieces of text that a merge of models moves about. */
import { describe, expect, test } from 'vitest'
import { type ModelPiece, modelPieces } from '../../src/goal/index.ts'

/** The pieces with the text of each instead of its offsets. */
const shown = (yaml: string, pieces = modelPieces(yaml)): object[] | undefined =>
  pieces?.map(({ start, end, parts, ...piece }: ModelPiece) => ({
    ...piece,
    text: yaml.slice(start, end),
    ...(parts ? { parts: shown(yaml, parts) } : {}),
  }))

describe('a model in pieces', () => {
  test('keys and entries have their own comments', () => {
    const yaml =
      '# Stars.\ntitle: Stars # all\n# Who.\nteams:\n  # The first.\n  - name: hubble\n    planning: [None]\n  # The second.\n  - name: kepler\n'
    expect(shown(yaml)).toEqual([
      { kind: 'pair', key: 'title', text: 'title: Stars # all' },
      {
        kind: 'pair',
        key: 'teams',
        text: yaml.slice(yaml.indexOf('# Who.'), -1),
        empty: ' []',
        parts: [
          {
            kind: 'mapping',
            key: 'hubble',
            under: 'teams',
            text: '  - name: hubble\n    planning: [None]',
            empty: ' {}',
            parts: [
              { kind: 'pair', key: 'name', text: 'name: hubble' },
              {
                kind: 'pair',
                key: 'planning',
                text: '    planning: [None]',
                parts: [{ kind: 'entry', text: 'None' }],
              },
            ],
          },
          {
            kind: 'mapping',
            key: 'kepler',
            under: 'teams',
            text: '  # The second.\n  - name: kepler',
            empty: ' {}',
            parts: [{ kind: 'pair', key: 'name', text: 'name: kepler' }],
          },
        ],
      },
    ])
  })

  test.each<[string, string, object[]]>([
    ['an empty list', 'teams: []\n', [{ kind: 'pair', key: 'teams', text: 'teams: []', empty: ' []', parts: [] }]],
    ['an empty mapping', 'gerrit: {}\n', [{ kind: 'pair', key: 'gerrit', text: 'gerrit: {}', empty: ' {}', parts: [] }]],
    [
      'a mapping between brackets is one piece',
      'gerrit: {topic: stars}\n',
      [{ kind: 'pair', key: 'gerrit', text: 'gerrit: {topic: stars}' }],
    ],
    [
      'None is known among artifacts, as text and as a paragraph, and elsewhere is text',
      'planning:\n- None\n- paragraph: N/A\n- map\nreferences:\n- None\n',
      [
        {
          kind: 'pair',
          key: 'planning',
          text: 'planning:\n- None\n- paragraph: N/A\n- map',
          empty: ' []',
          parts: [
            { kind: 'entry', under: 'planning', isNone: true, text: '- None' },
            {
              kind: 'mapping',
              under: 'planning',
              isNone: true,
              text: '- paragraph: N/A',
              empty: ' {}',
              parts: [{ kind: 'pair', key: 'paragraph', text: 'paragraph: N/A' }],
            },
            { kind: 'entry', under: 'planning', text: '- map' },
          ],
        },
        {
          kind: 'pair',
          key: 'references',
          text: 'references:\n- None',
          empty: ' []',
          parts: [{ kind: 'entry', under: 'references', text: '- None' }],
        },
      ],
    ],
    [
      'lists in lists',
      'completion:\n- - None\n',
      [
        {
          kind: 'pair',
          key: 'completion',
          text: 'completion:\n- - None',
          empty: ' []',
          parts: [
            { kind: 'entry', under: 'completion', text: '- - None', empty: ' []', parts: [{ kind: 'entry', text: '- None' }] },
          ],
        },
      ],
    ],
  ])('%s', (_, yaml, pieces) => {
    expect(shown(yaml)).toEqual(pieces)
  })

  test.each([
    ['what is not YAML', 'title: [\n'],
    ['a list', '- title\n'],
    ['a mapping between brackets', '{title: Stars}\n'],
    ['an empty text', ''],
    ['a key without a value', '? title\nteams: []\n'],
  ])('%s has none', (_, yaml) => {
    expect(modelPieces(yaml)).toBeUndefined()
  })
})

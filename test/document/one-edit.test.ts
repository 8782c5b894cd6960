/** Each edit of a document is one difference from its model, described in plain words. */
import { describe, expect, it } from 'vitest'
import { compareGoals, describeDifference, readGoal } from '../../src/document/index.ts'
import { telescopes as usualTelescopes } from '../telescopes.ts'

/** Artifacts, answers and entries of every kind, to be edited. */
const telescopes = usualTelescopes
  .replace(/ One catalog for all.*/, '')
  .replace('\n\nGerrit Topic\n', '\n\nChampions\n=========\n\nCaroline Herschel (caroline)\n\nGerrit Topic\n')
  .replace('catalog is gone.\n', 'catalog is gone.\n#. Nobody asks for it.\n')
  .replace('* https://planets.example/catalog\n', '$&* `The list <https://planets.example/list>`_\n')
  .replace('Completion Artifacts:\n', '$&\n* https://planets.example/hubble/done\n* https://planets.example/hubble/done2\n')
  .replace(/kepler\n------.*/s, (kepler) => kepler.replaceAll('Artifacts:', 'Artifacts: None'))

type Edit = readonly [name: string, edit: (source: string) => string, kind: string, sentence: string]

const edits: readonly Edit[] = [
  [
    'marker of criteria',
    (s) => s.replaceAll('#. ', '* '),
    'changed',
    'the list marker of `criteria` is `*` in the document and `#.` in the model',
  ],
  [
    'marker of artifacts',
    (s) => s.replace('* https://planets.example/hubble/plan', '- https://planets.example/hubble/plan'),
    'changed',
    'the list marker of `teams › hubble › planning` is `-` in the document and `*` in the model',
  ],
  [
    'label',
    (s) => s.replace('Planning Artifacts:\n', 'Planning Artifacts (blueprints):\n'),
    'added',
    'the label of `teams › hubble › planning` is `Planning Artifacts (blueprints):` in the document and the usual one in the model',
  ],
  [
    'label inline',
    (s) => s.replace('Planning Artifacts: None', 'Planning Artifacts:\n\n* None'),
    'changed',
    'the form of `teams › kepler › planning` is a list below the label in the document and text on the line of the label in the model',
  ],
  [
    'spelling',
    (s) => s.replace('Planning Artifacts: None', 'Planning Artifacts: N/A'),
    'changed',
    'the spelling of None in `teams › kepler › planning` is `N/A` in the document and `None` in the model',
  ],
  [
    'none to artifact',
    (s) => s.replace('Completion Artifacts: None', 'Completion Artifacts:\n\n* https://planets.example/kepler/done'),
    'changed',
    '`teams › kepler › completion` is `https://planets.example/kepler/done` in the document and `None` in the model',
  ],
  [
    'rename team',
    (s) => s.replace('kepler\n------', 'tess\n----'),
    'renamed',
    '`tess` in the document is called `kepler` in the model',
  ],
  [
    'remove team',
    (s) => s.slice(0, s.indexOf('kepler\n------')),
    'removed',
    '`teams › kepler` is in the model but not in the document',
  ],
  [
    'swap teams',
    (s) =>
      s.slice(0, s.indexOf('hubble\n------')) +
      s.slice(s.indexOf('kepler\n------')) +
      '\n' +
      s.slice(s.indexOf('hubble\n------'), s.indexOf('kepler\n------')),
    'moved',
    '`teams › hubble` has another position in the document than in the model',
  ],
  [
    'topic',
    (s) => s.replace('  one-star-catalog', '  two-star-catalog'),
    'changed',
    '`gerrit › topic` is `two-star-catalog` in the document and `one-star-catalog` in the model',
  ],
  [
    'title',
    (s) => s.replace('by one star', 'by two star'),
    'changed',
    '`title` is `… by two star catalog` in the document and `… by one star catalog` in the model',
  ],
  [
    'one word of criterion',
    (s) => s.replace('shared catalog', 'common catalog'),
    'changed',
    '`criteria` is `… the common catalog.` in the document and `… the shared catalog.` in the model',
  ],
  [
    'delete criterion',
    (s) => s.replace('#. Its own catalog is gone.\n', ''),
    'removed',
    '`Its own catalog is gone.` of `criteria` is in the model but not in the document',
  ],
  [
    'swap criteria',
    (s) =>
      s.replace('#. Its own catalog is gone.\n#. Nobody asks for it.', '#. Nobody asks for it.\n#. Its own catalog is gone.'),
    'moved',
    '`Its own catalog is gone.` of `criteria` has another position in the document than in the model',
  ],
  [
    'merge items',
    (s) => s.replace('gone.\n#. Nobody', 'gone.\n   Nobody'),
    'changed',
    '`Its own catalog is gone. Nobody asks for …` of `criteria` is written differently in the document than in the model: it is one entry in one of them and several entries in the other',
  ],
  [
    'summary word',
    (s) => s.replace('of its own.', 'alone.'),
    'changed',
    '`summary` is `… catalog alone.` in the document and `… catalog of its own.` in the model',
  ],
  [
    'state',
    (s) => s.replace('have begun', 'are done'),
    'changed',
    '`current` is `… observatories are done.` in the document and `… observatories have begun.` in the model',
  ],
  [
    'delete section',
    (s) => s.replace(/References\n=+\n[\s\S]*?(?=Current)/, ''),
    'removed',
    '`references` is in the model but not in the document',
  ],
  [
    'move section',
    (s) => {
      const r = /References\n=+\n[\s\S]*?(?=Current)/.exec(s)![0]
      return s.replace(r, '').replace('Project Teams', `${r}Project Teams`)
    },
    'moved',
    '`references` has another position in the document than in the model',
  ],
  [
    'add section',
    (s) => s.replace('Project Teams', 'Notes\n=====\n\nThe sky is dark.\n\nProject Teams'),
    'added',
    '`sections › Notes` is in the document but not in the model',
  ],
  [
    'rename section',
    (s) => s.replace('References\n==========', 'See Also\n========'),
    'renamed',
    '`See Also` in the document is called `references` in the model',
  ],
  [
    'no overline',
    (s) => s.replace(/^=+\n /, ''),
    'added',
    'the levels of the sections `champions`, `gerrit`, `criteria` and 3 more are others in the document than in the model',
  ],
  [
    'champion',
    (s) => s.replace('Caroline Herschel', 'William Herschel'),
    'renamed',
    '`William Herschel` in the document is called `Caroline Herschel` in the model',
  ],
  [
    'champion nick',
    (s) => s.replace('(caroline)', '(lina)'),
    'changed',
    '`champions › people › Caroline Herschel › nick` is `lina` in the document and `caroline` in the model',
  ],
  [
    'champion added',
    (s) => s.replace('Caroline Herschel (caroline)', '* Caroline Herschel (caroline)\n* William Herschel (will)'),
    'added',
    '`champions › people › William Herschel` is in the document but not in the model',
  ],
  [
    'link text',
    (s) => s.replace('The list <', 'A list <'),
    'changed',
    '`references` is `A list <https://planets.example/list>` in the document and `The list <https://planets.example/list>` in the model',
  ],
  [
    'link url',
    (s) => s.replace('planets.example/list', 'planets.example/lists'),
    'changed',
    '`references` is `… list <https://planets.example/lists>` in the document and `… list <https://planets.example/list>` in the model',
  ],
  [
    'moved artifact',
    (s) =>
      s
        .replace('* https://planets.example/hubble/done2\n', '')
        .replace('hubble/plan\n', 'hubble/plan\n* https://planets.example/hubble/done2\n'),
    'moved',
    '`https://planets.example/hubble/done2` of `teams › hubble › planning` has another position in the document than in the model',
  ],
  [
    'note',
    (s) => s.replace('------\n\nPlanning Artifacts:\n', '------\n\nHubble is busy.\n\nPlanning Artifacts:\n'),
    'added',
    '`Hubble is busy.` of `teams › hubble › note` is in the document but not in the model',
  ],
  [
    'indent body',
    (s) => s.replace('* https://planets.example/hubble/plan', '  * https://planets.example/hubble/plan'),
    'changed',
    'the indentation of `teams › hubble › planning` is `2` in the document and `0` in the model',
  ],
  [
    'topic text',
    (s) => s.replace('To facilitate tracking, commits', 'Commits'),
    'changed',
    '`gerrit › text` is `Commits related to this goal should use the …` in the document and `To facilitate tracking, commits related to this goal …` in the model',
  ],
  [
    'paragraph split',
    (s) => s.replace('a catalog of its own.', 'a catalog of its own.\n\nOne for all saves time.'),
    'changed',
    '`summary` is `… own. One for all saves time.` in the document and `… own.` in the model',
  ],
  [
    'level of section',
    (s) => s.replace('References\n==========', 'References\n----------'),
    'renamed',
    'the section `References` has another level in the document than in the model',
  ],
]

function differences(edit: (source: string) => string) {
  const edited = edit(telescopes)
  expect(edited).not.toBe(telescopes)
  return compareGoals(readGoal(telescopes).goal, readGoal(edited).goal)
}

describe('an edit', () => {
  it.each(edits)('of %s is one difference', (_, edit, kind, sentence) => {
    const found = differences(edit)
    expect(found.map((one) => [one.kind, describeDifference(one)])).toEqual([[kind, sentence]])
  })

  it.each(edits)('of %s and back is one difference', (_, edit, kind) => {
    const back = compareGoals(readGoal(edit(telescopes)).goal, readGoal(telescopes).goal)
    const opposite = kind === 'added' ? 'removed' : kind === 'removed' ? 'added' : kind
    expect(back.map((one) => one.kind)).toEqual([opposite])
    expect(describeDifference(back[0]!)).not.toMatch(/ {2}|``|undefined/)
  })

  it('is reported together with an edit in another place', () => {
    const isOfTeams = ([, edit]: Edit) => differences(edit).some(({ path }) => path[0] === 'teams')
    const others = edits.filter((edit) => !isOfTeams(edit))
    for (const [index, [, one, , first]] of edits.filter(isOfTeams).entries()) {
      const [, two, , second] = others[index]!
      const said = differences((source) => two(one(source))).map((found) => describeDifference(found))
      expect(said.sort()).toEqual([first, second].sort())
    }
  })
})

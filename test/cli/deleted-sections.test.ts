/** A section that an edit has lost is said, whatever the document looks like without it. */
import { describe, expect, test } from 'vitest'
import { deleteEach, isAboutLoss, topSections } from '../../scripts/deleted-sections.ts'
import { folder, telescopes } from './run.ts'

const section = (title: string, body: string) => `${title}\n${'='.repeat(title.length)}\n\n${body}\n`
const goal = (title: string, ...sections: string[]) =>
  `${'='.repeat(title.length + 2)}\n ${title}\n${'='.repeat(title.length + 2)}\n\nEvery dome gets a clock.\n\n${sections.join('\n')}`

const champion = goal(
  'Clocks in domes',
  section('Champion', 'Vera Rubin (vrubin)'),
  section('Gerrit Topic', 'Changes carry the topic::\n\n  dome-clocks'),
  section('Tracking', '* https://planets.example/story/7'),
  section('Completion Criteria', '#. The clock agrees with the pulsar.'),
  section('References', '* https://planets.example/clocks'),
  section('Current State / Anticipated Impact', 'Two domes have a clock that runs slow.'),
  section('Spare Parts', 'Springs are kept in the cellar of the large dome.'),
)

const checklist = goal(
  'Lamps in domes',
  section('Description', 'Red light leaves the eye as it is, so that all lamps become red.'),
  section('Design & Implementation details', 'A foil on the glass.'),
  section('Goal Checklist', 'Is the design done?\n-------------------\n\nYes, since spring.'),
  section('Completion Date & Criteria', '* All lamps are red.'),
  section('Champion', 'Cecilia Payne (cpayne)'),
  `${section('Status & Tracking', '* https://planets.example/story/8')}\nGerrit Tracking\n---------------\n\nChanges carry the topic::\n\n  red-lamps\n`,
  section('References', '* https://planets.example/lamps'),
)

const documents = { 'goals/pike/catalog.rst': telescopes, 'goals/clocks.rst': champion, 'goals/lamps.rst': checklist }

const repository = () => {
  const place = folder(documents)
  place.git('init', '-q')
  place.git('add', '-A')
  place.git('commit', '-q', '-m', 'Goals')
  return place
}

describe('a deleted section', () => {
  test('is found in the work tree and as a commit', async () => {
    const place = repository()
    const deletions = await deleteEach(place.path, Object.keys(documents))
    const titles = Object.entries(documents).flatMap(([document, source]) =>
      topSections(source).map(({ title }) => `${document} ${title}`),
    )
    expect(deletions.map(({ document, section }) => `${document} ${section}`)).toEqual(titles)
    expect(titles).toHaveLength(19)
    expect(deletions.filter(({ working, committed }) => !working.some(isAboutLoss) || !committed.some(isAboutLoss))).toEqual([])
    const spare = deletions.find(({ section }) => section === 'Spare Parts')!
    expect(spare.working.map(({ ruleId, severity, message }) => ({ ruleId, severity, message }))).toEqual([
      { ruleId: 'goal/lost-section', severity: 'warning', message: 'Missing section `Spare Parts`; `HEAD` has it at the end' },
    ])
    expect(spare.committed.map(({ message }) => message)).toEqual(['Missing section `Spare Parts`; `HEAD~1` has it at the end'])
  })

  test('is found if the model contains it', async () => {
    const place = repository()
    await place.goaldoc(['import', ...Object.keys(documents)])
    place.git('add', '-A')
    place.git('commit', '-q', '-m', 'Models')
    const silent: string[] = []
    for (const [document, source] of Object.entries(documents)) {
      for (const { title, start, end } of topSections(source)) {
        place.write(document, `${(source.slice(0, start) + source.slice(end)).trimEnd()}\n`)
        const { code, out } = await place.goaldoc(['check', document, '--format', 'compact'])
        if (code !== 1 || !out.includes('drift/removed')) silent.push(`${document} ${title}`)
      }
      place.write(document, source)
    }
    expect(silent).toEqual([])
  })

  test('is found in a document that was moved, and next to unchanged documents', async () => {
    const place = repository()
    place.git('mv', 'goals/clocks.rst', 'goals/dials.rst')
    const { start, end } = topSections(champion)[0]!
    place.write('goals/dials.rst', champion.slice(0, start) + champion.slice(end))
    const { out } = await place.goaldoc(['lint', 'goals', '--format', 'json'])
    const found = JSON.parse(out).files.flatMap((file: { path: string; diagnostics: { ruleId: string; severity: string }[] }) =>
      file.diagnostics.filter(isLoss).map(({ ruleId, severity }) => `${file.path} ${severity} ${ruleId}`),
    )
    expect(found).toEqual(['goals/dials.rst error goal/missing-section'])
  })

  test('is found in a document that was edited before the last commit', async () => {
    const place = repository()
    const { start, end } = topSections(champion)[0]!
    place.write('goals/clocks.rst', champion.slice(0, start) + champion.slice(end))
    place.git('commit', '-q', '--allow-empty', '-m', 'Something else')
    const { out } = await place.goaldoc(['lint', 'goals/clocks.rst', '--format', 'json'])
    expect(JSON.parse(out).files[0].diagnostics.filter(isLoss)).toHaveLength(1)
  })

  test('is found in a team that lost its labels', async () => {
    const place = repository()
    const labels = /Planning Artifacts:\n\n\* .*\n\nCompletion Artifacts:\n/
    place.write('goals/pike/catalog.rst', telescopes.replace(labels, 'The catalog is planned.\n'))
    const { out } = await place.goaldoc(['lint', 'goals/pike/catalog.rst', '--rule', 'team/label', '--format', 'compact'])
    expect(out).toBe('goals/pike/catalog.rst:34:1: info: Missing label `Planning Artifacts:` of the team `hubble` (team/label)\n')
  })

  test('is not reported if the section was renamed, or its text moved elsewhere', async () => {
    const place = repository()
    for (const text of [
      champion.replace('Spare Parts\n===========', 'Springs\n======='),
      champion.replace('Spare Parts\n===========\n\n', ''),
    ]) {
      place.write('goals/clocks.rst', text)
      const { out } = await place.goaldoc(['lint', 'goals/clocks.rst', '--format', 'json'])
      expect(JSON.parse(out).files[0].diagnostics.filter(isLoss)).toEqual([])
    }
  })

  test('is not reported if the goal changes to another profile', async () => {
    const place = repository()
    place.write('goals/pike/catalog.rst', checklist)
    const { out } = await place.goaldoc(['lint', 'goals/pike/catalog.rst', '--format', 'json'])
    const found = JSON.parse(out).files[0].diagnostics.filter(isLoss)
    expect(found.map(({ message, severity }: { message: string; severity: string }) => `${severity} ${message}`)).toEqual([
      'warning Missing section `Current State / Anticipated Impact`; `HEAD` has it at the end',
      'warning Missing section `Project Teams`; `HEAD` has it at the end',
    ])
  })
})

function isLoss({ ruleId }: { ruleId: string }): boolean {
  return /^goal\/(?:lost|missing)-section$/.test(ruleId)
}

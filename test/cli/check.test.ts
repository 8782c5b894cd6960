import { describe, expect, it } from 'vitest'
import { type Folder, folder, projects, telescopes } from './run.ts'

async function imported() {
  const place = folder({ 'goals/telescopes.rst': telescopes, 'reference/projects.yaml': projects })
  await place.goaldoc(['import', 'goals/telescopes.rst'])
  return place
}

describe('check', () => {
  it('prints a summary if a document matches its model, and nothing with --quiet', async () => {
    const place = await imported()
    const err = 'Checked 1 document and 1 model against 2 teams: no findings\n'
    expect(await place.goaldoc(['check'])).toEqual({ code: 0, out: '', err })
    for (const flag of ['--quiet', '--hook']) expect(await place.goaldoc(['check', flag])).toEqual({ code: 0, out: '', err: '' })
  })

  const model = 'goals/telescopes.yaml'
  const document = 'goals/telescopes.rst'
  const more = (place: Folder) =>
    place.write(document, place.read(document).replace('hubble/plan\n', 'hubble/plan\n* https://planets.example/hubble/more\n'))
  const goneFrom = (place: Folder) => place.write(model, place.read(model).replace(/ *- Its own catalog is gone\.\n/, ''))
  const other = (name: string, word: string) => (place: Folder) =>
    place.write(name, place.read(name).replace('Two of the observatories', `${word} of the observatories`))

  it.each([
    ['the document', [more], `${document} was edited. To take the edit into its model: goaldoc pull ${document}`],
    ['the model', [goneFrom], `${model} was edited. To write the edit into its document: goaldoc render ${model}`],
    [
      'both',
      [more, goneFrom],
      `${document} and its model were both edited. To bring the edits together: goaldoc render --merge ${model}`,
    ],
    [
      'the same place of both',
      [other(model, 'Three'), other(document, 'Four')],
      `${document} and its model were edited in the same place. To see where: goaldoc pull ${document}. To keep what the model says: goaldoc render --force ${model}`,
    ],
  ])('prints the command that repairs the pair if %s was edited, and the command works', async (_, edits, said) => {
    const place = await imported()
    place.git('init')
    place.git('add', '.')
    place.git('commit', '-m', 'agreed')
    for (const edit of edits) edit(place)
    const ran = await place.goaldoc(['check'])
    expect(ran).toMatchObject({ code: 1, err: `${said}\n` })
    expect(await place.goaldoc(['check', '-q'])).toMatchObject({ code: 1, err: '' })
    const command = said.slice(said.lastIndexOf('goaldoc ')).split(' ').slice(1)
    expect((await place.goaldoc(command)).code).toBe(0)
    expect((await place.goaldoc(['check'])).err).toBe('Checked 1 document and 1 model against 2 teams: no findings\n')
  })

  it('names both commands if git has no version in which both agreed', async () => {
    const place = await imported()
    goneFrom(place)
    expect((await place.goaldoc(['check'])).err).toBe(
      `To keep what ${document} says: goaldoc pull ${document}. To keep what ${model} says: goaldoc render ${model}\n`,
    )
  })

  it('names each difference once, with both places, whichever side is named', async () => {
    const place = await imported()
    place.write(
      'goals/telescopes.rst',
      telescopes.replace(
        '* https://planets.example/hubble/plan\n',
        '* https://planets.example/hubble/plan\n* https://planets.example/hubble/more\n',
      ),
    )
    for (const path of ['goals/telescopes.rst', 'goals/telescopes.yaml', 'goals']) {
      const ran = await place.goaldoc(['check', '--format', 'json', path])
      expect(ran.code).toBe(1)
      const [file] = (
        JSON.parse(ran.out) as {
          files: { path: string; diagnostics: { ruleId: string; line: number; related?: { path?: string }[] }[] }[]
        }
      ).files
      expect(file?.path).toBe('goals/telescopes.rst')
      expect(file?.diagnostics).toHaveLength(1)
      expect(file?.diagnostics[0]).toMatchObject({ line: 40 })
      expect(file?.diagnostics[0]?.ruleId).toMatch(/^drift\//)
      expect(file?.diagnostics[0]?.related?.[0]?.path).toBe('goals/telescopes.yaml')
    }
    expect((await place.goaldoc(['render'])).code).toBe(0)
    expect((await place.goaldoc(['check'])).code).toBe(0)
  })

  it('reports everything that lint reports', async () => {
    const place = await imported()
    place.write('reference/projects.yaml', `${projects}spitzer:\n  deliverables: {}\n`)
    const ran = await place.goaldoc(['check'])
    expect(ran.code).toBe(1)
    expect(ran.out).toContain('team/missing')
  })

  it('reports every error in a model in all formats, and continues with the others', async () => {
    const place = await imported()
    place.write('goals/comets.yaml', 'titel: Comets\nteams: 3\n')
    place.write('goals/comets.rst', 'Comets\n======\n')
    place.write('goals/telescopes.rst', telescopes.replace('/hubble/plan', '/hubble/other'))
    const ran = await place.goaldoc(['check', '--format', 'compact'])
    expect(ran.code).toBe(2)
    expect(ran.out).toContain('goals/comets.yaml:1:1: error: Unknown key `titel`')
    expect(ran.out).toContain('goals/comets.yaml:2:8: error: ')
    expect(ran.out).toMatch(/goals\/telescopes\.rst:39:\d+: .*\(drift\//)
  })

  it('reports a model without a document', async () => {
    const place = folder({ 'goals/comets.yaml': 'title: Comets\n' })
    const ran = await place.goaldoc(['check', '-f', 'compact'])
    expect(ran).toEqual({
      code: 1,
      out: 'goals/comets.yaml:1:1: error: Missing document `comets.rst`; `goaldoc render` writes it (repository/missing-document)\n',
      err: 'To write the document of goals/comets.yaml: goaldoc render goals/comets.yaml\n',
    })
    expect((await place.goaldoc(['render', 'goals/comets.yaml'])).code).toBe(0)
    expect((await place.goaldoc(['check'])).code).toBe(0)
  })

  it('rejects two models of one document', async () => {
    const place = await imported()
    place.write('goals/telescopes.ts', "export default { title: 'Two' }\n")
    expect((await place.goaldoc(['check'])).err).toMatch(/^Cannot check goals\/telescopes\.rst: it has two models, /)
  })
})

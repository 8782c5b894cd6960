import { describe, expect, it } from 'vitest'
import { folder, projects, telescopes } from './run.ts'

async function imported() {
  const place = folder({ 'goals/telescopes.rst': telescopes, 'reference/projects.yaml': projects })
  await place.goaldoc(['import', 'goals/telescopes.rst'])
  return place
}

describe('check', () => {
  it('says nothing where a document is what its model says', async () => {
    const place = await imported()
    expect(await place.goaldoc(['check'])).toEqual({ code: 0, out: '', err: '' })
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

  it('says everything that lint says', async () => {
    const place = await imported()
    place.write('reference/projects.yaml', `${projects}spitzer:\n  deliverables: {}\n`)
    const ran = await place.goaldoc(['check'])
    expect(ran.code).toBe(1)
    expect(ran.out).toContain('team/missing')
  })

  it('reports every mistake of a model in the formats, and goes on with the others', async () => {
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

  it('tells a model without a document', async () => {
    const place = folder({ 'goals/comets.yaml': 'title: Comets\n' })
    const ran = await place.goaldoc(['check'])
    expect(ran.code).toBe(1)
    expect(ran.err).toContain('goals/comets.yaml has no document. To make it: goaldoc render goals/comets.yaml')
  })

  it('refuses two models of one document', async () => {
    const place = await imported()
    place.write('goals/telescopes.ts', "export default { title: 'Two' }\n")
    expect((await place.goaldoc(['check'])).err).toMatch(/^Cannot check goals\/telescopes\.rst: it has two models, /)
  })
})

/** A project's own profiles through the command line. */
import { describe, expect, it } from 'vitest'
import { folder } from './run.ts'

const survey = {
  'goaldoc.config.yaml': 'profiles: profiles\n',
  'profiles/survey/profile.yaml': `name: survey
extends: champion
sections:
  - {key: scope, title: Scope, required: true}
  - {key: instruments, title: Instruments, kind: entries}
  - {key: references, title: References}
`,
  'goals/sky.rst': `===========
Map the sky
===========

Scope
=====

All of it.

Instruments
===========

* The camera
* The spectrograph

References
==========

* https://survey.example
`,
}

describe('a template with text of its own', () => {
  it('writes it only once, even if the goal is rendered several times', async () => {
    const place = folder({
      'goaldoc.config.yaml': 'profiles: profiles\nprofile: night\n',
      'profiles/night/profile.yaml': 'name: night\n',
      'profiles/night/team.hbs':
        '{{heading}}\n\n.. Ask {{name}} at night.\n\n{{note}}\n\n{{status}}\n\n{{deliverables}}\n\n{{planning}}\n\n{{completion}}\n',
      'goals/stars.yaml':
        'title: Count the stars\nteams:\n  - {name: Yerkes, planning: [], completion: [https://stars.example/1]}\n',
    })
    expect(await place.goaldoc(['render'])).toMatchObject({ code: 0 })
    const text = place.read('goals/stars.rst')
    expect(text).toContain('Yerkes\n------\n\n.. Ask Yerkes at night.\n\nPlanning Artifacts:\n\nCompletion Artifacts:\n\n* https')
    expect(await place.goaldoc(['render', '--check'])).toMatchObject({ code: 0, out: '' })
    place.write('goals/stars.yaml', place.read('goals/stars.yaml').replace('planning: []', 'planning: [Count]'))
    expect(await place.goaldoc(['render'])).toMatchObject({ code: 0 })
    expect(place.read('goals/stars.rst')).toBe(text.replace('Planning Artifacts:\n', 'Planning Artifacts:\n\n* Count\n'))
  })
})

describe('a profile with keys of its own', () => {
  it('goes from a document to a model and back', async () => {
    const place = folder(survey)
    expect(await place.goaldoc(['import', 'goals/sky.rst'])).toMatchObject({ code: 0 })
    const model = place.read('goals/sky.yaml')
    expect(model).toContain('profile: survey\n')
    expect(model).toContain('scope: All of it.\ninstruments:\n  - The camera\n  - The spectrograph\n')
    expect(await place.goaldoc(['check'])).toMatchObject({ code: 0, out: '' })

    place.write('goals/sky.yaml', model.replace('All of it', 'Half of it'))
    expect(await place.goaldoc(['check'])).toMatchObject({ code: 1 })
    expect(await place.goaldoc(['render'])).toMatchObject({ code: 0 })
    expect(place.read('goals/sky.rst')).toBe(survey['goals/sky.rst'].replace('All of it', 'Half of it'))
  })

  it('merges hand edits into the model', async () => {
    const place = folder(survey)
    await place.goaldoc(['import', 'goals/sky.rst'])
    const model = place.read('goals/sky.yaml')
    place.git('init', '-q')
    place.git('add', '-A')
    place.git('commit', '-qm', 'Survey')
    place.write('goals/sky.rst', survey['goals/sky.rst'].replace('* The camera', '* The new camera'))
    expect(await place.goaldoc(['pull'])).toMatchObject({ code: 0 })
    expect(place.read('goals/sky.yaml')).toBe(model.replace('The camera', 'The new camera'))
    expect(await place.goaldoc(['check'])).toMatchObject({ code: 0 })
  })

  it('is also used for earlier versions', async () => {
    const place = folder(survey)
    const commit = (message: string) => {
      place.git('add', '-A')
      place.git('commit', '-qm', message)
    }
    place.git('init', '-q')
    commit('The document')
    await place.goaldoc(['import', 'goals/sky.rst'])
    commit('The model')
    // The model states nothing that the document did not say.
    expect(await place.goaldoc(['diff', 'HEAD~1', 'HEAD'])).toEqual({
      code: 0,
      out: '',
      err: 'Nothing changed in meaning since HEAD~1\n',
    })
    place.write('goals/sky.yaml', place.read('goals/sky.yaml').replace('All of it', 'Half of it'))
    place.git('mv', 'goals/sky.rst', 'goals/heaven.rst')
    place.git('mv', 'goals/sky.yaml', 'goals/heaven.yaml')
    await place.goaldoc(['render'])
    const ran = await place.goaldoc(['diff', 'HEAD'])
    expect(ran.out).toBe(
      '## Map the sky\n\n`goals/heaven.rst`, before `goals/sky.rst`\n\nText:\n\n- scope: All of it. → Half of it.\n',
    )
    expect((await place.goaldoc(['report', '--since', 'HEAD', '--format', 'markdown'])).out).toContain(
      '- scope: All of it. → Half of it.\n',
    )
  })

  it('suggests a key for a misspelt one', async () => {
    const place = folder({ ...survey, 'goals/sky.yaml': 'profile: survey\ntitle: Map the sky\nscpoe: All of it.\n' })
    const ran = await place.goaldoc(['render', 'goals/sky.yaml'])
    expect(ran.code).toBe(2)
    expect(ran.err).toContain('goals/sky.yaml:3:1 error model/unknown-key\n  Unknown key `scpoe`; did you mean `scope`?')
  })
})

describe('a template document as the profile', () => {
  const template =
    '====\nName\n====\n\nSay what it is.\n\nScope\n=====\n\nDescribe how far it goes.\n\nBudget (optional)\n=================\n\nCount the cost.\n'
  const files = {
    'goaldoc.config.yaml': 'profile: goals/template.rst\n',
    'goals/template.rst': template,
    'goals/sky.rst': '===========\nMap the sky\n===========\n\nAll of it.\n\nScope\n=====\n\nBoth halves.\n',
  }

  it('is named by its path in the configuration, and in models', async () => {
    const place = folder(files)
    expect(await place.goaldoc(['lint', 'goals/sky.rst'])).toMatchObject({ code: 0, out: '' })
    expect(await place.goaldoc(['import', 'goals/sky.rst'])).toMatchObject({ code: 0 })
    expect(place.read('goals/sky.yaml')).toContain('profile: goals/template.rst\n')
    expect(place.read('goals/sky.yaml')).toContain('scope: Both halves.\n')
    expect(await place.goaldoc(['check', 'goals/sky.yaml'])).toMatchObject({ code: 0 })
    place.write('goals/sky.rst', files['goals/sky.rst'].replace('Both halves.', 'Describe how far it goes.'))
    expect((await place.goaldoc(['lint', 'goals/sky.rst'])).out).toContain('goals/sky.rst:10:1 warning goal/template-text')
  })

  it('is found from a configuration that extends another one', async () => {
    const place = folder({
      ...files,
      'goaldoc.config.yaml': 'extends: ./shared/goaldoc.yaml\n',
      'shared/goaldoc.yaml': 'profile: ../goals/template.rst\n',
    })
    expect(await place.goaldoc(['import', '--stdout', 'goals/sky.rst'])).toMatchObject({
      code: 0,
      out: expect.stringContaining('profile: goals/template.rst\n'),
    })
  })

  it('must be there and have sections', async () => {
    const place = folder({ ...files, 'goals/template.rst': 'Nothing.\n' })
    const ran = await place.goaldoc(['import', '--stdout', 'goals/sky.rst'])
    expect(ran.code).toBe(2)
    expect(ran.err).toContain('goals/template.rst:1:1  Template without sections under a title')
    const other = folder({ ...files, 'goaldoc.config.yaml': 'profile: goals/tempalte.rst\n' })
    expect(await other.goaldoc(['import', '--stdout', 'goals/sky.rst'])).toMatchObject({
      code: 2,
      err: `Cannot use goaldoc.config.yaml: it has an error.
goaldoc.config.yaml:1:1  Unknown profile \`goals/tempalte.rst\`; there is no such template
> 1 | profile: goals/tempalte.rst
    | ^^^^^^^
`,
    })
  })
})

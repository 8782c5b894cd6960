import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { packageVersion } from '../../src/cli/version.ts'
import { folder, projects, telescopes } from './run.ts'

function repository(files: Record<string, string> = {}) {
  const place = folder({ 'goals/telescopes.rst': telescopes, 'reference/projects.yaml': projects, ...files })
  place.git('init', '-q')
  return place
}

describe('init', () => {
  it('--yes writes configuration, hook and the check of the forge, once', async () => {
    const place = repository({ '.github/CODEOWNERS': '* @halley\n' })
    const ran = await place.goaldoc(['init', '--yes'])
    expect(ran.code).toBe(0)
    expect(ran.out).toBe(
      'Wrote goaldoc.config.yaml\nWrote .goaldoc/goal.schema.json\nWrote .goaldoc/config.schema.json\nWrote .pre-commit-config.yaml\nWrote .github/workflows/goaldoc.yml\n',
    )
    expect(place.read('goaldoc.config.yaml')).toMatch(/^# yaml-language-server: \$schema=\S+config\.schema\.json\n/)
    expect(parse(place.read('goaldoc.config.yaml'))).toEqual({ roster: 'reference/projects.yaml', rules: {} })
    expect((await place.goaldoc(['check'])).code).toBe(0)
    const again = await place.goaldoc(['init', '--yes'])
    expect(again).toMatchObject({ code: 0, out: '' })
  })

  it('--dry-run writes nothing', async () => {
    const place = repository({ '.gitlab-ci.yml': 'stages: [test]\n' })
    const ran = await place.goaldoc(['init', '--yes', '--merge-driver', '--dry-run'])
    expect(ran.out).toBe(`Would write goaldoc.config.yaml
Would write .goaldoc/goal.schema.json
Would write .goaldoc/config.schema.json
Would write .pre-commit-config.yaml
Would write .gitlab/goaldoc.yml
.gitlab-ci.yml exists and is not changed. Add this by hand:

    include:
      - local: .gitlab/goaldoc.yml

Would add to .gitattributes:
    /goals/**/*.rst merge=goaldoc
    /goals/**/*.yaml merge=goaldoc
    /goals/**/*.yml merge=goaldoc
Would set git config merge.goaldoc.name: goaldoc: merges goals by team and entry
Would set git config merge.goaldoc.driver: goaldoc merge --marker-size=%L --base-label=%S --our-label=%X --their-label=%Y -- %O %A %B %P
`)
    expect(place.has('goaldoc.config.yaml')).toBe(false)
    expect(place.read('.gitlab-ci.yml')).toBe('stages: [test]\n')
    expect(place.has('.gitattributes')).toBe(false)
  })

  it('renews the schemas of an older version, and nothing else', async () => {
    const place = repository()
    await place.goaldoc(['init', '--yes'])
    const schema = place.read('.goaldoc/goal.schema.json')
    place.write('.goaldoc/goal.schema.json', '{}\n')
    place.write('goaldoc.config.yaml', 'rules: {}\n')
    expect(await place.goaldoc(['init', '--yes', '--dry-run'])).toMatchObject({ out: 'Would renew .goaldoc/goal.schema.json\n' })
    expect(place.read('.goaldoc/goal.schema.json')).toBe('{}\n')
    expect(await place.goaldoc(['init', '--yes'])).toMatchObject({ code: 0, out: 'Renewed .goaldoc/goal.schema.json\n' })
    expect(place.read('.goaldoc/goal.schema.json')).toBe(schema)
    expect(place.read('goaldoc.config.yaml')).toBe('rules: {}\n')
  })

  it('uses the wheel, or the npm package if there is a package.json', async () => {
    const written = async (files: Record<string, string>) => {
      const place = repository({ '.github/CODEOWNERS': '* @halley\n', ...files })
      await place.goaldoc(['init', '--yes'])
      return place.read('.pre-commit-config.yaml') + place.read('.github/workflows/goaldoc.yml')
    }
    const python = await written({})
    expect(python.match(/language: .*|additional_dependencies: .*|run: (?:pipx|npx)/g)).toEqual([
      'language: python',
      `additional_dependencies: [goaldoc==${packageVersion()}]`,
      'language: python',
      `additional_dependencies: [goaldoc==${packageVersion()}]`,
      'run: pipx',
    ])
    expect(python).not.toMatch(/setup-node|npx/)
    const node = await written({ 'package.json': '{}' })
    expect(node.match(/language: .*|additional_dependencies: .*|run: (?:pipx|npx)/g)).toEqual([
      'language: node',
      `additional_dependencies: [goaldoc@${packageVersion()}]`,
      'language: node',
      `additional_dependencies: [goaldoc@${packageVersion()}]`,
      'run: npx',
    ])
  })

  it('never overwrites existing files', async () => {
    const place = repository({
      '.zuul.yaml': '- project: {}\n',
      'tox.ini': '[tox]\n',
      '.pre-commit-config.yaml': 'repos: []\n',
      'goaldoc.config.json': '{}',
    })
    const ran = await place.goaldoc(['init', '--yes'])
    expect(ran.out).toContain('tox.ini exists and is not changed. Add this by hand:\n\n    [testenv:goaldoc]\n')
    expect(ran.out).toContain('.zuul.yaml exists and is not changed.')
    expect(place.read('tox.ini')).toBe('[tox]\n')
    expect(place.read('.pre-commit-config.yaml')).toBe('repos: []\n')
    expect(place.has('goaldoc.config.yaml')).toBe(false)
    expect(place.has('playbooks/goaldoc/post.yaml')).toBe(true)
  })

  it('--merge-driver makes git merge goals', async () => {
    const place = repository({ '.gitattributes': '*.png binary' })
    expect((await place.goaldoc(['init', '--merge-driver'])).code).toBe(0)
    expect(place.read('.gitattributes')).toBe(
      '*.png binary\n/goals/**/*.rst merge=goaldoc\n/goals/**/*.yaml merge=goaldoc\n/goals/**/*.yml merge=goaldoc\n',
    )
    expect(place.git('config', 'merge.goaldoc.driver')).toBe(
      'goaldoc merge --marker-size=%L --base-label=%S --our-label=%X --their-label=%Y -- %O %A %B %P\n',
    )
    expect(place.git('check-attr', 'merge', 'goals/pike/deep.rst')).toContain('merge: goaldoc')
    expect((await place.goaldoc(['init', '--merge-driver'])).out).toBe('')
    expect(place.has('goaldoc.config.yaml')).toBe(false)
  })

  it('asks questions only in a terminal', async () => {
    const place = repository()
    expect((await place.goaldoc(['init'])).err).toBe(
      'Cannot ask what to set up: there is no terminal. Pass --yes, or pass --merge-driver to set up only the merge driver.\n',
    )
    const asked: string[] = []
    const ask = async (question: string) => {
      asked.push(question)
      return question.includes('configuration') ? '' : 'n'
    }
    await place.goaldoc(['init'], { isInteractive: true, ask })
    expect(asked).toEqual([
      'Set up a configuration? [Y/n] ',
      'Set up the pre-commit hooks? [Y/n] ',
      'Set up the git merge driver? [Y/n] ',
    ])
    expect(place.has('goaldoc.config.yaml')).toBe(true)
    expect(place.has('.pre-commit-config.yaml')).toBe(false)
  })

  it('needs a repository', async () => {
    const place = folder()
    expect((await place.goaldoc(['init', '--yes'])).err).toBe(
      'Cannot set up goaldoc: this is not a git repository. Run it in a checkout, or run `git init` first.\n',
    )
  })
})

describe('the first configuration', () => {
  it('compares goals of earlier releases with the teams of that time, if git has them', async () => {
    const place = repository({
      'goals/completed/pike/a.rst': telescopes,
      'goals/completed/newton/b.rst': telescopes,
      'goals/selected/c.rst': telescopes,
    })
    place.git('add', '-A')
    place.git('-c', 'core.hooksPath=/dev/null', 'commit', '-q', '-m', 'teams')
    const dated = { GIT_AUTHOR_DATE: '2017-01-24T12:00:00Z', GIT_COMMITTER_DATE: '2017-01-24T12:00:00Z' }
    execFileSync(
      'git',
      [
        '-c',
        'user.name=Halley',
        '-c',
        'user.email=halley@planets.example',
        'commit',
        '-q',
        '--amend',
        '--no-edit',
        '--reset-author',
      ],
      {
        cwd: place.path,
        env: { ...process.env, ...dated },
      },
    )
    expect((await place.goaldoc(['init', '--yes'])).code).toBe(0)
    expect(parse(place.read('goaldoc.config.yaml'))).toEqual({
      roster: 'reference/projects.yaml',
      rules: {},
    })
    place.write('reference/projects.yaml', projects.replaceAll('kepler', 'spitzer'))
    const ran = await place.goaldoc(['lint', '--format', 'compact'])
    expect(ran.out).not.toMatch(/goals\/completed.*: (?:error|warning): /)
    expect(ran.out).toContain('goals/selected/c.rst')
  })
})

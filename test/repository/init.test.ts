/** Which CI system `goaldoc init` finds, and what it would write for it. */
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { planInit } from '../../src/repository/init.ts'
import { folder } from '../cli/run.ts'

const planned = (files: Record<string, string>, remote?: string, hookRepository?: string) => {
  const place = folder(files)
  place.git('init', '-q')
  if (remote !== undefined) execFileSync('git', ['remote', 'add', 'origin', remote], { cwd: place.path })
  return planInit(place.path, { version: '1.2.3', ...(hookRepository ? { hookRepository } : {}) })
}
const zuulFiles = ['create playbooks/goaldoc/post.yaml', 'create tox.ini']

test.each<[string, Record<string, string>, string | undefined, string[]]>([
  ['a folder .github', { '.github/CODEOWNERS': '' }, undefined, ['create .github/workflows/goaldoc.yml']],
  ['a folder .gitlab', { '.gitlab/issue.md': '' }, undefined, ['create .gitlab/goaldoc.yml', 'create .gitlab-ci.yml']],
  ['a .gitreview', { '.gitreview': '' }, 'https://github.com/planets/goals', ['create .zuul.yaml', ...zuulFiles]],
  ['a zuul.yaml', { 'zuul.yaml': '- project: {}\n' }, undefined, ['advise zuul.yaml', ...zuulFiles]],
  [
    'a zuul.yaml that has the job',
    { 'zuul.yaml': '- job: {name: goaldoc}\n', 'tox.ini': '[testenv:goaldoc]\n' },
    undefined,
    ['create playbooks/goaldoc/post.yaml'],
  ],
  ['a folder zuul.d', { 'zuul.d/project.yaml': '' }, undefined, ['create zuul.d/goaldoc.yaml', ...zuulFiles]],
  ['a folder .zuul.d', { '.zuul.d/project.yaml': '' }, undefined, ['create .zuul.d/goaldoc.yaml', ...zuulFiles]],
  ['a remote at GitHub', {}, 'git@github.com:planets/goals.git', ['create .github/workflows/goaldoc.yml']],
  [
    'a remote at a GitLab',
    {},
    'https://gitlab.planets.example/goals.git',
    ['create .gitlab/goaldoc.yml', 'create .gitlab-ci.yml'],
  ],
  ['a remote at a Gerrit', {}, 'ssh://review.planets.example:29418/goals', ['create .zuul.yaml', ...zuulFiles]],
  ['a remote elsewhere', {}, 'https://planets.example/goals.git', []],
  ['no remote', {}, undefined, []],
])('the CI job for %s', (_, files, remote, steps) => {
  const { title, steps: found } = planned(files, remote).find(({ part }) => part === 'ci')!
  expect(found.map((step) => `${step.kind} ${'path' in step ? step.path : ''}`)).toEqual(steps)
  if (steps.length === 0 && !files['zuul.yaml'])
    expect(title).toBe('the CI job (goaldoc could not tell the CI system of this repository)')
  else expect(title).toMatch(/^the CI job for (?:GitHub Actions|GitLab CI|Zuul)$/)
})

test('the hooks of a repository of hooks', () => {
  const [step] = planned({ 'goals/stars.rst': '' }, undefined, 'https://planets.example/hooks').find(
    ({ part }) => part === 'hook',
  )!.steps
  expect(step).toEqual({
    kind: 'create',
    path: '.pre-commit-config.yaml',
    text: '# Install it with `pre-commit install`.\nrepos:\n  - repo: https://planets.example/hooks\n    rev: v1.2.3\n    hooks:\n      - id: goaldoc-fix\n      - id: goaldoc-check\n',
  })
})

test('a repository that is itself the folder of the goals has its files at its top', () => {
  const plan = (files: Record<string, string>, hookRepository?: string) => {
    const place = folder(Object.fromEntries(Object.entries(files).map(([name, text]) => [`goals/${name}`, text])))
    const root = join(place.path, 'goals')
    execFileSync('git', ['init', '-q', root])
    const steps = planInit(root, { version: '1.2.3', ...(hookRepository ? { hookRepository } : {}) }).flatMap(
      (part) => part.steps,
    )
    return steps.map((step) => ('text' in step ? step.text : 'lines' in step ? step.lines.join('\n') : '')).join('\n')
  }
  const hooks = plan({ 'stars.rst': '', '.github/CODEOWNERS': '' })
  expect(hooks.match(/^ +files: .*$/gm)).toEqual(['        files: ^.*\\.rst$', '        files: ^.*\\.(?:rst|yaml|yml|ts)$'])
  expect(plan({ 'stars.rst': '' }, 'https://planets.example/hooks').match(/^ +files: .*$/gm)).toEqual([
    '        files: ^.*\\.rst$',
    '        files: ^.*\\.(?:rst|yaml|yml|ts)$',
  ])
  expect(hooks).toContain("    paths: ['**', 'reference/projects.yaml', ")
  expect(hooks).toContain('/**/*.rst merge=goaldoc\n/**/*.yaml merge=goaldoc\n/**/*.yml merge=goaldoc')
  expect(plan({ '.gitlab-ci.yml': '' })).toContain("\n        - '**/*'\n")
  expect(plan({ '.gitreview': '' })).toContain('\n      - ^.*\n')
})

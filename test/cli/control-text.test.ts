/** Text of a repository that a terminal or a CI runner would take for commands. */
import { describe, expect, test } from 'vitest'
import { folder, projects } from './run.ts'

const mars = 'Map Mars\n========\n\nProject Teams\n=============\n\nHubble\n------\n'

describe('text of a repository cannot control the terminal or the CI runner', () => {
  const bad = '\nforged\n::error::\u001b[2J\u202e\r::stop-commands::x'
  const yaml = JSON.stringify(`Mars${bad}`)

  test.each([
    ['names of files', { [`goals/mars${bad}.rst`]: mars, [`goals/venus${bad}.yaml`]: 'title: 1\n', [`goals/no${bad}.md`]: '' }],
    ['keys of a configuration', { 'goaldoc.config.yaml': `${yaml}: 1\n` }],
    ['values of a configuration', { 'goaldoc.config.yaml': `extends: ${yaml}\nprofile: ${yaml}\n` }],
    ['a profile', { 'goaldoc.config.yaml': `profile: ${yaml}\n` }],
    ['rules', { 'goaldoc.config.yaml': `rules: {${yaml}: error}\n` }],
    ['teams of the list', { 'reference/projects.yaml': `${yaml}:\n  ptl: {name: ${yaml}}\n  deliverables: {}\n` }],
    ['keys and values of a model', { 'goals/mars.yaml': `title: ${yaml}\n${yaml}: 1\nprofile: ${yaml}\n` }],
    ['teams of a model', { 'goals/mars.yaml': `title: Map Mars\nteams:\n  - name: ${yaml}\n    planning: [${yaml}]\n` }],
    ['a baseline', { 'goaldoc.config.yaml': 'baseline: known.json\n', 'known.json': `{"version": 1, ${yaml}: 1}` }],
    ['a comment', { 'goals/mars.rst': `.. goaldoc:ignore-file a/b${bad}\n\n${mars}` }],
    ['a profile of its own', { 'goaldoc.config.yaml': 'profiles: own\n', 'own/profile.yaml': `name: ${yaml}\n${yaml}: 1\n` }],
  ] as [string, Record<string, string>][])('by %s', async (_, files) => {
    const repository = folder({ 'goals/mars.rst': mars, 'reference/projects.yaml': projects, ...files })
    repository.git('init', '-q')
    const named = Object.keys(files).filter((name) => /\.(?:rst|yaml|md)$/.test(name) && name.startsWith('goals/'))
    const runs = [
      ...[[], ['-f', 'compact'], ['-f', 'github'], ['--all']].map((more) => ['check', 'goals', ...more]),
      ['lint', 'goals', '--changed', '--hook'],
      ['lint', ...named, 'goals'],
      ['lint', 'goals', '--fix'],
      ['check', ...named, 'goals'],
      ['render', 'goals'],
      ['pull', 'goals'],
      ['import', '--stdout', 'goals/mars.rst'],
      ['status'],
      ['teams', 'check'],
      ['set', 'goals/mars.rst', '--team', `Mars${bad}`, '--status', 'done'],
      ['explain', `a/b${bad}`],
      [`lint${bad}`],
      ['lint', `--rule=${bad}`],
      ['lint', `--f${bad}`],
    ]
    for (const args of runs) {
      const { out, err } = await repository.goaldoc(args)
      const lines = `${args.includes('--stdout') ? '' : out}${err}`.split('\n')
      expect(lines.filter((line) => /[\0-\x1f\x7f-\x9f\u202e]/.test(line))).toEqual([])
      const isAnnotation = (line: string) => args.includes('github') && /^::(?:error|warning|notice) file=/.test(line)
      expect(lines.filter((line) => /^\s*::/.test(line) && !isAnnotation(line))).toEqual([])
      expect(lines.filter((line) => line.startsWith('forged'))).toEqual([])
      expect(err).not.toContain('defect')
    }
  })
})

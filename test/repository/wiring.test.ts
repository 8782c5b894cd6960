import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { githubWorkflow } from '../../src/repository/wiring/github.ts'
import { gitlabTemplate } from '../../src/repository/wiring/gitlab.ts'
import { hookConfiguration } from '../../src/repository/wiring/hook.ts'
import { toxEnvironment, zuulJob, zuulPlaybook } from '../../src/repository/wiring/zuul.ts'

const folder = fileURLToPath(new URL('../../ci/', import.meta.url))
const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string }
const facts = { version, goals: 'goals', isNode: false }
const node = { ...facts, isNode: true }

/** The files to copy, and what `goaldoc init` writes. `UPDATE=1` writes them. */
const files: Record<string, string> = {
  'github.yml': githubWorkflow(facts),
  'gitlab.yml': gitlabTemplate(facts),
  'zuul.yaml': zuulJob(facts),
  'zuul-post.yaml': zuulPlaybook(),
  'tox.ini': toxEnvironment(facts),
  'pre-commit-config.yaml': hookConfiguration(facts),
  'node/github.yml': githubWorkflow(node),
  'node/gitlab.yml': gitlabTemplate(node),
  'node/pre-commit-config.yaml': hookConfiguration(node),
}

describe('the files to copy are what init writes', () => {
  it.each(Object.entries(files))('%s', (name, text) => {
    const file = join(folder, name)
    if (process.env.UPDATE) {
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, text)
    }
    expect(readFileSync(file, 'utf8')).toBe(text)
  })
})

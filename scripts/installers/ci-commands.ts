/** The commands in the files of `ci/` and in the action, as CI runners execute them. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'

const root = fileURLToPath(new URL('../..', import.meta.url))

export interface Job {
  file: string
  script: string
  env: Record<string, string>
}

interface Step {
  id?: string
  run?: string
  env?: Record<string, string>
}

const read = (file: string) => readFileSync(join(root, file), 'utf8')
const runs = (steps: readonly Step[]) => steps.flatMap(({ run, env = {} }) => (run ? [{ script: run, env }] : []))

/** The script of a workflow, a GitLab job or a tox environment. */
export function jobOf(file: string): Job {
  if (file.endsWith('tox.ini')) {
    const section = (name: string) => {
      const [, lines = ''] = new RegExp(`^${name} =\\n((?: {4}.*\\n)+)`, 'm').exec(read(file)) ?? []
      return lines.replace(/^ {4}/gm, '')
    }
    const env = Object.fromEntries([...section('setenv').matchAll(/^(\w+) = (.*)$/gm)].map(([, name, value]) => [name!, value!]))
    return { file, script: section('commands').replace(/\{posargs:(.*?)\}/, '$1'), env }
  }
  const { goaldoc, jobs } = parse(read(file)) as {
    goaldoc?: { script: string[]; variables: Record<string, string> }
    jobs?: { goaldoc: { steps: Step[] } }
  }
  if (goaldoc) return { file, script: goaldoc.script.join('\n'), env: goaldoc.variables }
  const [job, ...others] = runs(jobs!.goaldoc.steps)
  if (!job || others.length > 0) throw new Error(`Cannot read ${file}: it has ${others.length + 1} scripts`)
  return { file, ...job }
}

/** The files of `ci/` that have a script; `zuul.yaml` runs tox, and its playbook runs nothing. */
export const jobFiles = ['ci/github.yml', 'ci/gitlab.yml', 'ci/tox.ini', 'ci/node/github.yml', 'ci/node/gitlab.yml'] as const

/** The check of the action, with its defaults for `inputs`. */
export function actionJob(): Job {
  const action = parse(read('action.yml')) as { inputs: Record<string, { default: string }>; runs: { steps: Step[] } }
  const step = action.runs.steps.find(({ id }) => id === 'check')!
  const value = (expression: string) =>
    expression.replace(/\$\{\{ inputs\.([\w-]+) \}\}/g, (_, name: string) => action.inputs[name]!.default)
  return {
    file: 'action.yml',
    script: step.run!,
    env: Object.fromEntries(Object.entries(step.env!).map(([name, expression]) => [name, value(expression)])),
  }
}

/** The Zuul job, its playbook, and its tox environment. */
import { escapePattern } from '../../text/index.ts'
import { prefixOf, type WiringOptions } from './options.ts'

/** Where the tox environment leaves its report for the playbook. */
const report = 'goaldoc-zuul.json'

/** The job and the files that trigger it. */
export function zuulJob(options: Pick<WiringOptions, 'goals'>): string {
  return `- job:
    name: goaldoc
    parent: tox
    description: |
      Check the community goals on the lines that a change touches, and comment on them.
    files:
      - ^${escapePattern(prefixOf(options.goals))}.*
      - ^reference/projects\\.yaml$
      - ^goaldoc\\.config\\..*
      - ^tox\\.ini$
    vars:
      tox_envlist: goaldoc
    post-run: playbooks/goaldoc/post.yaml

- project:
    check:
      jobs:
        - goaldoc
    gate:
      jobs:
        - goaldoc
`
}

/** Passes the report to Zuul, which comments on each line. */
export function zuulPlaybook(): string {
  return `- hosts: all
  tasks:
    - name: Read the findings
      slurp:
        src: "{{ ansible_user_dir }}/{{ zuul.project.src_dir }}/${report}"
      register: goaldoc_report
      failed_when: false

    - name: Comment on the lines
      when: goaldoc_report.content is defined
      delegate_to: localhost
      zuul_return:
        data: "{{ goaldoc_report.content | b64decode | from_json }}"
`
}

/** The tox environment. Zuul merges a change into its branch, so the first parent is the version before the change. */
export function toxEnvironment({ version, goals }: Omit<WiringOptions, 'isNode'>): string {
  return `[testenv:goaldoc]
description = Check the community goals on the lines that a change touches
skip_install = true
deps = goaldoc==${version}
# The TypeScript that a change brings must not run.
setenv =
    GOALDOC_NO_CODE = 1
commands =
    goaldoc check --changed HEAD^1 --format pretty --format zuul:${report} {posargs:${goals}}
`
}

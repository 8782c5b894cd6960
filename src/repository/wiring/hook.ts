/** The pre-commit configuration of a repository that uses goaldoc. */
import { escapePattern } from '../../text/index.ts'
import { prefixOf, type WiringOptions } from './options.ts'

/** The files that the hooks check if the goals are not in a folder `goals`. */
function filesOf(goals: string, endings: string): string {
  return `^${escapePattern(prefixOf(goals))}.*\\.${endings}$`
}

/** A `.pre-commit-config.yaml`. With the address of a repository of hooks, they come from there. */
export function hookConfiguration({ version, repository, goals, isNode }: WiringOptions & { repository?: string }): string {
  const isUsual = goals === 'goals'
  const [documents, both] = [filesOf(goals, 'rst'), filesOf(goals, '(?:rst|yaml|yml|ts)')]
  if (repository) {
    const files = (pattern: string) => (isUsual ? '' : `\n        files: ${pattern}`)
    return `# Install it with \`pre-commit install\`.
repos:
  - repo: ${repository}
    rev: v${version}
    hooks:
      - id: goaldoc-fix${files(documents)}
      - id: goaldoc-check${files(both)}
`
  }
  const source = isNode
    ? `language: node\n        additional_dependencies: [goaldoc@${version}]`
    : `language: python\n        additional_dependencies: [goaldoc==${version}]`
  return `# Install it with \`pre-commit install\`.
repos:
  - repo: local
    hooks:
      - id: goaldoc-fix
        name: goaldoc fix
        entry: goaldoc lint --changed --hook --fix
        args: [--no-code, '--']
        ${source}
        files: ${documents}
      - id: goaldoc-check
        name: goaldoc check
        entry: goaldoc check --changed --hook
        args: [--no-code, '--']
        ${source}
        files: ${both}
`
}

/** The GitLab template. */
import { prefixOf, type WiringOptions } from './options.ts'

/** A job that shows findings in the merge request as a code-quality report. */
export function gitlabTemplate({ version, goals, isNode }: WiringOptions): string {
  const format = '--format pretty --format gitlab:gl-code-quality-report.json $GOALDOC_PATHS'
  const script = isNode
    ? [`npx --yes --prefix "$(mktemp -d)" goaldoc@$GOALDOC_VERSION check ${format}`]
    : ['pip install --quiet --root-user-action=ignore goaldoc==$GOALDOC_VERSION', `goaldoc check ${format}`]
  return `# Include it from .gitlab-ci.yml:
#
#     include:
#       - local: .gitlab/goaldoc.yml

goaldoc:
  stage: test
  # With git, which the slim images do not have.
  image: ${isNode ? 'node:24' : 'python:3.13'}
  variables:
    GOALDOC_VERSION: '${version}'
    GOALDOC_PATHS: ${goals}
    # What a merge request brings must not run: neither its TypeScript nor a goaldoc in its node_modules.
    GOALDOC_NO_CODE: '1'
    # The teams of goals of the past are read from the history.
    GIT_DEPTH: '0'
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
      changes:
        - '${prefixOf(goals)}**/*'
        - reference/projects.yaml
        - goaldoc.config.*
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
  script:
${script.map((line) => `    - ${line}\n`).join('')}  artifacts:
    when: always
    reports:
      codequality: gl-code-quality-report.json
`
}

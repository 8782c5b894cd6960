/** The GitHub Actions workflow. */
import { prefixOf, type WiringOptions } from './options.ts'

/** Actions by their commits, because tags can be moved. */
const actions = {
  checkout: 'actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683 # v4.2.2',
  setupNode: 'actions/setup-node@49933ea5288caeca8642d1e84afbd3f7d6820020 # v4.4.0',
  uploadSarif: 'github/codeql-action/upload-sarif@ff0a06e83cb2de871e5a09832bc6a81e7276941f # v3.28.18',
}

const setupNode = `
      - uses: ${actions.setupNode}
        with:
          node-version: 24`

/** A workflow that comments on the lines of a pull request and stores the findings on the security tab as SARIF. */
export function githubWorkflow({ version, goals, isNode }: WiringOptions): string {
  const goaldoc = isNode
    ? `npx --yes --prefix "$RUNNER_TEMP" goaldoc@${version}`
    : // GitHub's runners have pipx.
      `pipx run --spec goaldoc==${version} goaldoc`
  return `name: Community goals
on:
  pull_request:
    paths: ['${prefixOf(goals)}**', 'reference/projects.yaml', 'goaldoc.config.*', '.github/workflows/goaldoc.yml']
  push:
    branches: [main, master]
permissions: {}
jobs:
  goaldoc:
    runs-on: ubuntu-latest
    permissions:
      contents: read
      # For the last step. A pull request from a fork does not get it.
      security-events: write
    steps:
      - uses: ${actions.checkout}
        with:
          # The teams of goals of the past are read from the history.
          fetch-depth: 0
          persist-credentials: false${isNode ? setupNode : ''}
      - name: Check the goals
        # What a pull request brings must not run: neither its TypeScript nor a goaldoc in its node_modules.
        env:
          GOALDOC_NO_CODE: '1'
        run: ${goaldoc} check --format github --format sarif:goaldoc.sarif ${goals}
      - name: Upload the findings
        if: always() && github.event_name == 'push'
        uses: ${actions.uploadSarif}
        with:
          sarif_file: goaldoc.sarif
          category: goaldoc
`
}

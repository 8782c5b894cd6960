/** The GitHub Actions workflow. */

/** A workflow that comments on the lines of a pull request and stores the findings on the security tab as SARIF. */
export function githubWorkflow(options: { version: string; goals: string }): string {
  const { version, goals } = options
  return `name: Community goals
on:
  pull_request:
    paths: ['${goals}/**', 'reference/projects.yaml', 'goaldoc.config.*', '.github/workflows/goaldoc.yml']
  push:
    branches: [main, master]
permissions:
  contents: read
  security-events: write
jobs:
  goaldoc:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
        with:
          # The teams of goals of the past are read from the history.
          fetch-depth: 0
          persist-credentials: false
      - uses: actions/setup-node@v4
        with:
          node-version: 22
      - name: Check the goals
        # What a pull request brings must not run: neither its TypeScript nor a goaldoc in its node_modules.
        env:
          GOALDOC_NO_CODE: '1'
        run: npx --yes --prefix "$RUNNER_TEMP" goaldoc@${version} check --format github --format sarif:goaldoc.sarif ${goals}
      - name: Upload the findings
        if: always() && github.event_name == 'push'
        uses: github/codeql-action/upload-sarif@v3
        with:
          sarif_file: goaldoc.sarif
          category: goaldoc
`
}

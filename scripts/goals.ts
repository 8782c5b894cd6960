/** Goals and team lists of any size, for the benchmarks. */

const names = (count: number) => Array.from({ length: count }, (_, index) => `observatory-${String(index).padStart(3, '0')}`)

/** A goal with so many teams, each with two labels; 40 is usual. `entries` is what each team has planned and finished. */
export function goalOf(teams: number, entries = 1): string {
  const list = (name: string, what: string) =>
    Array.from({ length: entries }, (_, index) => `* https://planets.example/${name}/${what}/${index}\n`).join('')
  const sections = [
    '====================\n Chart every comet\n====================\n\nEvery observatory sends its comets to one chart.',
    'Gerrit Topic\n============\n\nTo facilitate tracking, commits related to this goal should use the\ngerrit topic::\n\n  chart-comets',
    'Completion Criteria\n===================\n\n#. The chart is filled.\n#. The lists are gone.',
    'References\n==========\n\n* https://planets.example/chart',
    'Current State / Anticipated Impact\n==================================\n\nTwo have begun.',
    `Project Teams\n=============\n\n${names(teams)
      .map(
        (name) =>
          `${name}\n${'-'.repeat(name.length)}\n\nPlanning Artifacts:\n\n${list(name, 'plan')}\nCompletion Artifacts:\n\n${list(name, 'chart')}`,
      )
      .join('\n')}`,
  ]
  return sections.join('\n\n')
}

/** A team list with so many deliverables, 25 for each team; with 1,000 it has 76 KB. */
export function rosterOf(deliverables: number): string {
  const count = Math.ceil(deliverables / 25)
  return names(count)
    .map((name) => {
      const own = Array.from({ length: 25 }, (_, index) => `${name}-${index}`)
      const listed = own.map((deliverable) => `    ${deliverable}:\n      repos:\n      - sky/${deliverable}\n`)
      return `${name}:\n  ptl:\n    name: A. Nobody\n  mission: >\n    To look at the sky.\n  deliverables:\n${listed.join('')}`
    })
    .join('')
}

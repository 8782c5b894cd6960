/** Former teams: `reference/legacy.yaml` of a governance repository.
 *
 *     | astara:                    a team
 *     |   retired-on: 2016-10-06   from this day on it is not a team
 *     | barbican:
 *     |   partial: yes             the team continues; only some of its deliverables were retired
 */
export interface FormerTeam {
  name: string
  /** As YYYY-MM-DD. */
  retiredOn: string
}

/** The teams that were retired as a whole, in order. Everything else in the list is ignored; never throws. */
export function formerTeams(legacyYaml: string): FormerTeam[] {
  const teams: FormerTeam[] = []
  let name: string | undefined
  let column: number | undefined
  for (const line of legacyYaml.split(/\r\n|\r|\n/)) {
    const key = /^(\s*)(?:'([^']+)'\s*|"([^"]+)"\s*|([^\s#'"-][^:#]*)):(?:\s+(?!\s)(.*))?$/.exec(line.trimEnd())
    if (!key) continue
    const [, indent = '', single, double, plain, value = ''] = key
    const word = single ?? double ?? plain!.trimEnd()
    if (indent === '') {
      name = word
      column = undefined
      continue
    }
    column ??= indent.length
    const day = /^['"]?(\d{4}-\d{2}-\d{2})['"]?(?:\s+#.*)?$/.exec(value)?.[1]
    if (name !== undefined && indent.length === column && word === 'retired-on' && day) teams.push({ name, retiredOn: day })
  }
  return teams
}

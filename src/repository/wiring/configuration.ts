/** The first configuration of a repository: nothing that is not needed, and where to read on. */

/** Goals of a time with teams of its own. */
export interface PastGoals {
  /** A glob below the configuration. */
  files: string
  /** The release whose teams count; absent where git has no list of that time. */
  asOf?: string
}

/** `schema` is where editors find the JSON Schema; `teams` the official team list, where there is one. */
export function firstConfiguration(options: { schema: string; teams?: string; past?: readonly PastGoals[] }): string {
  const { schema, teams, past = [] } = options
  const overrides = past.map(({ files, asOf }) =>
    asOf
      ? `  - files: ['${files}']\n    roster: { asOf: ${/^[\d.]+$/.test(asOf) ? `'${asOf}'` : asOf} }\n`
      : `  # git has no list of the teams of that time.\n  - files: ['${files}']\n    rules: { team/*: off }\n`,
  )
  return `# yaml-language-server: $schema=${schema}
# What goaldoc asks of the documents below this folder; \`goaldoc rules\` lists the rules, \`goaldoc explain RULE\` tells about one.
${teams ? `roster: ${teams}` : '# roster: reference/projects.yaml'}
rules: {}
${overrides.length > 0 ? `# Goals of the past are judged by the teams of their time.\noverrides:\n${overrides.join('')}` : ''}`
}

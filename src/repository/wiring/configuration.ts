/** The first configuration of a repository: nothing that is not needed, and where to read on. */

/** `schema` is where editors find the JSON Schema; `teams` the official team list, where there is one. */
export function firstConfiguration({ schema, teams }: { schema: string; teams?: string }): string {
  return `# yaml-language-server: $schema=${schema}
# What goaldoc asks of the documents below this folder. \`goaldoc rules\` lists the rules,
# \`goaldoc explain RULE\` tells about one.
---
${teams ? `roster: ${teams}` : '# roster: reference/projects.yaml'}
rules: {}
`
}

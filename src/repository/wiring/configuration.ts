/** The first configuration of a repository: only what is needed, and where to read more. */

/** `schema` is the address of the JSON Schema for editors; `teams` the official team list, if there is one. */
export function firstConfiguration({ schema, teams }: { schema: string; teams?: string }): string {
  return `# yaml-language-server: $schema=${schema}
# What goaldoc asks of the documents below this folder. \`goaldoc rules\` lists the rules,
# \`goaldoc explain RULE\` tells about one.
---
${teams ? `roster: ${teams}` : '# roster: reference/projects.yaml'}
rules: {}
`
}

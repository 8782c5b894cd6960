/** The built-in texts of `goaldoc ask`, in Handlebars; a project's own templates have the same fields. */
export const askFormats = ['mail', 'etherpad', 'irc'] as const
export type AskFormat = (typeof askFormats)[number]

/** A line for each team of a list, with its people and what is left to do. */
const linesOf = (list: 'silent' | 'stale') => `{{#each ${list}}}
* {{team}}${list === 'stale' ? ': {{status}}{{#if last}}, last changed on {{last}}{{/if}}' : ''}{{#each people}}{{#if @first}}
  {{else}}, {{/if}}{{name}}{{#if irc}} ({{irc}}){{/if}}{{#if mail}} <{{mail}}>{{/if}}, {{role}}{{/each}}
{{#each deliverables}}
  * {{name}}: {{status}}{{#if since}} since {{since}}{{/if}}
{{/each}}
{{/each}}
`

export const askTemplates: Readonly<Record<AskFormat, string>> = {
  mail: `{{#if mails}}
To: {{#each mails}}{{this}}{{#unless @last}}, {{/unless}}{{/each}}
{{/if}}
Subject: {{title}}: your answer is missing

Hello,

you receive this mail because you speak for a team that the goal
"{{title}}" waits for ({{path}}).
{{#if silent}}

These teams have not answered yet. Please add what you plan, or None:

${linesOf('silent')}{{/if}}
{{#if stale}}

These teams have not finished. Is what they said still true?

${linesOf('stale')}{{/if}}
{{#if withoutMail}}

No mail address is known of: {{#each withoutMail}}{{this}}{{#unless @last}}, {{/unless}}{{/each}}
{{/if}}
`,
  etherpad: `{{title}}
{{path}}, as of {{date}}
{{#if silent}}

Not answered yet:

${linesOf('silent')}{{/if}}
{{#if stale}}

Not finished, and silent for long:

${linesOf('stale')}{{/if}}
{{#if withoutMail}}

No mail address is known of: {{#each withoutMail}}{{this}}{{#unless @last}}, {{/unless}}{{/each}}
{{/if}}
`,
  irc: `{{#each nicks}}{{this}}{{#unless @last}}, {{/unless}}{{/each}}{{#if nicks}}: {{/if}}{{title}} ({{path}}){{#if silent}} waits for an answer of {{#each silent}}{{team}}{{#unless @last}}, {{/unless}}{{/each}}{{/if}}{{#if stale}}{{#if silent}};{{/if}} has old news of {{#each stale}}{{team}}{{#unless @last}}, {{/unless}}{{/each}}{{/if}}{{#if withoutNick}} (no nick is known of {{#each withoutNick}}{{this}}{{#unless @last}}, {{/unless}}{{/each}}){{/if}}
`,
}

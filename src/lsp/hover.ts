/** Hover texts: the rules of the findings, and information about the team, target, role or value of the model. */
import type { Hover } from 'vscode-languageserver'
import { rules } from '../lint/index.ts'
import { pageOf } from '../repository/index.ts'
import { readContacts } from '../roster/index.ts'
import { appendAll } from '../text/index.ts'
import { type Mention, mentionAt } from './mentions.ts'
import { modelValueAt } from './model-value.ts'
import { allMentions } from './navigation.ts'
import { roleWords } from './role-words.ts'
import type { OpenFile, Session } from './session.ts'

export async function hover(file: OpenFile, offset: number, session: Session): Promise<Hover | null> {
  const mention = mentionAt(file, offset)
  const found = file.findings.filter((one) => one.offset <= offset && offset < Math.max(one.endOffset, one.offset + 1))
  const parts = [...new Set(found.map(({ ruleId }) => ruleId))].flatMap(aboutRule)
  if (mention?.kind === 'team') appendAll(parts, aboutTeam(file, mention.name))
  if (mention?.kind === 'target') appendAll(parts, await aboutTarget(file, mention, session))
  appendAll(parts, [...aboutRole(file, offset), ...modelValueAt(file, offset)])
  return parts.length === 0 ? null : { contents: { kind: 'markdown', value: parts.join('\n\n---\n\n') } }
}

function aboutRule(name: string): string[] {
  const rule = rules.find((one) => one.name === name)
  if (!rule) return []
  const page = pageOf(name)
  return [`**${page ? `[${name}](${page})` : name}**: ${rule.what}\n\n${rule.why}`]
}

function aboutTeam({ options: { roster } }: OpenFile, name: string): string[] {
  const team = roster?.find(name)
  if (!roster || !team) return []
  const contacts = (readContacts(roster.source).get(team.name) ?? []).map(
    (one) => `* ${one.role}: ${[one.name, one.irc && `(${one.irc})`, one.mail].filter(Boolean).join(' ')}`,
  )
  const deliverables = team.deliverables.map((one) => `\`${one.name}\``).join(', ')
  return [
    [
      `**${team.name}**${deliverables ? `: ${deliverables}` : ''}`,
      ...(contacts.length > 0 ? ['', ...contacts] : []),
      ...(roster.path === undefined ? [] : ['', `${roster.path}:${team.line}`]),
    ].join('\n'),
  ]
}

function aboutRole({ text, kind }: OpenFile, offset: number): string[] {
  if (kind === 'model') return []
  const { line, character } = text.positionAt(offset)
  const words = text.getText({ start: { line, character: 0 }, end: { line: line + 1, character: 0 } })
  // Runs of the characters of names, each matched once: a search for roles alone would read a run again from each of its colons.
  return [...words.matchAll(/`?[\w.:+-]+/g)].flatMap(({ 0: run, index: start }) => {
    const role = run.endsWith(':') && words[start + run.length] === '`' && /(?<![\w`]):([a-zA-Z][\w.:+-]*):$/.exec(run)
    if (!role || character < start + role.index || character >= start + run.length) return []
    const said = roleWords(role[1]!)
    return said === undefined ? [] : [`**:${role[1]}:** ${said}`]
  })
}

/** The line that defines a target. */
async function aboutTarget(file: OpenFile, mention: Mention, session: Session): Promise<string[]> {
  if (mention.isDefinition) return []
  const all = await allMentions(file, mention, session)
  return all
    .filter((other) => other.mention.isDefinition)
    .map(({ text, mention: { offset } }) => {
      const { line } = text.positionAt(offset)
      const words = text.getText({ start: { line, character: 0 }, end: { line: line + 1, character: 0 } }).trim()
      return `\`\`\`rst\n${words}\n\`\`\``
    })
}

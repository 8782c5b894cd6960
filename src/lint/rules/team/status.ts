import { stateOf, statuses } from '../../../goal/index.ts'
import { type ElementNode, isElement } from '../../../rst/index.ts'
import { nearest } from '../../../text/index.ts'
import type { Fix } from '../../diagnostic.ts'
import { defineRule } from '../../rule.ts'
import { endOfTeam, teamsOf } from '../../teams.ts'
import { goalOfTeams, team } from './examples.ts'

const stating = (status: string) =>
  goalOfTeams(team('Hubble', `${status}\n\nPlanning Artifacts:\n\n* https://example.org/plan\n\nCompletion Artifacts:\n`))

export const status = defineRule({
  name: 'team/status',
  severity: 'warning',
  whenOver: 'info',
  what: 'A status of a team that is not read: an unknown one, or one in another form or place',
  why: 'Tables and reports then show another status. Only a paragraph such as `Status: done`, right above the labels, is read as a status.',
  wrong: [
    { text: stating('Status: finished'), title: 'Unknown' },
    { text: stating('* Status: done'), title: 'Not a paragraph' },
    { text: stating('Status: done\n\nThe mirror is polished.'), title: 'Above a note' },
    {
      text: goalOfTeams(team('Hubble', 'Planning Artifacts:\n\nCompletion Artifacts:\n\nStatus: not-doing\n')),
      title: 'Below a label',
    },
  ],
  right: [
    stating('The mirror is polished.\n\nStatus: in-progress'),
    { text: stating('Status: the mirror is with the polisher until May.'), title: 'A note in prose' },
  ],
  fixes: 'unsafe',
  check(context) {
    const { source } = context
    for (const own of teamsOf(context)) {
      const end = endOfTeam(context, own)
      if (!/status/i.test(source.slice(own.heading.end, end))) continue
      const parts = own.parts ?? []
      const read = parts.find((part) => part.kind === 'status')
      const firstLabel = own.labelRanges[0]?.start ?? end
      const endOfNote = parts.find((part) => part.kind === 'deliverables')?.start ?? firstLabel
      for (const { block, piece } of piecesOf(own.node)) {
        const offset = piece.position.start.offset
        const found = statement.exec(source.slice(offset, piece.position.end.offset))
        if (!found || offset === read?.start) continue
        const written = found[1]!.replace(/[*`:]/g, '').trim()
        const meant = statuses.find((one) => one === written) ?? stateOf(written) ?? nearest(written, statuses)
        // Text below a label is an entry, and a long text is a note, unless it names a status.
        const isNote = offset < firstLabel
        if (meant === undefined && (!isNote || isProse.test(written))) continue
        const said = found[0].trimEnd()
        context.report({
          offset,
          endOffset: offset + said.length,
          message: messageOf(written, meant, isNote),
          data: { team: own.key, actual: written, ...(meant && { expected: meant }) },
          fix: meant && isNote && !read && isPlain.test(written) ? replaced(source, block, said, endOfNote, meant) : undefined,
        })
      }
    }
  },
})

/** Writes the status as it is read, if the block says nothing else and stands at the end of the note. */
function replaced(source: string, { position }: ElementNode, said: string, endOfNote: number, meant: string): Fix | undefined {
  const start = position.start.offset
  const whole = source.slice(start, position.end.offset).trimEnd()
  const end = start + whole.length
  if (whole.replace(/^[*+-][ \t]+/, '') !== said || source.slice(end, endOfNote).trim() !== '') return undefined
  const text = `Status: ${meant}`
  return { title: `Write \`${text}\``, safe: false, edits: [{ offset: start, endOffset: end, text }] }
}

/** `Status: done`, `**Status**: done`, `:Status: done`, `Status - done`; the definition of `Status:` on the next line. */
const statement = /^[:*`]{0,3}status[*`]{0,2}[ \t]?(?:[:=]|-[ \t])[*`]{0,2}\s*(.*)/i

/** A status and nothing else. */
const isPlain = /^[\w/ -]+\.?$/

/** Four words or more, a URL, or a placeholder, which has a rule of its own. */
const isProse = /^(?:\S+\s+){3}\S|\/\/|^</

function messageOf(written: string, meant: string | undefined, isNote: boolean): string {
  if (meant === undefined) {
    const names = statuses.map((one) => `\`${one}\``).join(', ')
    return written === '' ? `Missing status; it is one of ${names}` : `Unknown status \`${written}\`; it is one of ${names}`
  }
  if (!written.startsWith(meant)) return `Unknown status \`${written}\`; did you mean \`${meant}\`?`
  const kind = isNote ? 'a note' : 'an artifact'
  return `Status \`${meant}\` is read as ${kind}; write \`Status: ${meant}\` in a paragraph of its own, right above the labels`
}

/** The paragraphs, list items, fields and definitions of a section, with the block that contains each. */
function piecesOf(section: ElementNode): { block: ElementNode; piece: ElementNode }[] {
  return section.children.filter(isElement).flatMap((block) => {
    if (block.type === 'paragraph') return [{ block, piece: block }]
    if (!lists.has(block.type)) return []
    return block.children.filter(isElement).map((item) => ({ block, piece: textOf(item) }))
  })
}

const lists = new Set(['bullet_list', 'field_list', 'definition_list'])

/** The first paragraph of an item of a bullet list; other items begin with their own text. */
function textOf(item: ElementNode): ElementNode {
  const first = item.type === 'list_item' ? item.children.find(isElement) : undefined
  return first ?? item
}

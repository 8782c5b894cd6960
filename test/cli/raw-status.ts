/** Counts the answers in a goal's document by its raw text, in other ways than the lens: lines, titles and labels by expressions. */

export type RawStatus = 'unanswered' | 'n/a' | 'planned' | 'done' | 'other'

const nothing = /^(?:none(?! of)|n\/?a\b|not applicable)|has nothing to do\b|^nothing to be done|no work (?:is )?required/i
const unfinished = /\b(?:TODO|WIP|PARTIAL|INCOMPLETE|work in progress)\b/

/** The sections below `Project Teams`: their names and their lines. */
function sectionsOf(text: string): { name: string; lines: string[] }[] {
  const lines = text.split(/\r?\n/)
  const isRule = (line: string | undefined) => line !== undefined && /^([=\-~^"'`+*#])\1{2,}$/.test(line)
  const heads: { at: number; name: string; rule: string }[] = []
  lines.forEach((line, at) => {
    if (/^\S/.test(line) && !isRule(line) && isRule(lines[at + 1]) && (lines[at - 1] ?? '').trim() === '')
      heads.push({ at, name: line.trim(), rule: lines[at + 1]![0]! })
  })
  const teams = heads.findIndex(({ name }) => /^(?:project )?teams$/i.test(name))
  if (teams < 0) return []
  const below = heads.slice(teams + 1)
  const end = below.findIndex(({ rule }) => rule === heads[teams]!.rule)
  const own = end < 0 ? below : below.slice(0, end)
  const next = (index: number) => own[index + 1]?.at ?? (end < 0 ? lines.length : below[end]!.at)
  return own.map(({ at, name }, index) => ({ name, lines: lines.slice(at + 2, next(index)) }))
}

function rawStatusOf(lines: readonly string[]): RawStatus {
  const parts = { note: [] as string[], planning: [] as string[], completion: [] as string[] }
  let part: keyof typeof parts = 'note'
  let isNew = true
  for (const line of lines) {
    const label = /^\s*(Planning|Completion) Artifacts?[^:]*:?:?\s*(.*)$/i.exec(line)
    if (label) part = label[1]!.toLowerCase() as 'planning' | 'completion'
    const rest = (label ? label[2]! : line).replace(/^\s*[*-]\s+/, '').trim()
    isNew ||= label !== null || /^\s*[*-]\s/.test(line)
    if (rest !== '' && isNew) parts[part].push(rest)
    else if (rest !== '') parts[part].push(`${parts[part].pop()} ${rest}`)
    isNew = rest === ''
  }
  const { note, planning, completion } = parts
  if (note.length + planning.length + completion.length === 0) return 'unanswered'
  if (planning.length + completion.length === 0) return /already done/.test(note.join(' ')) ? 'done' : 'n/a'
  const real = (entries: readonly string[]) => entries.filter((entry) => !nothing.test(entry))
  if (real(completion).length > 0) return real(completion).some((entry) => unfinished.test(entry)) ? 'other' : 'done'
  if (real(planning).some((entry) => unfinished.test(entry))) return 'other'
  return real(planning).length > 0 ? 'planned' : 'n/a'
}

/** How often each status stands in the text. */
export function rawCounts(text: string): Record<RawStatus, number> {
  const counts: Record<RawStatus, number> = { unanswered: 0, 'n/a': 0, planned: 0, done: 0, other: 0 }
  for (const { lines } of sectionsOf(text)) counts[rawStatusOf(lines)]++
  return counts
}

/** The names of the teams in the text, in order. */
export function rawTeams(text: string): string[] {
  return sectionsOf(text).map(({ name }) => name)
}

/** The goal checklist: questions as subsections, each with a status and an answer. */
import { readHeading, writeHeading } from '../heading.ts'
import type { Profile } from '../profile.ts'
import type { Part } from '../reading.ts'
import { type Block, textOf, trimRange } from '../text.ts'
import { readProse, writeProse } from './prose.ts'
import type { Check, SectionKind } from './section.ts'

export const checklist: SectionKind<'checklist'> = {
  read(body) {
    const { source, blocks, profile } = body
    const checks = blocks.map((block) => readCheck(source, block, profile))
    if (checks.length === 0 || !checks.every((check) => check !== undefined)) return readProse(body)
    const parts = blocks.map(({ start, end }, index): Part => {
      const value = checks[index] as Check
      return { kind: 'check', key: value.question, value, start, end }
    })
    return { value: checks, parts }
  },
  write(value, profile) {
    if (typeof value === 'string') return writeProse(value)
    return value
      .map(({ question, status, text, as }) => {
        const answer = [status === undefined ? undefined : `Status: ${status}`.trimEnd(), text].filter(
          (line) => line !== undefined && line !== '',
        )
        return [
          writeHeading(question, adornmentOf(profile)),
          ...(answer.length > 0 ? [answer.join(as === 'glued' ? '\n' : '\n\n')] : []),
        ].join('\n\n')
      })
      .join('\n\n')
  },
}

function adornmentOf(profile: Profile): string {
  return profile.adornments[2] ?? '-'
}

function readCheck(source: string, { node, start, end }: Block, profile: Profile): Check | undefined {
  if (node?.type !== 'section' || node.children.some((child) => child.type === 'section')) return undefined
  const heading = readHeading(source, node)
  if (heading.adornment !== adornmentOf(profile)) return undefined
  const whole = textOf(source, trimRange(source, { start: Math.max(start, heading.range.end), end }))
  const status = /^Status:(?: +([^\n]*))?(?:\n|$)/.exec(whole)
  const text = status ? whole.slice(status[0].length).replace(/^\n+/, '') : whole
  const glued = status !== null && text !== '' && !/^\n/.test(whole.slice(status[0].length))
  return {
    question: heading.text,
    ...(status ? { status: status[1] ?? '' } : {}),
    ...(text === '' ? {} : { text }),
    ...(glued ? { as: 'glued' } : {}),
  }
}

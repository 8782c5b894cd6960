/** The lists of projects in a goal: bullet lists of single names, in the section about the current state. */
import type { ElementNode } from '../../../rst/index.ts'
import { goalSections } from '../../goal.ts'
import type { Document } from '../../rule.ts'

export interface ProjectEntry {
  name: string
  offset: number
  endOffset: number
  list: ElementNode
}

/** Names in lists directly below the section's title, without nested lists. */
export function listedProjects(document: Document): ProjectEntry[] {
  const section = goalSections(document).find((candidate) => candidate.key === 'current' && candidate.profile)
  if (!section) return []
  return section.node.children
    .filter((child): child is ElementNode => child.type === 'bullet_list' || child.type === 'enumerated_list')
    .flatMap((list) =>
      list.children.flatMap((item) => {
        const { start, end } = item.position
        const match = /^(\S+\s+)([A-Za-z][\w.-]*\w)\s*$/.exec(document.source.slice(start.offset, end.offset))
        if (!match) return []
        const offset = start.offset + match[1]!.length
        return [{ name: match[2]!, offset, endOffset: offset + match[2]!.length, list }]
      }),
    )
}

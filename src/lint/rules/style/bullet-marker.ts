import { siblingOf } from '../../prose.ts'
import { defineRule } from '../../rule.ts'

export const bulletMarker = defineRule({
  name: 'style/bullet-marker',
  severity: 'off',
  what: 'Bullet lists with different markers',
  why: 'They look the same on the built page. One marker makes the source easier to read.',
  wrong: ['* Hubble\n* Kepler\n\nOn the ground:\n\n- Keck\n'],
  right: ['* Hubble\n* Kepler\n\nOn the ground:\n\n* Keck\n'],
  options: {
    marker: {
      type: 'string',
      values: ['consistent', '*', '-', '+'],
      default: 'consistent',
      description: 'The marker; `consistent` means the marker of the first list',
    },
  },
  fixes: 'safe',
  check(context) {
    const lists = context.all('bullet_list')
    const markerOf = (list: (typeof lists)[number]) => context.source[list.node.children[0]?.position.start.offset ?? 0]!
    const wanted = context.options.marker === 'consistent' ? lists[0] && markerOf(lists[0]) : context.options.marker
    for (const list of lists) {
      const marker = markerOf(list)
      if (!wanted || marker === wanted || !/[*+-]/.test(marker)) continue
      // With the same marker, two adjacent lists would become one.
      const isApart = [siblingOf(list, -1), siblingOf(list, 1)].every((sibling) => sibling?.type !== 'bullet_list')
      const offset = list.node.position.start.offset
      const items = list.node.children.map((item) => item.position.start.offset)
      context.report({
        offset,
        endOffset: offset + 1,
        message: `Bullet marker \`${marker}\`; use \`${wanted}\``,
        fix: isApart
          ? {
              title: `Use \`${wanted}\``,
              safe: true,
              edits: items.map((item) => ({ offset: item, endOffset: item + 1, text: wanted })),
            }
          : undefined,
      })
    }
  },
})

import { docutilsRule } from './docutils-rule.ts'

export const anonymousMismatch = docutilsRule({
  name: 'rst/anonymous-mismatch',
  severity: 'error',
  what: 'Anonymous links and anonymous targets that do not pair up',
  why: 'docutils pairs anonymous links and targets by their order. When their numbers differ, it resolves none of them.',
  wrong: ['See `Hubble`__ and `Kepler`__.\n\n__ https://example.org/hubble\n'],
  right: ['See `Hubble`__.\n\n__ https://example.org/hubble\n'],
  messages: [/^Anonymous hyperlink mismatch: (\d+) references but (\d+) targets\./],
  say(match, message, context) {
    // docutils reports the whole document; the finding points at the first link without a target.
    const links = context
      .all('reference')
      .filter(({ node }) => node.attributes.anonymous !== undefined && node.attributes.refuri === undefined)
    const first = links[Math.min(Number(match[2]), Math.max(links.length - 1, 0))]?.node.position
    return {
      ...(first
        ? { offset: first.start.offset, endOffset: first.end.offset }
        : { offset: message.offset, endOffset: message.endOffset }),
      message: `Anonymous links and targets do not pair up: ${counted(match[1]!, 'link')}, ${counted(match[2]!, 'target')}`,
    }
  },
})

function counted(count: string, noun: string): string {
  return `${count} ${noun}${count === '1' ? '' : 's'}`
}

import { docutilsRule } from './docutils-rule.ts'

export const anonymousMismatch = docutilsRule({
  name: 'rst/anonymous-mismatch',
  severity: 'error',
  what: 'More or fewer links with two underscores than targets without a name',
  why: 'Such links and targets are paired by their order; when their numbers differ none of them leads anywhere.',
  wrong: [{ text: 'See `Hubble`__ and `Kepler`__.\n\n__ https://example.org/hubble\n' }],
  right: [{ text: 'See `Hubble`__.\n\n__ https://example.org/hubble\n' }],
  messages: [/^Anonymous hyperlink mismatch: (\d+) references but (\d+) targets\./],
  say(match, message, context) {
    // docutils means the whole document; the first link without a target of its own is where to look.
    const links = context
      .all('reference')
      .filter(({ node }) => node.attributes.anonymous !== undefined && node.attributes.refuri === undefined)
    const first = links[Math.min(Number(match[2]), Math.max(links.length - 1, 0))]?.node.position
    return {
      ...(first
        ? { offset: first.start.offset, endOffset: first.end.offset }
        : { offset: message.offset, endOffset: message.endOffset }),
      message: `Unexpected ${match[1]} links with two underscores for ${match[2]} targets without a name, expected as many as targets`,
    }
  },
})

import { docutilsRule, quoted } from './docutils-rule.ts'

export const duplicateName = docutilsRule({
  name: 'rst/duplicate-name',
  severity: 'off',
  what: 'Two sections with the same title, or two links with the same text and URL',
  why: 'It is harmless until a link uses the name.',
  wrong: ['Orbit\n=====\n\nLow.\n\nTelescopes\n==========\n\nHubble.\n\nOrbit\n=====\n\nHigh.\n'],
  right: ['Orbit\n=====\n\nLow.\n\nTelescopes\n==========\n\nHubble.\n'],
  isInfo: true,
  messages: [
    /^Duplicate (?:implicit|explicit) target name: "(.*)"\./s,
    /^Duplicate name "(.*)" for external target "/s,
    /^Target name overrides implicit target name "(.*)"\./s,
  ],
  say: (match) => ({ message: `Duplicate name ${quoted(match[1]!)}; a link to it is ambiguous` }),
})

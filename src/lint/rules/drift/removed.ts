import { driftRule } from './drift-rule.ts'
import { documentOf, mirror, modelOf, plan } from './examples.ts'

export const removed = driftRule('removed', {
  what: 'Something that is in the model but not in its document',
  why: 'The document is incomplete. `goaldoc render` adds what is missing; `goaldoc pull` removes it from the model.',
  wrong: [{ text: documentOf({ Hubble: [plan] }), model: modelOf({ Hubble: [plan, mirror] }) }],
  right: [{ text: documentOf({ Hubble: [plan] }), model: modelOf({ Hubble: [plan] }) }],
})

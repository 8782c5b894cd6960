import { driftRule } from './drift-rule.ts'
import { documentOf, mirror, modelOf, plan } from './examples.ts'

export const removed = driftRule({
  kind: 'removed',
  what: 'Something that is in the model and not in its document',
  why: 'The document does not say what its model says. `goaldoc render` writes it.',
  wrong: [{ text: documentOf({ Hubble: [plan] }), model: modelOf({ Hubble: [plan, mirror] }) }],
  right: [{ text: documentOf({ Hubble: [plan] }), model: modelOf({ Hubble: [plan] }) }],
})

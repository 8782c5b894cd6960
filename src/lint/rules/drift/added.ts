import { driftRule } from './drift-rule.ts'
import { documentOf, mirror, modelOf, plan } from './examples.ts'

export const added = driftRule({
  kind: 'added',
  what: 'Something that is in the document and not in its model',
  why: 'The next rendering would remove it. `goaldoc pull` takes it into the model.',
  wrong: [{ text: documentOf({ Hubble: [plan, mirror] }), model: modelOf({ Hubble: [plan] }) }],
  right: [{ text: documentOf({ Hubble: [plan] }), model: modelOf({ Hubble: [plan] }) }],
})

import { driftRule } from './drift-rule.ts'
import { documentOf, mirror, modelOf, plan } from './examples.ts'

export const added = driftRule('added', {
  what: 'Something that is in the document but not in its model',
  why: 'The next `goaldoc render` would remove it. `goaldoc pull` adds it to the model.',
  wrong: [{ text: documentOf({ Hubble: [plan, mirror] }), model: modelOf({ Hubble: [plan] }) }],
  right: [{ text: documentOf({ Hubble: [plan] }), model: modelOf({ Hubble: [plan] }) }],
})

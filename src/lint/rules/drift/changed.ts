import { driftRule } from './drift-rule.ts'
import { documentOf, modelOf, plan } from './examples.ts'

export const changed = driftRule('changed', {
  what: 'Something that differs between the document and its model',
  why: 'One of the two is out of date. `goaldoc render` keeps the model, `goaldoc pull` keeps the document.',
  wrong: [{ text: documentOf({ Hubble: [plan] }), model: { ...modelOf({ Hubble: [plan] }), title: 'Telescopes on the ground' } }],
  right: [{ text: documentOf({ Hubble: [plan] }), model: modelOf({ Hubble: [plan] }) }],
})

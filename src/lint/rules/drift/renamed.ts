import { driftRule } from './drift-rule.ts'
import { documentOf, mirror, modelOf, plan } from './examples.ts'

export const renamed = driftRule('renamed', {
  what: 'A team or section that has another name in the document than in its model',
  why: 'Everything else about it is equal, so one of the two names is out of date. `goaldoc render` keeps the model, `goaldoc pull` keeps the document.',
  wrong: [{ text: documentOf({ 'Hubble Telescope': [plan, mirror] }), model: modelOf({ Hubble: [plan, mirror] }) }],
  right: [{ text: documentOf({ Hubble: [plan] }), model: modelOf({ Hubble: [plan] }) }],
})

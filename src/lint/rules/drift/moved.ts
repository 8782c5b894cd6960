import { driftRule } from './drift-rule.ts'
import { documentOf, mirror, modelOf, plan } from './examples.ts'

export const moved = driftRule('moved', {
  what: 'Something that has another position in the document than in its model',
  why: 'A project in another list, or a team in another place, has another meaning. `goaldoc render` keeps the model, `goaldoc pull` keeps the document.',
  wrong: [{ text: documentOf({ Hubble: [], kepler: [] }), model: modelOf({ kepler: [], Hubble: [] }) }],
  right: [{ text: documentOf({ Hubble: [plan, mirror] }), model: modelOf({ Hubble: [plan, mirror] }) }],
})

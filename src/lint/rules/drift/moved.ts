import { driftRule } from './drift-rule.ts'
import { documentOf, mirror, modelOf, plan } from './examples.ts'

export const moved = driftRule({
  kind: 'moved',
  what: 'Something that stands in the document elsewhere than in its model',
  why: 'A project in another list, or a team in another place, says something else. `goaldoc render` follows the model, `goaldoc pull` the document.',
  wrong: [{ text: documentOf({ Hubble: [], kepler: [] }), model: modelOf({ kepler: [], Hubble: [] }) }],
  right: [{ text: documentOf({ Hubble: [plan, mirror] }), model: modelOf({ Hubble: [plan, mirror] }) }],
})

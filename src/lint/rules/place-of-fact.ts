/** The place at which a fact is reported: its own, or that of the directive that includes its file. */
import type { Related } from '../diagnostic.ts'
import type { Context, Finding } from '../rule.ts'
import type { IncludedPlace, Range } from '../sphinx/walk.ts'

export function placeOfFact(
  { start, end, inside }: Range,
  context: Context,
): Pick<Finding, 'offset' | 'endOffset' | 'related'> & { included: { included?: IncludedPlace } } {
  const place = { offset: start, endOffset: end, included: inside ? { included: inside } : {} }
  return inside ? { ...place, related: [includedPlace(inside, context)] } : place
}

/** The place in an included file. Its path is given in the same form as that of the document. */
export function includedPlace(inside: IncludedPlace, { path, sphinx }: Context): Related {
  const own = sphinx?.path ?? path
  const folder = path.endsWith(own) ? path.slice(0, path.length - own.length) : ''
  return { ...inside, path: folder + inside.path, message: 'In this included file' }
}
